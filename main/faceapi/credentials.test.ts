import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, test, vi } from 'vitest';
import { LibraryError } from '../library/library-error.ts';
import { newFolder, open } from '../library/library-fixture.ts';
import { createKey } from './api-key.ts';
import { Credentials } from './credentials.ts';
import { hashSecret, isSecretOf, newSecret } from './secret.ts';

// The real hash, counted.
vi.mock('./secret.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('./secret.ts')>();
  return { ...real, isSecretOf: vi.fn(real.isSecretOf) };
});
const hashes = vi.mocked(isSecretOf);
beforeEach(() => void hashes.mockClear());

const MINUTE = 60_000;

function setUp() {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const folder = newFolder();
  const library = open(folder, { now: () => clock.now });
  const { key, secret } = createKey(library, { name: 'script' });
  return { clock, folder, library, key, secret, credentials: new Credentials(library) };
}

test('id and secret together are their key', async () => {
  const { credentials, key, secret } = setUp();
  expect(await credentials.check(key.id, secret)).toEqual(key);
});

test('anything else is nobody', async () => {
  const { library, credentials, key, secret } = setUp();
  const other = createKey(library, { name: 'other' });
  const attempts: [unknown, unknown][] = [
    [key.id, newSecret()],
    [key.id, other.secret],
    [other.key.id, secret],
    [key.id.toUpperCase(), secret],
    [newSecret(), secret],
    [key.id, ''],
    [key.id, secret.slice(1)],
    [key.id, `${secret} `],
    [key.id, [secret]],
    [[key.id], secret],
    [undefined, undefined],
    [null, null],
    [42, {}],
    [secret, key.id],
    [key.id, key.secretHash],
  ];
  for (const [id, tried] of attempts)
    expect([id, tried, await credentials.check(id, tried)]).toEqual([id, tried, null]);
});

test('a call costs no hash once its credentials are known, right or wrong', async () => {
  const { credentials, key, secret } = setUp();
  const wrong = newSecret();
  for (let i = 0; i < 10; i++) {
    expect(await credentials.check(key.id, secret)).not.toBeNull();
    expect(await credentials.check(key.id, wrong)).toBeNull();
  }
  expect(hashes).toHaveBeenCalledTimes(2);
});

test('what no secret looks like, unknown ids and revoked keys cost no hash at all', async () => {
  const { credentials, library, key, secret } = setUp();
  await credentials.check(key.id, 'guess');
  await credentials.check('nobody', secret);
  library.transaction(() => library.apiKeys.revoke(key.id));
  await credentials.check(key.id, secret);
  expect(hashes).not.toHaveBeenCalled();
});

test('callers that ask the same at the same time share one hash', async () => {
  const { credentials, key, secret } = setUp();
  const answers = await Promise.all(Array.from({ length: 50 }, () => credentials.check(key.id, secret)));
  expect(answers.filter((answer) => answer?.id === key.id)).toHaveLength(50);
  expect(hashes).toHaveBeenCalledTimes(1);
});

test('at most two hashes run at a time', async () => {
  const { credentials, key } = setUp();
  let [running, most] = [0, 0];
  hashes.mockImplementation(async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running--;
    return false;
  });
  await Promise.all(Array.from({ length: 10 }, () => credentials.check(key.id, newSecret())));
  hashes.mockReset();
  expect(most).toBe(2);
});

test('many wrong guesses do not make the right secret forgotten', async () => {
  const { credentials, key, secret } = setUp();
  await credentials.check(key.id, secret);
  hashes.mockResolvedValue(false);
  for (let i = 0; i < 3000; i++) await credentials.check(key.id, newSecret());
  hashes.mockClear();
  expect(await credentials.check(key.id, secret)).not.toBeNull();
  expect(hashes).not.toHaveBeenCalled();
  hashes.mockReset();
});

test('a check that failed is made again', async () => {
  const { credentials, key, secret } = setUp();
  hashes.mockRejectedValueOnce(new Error('out of memory'));
  await expect(credentials.check(key.id, secret)).rejects.toThrow('out of memory');
  expect(await credentials.check(key.id, secret)).not.toBeNull();
});

test('a key that another process revokes is nobody at the next call', async () => {
  const { credentials, folder, key, secret } = setUp();
  expect(await credentials.check(key.id, secret)).not.toBeNull();
  const guest = open(folder, { role: 'guest' });
  guest.transaction(() => guest.apiKeys.revoke(key.id));
  expect(await credentials.check(key.id, secret)).toBeNull();
});

test('a key whose secret or rate has been changed counts as it is now', async () => {
  const { credentials, folder, key, secret } = setUp();
  expect(await credentials.check(key.id, secret)).not.toBeNull();
  const db = new Database(join(folder, 'library.sqlite'));
  db.prepare('UPDATE api_key SET rate_calls = 7').run();
  expect(await credentials.check(key.id, secret)).toMatchObject({ rate: { calls: 7 } });
  const next = newSecret();
  db.prepare('UPDATE api_key SET secret_hash = ?').run(hashSecret(next));
  db.close();
  expect(await credentials.check(key.id, secret)).toBeNull();
  expect(await credentials.check(key.id, next)).not.toBeNull();
});

test('an expired key is still told, for the caller to say so', async () => {
  const { credentials, library } = setUp();
  const { key, secret } = createKey(library, { name: 'old', expiresAt: 1 });
  expect(await credentials.check(key.id, secret)).toMatchObject({ expiresAt: 1 });
});

test('the last use is written, at most once a minute', async () => {
  const { clock, credentials, library, key, secret } = setUp();
  const mark = vi.spyOn(library.apiKeys, 'markUsed');
  const start = clock.now;
  const usedAt = async () => {
    await credentials.check(key.id, secret);
    return library.apiKeys.byId(key.id)?.usedAt;
  };
  expect(await usedAt()).toBe(start);
  clock.now = start + MINUTE - 1;
  expect(await usedAt()).toBe(start);
  clock.now = start + MINUTE;
  expect(await usedAt()).toBe(start + MINUTE);
  clock.now = start - 10 * MINUTE;
  expect(await usedAt()).toBe(start - 10 * MINUTE);
  expect(mark).toHaveBeenCalledTimes(3);
});

test('a wrong secret is no use', async () => {
  const { credentials, library, key } = setUp();
  await credentials.check(key.id, newSecret());
  expect(library.apiKeys.byId(key.id)?.usedAt).toBeNull();
});

test('a library that cannot be written now refuses no call, and is not asked again at once', async () => {
  const { credentials, library, key, secret } = setUp();
  const mark = vi.spyOn(library.apiKeys, 'markUsed').mockImplementation(() => {
    throw new LibraryError('busy', 'Another Kindred is writing to the library.');
  });
  expect(await credentials.check(key.id, secret)).not.toBeNull();
  expect(await credentials.check(key.id, secret)).not.toBeNull();
  expect(mark).toHaveBeenCalledTimes(1);
});
