/** Detection and comparison of real photos, with the real engine. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startEngine } from '../../main/engine/client.ts';
import type { Engine } from '../../main/engine/engine.ts';
import { endpoints } from '../../main/faceapi/endpoints.ts';
import { type Answer, openApi, type TestApi } from './api.ts';
import { asBmp, inFormat, plain, sample, smallSample, stored, turned } from './images.ts';

let engine: Engine;
let api: TestApi<Engine>;
let close: () => Promise<void>;
beforeAll(async () => {
  engine = await startEngine({ processes: 1 });
  ({ api, close } = await openApi.on(engine));
});
afterAll(async () => {
  await close();
  await engine.close();
});

type Point = readonly [number, number];
interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
interface Face {
  readonly face_id: string;
  readonly rect: Rect;
  readonly eye_dist: number;
  readonly landmarks21: readonly Point[];
  readonly landmarks106?: readonly Point[];
  readonly attributes?: Readonly<Record<string, number>>;
}

const detect = (file: Uint8Array, values: object = {}): Promise<Answer> =>
  api.post('/face/detection', { file, ...values }, api.credentials, 'multipart');

const resultOf = (path: string) => endpoints.find((endpoint) => endpoint.path === path)?.result;

const ROUNDING = 1;

describe('detection', () => {
  test('says what the reference says it does, the largest face first', async () => {
    const { http, body } = await detect(sample(1));
    expect(http).toBe(200);
    expect(resultOf('/face/detection')?.safeParse(body).error).toBeUndefined();
    expect(Object.keys(body)).toEqual(['status', 'image_id', 'width', 'height', 'faces']);
    const faces: Face[] = body.faces;
    expect(faces).toHaveLength(3);
    for (const face of faces) {
      expect(Object.keys(face)).toEqual(['face_id', 'rect', 'eye_dist', 'landmarks21']);
      const { left, top, right, bottom } = face.rect;
      expect(right - left).toBe(bottom - top);
      expect([left >= 0, top >= 0, right <= body.width, bottom <= body.height]).toEqual([true, true, true, true]);
      const [leftPupil = [0, 0], rightPupil = [0, 0]] = face.landmarks21.slice(16, 18);
      const distance = Math.hypot(rightPupil[0] - leftPupil[0], rightPupil[1] - leftPupil[1]);
      expect(Math.abs(face.eye_dist - Math.floor(distance))).toBeLessThanOrEqual(ROUNDING);
      // The left eye is the one on the left of the picture, the mouth is below the eyes.
      expect(leftPupil[0]).toBeLessThan(rightPupil[0]);
      expect(face.landmarks21[14]?.[1]).toBeGreaterThan(leftPupil[1]);
    }
    const sizes = faces.map(({ rect }) => (rect.right - rect.left) * (rect.bottom - rect.top));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  test('tells 106 landmarks and attributes when asked, and /info tells the same again', async () => {
    const { body } = await detect(sample(1), { landmarks106: 1, attributes: 1, user_data: 'Grüße' });
    const [face]: Face[] = body.faces;
    expect(face?.landmarks106).toHaveLength(106);
    expect(Object.keys(face?.attributes ?? {}).sort()).toEqual([
      'age',
      'attractive',
      'eyeglass',
      'gender',
      'smile',
      'sunglass',
    ]);
    for (const value of Object.values(face?.attributes ?? {})) expect(Number.isInteger(value)).toBe(true);
    const { image_id, width, height, faces } = body;
    expect((await api.get('/info/image', { image_id, with_faces: 1 })).body).toEqual({
      ...{ status: 'OK', image_id, width, height, user_data: 'Grüße', faces },
    });
    expect((await api.get('/info/image', { image_id })).body).toEqual({
      ...{ status: 'OK', image_id, width, height, user_data: 'Grüße' },
    });
    const { face_id } = faces[0];
    expect((await api.get('/info/face', { face_id })).body).toEqual({ status: 'OK', ...faces[0] });
    expect((await api.get('/info/face', { face_id, with_image: 1 })).body).toEqual({
      ...{ status: 'OK', ...faces[0], image: { image_id, width, height, user_data: 'Grüße' } },
    });
  });

  test('landmarks21 follow from landmarks106 as the figures show', async () => {
    const [face]: Face[] = (await detect(sample(2), { landmarks106: 1 })).body.faces;
    const same: readonly (readonly [number, number])[] = [
      [6, 52],
      [7, 55],
      [8, 58],
      [9, 61],
      [10, 82],
      [11, 49],
      [12, 83],
      [13, 87],
      [15, 93],
      [16, 104],
      [17, 105],
      [18, 46],
      [19, 84],
      [20, 90],
    ];
    for (const [of21, of106] of same) expect(face?.landmarks21[of21]).toEqual(face?.landmarks106?.[of106]);
  });

  test('no face is no error', async () => {
    expect((await detect(await plain(200, 100))).body).toMatchObject({
      status: 'OK',
      width: 200,
      height: 100,
      faces: [],
    });
  });

  test('JPEG, PNG, BMP, GIF and TIFF, whatever they are called', async () => {
    const photo = await smallSample(1);
    const files = [
      photo,
      await inFormat(photo, 'png'),
      await asBmp(photo),
      await inFormat(photo, 'tiff'),
      await inFormat(photo, 'gif'),
    ];
    for (const file of files) expect((await detect(file)).body.faces).toHaveLength(3);
  });

  test.each(['webp', 'avif'] as const)('%s is an image, but not one of those', async (format) => {
    expect((await detect(await inFormat(sample(1), format))).body).toEqual({ status: 'INVALID_IMAGE_FORMAT_OR_SIZE' });
  });

  test.each([
    [8, 100, 'INVALID_IMAGE_FORMAT_OR_SIZE'],
    [100, 8, 'INVALID_IMAGE_FORMAT_OR_SIZE'],
    [9, 9, 'OK'],
    [4000, 9, 'OK'],
    [4001, 9, 'INVALID_IMAGE_FORMAT_OR_SIZE'],
    [9, 4001, 'INVALID_IMAGE_FORMAT_OR_SIZE'],
  ])('%i x %i px: %s', async (width, height, status) => {
    expect((await detect(await plain(width, height))).body.status).toBe(status);
  });

  test('5 MiB are accepted, a byte more is not; what is larger than a request may be is 413', async () => {
    const limit = 5 * 1024 * 1024;
    const photo = await plain(64, 64);
    const padded = (bytes: number): Uint8Array => Buffer.concat([photo, Buffer.alloc(bytes - photo.length)]);
    expect((await detect(padded(limit))).body.status).toBe('OK');
    const over = await detect(padded(limit + 1));
    expect([over.http, over.body]).toEqual([400, { status: 'IMAGE_FILE_SIZE_TOO_BIG' }]);
    const far = await detect(padded(17 * 1024 * 1024));
    expect([far.http, far.body]).toEqual([413, { status: 'REQUEST_ENTITY_TOO_LARGE' }]);
  });

  test('what is no image, is empty or is cut off is corrupt; bytes after its end do not matter', async () => {
    const photo = await smallSample(1);
    const formats = [
      photo,
      await inFormat(photo, 'png'),
      await asBmp(photo),
      await inFormat(photo, 'gif'),
      await inFormat(photo, 'tiff'),
    ];
    const notes = Buffer.from('hello, I am a text and no image at all');
    const broken = [notes, new Uint8Array(0), ...formats.map((file) => file.subarray(0, Math.floor(file.length / 2)))];
    for (const [i, file] of broken.entries()) {
      const answer = await detect(file);
      expect([i, answer.http, answer.body]).toEqual([i, 400, { status: 'CORRUPT_IMAGE' }]);
    }
    for (const file of formats) {
      const answer = await detect(Buffer.concat([file, Buffer.from('\r\n')]));
      expect(answer.body.faces).toHaveLength(3);
    }
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF orientation %i is applied first and told', async (orientation) => {
    const upright = (await detect(sample(4))).body;
    const { body } = await detect(await stored(sample(4), orientation));
    expect(body).toMatchObject({ exif_orientation: orientation, width: upright.width, height: upright.height });
    expect(body.faces).toHaveLength(upright.faces.length);
    const [face, same]: (Rect | undefined)[] = [body.faces[0]?.rect, upright.faces[0]?.rect];
    for (const side of ['left', 'top', 'right', 'bottom'] as const) {
      expect(Math.abs((face?.[side] ?? 0) - (same?.[side] ?? 0))).toBeLessThan(12);
    }
    const { image_id } = body;
    const known = (await api.get('/info/image', { image_id })).body;
    expect(Object.keys(known)).toEqual(['status', 'image_id', 'width', 'height', 'user_data']);
  });

  test.each([
    [90, 'cw270'],
    [180, 'cw180'],
    [270, 'cw90'],
  ] as const)('auto_rotate puts a photo that was turned by %i upright', async (degrees, rotate) => {
    const upright = (await detect(sample(1), { auto_rotate: 1 })).body;
    expect(upright).not.toHaveProperty('rotate');
    const file = await turned(sample(1), degrees);
    const { body } = await detect(file, { auto_rotate: 1 });
    expect(body).toMatchObject({ rotate, width: upright.width, height: upright.height });
    expect(body.faces).toHaveLength(3);
    expect((await detect(file)).body).not.toHaveProperty('rotate');
  });
});

describe('an image by its address', () => {
  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const fetchIt = async (url: string, key = api.credentials) => (await api.post('/face/detection', { url }, key)).body;

  test('is fetched, over up to five redirects', async () => {
    const server = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end();
      else response.end(sample(1));
    });
    expect((await fetchIt(`${server}/0`)).faces).toHaveLength(3);
    expect((await fetchIt(`${server}/5`)).faces).toHaveLength(3);
    expect(await fetchIt(`${server}/6`)).toEqual({ status: 'DOWNLOAD_ERROR' });
  });

  test.each<[string, RequestListener, string]>([
    ['404', (_request, response) => response.writeHead(404).end(), 'DOWNLOAD_ERROR'],
    ['500', (_request, response) => response.writeHead(500).end(sample(1)), 'DOWNLOAD_ERROR'],
    ['a redirect to nowhere', (_request, response) => response.writeHead(302).end(), 'DOWNLOAD_ERROR'],
    [
      'a redirect to a file',
      (_request, response) => response.writeHead(302, { location: 'file:///etc/hosts' }).end(),
      'DOWNLOAD_ERROR',
    ],
    [
      'a connection that is cut',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '100000' }).write('abc');
        setTimeout(() => response.destroy(), 50);
      },
      'DOWNLOAD_ERROR',
    ],
    ['a text', (_request, response) => response.end('hello'), 'CORRUPT_IMAGE'],
    ['too much', (_request, response) => response.end(Buffer.alloc(5 * 1024 * 1024 + 1)), 'IMAGE_FILE_SIZE_TOO_BIG'],
    [
      'too much without saying how much',
      (_request, response) => {
        response.on('error', () => undefined);
        for (let i = 0; i < 6; i++) response.write(Buffer.alloc(1024 * 1024));
      },
      'IMAGE_FILE_SIZE_TOO_BIG',
    ],
  ])('%s', async (_what, listener, status) => {
    expect(await fetchIt(await serve(listener))).toEqual({ status });
  });

  test('nobody there', async () => {
    expect(await fetchIt('http://127.0.0.1:1/')).toEqual({ status: 'DOWNLOAD_ERROR' });
    expect(await fetchIt('http://no-such-host.invalid/')).toEqual({ status: 'DOWNLOAD_ERROR' });
  });

  test('5 seconds are for everything together', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 100);
      response.on('close', () => clearInterval(drip));
    });
    const begun = performance.now();
    expect(await fetchIt(server)).toEqual({ status: 'DOWNLOAD_TIMEOUT' });
    expect(performance.now() - begun).toBeGreaterThan(4900);
  });

  test('a key may be kept from fetching', async () => {
    const asked: unknown[] = [];
    const server = await serve((request, response) => {
      asked.push(request.url);
      response.end(sample(1));
    });
    expect(await fetchIt(server, api.key({ downloads: false }))).toEqual({ status: 'DOWNLOAD_ERROR' });
    expect(asked).toEqual([]);
  });
});

describe('comparison', () => {
  test('the same photo twice is the same people; the people of one photo are different ones', async () => {
    const [once, twice]: Face[][] = [(await detect(sample(1))).body.faces, (await detect(sample(1))).body.faces];
    for (const [i, face] of (once ?? []).entries()) {
      for (const [j, other] of (twice ?? []).entries()) {
        const values = { face_id: face.face_id, face2_id: other.face_id };
        const { body } = await api.post('/face/verification', values);
        expect([i, j, body.same_person]).toEqual([i, j, i === j]);
        if (i === j) expect(body.confidence).toBeGreaterThan(0.99);
      }
    }
  });

  test('a turned photo of a group is searched and identified like the upright one', async () => {
    const known: Face[] = (await detect(sample(1))).body.faces;
    const asked: Face[] = (await detect(await turned(sample(1), 90), { auto_rotate: 1 })).body.faces;
    const { faceset_id } = (
      await api.post('/faceset/create', { name: 'S', face_id: known.map((face) => face.face_id) })
    ).body;
    const persons: string[] = [];
    for (const [i, face] of known.entries()) persons.push(await api.person(`Person ${i}`, [face.face_id]));
    const { group_id } = (await api.post('/group/create', { name: 'G', person_id: persons })).body;
    const found: string[] = [];
    for (const { face_id } of asked) {
      const search = (await api.post('/face/search', { face_id, faceset_id, top: 1 })).body;
      const identification = (await api.post('/face/identification', { face_id, group_id })).body;
      expect(resultOf('/face/search')?.safeParse(search).error).toBeUndefined();
      expect(resultOf('/face/identification')?.safeParse(identification).error).toBeUndefined();
      expect(search.candidates[0].confidence).toBeGreaterThan(0.6);
      expect(identification.candidates).toHaveLength(1);
      expect(identification.candidates[0].confidence).toBe(search.candidates[0].confidence);
      found.push(search.candidates[0].face_id);
    }
    expect(found.toSorted()).toEqual(known.map((face) => face.face_id).toSorted());
  });
});
