import { createHash } from 'node:crypto';
import type { Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { quadrantsIn } from '../../../test/engine/quadrants.ts';
import type { FaceRegion, PhotoMetadata } from './photo-file.ts';
import { readPhotoFile } from './read-photo-file.ts';

const metadataOf = async (image: Sharp): Promise<PhotoMetadata> => {
  const { metadata } = await readPhotoFile({ bytes: await image.jpeg().toBuffer() });
  return metadata;
};

const NAMESPACES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  aux: 'http://ns.adobe.com/exif/1.0/aux/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  MicrosoftPhoto: 'http://ns.microsoft.com/photo/1.0/',
  MP: 'http://ns.microsoft.com/photo/1.2/',
  MPRI: 'http://ns.microsoft.com/photo/1.2/t/RegionInfo#',
  MPReg: 'http://ns.microsoft.com/photo/1.2/t/Region#',
  'mwg-rs': 'http://www.metadataworkinggroup.com/schemas/regions/',
  stDim: 'http://ns.adobe.com/xap/1.0/sType/Dimensions#',
  stArea: 'http://ns.adobe.com/xmp/sType/Area#',
};

/** An XMP packet with these properties. */
function xmp(properties: string): string {
  const declared = Object.entries(NAMESPACES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${declared.join(' ')}>
    <rdf:Description rdf:about="">${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

const bag = (words: string[]) => `<rdf:Bag>${words.map((word) => `<rdf:li>${word}</rdf:li>`).join('')}</rdf:Bag>`;

/** A JPEG with an IPTC block (APP13, Photoshop resource 0x0404) of these datasets of record 2. */
async function withIptc(datasets: [number: number, text: Buffer][]): Promise<Buffer> {
  const iim = Buffer.concat(
    datasets.map(([number, text]) => Buffer.concat([Buffer.from([0x1c, 2, number, 0, text.length]), text])),
  );
  const resource = Buffer.concat([
    Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0', 'latin1'),
    Buffer.from([iim.length >> 8, iim.length & 255]),
    iim,
    Buffer.alloc(iim.length % 2),
  ]);
  const length = resource.length + 2;
  const jpeg = await quadrantsIn().jpeg().toBuffer();
  const segment = Buffer.concat([Buffer.from([0xff, 0xed, length >> 8, length & 255]), resource]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

test('a photo file tells its hash, size, format and upright frame', async () => {
  const bytes = await quadrantsIn().withMetadata({ orientation: 6 }).webp().toBuffer();
  expect(await readPhotoFile({ bytes })).toMatchObject({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    format: 'webp',
    width: 64,
    height: 96,
    metadata: { orientation: 6, takenAt: null, camera: null, gps: null, rating: null, keywords: [], regions: [] },
  });
});

test('EXIF tells when, where and with what', async () => {
  const photo = quadrantsIn().withExif({
    IFD0: { Make: 'NIKON CORPORATION', Model: 'NIKON D90' },
    IFD2: { DateTimeOriginal: '2019:01:02 03:04:05', OffsetTimeOriginal: '-03:30', LensModel: '50.0 mm f/1.8' },
    IFD3: {
      GPSLatitudeRef: 'S',
      GPSLatitude: '33/1 51/1 3000/100',
      GPSLongitudeRef: 'W',
      GPSLongitude: '151/1 12/1 0/1',
    },
  });
  const metadata = await metadataOf(photo);
  expect(metadata).toMatchObject({
    takenAt: '2019-01-02T03:04:05',
    utcOffset: -210,
    camera: 'NIKON D90',
    lens: '50.0 mm f/1.8',
  });
  expect(metadata.gps?.latitude).toBeCloseTo(-33.8583, 4);
  expect(metadata.gps?.longitude).toBeCloseTo(-151.2, 4);
});

test.each([
  ['Canon', 'Canon EOS 5D', 'Canon EOS 5D'],
  ['SONY', 'ILCE-7M2', 'SONY ILCE-7M2'],
  ['Apple', 'iPhone 15 Pro', 'Apple iPhone 15 Pro'],
])('%s and %s are the camera %s', async (Make, Model, camera) => {
  expect(await metadataOf(quadrantsIn().withExif({ IFD0: { Make, Model } }))).toMatchObject({ camera });
});

test('an invalid date gives way to the next one', async () => {
  const zeros = { IFD2: { DateTimeOriginal: '0000:00:00 00:00:00', DateTimeDigitized: '2018:07:08 09:10:11' } };
  expect(await metadataOf(quadrantsIn().withExif(zeros))).toMatchObject({ takenAt: '2018-07-08T09:10:11' });
  const later = quadrantsIn()
    .withExif({ IFD2: { DateTimeOriginal: '    :  :     :  :  ' } })
    .withXmp(xmp('<xmp:CreateDate>2017-06-05T04:03:02+01:00</xmp:CreateDate>'));
  expect(await metadataOf(later)).toMatchObject({ takenAt: '2017-06-05T04:03:02', utcOffset: 60 });
});

test('a position of exactly 0, 0 is no position', async () => {
  const IFD3 = { GPSLatitudeRef: 'N', GPSLatitude: '0/1 0/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '0/1 0/1 0/1' };
  expect(await metadataOf(quadrantsIn().withExif({ IFD3 }))).toMatchObject({ gps: null });
});

test.each([
  ['<xmp:Rating>4</xmp:Rating>', 4],
  ['<xmp:Rating>-1</xmp:Rating>', null],
  ['<xmp:Rating>0</xmp:Rating>', 0],
  ['<MicrosoftPhoto:Rating>99</MicrosoftPhoto:Rating>', 5],
  ['<MicrosoftPhoto:Rating>50</MicrosoftPhoto:Rating>', 3],
  ['<MicrosoftPhoto:Rating>1</MicrosoftPhoto:Rating>', 1],
  ['<xmp:Rating>many</xmp:Rating>', null],
])('%s is a rating of %s', async (property, rating) => {
  expect(await metadataOf(quadrantsIn().withXmp(xmp(property)))).toMatchObject({ rating });
});

test('keywords come from XMP, each once', async () => {
  const words = ['Familie', 'Größe &amp; Co', '北京', 'Familie', ' '];
  const { keywords } = await metadataOf(quadrantsIn().withXmp(xmp(`<dc:subject>${bag(words)}</dc:subject>`)));
  expect(keywords).toEqual(['Familie', 'Größe & Co', '北京']);
});

test('Windows tells keywords in UTF-16, separated by semicolons', async () => {
  const photo = quadrantsIn().withExif({ IFD0: { XPKeywords: 'Familie;Größe; ;Familie' } });
  expect(await metadataOf(photo)).toMatchObject({ keywords: ['Familie', 'Größe'] });
});

test.each(['jpeg', 'png', 'webp', 'tiff', 'avif'] as const)('XMP is found in %s', async (format) => {
  const bytes = await quadrantsIn().withXmp(xmp('<xmp:Rating>3</xmp:Rating>')).toFormat(format).toBuffer();
  expect((await readPhotoFile({ bytes })).metadata).toMatchObject({ rating: 3 });
});

test('IPTC tells keywords, in UTF-8 or Latin 1, and the date', async () => {
  const bytes = await withIptc([
    [25, Buffer.from('Größe', 'utf8')],
    [25, Buffer.from('Größe', 'latin1')],
    [25, Buffer.from('été', 'latin1')],
    [55, Buffer.from('20150403')],
    [60, Buffer.from('020100+0200')],
  ]);
  const { metadata } = await readPhotoFile({ bytes });
  expect(metadata).toMatchObject({ keywords: ['Größe', 'été'], takenAt: '2015-04-03T02:01:00', utcOffset: 120 });
});

/** One MWG region by its centre and size. */
const mwg = (name: string, area: string, type = 'Face') =>
  `<rdf:li rdf:parseType="Resource"><mwg-rs:Name>${name}</mwg-rs:Name><mwg-rs:Type>${type}</mwg-rs:Type>
   <mwg-rs:Area ${area}/></rdf:li>`;
const area = (x: number, y: number, w: number, h: number, unit = 'normalized') =>
  `stArea:x="${x}" stArea:y="${y}" stArea:w="${w}" stArea:h="${h}" stArea:unit="${unit}"`;
const regionList = (regions: string, size = 'stDim:w="96" stDim:h="64"') => `
  <mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:AppliedToDimensions ${size} stDim:unit="pixel"/>
  <mwg-rs:RegionList><rdf:Bag>${regions}</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>`;

const regionsOf = async (properties: string, orientation = 1): Promise<readonly FaceRegion[]> =>
  (await metadataOf(quadrantsIn().withMetadata({ orientation }).withXmp(xmp(properties)))).regions;

const near = (left: number, top: number, right: number, bottom: number) => ({
  left: expect.closeTo(left, 6),
  top: expect.closeTo(top, 6),
  right: expect.closeTo(right, 6),
  bottom: expect.closeTo(bottom, 6),
});

test('MWG regions are centres and sizes; only faces are read, cut to the frame', async () => {
  const regions = await regionsOf(
    regionList(
      mwg('Anna', area(0.5, 0.4, 0.2, 0.3)) +
        mwg('Rex', area(0.5, 0.5, 0.1, 0.1), 'Pet') +
        mwg('Bea', area(0, 1, 0.2, 0.2)),
    ),
  );
  expect(regions).toEqual([
    { name: 'Anna', source: 'mwg-rs', ...near(0.4, 0.25, 0.6, 0.55) },
    { name: 'Bea', source: 'mwg-rs', ...near(0, 0.9, 0.1, 1) },
  ]);
});

test.each([
  [1, near(0.1, 0.2, 0.3, 0.6)],
  [2, near(0.7, 0.2, 0.9, 0.6)],
  [3, near(0.7, 0.4, 0.9, 0.8)],
  [4, near(0.1, 0.4, 0.3, 0.8)],
  [5, near(0.2, 0.1, 0.6, 0.3)],
  [6, near(0.4, 0.1, 0.8, 0.3)],
  [7, near(0.4, 0.7, 0.8, 0.9)],
  [8, near(0.2, 0.7, 0.6, 0.9)],
])('regions of a stored frame with orientation %i are turned with it', async (orientation, upright) => {
  const both = `${regionList(mwg('Anna', area(0.2, 0.4, 0.2, 0.4)))}`;
  expect(await regionsOf(both, orientation)).toEqual([{ name: 'Anna', source: 'mwg-rs', ...upright }]);
});

test('regions that apply to the upright frame already are left as they are', async () => {
  const properties = regionList(mwg('Anna', area(0.2, 0.4, 0.2, 0.4)), 'stDim:w="64" stDim:h="96"');
  expect(await regionsOf(properties, 6)).toEqual([{ name: 'Anna', source: 'mwg-rs', ...near(0.1, 0.2, 0.3, 0.6) }]);
});

test('regions of another crop are not believed, those in pixels are understood', async () => {
  const one = mwg('Anna', area(0.2, 0.4, 0.2, 0.4));
  expect(await regionsOf(regionList(one, 'stDim:w="96" stDim:h="96"'))).toEqual([]);
  expect(await regionsOf(regionList(one, 'stDim:w="960" stDim:h="640"'))).toHaveLength(1);
  const pixels = mwg('Bea', area(480, 320, 96, 64, 'pixel'));
  expect(await regionsOf(regionList(pixels, 'stDim:w="960" stDim:h="640"'))).toEqual([
    { name: 'Bea', source: 'mwg-rs', ...near(0.45, 0.45, 0.55, 0.55) },
  ]);
});

const people = (items: string) =>
  `<MP:RegionInfo rdf:parseType="Resource"><MPRI:Regions><rdf:Bag>${items}</rdf:Bag></MPRI:Regions></MP:RegionInfo>`;

test("Microsoft's people tags are corners and sizes, named or not", async () => {
  const regions = await regionsOf(
    people(
      '<rdf:li MPReg:Rectangle="0.1, 0.2, 0.3, 0.4" MPReg:PersonDisplayName="Cleo"/><rdf:li MPReg:Rectangle="0.5, 0.6, 0.1, 0.1"/><rdf:li MPReg:PersonDisplayName="Nowhere"/>',
    ),
  );
  expect(regions).toEqual([
    { name: 'Cleo', source: 'microsoft', ...near(0.1, 0.2, 0.4, 0.6) },
    { name: null, source: 'microsoft', ...near(0.5, 0.6, 0.6, 0.7) },
  ]);
});

test('a face that a program wrote in both schemas comes once', async () => {
  const regions = await regionsOf(
    regionList(mwg('Anna', area(0.2, 0.4, 0.2, 0.4))) +
      people('<rdf:li MPReg:Rectangle="0.1, 0.2, 0.2, 0.4" MPReg:PersonDisplayName="Anna"/>'),
  );
  expect(regions).toEqual([{ name: 'Anna', source: 'mwg-rs', ...near(0.1, 0.2, 0.3, 0.6) }]);
});

test.each([
  ['no XML at all', 'not xml'],
  ['XML cut off', xmp('<dc:subject><rdf:Bag>').slice(0, 300)],
  [
    'regions without areas',
    xmp(regionList('<rdf:li rdf:parseType="Resource"><mwg-rs:Type>Face</mwg-rs:Type></rdf:li>')),
  ],
  ['numbers that are none', xmp(regionList(mwg('X', 'stArea:x="a" stArea:y="" stArea:w="NaN" stArea:h="1e999"')))],
  ['rectangles that are none', xmp(people('<rdf:li MPReg:Rectangle="1,2"/><rdf:li MPReg:Rectangle="a,b,c,d"/>'))],
])('malformed metadata (%s) never fails a photo', async (_, packet) => {
  expect(await metadataOf(quadrantsIn().withXmp(packet))).toMatchObject({ keywords: [], regions: [] });
});

test('damaged EXIF never fails a photo', async () => {
  const bytes = await quadrantsIn()
    .withExif({ IFD0: { Make: 'Canon' }, IFD2: { DateTimeOriginal: '2019:01:02 03:04:05' } })
    .jpeg()
    .toBuffer();
  const exif = bytes.indexOf('Exif', 0, 'latin1');
  for (let at = exif; at < exif + 200; at += 3) {
    const broken = Buffer.from(bytes);
    broken[at] = (broken[at] ?? 0) ^ 0xff;
    expect(await readPhotoFile({ bytes: broken })).toMatchObject({ format: 'jpeg' });
  }
});
