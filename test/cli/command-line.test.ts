/** The command line from a folder of real photos to people, as a user meets it. The tests tell one story, in order. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endAfterTest, kindred, removeFolder, sample, startKindred, temporaryFolder } from './run-kindred.ts';

let folder: string;
let data: string;
beforeAll(async () => {
  folder = temporaryFolder();
  data = join(folder, 'library');
  await mkdir(join(folder, 'album/deep'), { recursive: true });
  await copyFile(sample(1), join(folder, 'album/one.jpg'));
  await copyFile(sample(1), join(folder, 'album/one again.jpg'));
  await copyFile(sample(5), join(folder, 'album/deep/five.jpg'));
  const whole = await readFile(sample(6));
  await writeFile(join(folder, 'album/cut off.jpg'), whole.subarray(0, whole.length / 2));
  await writeFile(join(folder, 'album/not a photo.jpg'), 'hello');
  await writeFile(join(folder, 'album/notes.txt'), 'hello');
});
afterAll(() => removeFolder(folder));

const withData = (...args: string[]): Promise<Awaited<ReturnType<typeof kindred>>> =>
  kindred(...args, '--data', data, '--json');

interface Summary {
  photos: number;
  faces: number;
  groups: number;
  duplicates: number;
  unchanged: number;
  failures: { file: string; code: string; message: string }[];
}
interface People {
  people: { person_id: string; name: string; faces: number; photos: number }[];
}
interface Groups {
  groups: { group_id: string; faces: number }[];
}
interface Shown {
  files: { path: string }[];
  taken_at: string;
  faces: { face_id: string; name: string | null; group_id: string | null }[];
}

describe('a library', () => {
  test('before the first import is empty and in order', async () => {
    expect((await withData('people')).json()).toEqual({ people: [] });
    expect((await withData('check')).json()).toEqual({ ok: true, findings: [] });
  });

  test('import finds the faces, lists the broken files with reasons, and says by its exit code that some failed', async () => {
    const ended = await withData('import', join(folder, 'album'));
    const summary = ended.json<Summary>();
    expect(summary).toMatchObject({ photos: 2, faces: 8, duplicates: 1, unchanged: 0 });
    expect(summary.failures.map(({ code }) => code)).toEqual(['corrupt', 'unsupported']);
    expect(summary.failures[0]?.file).toContain('cut off.jpg');
    expect(ended.code).toBe(4);
  });

  test('a second import imports nothing', async () => {
    expect((await withData('import', join(folder, 'album'))).json()).toMatchObject({
      photos: 0,
      faces: 0,
      unchanged: 3,
    });
  });

  test('status counts what there is', async () => {
    expect((await withData('status')).json()).toMatchObject({
      counts: { photos: 2, files: 3, faces: 8, persons: 0 },
      pack: { name: 'kindred' },
      jobs: [{ state: 'done' }, { state: 'done' }],
    });
  });

  test('show tells what is known of a photo, by any of its paths', async () => {
    const shown = (await withData('show', join(folder, 'album/one again.jpg'))).json<Shown>();
    expect(shown.files).toHaveLength(2);
    expect(shown.faces).toHaveLength(3);
  });

  test('a photo that is not there is a clear error', async () => {
    const ended = await withData('show', 'nowhere.jpg');
    expect(ended.code).toBe(1);
    expect(ended.json()).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('people', () => {
  test('a group gets a name, is renamed, and keeps its faces', async () => {
    // The same three people once more, from another photo file: lighter, so that its bytes and pixels differ.
    const { default: sharp } = await import('sharp');
    await sharp(sample(1)).modulate({ brightness: 1.1 }).toFile(join(folder, 'album/one lighter.jpg'));
    await withData('import', join(folder, 'album'));
    const { groups } = (await withData('people', '--unknown')).json<Groups>();
    expect(groups.length).toBeGreaterThanOrEqual(2);
    const [first, second] = groups;

    const named = await withData('name', first?.group_id.slice(0, 8) ?? '', 'Anna');
    expect(named.json()).toMatchObject({ name: 'Anna', faces: 2 });
    expect((await withData('name', 'anna', 'Anna Maria')).json()).toMatchObject({ name: 'Anna Maria', faces: 2 });

    const taken = await withData('name', second?.group_id ?? '', 'Anna Maria');
    expect([taken.code, taken.json()]).toMatchObject([1, { error: { code: 'name-taken' } }]);
    expect((await withData('name', second?.group_id ?? '', 'Bea')).json()).toMatchObject({ name: 'Bea' });
  });

  test('two people become one', async () => {
    expect((await withData('merge', 'Anna Maria', 'Bea')).json()).toMatchObject({ name: 'Anna Maria', faces: 4 });
    const { people } = (await withData('people')).json<People>();
    expect(people).toMatchObject([{ name: 'Anna Maria', faces: 4, photos: 2 }]);
  });
});

test('backup copies the library once, and never over a file', async () => {
  const copy = join(folder, 'copy.sqlite');
  expect((await withData('backup', copy)).json()).toMatchObject({ file: copy });
  const again = await withData('backup', copy);
  expect([again.code, again.json()]).toMatchObject([1, { error: { code: 'exists' } }]);
});

test('restore puts a backup in the place of the library, which is kept', async () => {
  const copy = join(folder, 'copy.sqlite');
  const { people } = (await withData('people')).json<People>();
  await withData('name', people[0]?.person_id ?? '', 'Zoe');
  const restored = await withData('restore', copy);
  expect([restored.code, restored.json()]).toMatchObject([0, { restored: copy, photos: 3, persons: 1 }]);
  expect(restored.err).toContain('replaced.sqlite');
  expect((await withData('people')).json<People>().people).toEqual(people);
  const refused = await withData('restore', join(folder, 'album/one.jpg'));
  expect([refused.code, refused.json()]).toMatchObject([1, { error: { code: 'corrupt' } }]);
});

test('while a server owns the library, an import is refused by exit code 3 and short commands work', async () => {
  const server = startKindred('serve', '--data', data, '--json');
  endAfterTest(server);
  const address = await new Promise<string>((resolve) => server.stdout?.once('data', (text) => resolve(String(text))));
  expect(address).toMatch(/http:\/\/127\.0\.0\.1:\d+\/\?key=/);
  const refused = await withData('import', join(folder, 'album'));
  expect([refused.code, refused.json()]).toMatchObject([3, { error: { code: 'library-busy' } }]);
  expect((await withData('restore', join(folder, 'copy.sqlite'))).code).toBe(3);
  expect((await withData('people')).json<People>().people).toHaveLength(1);
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  expect(await ended).toBe(0);
});

describe('without a library', () => {
  test('detect streams one line a file in order, with the field names of the API', async () => {
    const { out, code } = await kindred('detect', sample(1), '/no/such/file', sample(5), '--landmarks106', '--json');
    const [first, missing, last] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(4);
    expect(missing).toMatchObject({ file: '/no/such/file', error: { code: 'not-found' } });
    expect(first).toMatchObject({ file: sample(1), width: 1920, height: 1280 });
    expect(last.faces).toHaveLength(5);
    for (const face of [...first.faces, ...last.faces]) {
      expect(face).toMatchObject({
        score: expect.any(Number),
        eye_dist: expect.any(Number),
        quality: expect.any(Object),
      });
      expect(face.landmarks21).toHaveLength(21);
      expect(face.landmarks106).toHaveLength(106);
      expect(face).not.toHaveProperty('attributes');
      expect(face.rect.right - face.rect.left).toBeGreaterThan(100);
    }
  });

  test('detect gives attributes and embeddings when asked', async () => {
    const { out } = await kindred('detect', sample(6), '--attributes', '--embedding', '--json');
    const { faces } = JSON.parse(out);
    expect(faces).toHaveLength(4);
    expect(faces[0].embedding).toHaveLength(512);
    expect(Math.hypot(...faces[0].embedding)).toBeCloseTo(1, 4);
    for (const { attributes } of faces)
      expect(attributes).toMatchObject({ age: expect.any(Number), gender: expect.any(Number) });
  });

  test('compare says that a photo is itself, and that strangers are strangers', async () => {
    expect((await kindred('compare', sample(5), sample(5), '--json')).json()).toEqual({
      confidence: 1,
      cosine: 1,
      same_person: true,
    });
    expect((await kindred('compare', sample(1), sample(5), '--json')).json()).toMatchObject({ same_person: false });
  });

  test.each([
    [['detect'], "missing required argument 'path'"],
    [['detect', 'x.jpg', '--min-score', '2'], 'It is a number from 0 to 1'],
    [['serve', '--port', '99999'], 'It is a number from 0 to 65535'],
    [['no-such-command'], "unknown command 'no-such-command'"],
    [['name', 'onlyone'], "missing required argument 'name'"],
  ])('wrong usage %j ends with code 2 and says what is wrong', async (args, message) => {
    const { code, err, out } = await kindred(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test.each([
    'import',
    'detect',
    'compare',
    'people',
    'name',
    'merge',
    'show',
    'status',
    'check',
    'backup',
    'restore',
    'serve',
    'start',
  ])('%s has help', async (command) => {
    const { code, out } = await kindred(command, '--help');
    expect([code, out]).toMatchObject([0, expect.stringContaining('Usage: kindred')]);
  });

  test('a folder that is no model pack is refused', async () => {
    const { code, json } = await kindred('detect', sample(1), '--pack', folder, '--json');
    expect(code).toBe(1);
    expect(json<{ error: { code: string } }>().error.code).toMatch(/pack|missing|not/);
  });
});
