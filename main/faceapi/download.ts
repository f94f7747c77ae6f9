/**
 * Fetching the image that a caller names by its address: the only thing in Kindred that ever touches a network, and only
 * because a script asked for just that.
 */

import { VERSION } from '../version.ts';
import { ApiError } from './api-error.ts';
import { MAX_IMAGE_BYTES } from './image-limits.ts';

/** For everything together, redirects included, ms. */
const TIME_LIMIT = 5000;
const MOST_REDIRECTS = 5;

/**
 * @returns at most MAX_IMAGE_BYTES
 * @throws ApiError DOWNLOAD_TIMEOUT, DOWNLOAD_ERROR, IMAGE_FILE_SIZE_TOO_BIG
 */
export async function download(url: URL, gone: AbortSignal): Promise<Uint8Array> {
  const timeout = AbortSignal.timeout(TIME_LIMIT);
  try {
    return await readBounded(await followRedirects(url, AbortSignal.any([timeout, gone])));
  } catch (error: unknown) {
    if (error instanceof ApiError) throw error;
    throw new ApiError(timeout.aborted ? 'DOWNLOAD_TIMEOUT' : 'DOWNLOAD_ERROR', undefined, { cause: error });
  }
}

async function followRedirects(url: URL, signal: AbortSignal): Promise<Response> {
  let at = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await fetch(at, {
      signal,
      redirect: 'manual',
      credentials: 'omit',
      headers: { 'user-agent': `Kindred/${VERSION}`, accept: 'image/*,*/*;q=0.5' },
    });
    const location = response.headers.get('location');
    const isRedirect = response.status >= 300 && response.status < 400 && location !== null;
    if (response.ok) return response;
    await response.body?.cancel();
    const next = isRedirect ? URL.parse(location, at.href) : null;
    if (!next || !/^https?:$/.test(next.protocol)) throw new ApiError('DOWNLOAD_ERROR');
    at = next;
  }
  throw new ApiError('DOWNLOAD_ERROR');
}

async function readBounded({ body, headers }: Response): Promise<Uint8Array> {
  if (Number(headers.get('content-length') ?? 0) > MAX_IMAGE_BYTES) {
    await body?.cancel();
    throw new ApiError('IMAGE_FILE_SIZE_TOO_BIG');
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop closes the connection.
    if (bytes > MAX_IMAGE_BYTES) throw new ApiError('IMAGE_FILE_SIZE_TOO_BIG');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
