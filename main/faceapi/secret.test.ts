import { expect, test } from 'vitest';
import { hashSecret, isSecretOf, looksLikeSecret, newSecret } from './secret.ts';

test('a secret is 256 random bits in characters that need no escaping', () => {
  const secrets = Array.from({ length: 100 }, newSecret);
  expect(new Set(secrets).size).toBe(100);
  for (const secret of secrets) {
    expect(encodeURIComponent(secret)).toBe(secret);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(looksLikeSecret(secret)).toBe(true);
  }
});

test.each(['', 'short', `${newSecret()}x`, `${newSecret()}\n`, newSecret().replace(/^./, '+'), 'x'.repeat(1_000_000)])(
  'this cannot be a secret: %.50j',
  (text) => expect(looksLikeSecret(text)).toBe(false),
);

test('a hash tells its secret from others, has its own salt and says how it was made', async () => {
  const [secret, other] = [newSecret(), newSecret()];
  const [first, second] = [hashSecret(secret), hashSecret(secret)];
  expect(first).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(first).not.toBe(second);
  expect(first).not.toContain(secret);
  expect(await Promise.all([first, second].map((hash) => isSecretOf(hash, secret)))).toEqual([true, true]);
  expect(await isSecretOf(first, other)).toBe(false);
});

test('a hash made with other parameters still counts', async () => {
  // RFC 7914, section 12.
  const salt = Buffer.from('SodiumChloride').toString('base64url');
  const hash = Buffer.from('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2', 'hex');
  expect(await isSecretOf(`scrypt$16384$8$1$${salt}$${hash.toString('base64url')}`, 'pleaseletmein')).toBe(true);
});

test.each([
  '',
  'none',
  'scrypt$1$2$3$salt',
  'scrypt$32768$8$1$c2FsdA$',
  'scrypt$x$8$1$c2FsdA$aGFzaA',
  'scrypt$32768$8$1$not base64$aGFzaA',
  'bcrypt$32768$8$1$c2FsdA$aGFzaA',
  // More memory than any hash of ours: 1 TiB.
  'scrypt$1073741824$8$1$c2FsdA$aGFzaAaGFzaAaGFzaAaGFzaAaGFzaA',
])('the hash %j is a fault, told without hash and secret', async (hash) => {
  const secret = newSecret();
  const error = await isSecretOf(hash, secret).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  const { message } = error as Error;
  expect(message).not.toContain(secret);
  expect(message).not.toContain('aGFzaA');
});
