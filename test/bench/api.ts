/**
 * The face API under load: calls a second and how long each takes, over 1 and 16 connections, with the engine's or the
 * index's own time beside it; and whether the server's memory stays flat.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEngine } from '../../main/engine/client.ts';
import { sharp } from '../../main/engine/decode/sharp-binary.ts';
import { type Crowded, makeCrowdedLibrary } from './api/crowded-library.ts';
import { type ApiCall, type Driven, drive } from './api/drive.ts';
import { type Serving, startServing } from './api/serving.ts';
import { benchPhotos } from './import/photos.ts';
import { processFigures } from './import/process-figures.ts';
import { markdownTable } from './markdown-table.ts';
import { median } from './median.ts';

/** What has to hold. */
const BARS = { comparingP95: 15, detectionOverhead: 15, infoPerSecond: 2000 };

interface Scenario {
  readonly name: string;
  readonly calls: number;
  call(i: number): ApiCall;
}

/** Options: `--faces N` of the face set and of the group (10,000), `--calls N` for the memory (20,000). */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { faces: { type: 'string' }, calls: { type: 'string' } } });
  const data = mkdtempSync(join(tmpdir(), 'kindred-bench-'));
  try {
    const photo = await megapixelPhoto();
    const engineMs = await engineTime(photo);
    const engine = await startEngine({ processes: 1 });
    const crowd = await makeCrowdedLibrary(data, engine.pack, Number(values.faces ?? 10_000));
    await engine.close();
    const serving = await startServing(data);
    try {
      await measure(serving, crowd, photo, engineMs, Number(values.calls ?? 20_000));
    } finally {
      await serving.end();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function measure(
  serving: Serving,
  crowd: Crowded,
  photo: Buffer,
  engineMs: number,
  calls: number,
): Promise<void> {
  const rows: Record<string, string>[] = [];
  const verdicts: string[] = [];
  for (const { name, calls, call } of scenarios(crowd, photo)) {
    await drive(serving.address, call, { connections: 1, calls: Math.max(3, Math.ceil(calls / 10)) });
    const one = await drive(serving.address, call, { connections: 1, calls });
    const many = await drive(serving.address, call, { connections: 16, calls: calls * 2 });
    rows.push({ call: name, ...columns('1', one), ...columns('16', many) });
    verdicts.push(...judge(name, one, many, engineMs));
  }
  console.log(
    `${crowd.faces.length} faces in the set, ${crowd.persons.length} persons with 10 faces each in the group\n`,
  );
  console.log(markdownTable(rows));
  console.log(`\nengine alone, one detection of the same photo: ${engineMs.toFixed(1)} ms (median)`);
  for (const verdict of verdicts) console.log(verdict);
  console.log(await memory(serving, crowd, calls));
}

const columns = (connections: string, { perSecond, p50, p95, p99 }: Driven): Record<string, string> => ({
  [`calls/s, ${connections}`]: perSecond.toFixed(0),
  [`p50 / p95 / p99 ms, ${connections}`]: [p50, p95, p99].map((ms) => ms.toFixed(1)).join(' / '),
});

function judge(name: string, one: Driven, many: Driven, engineMs: number): string[] {
  const say = (what: string, value: number, holds: boolean): string =>
    `${name}: ${what} ${value.toFixed(1)} (${holds ? 'pass' : 'FAIL'})`;
  if (name.startsWith('/info/api')) {
    return [say(`calls/s >= ${BARS.infoPerSecond}:`, many.perSecond, many.perSecond >= BARS.infoPerSecond)];
  }
  if (name.startsWith('/face/detection')) {
    const over = one.p50 - engineMs;
    return [say(`ms beyond the engine < ${BARS.detectionOverhead}:`, over, over < BARS.detectionOverhead)];
  }
  if (name.startsWith('/face/')) {
    return [say(`p95 ms < ${BARS.comparingP95}:`, one.p95, one.p95 < BARS.comparingP95)];
  }
  return [];
}

function scenarios(crowd: Crowded, photo: Buffer): Scenario[] {
  const { api_id, api_secret, faces, facesetId, groupId, persons, loose } = crowd;
  const key = new URLSearchParams({ api_id, api_secret }).toString();
  const json = (path: string, values: object): ApiCall => ({
    method: 'POST',
    path: `${path}?${key}`,
    type: 'application/json',
    body: Buffer.from(JSON.stringify(values)),
  });
  const at = (ids: readonly string[], i: number): string => ids[i % ids.length] ?? '';
  const boundary = 'kindred-bench';
  const upload: ApiCall = {
    method: 'POST',
    path: `/face/detection?${key}`,
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="photo"\r\n\r\n`),
      photo,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  };
  return [
    { name: '/info/api', calls: 4000, call: () => ({ method: 'GET', path: `/info/api?${key}` }) },
    { name: '/face/detection, 1 MP', calls: 40, call: () => upload },
    {
      name: '/face/verification, two trained faces',
      calls: 1000,
      call: (i) => json('/face/verification', { face_id: at(loose, i), face2_id: at(faces, i) }),
    },
    {
      name: '/face/search in the face set',
      calls: 500,
      call: (i) => json('/face/search', { face_id: at(loose, i), faceset_id: facesetId }),
    },
    {
      name: '/face/identification in the group',
      calls: 500,
      call: (i) => json('/face/identification', { face_id: at(loose, i), group_id: groupId }),
    },
    {
      name: '/person/add_face',
      calls: 500,
      call: (i) => json('/person/add_face', { person_id: at(persons, i * 7), face_id: at(loose, i) }),
    },
  ];
}

/** A photo of people of about one megapixel. */
async function megapixelPhoto(): Promise<Buffer> {
  const path = benchPhotos(1).find((photo) => photo.endsWith('sample1.jpg')) ?? '';
  return sharp(readFileSync(path)).resize({ width: 1224, height: 816 }).jpeg({ quality: 90 }).toBuffer();
}

/** Median of one detection at a time by an engine of its own, ms. */
async function engineTime(photo: Buffer): Promise<number> {
  const engine = await startEngine();
  const times: number[] = [];
  for (let i = 0; i < 40; i++) {
    const begun = performance.now();
    await engine.analyze({ bytes: photo }, {});
    if (i >= 5) times.push(performance.now() - begun);
  }
  await engine.close();
  return median(times);
}

/** Resident memory of the server's main process after a warm-up and after many calls more. */
async function memory({ pid, address }: Serving, crowd: Crowded, calls: number): Promise<string> {
  const kinds = scenarios(crowd, Buffer.alloc(0)).filter(({ name }) => !name.startsWith('/face/detection'));
  const mixed = (i: number): ApiCall => {
    const kind = kinds[i % kinds.length];
    if (!kind) throw new Error('There are kinds of calls.');
    return kind.call(i);
  };
  const resident = (): number | null => {
    const { peakMiB } = processFigures(pid);
    return peakMiB;
  };
  await drive(address, mixed, { connections: 16, calls: Math.ceil(calls / 4) });
  const before = resident();
  await drive(address, mixed, { connections: 16, calls });
  const after = resident();
  return `peak memory of the server's main process: ${before?.toFixed(0)} MiB after ${Math.ceil(calls / 4)} calls, ${after?.toFixed(0)} MiB after ${calls} more`;
}
