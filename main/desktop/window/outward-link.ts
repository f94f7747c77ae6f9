/** Which links leave Kindred: to the web, encrypted, and to the local API's own page. Nothing that opens a program or a file. */

/**
 * @param apiAddress `http://127.0.0.1:<port>` while the local API answers
 * @returns the address as the system shall be given it; null for one that goes nowhere
 */
export function outwardLink(link: string, apiAddress: string | null): string | null {
  const url = URL.parse(link);
  // A name before the host is how one site is dressed up as another.
  if (url === null || url.username + url.password !== '') return null;
  const isWeb = url.protocol === 'https:';
  const isApi = apiAddress !== null && url.origin === apiAddress && url.pathname === '/docs';
  return isWeb || isApi ? url.href : null;
}
