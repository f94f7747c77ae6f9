import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { apiKey, newFolder, open } from './library-fixture.ts';

test('a key comes back as it was put in', () => {
  const { apiKeys, transaction } = open(undefined, { now: () => 1000 });
  const made = apiKey({
    allow: ['/info/api'],
    deny: ['/person/delete'],
    async: 'never',
    downloads: false,
    expiresAt: 5,
  });
  const id = transaction(() => apiKeys.insert(made));
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(apiKeys.byId(id)).toEqual({ ...made, id, createdAt: 1000, usedAt: null, revokedAt: null });
});

test('all endpoints allowed is not the same as none', () => {
  const { apiKeys, transaction } = open();
  const [all, none] = transaction(() => [apiKey({ allow: null }), apiKey({ allow: [] })].map(apiKeys.insert));
  expect(apiKeys.byId(all ?? '')?.allow).toBeNull();
  expect(apiKeys.byId(none ?? '')?.allow).toEqual([]);
});

test('keys are listed oldest first, with the name of their account', () => {
  let time = 1000;
  const { accounts, apiKeys, transaction } = open(undefined, { now: () => time++ });
  const robot = transaction(() => accounts.create('robot'));
  for (const made of [apiKey({ name: 'z' }), apiKey({ name: 'y', accountId: robot }), apiKey({ name: 'x' })])
    transaction(() => apiKeys.insert(made));
  expect(apiKeys.all()).toMatchObject([
    { name: 'z', account: 'local' },
    { name: 'y', account: 'robot' },
    { name: 'x', account: 'local' },
  ]);
});

test('a key is revoked once and for good', () => {
  let time = 1000;
  const { apiKeys, transaction } = open(undefined, { now: () => time });
  const id = transaction(() => apiKeys.insert(apiKey()));
  time = 2000;
  expect(transaction(() => apiKeys.revoke(id))).toBe(1);
  time = 3000;
  expect(transaction(() => apiKeys.revoke(id))).toBe(0);
  expect(apiKeys.byId(id)).toMatchObject({ revokedAt: 2000 });
});

test('the last use of a key is remembered', () => {
  const { apiKeys, transaction } = open(undefined, { now: () => 1000 });
  const id = transaction(() => apiKeys.insert(apiKey()));
  transaction(() => apiKeys.markUsed(id));
  expect(apiKeys.byId(id)).toMatchObject({ usedAt: 1000 });
});

test('an unknown key is nothing, whatever is taken for its id', () => {
  const { apiKeys } = open();
  for (const id of ['', 'x', "' OR 1 = 1 --", 'f'.repeat(100_000)]) expect(apiKeys.byId(id)).toBeUndefined();
});

test('what another process has revoked is seen at once', () => {
  const folder = newFolder();
  const { apiKeys, transaction } = open(folder);
  const id = transaction(() => apiKeys.insert(apiKey()));
  const guest = open(folder, { role: 'guest' });
  guest.transaction(() => guest.apiKeys.revoke(id));
  expect(apiKeys.byId(id)?.revokedAt).not.toBeNull();
});

test('what is not as a key was written is not taken for one', () => {
  const folder = newFolder();
  const { apiKeys, transaction } = open(folder);
  const id = transaction(() => apiKeys.insert(apiKey()));
  const db = new Database(join(folder, 'library.sqlite'));
  db.prepare("UPDATE api_key SET quotas = '{}'").run();
  db.close();
  expect(() => apiKeys.byId(id)).toThrow(/groups/);
});

test.each([
  ['rate', { rate: { calls: 0, seconds: 10 } }],
  ['window', { rate: { calls: 1, seconds: 0 } }],
  ['lifetime of ids', { idLifetime: 0 }],
  ['lifetime of tasks', { taskLifetime: -1 }],
])('a key without any %s is refused', (_, changes) => {
  const { apiKeys, transaction } = open();
  expect(() => transaction(() => apiKeys.insert(apiKey(changes)))).toThrow(/CHECK/);
});
