/** app://kindred/…: the renderer's own files and the library's pictures, and nothing else of the disk. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol } from 'electron';
import type { Core } from '../../core.ts';
import type { Picture } from '../../pictures.ts';

export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://kindred`;

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const notFound = (): Response => new Response('Not found', { status: 404 });

/** @param renderer folder of the built renderer */
export function handleAppScheme(core: Core, renderer: string): void {
  protocol.handle(SCHEME, async (request) => {
    // Node's URL knows no origin for schemes of our own, so the address itself is looked at.
    const { pathname } = new URL(request.url);
    if (request.method !== 'GET' || !request.url.startsWith(`${ORIGIN}/`)) return notFound();
    const [, kind, id] = pathname.split('/');
    const { thumbnail: thumb, photo, whole, face } = core.pictures;
    const find = { thumb, photo, whole, face }[kind ?? ''];
    if (find && id) return answerPicture(await find(id));
    return answerFile(renderer, pathname);
  });
}

function answerPicture(picture: Picture | null): Response {
  if (!picture) return notFound();
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'content-type': picture.type,
      'cache-control': picture.isProvisional ? 'no-store' : 'private, max-age=86400',
    },
  });
}

async function answerFile(renderer: string, address: string): Promise<Response> {
  try {
    const pathname = decodeURIComponent(address);
    const type = TYPES[extname(pathname)];
    if (!type) return notFound();
    const root = await realpath(renderer);
    // The real path, after links and dots: a file outside the renderer's folder does not exist here.
    const file = await realpath(join(root, pathname));
    if (!file.startsWith(root + sep)) return notFound();
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'content-type': type,
        'x-content-type-options': 'nosniff',
        'content-security-policy': CONTENT_SECURITY_POLICY,
      },
    });
  } catch {
    return notFound();
  }
}
