/**
 * Chromium knows no schemes of an application. To it, app://kindred/x is https://kindred.app.electron-host.invalid/x: an
 * origin of its own, secure, and nowhere on any network.
 */
const HOST = '.electron-host.invalid';

const schemes = new Set<string>();

export const addScheme = (scheme: string): void => void schemes.add(scheme);

/** @param url as the application writes it */
export function toChromium(url: string): string {
  const [, scheme = '', host, path] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/.exec(url) ?? [];
  return schemes.has(scheme) ? `https://${host}.${scheme}${HOST}${path || '/'}` : url;
}

/** @param url as Chromium writes it */
export const fromChromium = (url: string): string =>
  url.replace(/^https:\/\/([^/]*)\.([a-z0-9+.-]+)\.electron-host\.invalid/, '$2://$1');

/** The scheme of an application's address; null for any other. */
export function schemeOf(url: string): string | null {
  const scheme = url.slice(0, url.indexOf(':'));
  return schemes.has(scheme) ? scheme : null;
}
