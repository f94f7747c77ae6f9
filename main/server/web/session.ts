/**
 * Who may use the page: whoever opens the printed address first. Its key works once and is exchanged for a cookie, so
 * that a link left in a terminal or a browser history opens nothing for anybody else.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Browsers keep cookies apart by host and not by port: two libraries that are served at once have one each. */
const nameFor = (port: string): string => `kindred-session-${port}`;

export interface Session {
  /** The key for the printed address. */
  readonly key: string;
  /**
   * @param port that the page is served at
   * @returns the Set-Cookie header for the right key on its first use; null otherwise
   */
  enter(key: string, port: string): string | null;
  /** Whether the Cookie header of a request to this port belongs to this session. */
  admits(cookies: string | undefined, port: string): boolean;
}

export function openSession(): Session {
  const key = randomBytes(24).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  let used = false;
  return {
    key,
    enter(given, port) {
      if (used || !sameText(given, key)) return null;
      used = true;
      return `${nameFor(port)}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    admits: (cookies, port) => sameText(readCookie(cookies ?? '', nameFor(port)), secret),
  };
}

const readCookie = (header: string, wanted: string): string =>
  header
    .split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === wanted)?.[1] ?? '';

/** Compared in constant time, so that a guess learns nothing from how long the answer takes. */
function sameText(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
