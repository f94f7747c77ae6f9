/**
 * Metadata as Kindred keeps it, read by ExifReader from wherever each format has it. Nothing here may fail a photo:
 * what is missing, malformed or absurd is left out, tag by tag.
 */
import ExifReader, { type ExpandedTags } from 'exifreader';
import type { Orientation } from '../face.ts';
import { faceRegions } from './face-regions.ts';
import type { PhotoHeader } from './header.ts';
import { keywords } from './keywords.ts';
import type { PhotoMetadata } from './photo-file.ts';
import { content, number, property, text } from './tag-tree.ts';
import { parseDate, parseOffset, type TakenAt } from './taken-at.ts';

/** Groups that are large and not used: previews, colour profiles, makers' private notes. */
const UNUSED = { mpf: true, thumbnail: true, makerNotes: true, icc: true, photoshop: true, composite: true } as const;

const load = ({ buffer, byteOffset, byteLength }: Buffer): Promise<ExpandedTags> =>
  // As a view, because a Buffer would be copied; asynchronous, because PNG may hold its text compressed.
  ExifReader.loadView(new DataView(buffer, byteOffset, byteLength), {
    expanded: true,
    async: true,
    excludeTags: UNUSED,
  });

async function readTags(bytes: Buffer): Promise<ExpandedTags> {
  try {
    const tags = await load(bytes);
    // libvips writes XMP into PNG as zTXt instead of iTXt, which ExifReader takes for a remark.
    const remark = text(property(tags.png, 'XML:com.adobe.xmp'));
    if (tags.xmp !== undefined || remark === null) return tags;
    return { ...tags, ...(await load(Buffer.from(`<?xpacket begin=""?>${remark}`))) };
  } catch {
    // No metadata, or none that can be read; either way the photo is a photo.
    return {};
  }
}

/** An EXIF text: the first string of the tag, without the NULs and blanks that fixed-length fields are filled with. */
function exifText(tags: ExpandedTags, name: string): string | null {
  const value = content(property(tags.exif, name));
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first.replaceAll('\0', '').trim() || null : null;
}

function exifNumber(tags: ExpandedTags, name: string): number | null {
  const value = content(property(tags.exif, name));
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function takenAt(tags: ExpandedTags): TakenAt | null {
  const iptcDate = iptcDigits(tags, 'Date Created');
  const iptcTime = iptcDigits(tags, 'Time Created');
  const candidates = [
    [exifText(tags, 'DateTimeOriginal'), exifText(tags, 'OffsetTimeOriginal')],
    [exifText(tags, 'DateTimeDigitized'), exifText(tags, 'OffsetTimeDigitized')],
    [text(property(tags.xmp, 'DateTimeOriginal'))],
    [text(property(tags.xmp, 'DateCreated'))],
    [text(property(tags.xmp, 'CreateDate'))],
    [iptcDate && iptcTime ? `${iptcDate} ${iptcTime}` : iptcDate],
  ];
  for (const [date, offset] of candidates) {
    const parsed = date ? parseDate(date) : null;
    if (parsed) return offset ? { ...parsed, offset: parseOffset(offset) } : parsed;
  }
  return null;
}

/** IPTC dates are plain ASCII digits, given as an array of bytes. */
function iptcDigits(tags: ExpandedTags, name: string): string | null {
  const value = content(property(tags.iptc, name));
  return Array.isArray(value) ? String.fromCharCode(...value.slice(0, 32)) : null;
}

/** `Canon` + `Canon EOS 5D` is one camera, and so is `NIKON CORPORATION` + `NIKON D90`. */
function camera(make: string | null, model: string | null): string | null {
  if (make === null || model === null) return model ?? make;
  const brand = make.split(' ')[0]?.toLowerCase() ?? '';
  return model.toLowerCase().startsWith(brand) ? model : `${make} ${model}`;
}

function gps(tags: ExpandedTags): PhotoMetadata['gps'] {
  const { Latitude: latitude, Longitude: longitude } = tags.gps ?? {};
  if (latitude === undefined || longitude === undefined) return null;
  const onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  // Cameras without a fix write zeros; nobody photographs people in the Gulf of Guinea at exactly 0, 0.
  return onEarth && (latitude !== 0 || longitude !== 0) ? { latitude, longitude } : null;
}

/** Windows counts in percent: 1, 25, 50, 75, 99 are one to five stars. */
const starsOfPercent = (percent: number): number => (percent <= 0 ? 0 : Math.min(5, Math.round(percent / 25) + 1));

function rating(tags: ExpandedTags): number | null {
  const stars = number(property(tags.xmp, 'Rating')) ?? exifNumber(tags, 'Rating');
  // -1 is Adobe's "rejected", which is no number of stars.
  if (stars !== null) return stars >= 0 && stars <= 5 ? Math.round(stars) : null;
  const percent = number(property(tags.xmp, 'RatingPercent')) ?? exifNumber(tags, 'RatingPercent');
  return percent !== null && percent >= 0 && percent <= 100 ? starsOfPercent(percent) : null;
}

const isOrientation = (value: number | null): value is Orientation =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= 8;

/**
 * @param bytes  the whole file
 * @param header its frame; AVIF and HEIF turn by properties of their own, so their EXIF orientation is no part of it
 */
export async function readMetadata(bytes: Buffer, header: PhotoHeader): Promise<PhotoMetadata> {
  const tags = await readTags(bytes);
  const taken = takenAt(tags);
  const tag = exifNumber(tags, 'Orientation');
  return {
    takenAt: taken?.time ?? null,
    utcOffset: taken?.offset ?? null,
    camera: camera(exifText(tags, 'Make'), exifText(tags, 'Model')),
    lens: exifText(tags, 'LensModel') ?? text(property(tags.xmp, 'Lens')) ?? text(property(tags.xmp, 'LensModel')),
    gps: gps(tags),
    orientation: header.orientation,
    rating: rating(tags),
    keywords: keywords(tags.xmp, property(tags.iptc, 'Keywords'), property(tags.exif, 'XPKeywords')),
    regions: faceRegions(tags.xmp, header, isOrientation(tag) ? tag : 1),
  };
}
