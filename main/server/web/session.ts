/**
 * Who may use the page: whoever opens the printed address first. Its key works once and is exchanged for a cookie, so
 * that a link left in a terminal or a browser history opens nothing for anybody else.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';

const COOKIE = 'kindred-session';

export interface Session {
  /** The key for the printed address. */
  readonly key: string;
  /** The Set-Cookie header for the right key on its first use; null otherwise. */
  enter(key: string): string | null;
  /** Whether a request's Cookie header belongs to this session. */
  admits(cookies: string | undefined): boolean;
}

export function openSession(): Session {
  const key = randomBytes(24).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  let used = false;
  return {
    key,
    enter(given) {
      if (used || !sameText(given, key)) return null;
      used = true;
      return `${COOKIE}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    admits: (cookies) => sameText(readCookie(cookies ?? ''), secret),
  };
}

const readCookie = (header: string): string =>
  header
    .split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === COOKIE)?.[1] ?? '';

/** Compared in constant time, so that a guess learns nothing from how long the answer takes. */
function sameText(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
