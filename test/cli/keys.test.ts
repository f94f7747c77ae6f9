/** Keys and accounts on the command line. The first tests tell one story, in order. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Credentials } from '../../main/faceapi/credentials.ts';
import { openLibrary } from '../../main/library/library.ts';
import { kindred, removeFolder, temporaryFolder } from './run-kindred.ts';

let data: string;
beforeAll(() => {
  data = temporaryFolder();
});
afterAll(() => removeFolder(data));

const withData = (...args: string[]): ReturnType<typeof kindred> => kindred(...args, '--data', data, '--json');

interface Created {
  readonly api_id: string;
  readonly api_secret: string;
}
interface Listed {
  readonly keys: readonly { readonly api_id: string; readonly revoked: string | null }[];
}

const USUAL = {
  account: 'local',
  rate_limit: '500q/10s',
  expires: null,
  quota: {
    groups: 10_000,
    persons: 100_000,
    facesets: 10_000,
    persons_per_group: 100_000,
    faces_per_person: 10_000,
    faces_per_faceset: 100_000,
  },
  allow: null,
  deny: [],
  id_ttl: 432_000,
  task_ttl: 86_400,
  async: 'auto',
  downloads: true,
};

describe('a key', () => {
  let usual: Created;
  let special: Created;

  test('of which only the name is said may do all the usual; its id and secret are told', async () => {
    const { code, json, err } = await withData('keys', 'create', '--name', 'frame');
    usual = json<Created>();
    expect([code, err]).toEqual([0, '']);
    expect(usual).toEqual({
      api_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      api_secret: expect.stringMatching(/^[\w-]{43}$/),
      name: 'frame',
      ...USUAL,
    });
  });

  test('takes everything that can be said of it', async () => {
    const { code, json } = await withData(
      ...[
        'keys',
        'create',
        '--name',
        'robot key',
        '--account',
        'robot',
        '--rate',
        '5/3',
        '--quota',
        'groups=2,persons=4',
      ],
      ...['--expires', '2020-01-31T18:00:00+08:00', '--allow', 'face/search,/info/*', '--deny', 'info/api,/info/task'],
      ...['--id-ttl', '2', '--task-ttl', '3', '--async', 'always', '--no-downloads'],
    );
    special = json<Created>();
    expect(code).toBe(0);
    expect(special).toMatchObject({
      name: 'robot key',
      account: 'robot',
      rate_limit: '5q/3s',
      expires: '2020-01-31T10:00:00+00:00',
      quota: { ...USUAL.quota, groups: 2, persons: 4 },
      allow: expect.arrayContaining(['/info/api', '/info/faceset', '/face/search']),
      deny: ['/info/api', '/info/task'],
      id_ttl: 2,
      task_ttl: 3,
      async: 'always',
      downloads: false,
    });
  });

  test('is listed with all that was said, but nowhere with its secret or the hash of it', async () => {
    const listed = await withData('keys', 'list');
    const { api_secret: _, ...told } = special;
    expect(listed.json<Listed>()).toEqual({
      keys: [
        { ...USUAL, api_id: usual.api_id, name: 'frame', created: expect.any(String), used: null, revoked: null },
        {
          ...told,
          created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/),
          used: null,
          revoked: null,
        },
      ],
    });
    const { out } = await kindred('keys', 'list', '--data', data);
    expect(out).toMatch(/frame +local +500q\/10s +good +never/);
    expect(out).toMatch(/robot key +robot +5q\/3s +expired +never/);
    for (const text of [listed.out, out]) expect(text).not.toMatch(/secret|hash|scrypt/);
    for (const { api_secret } of [usual, special]) expect(listed.out + out).not.toContain(api_secret);
  });

  test('has its secret in no file of the library', async () => {
    const files = (await readdir(data, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name)).toContain('library.sqlite');
    for (const { parentPath, name } of files)
      expect((await readFile(join(parentPath, name))).includes(usual.api_secret)).toBe(false);
  });

  test('counts for its account', async () => {
    expect((await withData('accounts')).json()).toEqual({
      accounts: [
        { account_id: '0'.repeat(32), name: 'local', persons: 0, groups: 0, facesets: 0, images: 0, keys: 1 },
        { account_id: expect.any(String), name: 'robot', persons: 0, groups: 0, facesets: 0, images: 0, keys: 1 },
      ],
    });
    const { out } = await kindred('accounts', '--data', data);
    expect(out).toMatch(/robot +0 people +0 groups +0 face sets +0 images +1 key\n/);
  });

  test('is revoked by the beginning of its id, once', async () => {
    const first = await withData('keys', 'revoke', usual.api_id.slice(0, 12));
    expect(first.json()).toEqual({
      api_id: usual.api_id,
      name: 'frame',
      account: 'local',
      revoked: expect.any(String),
    });
    const again = await withData('keys', 'revoke', usual.api_id);
    expect([again.code, again.json()]).toEqual([0, first.json()]);
    const { keys } = (await withData('keys', 'list')).json<Listed>();
    expect(keys.map(({ api_id, revoked }) => [api_id, revoked !== null])).toEqual([
      [usual.api_id, true],
      [special.api_id, false],
    ]);
  });

  test.each(['', 'abc', 'ffffffffffffffffffffffffffffffff', '%%%%'])(
    'that is not there (%j) cannot be revoked',
    async (id) => {
      const { code, json } = await withData('keys', 'revoke', id);
      expect([code, json()]).toMatchObject([1, { error: { code: 'not-found' } }]);
    },
  );

  test('is told to people in words, with its secret, and that this is the only time', async () => {
    const { out } = await kindred('keys', 'create', '--name', 'frame', '--deny', 'person/delete', '--data', data);
    expect(out).toMatch(/^api_id +[0-9a-f]{32}\napi_secret +[\w-]{43}\n/);
    expect(out).toMatch(/\nallow +all endpoints\ndeny +\/person\/delete\n/);
    expect(out).toContain('The secret is shown only this once');
  });
});

test.each([
  [['keys'], 'Usage: kindred keys'],
  [['keys', 'nothing'], "unknown command 'nothing'"],
  [['keys', 'create'], "required option '--name <name>' not specified"],
  [['keys', 'create', '--name', ' '], 'It is a name of 1 to 100 characters'],
  [['keys', 'create', '--name', 'x', '--account', ''], 'It is a name of 1 to 100 characters'],
  [['keys', 'create', '--name', 'x', '--rate', '5'], 'It is calls and seconds, such as 500/10'],
  [['keys', 'create', '--name', 'x', '--expires', '2030-01-31'], 'It is a date and time such as'],
  [
    ['keys', 'create', '--name', 'x', '--allow', 'face/grouping'],
    "There is no endpoint 'face/grouping'. There are /info/api",
  ],
  [['keys', 'create', '--name', 'x', '--deny', 'everything'], "There is no endpoint 'everything'"],
  [['keys', 'create', '--name', 'x', '--quota', 'cats=3'], 'There are groups, persons, facesets, persons_per_group'],
  [['keys', 'create', '--name', 'x', '--quota', 'groups=many'], 'It is numbers by name'],
  [['keys', 'create', '--name', 'x', '--id-ttl', '0'], 'It is a whole number of seconds'],
  [['keys', 'create', '--name', 'x', '--task-ttl', '1.5'], 'It is a whole number of seconds'],
  [['keys', 'create', '--name', 'x', '--async', 'sometimes'], 'Allowed choices are auto, always, never'],
  [['keys', 'create', '--name', 'x', 'y'], 'too many arguments'],
  [['keys', 'revoke'], "missing required argument 'api-id'"],
  [['keys', 'list', '--secrets'], "unknown option '--secrets'"],
])('wrong usage %j ends with code 2, says what is wrong, and makes nothing', async (args, message) => {
  const folder = join(data, 'not made');
  const { code, err, out } = await kindred(...args, ...(args.length > 1 ? ['--data', folder] : []));
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
  expect(await readdir(data)).not.toContain('not made');
});

test.each(['keys', 'keys create', 'keys list', 'keys revoke', 'accounts'])('%s has help', async (command) => {
  const { code, out } = await kindred(...command.split(' '), '--help');
  expect([code, out]).toMatchObject([0, expect.stringContaining(`Usage: kindred ${command}`)]);
});

test('before the first key the list says how to make one', async () => {
  const folder = join(data, 'new');
  expect((await kindred('keys', 'list', '--data', folder)).out).toContain('kindred keys create --name');
  expect((await kindred('keys', 'list', '--data', folder, '--json')).json()).toEqual({ keys: [] });
});

test('while Kindred is open, a key that is made counts at once, and one that is revoked no more', async () => {
  const folder = join(data, 'open');
  const library = openLibrary(folder, { role: 'owner', appVersion: '0.0.0' });
  onTestFinished(() => library.close());
  const credentials = new Credentials(library);
  const made = await kindred('keys', 'create', '--name', 'frame', '--account', 'robot', '--data', folder, '--json');
  const { api_id, api_secret } = made.json<Created>();
  expect(await credentials.check(api_id, api_secret)).toMatchObject({ name: 'frame' });
  expect((await kindred('keys', 'revoke', api_id, '--data', folder)).code).toBe(0);
  expect(await credentials.check(api_id, api_secret)).toBeNull();
});
