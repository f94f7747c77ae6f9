/**
 * Secrets of keys: made here, shown once, and kept only as a hash that is slow to guess against (scrypt, RFC 7914). The
 * hash carries its own parameters, so that they can be raised without touching keys that are in use.
 */
import { randomBytes, type ScryptOptions, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const SECRET_BYTES = 32;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** 32 MiB and about 0.1 s. */
const COST = { N: 2 ** 15, r: 8, p: 1 } as const;

/** No hash of ours asks for more, bytes. Node's own limit is the 32 MiB that COST needs, to the byte too little. */
const MOST_MEMORY = 256 * 1024 * 1024;

/** 43 characters that need no escaping anywhere. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** Whether this can be anybody's secret at all: what cannot need not be hashed. */
export const looksLikeSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** Blocks for about 0.1 s. @returns `scrypt$N$r$p$salt$hash`, the last two in base64url */
export function hashSecret(secret: string): string {
  const salt = randomBytes(SALT_BYTES);
  const hash = scryptSync(secret, salt, HASH_BYTES, { ...COST, maxmem: MOST_MEMORY });
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/**
 * Works in another thread, for about 0.1 s.
 * @param hash as made by hashSecret
 * @throws Error when the hash is not one; the message has neither the hash nor the secret
 */
export async function isSecretOf(hash: string, secret: string): Promise<boolean> {
  const { cost, salt, expected } = readHash(hash);
  const found = await derive(secret, salt, expected.length, cost);
  return timingSafeEqual(found, expected);
}

const positive = z.coerce.number().int().positive();
// Not shorter than 16 bytes: to an empty hash every secret would be right.
const hashParts = z.tuple([z.literal('scrypt'), positive, positive, positive, z.base64url(), z.base64url().min(22)]);

function readHash(hash: string) {
  const parts = hashParts.safeParse(hash.split('$'));
  // Without the parser's own words, which quote what they were given.
  if (!parts.success) throw new Error('The hash of a key in the library cannot be read.');
  const [, N, r, p, salt, expected] = parts.data;
  return { cost: { N, r, p }, salt: Buffer.from(salt, 'base64url'), expected: Buffer.from(expected, 'base64url') };
}

function derive(secret: string, salt: Buffer, length: number, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, length, { ...cost, maxmem: MOST_MEMORY }, (error, hash) => {
      if (error) reject(error);
      else resolve(hash);
    });
  });
}
