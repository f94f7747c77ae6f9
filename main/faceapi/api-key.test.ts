import { expect, test } from 'vitest';
import { LOCAL_ACCOUNT } from '../library/accounts.ts';
import { newFolder, open } from '../library/library-fixture.ts';
import { createKey, DEFAULT_QUOTAS, mayCall } from './api-key.ts';
import { isSecretOf } from './secret.ts';

test('a key of which only the name is said works on the local account and may do all the usual', async () => {
  const library = open(newFolder(), { now: () => 1000 });
  const { key, secret } = createKey(library, { name: 'script' });
  expect(key).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{32}$/),
    accountId: LOCAL_ACCOUNT,
    name: 'script',
    secretHash: expect.any(String),
    allow: null,
    deny: [],
    quotas: {
      groups: 10_000,
      persons: 100_000,
      facesets: 10_000,
      persons_per_group: 100_000,
      faces_per_person: 10_000,
      faces_per_faceset: 100_000,
    },
    rate: { calls: 500, seconds: 10 },
    idLifetime: 432_000,
    taskLifetime: 86_400,
    async: 'auto',
    downloads: true,
    createdAt: 1000,
    usedAt: null,
    expiresAt: null,
    revokedAt: null,
  });
  expect(library.apiKeys.byId(key.id)).toEqual(key);
  expect(await isSecretOf(key.secretHash, secret)).toBe(true);
});

test('what is said of a key holds, and the rest stays as usual', () => {
  const settings = { rate: { calls: 5, seconds: 3 }, idLifetime: 2, async: 'always', downloads: false } as const;
  const { key } = createKey(open(), { name: 'script', ...settings, quotas: { persons: 4 } });
  expect(key).toMatchObject({ ...settings, taskLifetime: 86_400, quotas: { ...DEFAULT_QUOTAS, persons: 4 } });
});

test('the account of a key is made once, and then found in any case', () => {
  const library = open();
  const [first, second] = ['Robot', 'robot'].map((account) => createKey(library, { name: 'script', account }).key);
  expect(first?.accountId).toBe(second?.accountId);
  expect(library.accounts.all().map(({ name, keys }) => [name, keys])).toEqual([
    ['local', 0],
    ['Robot', 2],
  ]);
});

test('an account is not left behind by a key that could not be made', () => {
  const library = open();
  expect(() => createKey(library, { name: 'script', account: 'robot', idLifetime: 0 })).toThrow(/CHECK/);
  expect(library.accounts.byName('robot')).toBeUndefined();
});

test.each([
  [null, [], true],
  [['/info/api'], [], true],
  [['/info/face'], [], false],
  [[], [], false],
  [null, ['/info/api'], false],
  [['/info/api'], ['/info/api'], false],
  [null, ['/info/face'], true],
])('with %j allowed and %j denied, may /info/api be called: %j', (allow, deny, expected) => {
  expect(mayCall({ allow, deny }, '/info/api')).toBe(expected);
});
