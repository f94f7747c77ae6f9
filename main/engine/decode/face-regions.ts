/**
 * Faces that other programs have marked: MWG regions (Picasa, digiKam, Lightroom, Apple) and Microsoft's people tags, both
 * in XMP. Both schemas mean the image as it is stored, before EXIF orientation; the regions that come out of here are in
 * the upright frame.
 *
 * Sources: Guidelines for Handling Image Metadata 2.0 (Metadata Working Group), section 5.9; "People Tagging Overview"
 * (Microsoft Windows documentation).
 */
import type { Orientation } from '../face.ts';
import { overlap } from '../rect.ts';
import type { FaceRegion } from './photo-file.ts';
import { items, number, property, type TagNode, text } from './tag-tree.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

type Box = Omit<FaceRegion, 'name' | 'source'>;

/** Aspect ratios are equal within the rounding of a small preview's sides. */
const sameShape = (a: Size, b: Size): boolean => {
  const ratio = (a.width * b.height) / (a.height * b.width);
  return ratio > 0.98 && ratio < 1 / 0.98;
};

const turned = ({ width, height }: Size): Size => ({ width: height, height: width });

/** Where a point of the stored image lies in the upright one, both in fractions (EXIF 2.32, tag 0x0112). */
function upright(x: number, y: number, orientation: Orientation): [x: number, y: number] {
  switch (orientation) {
    case 1:
      return [x, y];
    case 2:
      return [1 - x, y];
    case 3:
      return [1 - x, 1 - y];
    case 4:
      return [x, 1 - y];
    case 5:
      return [y, x];
    case 6:
      return [1 - y, x];
    case 7:
      return [1 - y, 1 - x];
    case 8:
      return [y, 1 - x];
  }
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** The box turned upright and cut to the frame; null when nothing of it is inside. */
function place(left: number, top: number, width: number, height: number, orientation: Orientation): Box | null {
  const [x1, y1] = upright(left, top, orientation);
  const [x2, y2] = upright(left + width, top + height, orientation);
  const box = {
    left: clamp(Math.min(x1, x2)),
    top: clamp(Math.min(y1, y2)),
    right: clamp(Math.max(x1, x2)),
    bottom: clamp(Math.max(y1, y2)),
  };
  return box.right > box.left && box.bottom > box.top ? box : null;
}

/**
 * The orientation that brings MWG regions upright, from the size they say they apply to. Some writers turn the pixels or
 * the regions and leave the other, which shows when the two sides of that size are exchanged.
 *
 * @returns null when they belong to an image of another shape, as after cropping by a program that does not know them
 */
function orientationFor(applied: Size | null, frame: Size, orientation: Orientation): Orientation | null {
  if (applied === null) return orientation;
  const stored = orientation >= 5 ? turned(frame) : frame;
  if (sameShape(applied, stored)) return orientation;
  return sameShape(applied, frame) ? 1 : null;
}

function mwgRegions(xmp: TagNode, frame: Size, orientation: Orientation): FaceRegion[] {
  const regions = property(xmp, 'Regions');
  const dimensions = property(regions, 'AppliedToDimensions');
  const width = number(property(dimensions, 'w'));
  const height = number(property(dimensions, 'h'));
  const applied = width && height ? { width, height } : null;
  const by = orientationFor(applied, frame, orientation);
  if (by === null) return [];
  return items(property(regions, 'RegionList')).flatMap((region) => {
    if (text(property(region, 'Type'))?.toLowerCase() !== 'face') return [];
    const area = property(region, 'Area');
    const [x, y, w, h] = ['x', 'y', 'w', 'h'].map((name) => number(property(area, name)));
    if (x == null || y == null || w == null || h == null) return [];
    // Normalised by the standard; some programs write pixels and say so.
    const pixels = text(property(area, 'unit')) === 'pixel';
    const unit = pixels ? applied : { width: 1, height: 1 };
    if (unit === null) return [];
    // x and y are the centre.
    const box = place((x - w / 2) / unit.width, (y - h / 2) / unit.height, w / unit.width, h / unit.height, by);
    return box ? [{ name: text(property(region, 'Name')), ...box, source: 'mwg-rs' as const }] : [];
  });
}

function microsoftRegions(xmp: TagNode, orientation: Orientation): FaceRegion[] {
  return items(property(property(xmp, 'RegionInfo'), 'Regions')).flatMap((region) => {
    // "left, top, width, height" in fractions; a tag without a rectangle names a person without showing where.
    const [left, top, width, height] = (text(property(region, 'Rectangle')) ?? '').split(',').map(Number);
    if (left === undefined || top === undefined || width === undefined || height === undefined) return [];
    const box = place(left, top, width, height, orientation);
    return box ? [{ name: text(property(region, 'PersonDisplayName')), ...box, source: 'microsoft' as const }] : [];
  });
}

/**
 * @param xmp         ExifReader's group `xmp`
 * @param frame       size of the upright photo, px
 * @param orientation the EXIF tag
 * @returns regions in fractions of the upright frame; one that a program wrote in both schemas comes once
 */
export function faceRegions(xmp: TagNode, frame: Size, orientation: Orientation): FaceRegion[] {
  const found = mwgRegions(xmp, frame, orientation);
  const others = microsoftRegions(xmp, orientation).filter((other) => found.every((one) => overlap(one, other) < 0.5));
  return [...found, ...others];
}
