/**
 * Files that a browser sends: `POST /upload?path=<path below what was dropped>&modified=<ms>` with the bytes as the body.
 * A page is not told where its files lie, so they are copied into the library's folder and imported from there.
 */
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DEFAULT_LIMITS } from '../../../engine/decode/limits.ts';
import type { Named } from '../../../organizer/take-name.ts';
import { today } from '../../../today.ts';
import { Landing } from './landing.ts';
import { UploadError } from './upload-error.ts';
import { uploadPath } from './upload-path.ts';

/** Uploads at once: what a disk takes without making everybody wait. */
const MOST_AT_ONCE = 8;

/** A page that is still there has imported what it sent long before, or shows that it could not send the rest, ms. */
const QUIET = 120_000;

/** What a browser says of a file of which it knows nothing. */
const ANY_TYPE = 'application/octet-stream';

/** The last moment that a date can hold, ms. */
const MOST_TIME = 8.64e15;

const Query = z.object({
  path: z.string().catch(''),
  modified: z.coerce.number().int().positive().max(MOST_TIME).nullable().catch(null),
});

export interface UploadOptions {
  /** Folder of all uploads; made when the first one comes. */
  readonly folder: string;
  readonly mostBytes?: number;
  readonly mostAtOnce?: number;
  /** Nothing has been sent for a while, after something was. */
  readonly onQuiet?: () => void;
  /** How long that is, ms. */
  readonly quiet?: number;
}

export async function serveUploads(web: FastifyInstance, options: UploadOptions): Promise<void> {
  const { folder, mostBytes = DEFAULT_LIMITS.fileBytes, mostAtOnce = MOST_AT_ONCE, quiet = QUIET, onQuiet } = options;
  const landing = new Landing(folder);
  await landing.clear();
  const underWay = new Set<IncomingMessage>();
  const unread = new Set<IncomingMessage>();
  let timer: NodeJS.Timeout | undefined;
  // The end of the server waits for nobody who still sends.
  web.addHook('preClose', async () => {
    clearTimeout(timer);
    for (const sending of [...underWay, ...unread]) sending.socket.destroy();
  });
  await web.register(async (scope) => {
    // The body stays a stream: it is never whole in memory.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, parsed) => parsed(null));
    scope.post('/upload', async (request) => {
      try {
        return { ok: await take(request) };
      } catch (error: unknown) {
        // What is left of the body flows by unread, or the connection would wait for somebody to read it.
        unread.add(request.raw);
        request.raw.once('close', () => unread.delete(request.raw)).resume();
        throw error;
      }
    });
  });

  async function take(request: FastifyRequest): Promise<Named> {
    // All of this before a byte is read.
    const { path, modified: modifiedAt } = Query.parse(request.query);
    const parts = uploadPath(path, today());
    checkType(request.headers['content-type'] ?? '', parts.at(-1) ?? '');
    const bytes = announcedBytes(request.headers['content-length'], mostBytes);
    if (underWay.size >= mostAtOnce) {
      throw new UploadError('busy', 'Too many files are being uploaded at once. Try again in a moment.');
    }
    underWay.add(request.raw);
    clearTimeout(timer);
    try {
      return await landing.take({ parts, body: request.raw, bytes, modifiedAt });
    } finally {
      underWay.delete(request.raw);
      clearTimeout(timer);
      if (underWay.size === 0) timer = setTimeout(() => onQuiet?.(), quiet).unref();
    }
  }
}

function checkType(type: string, name: string): void {
  if (type === ANY_TYPE || type.startsWith('image/')) return;
  throw new UploadError('not-a-photo', `${name} is not a photo by its type.`);
}

/** @throws UploadError for a body of unknown, no or too great length */
function announcedBytes(header: string | undefined, most: number): number {
  if (header === undefined) throw new UploadError('no-length', 'An upload has to say how long it is.');
  const bytes = Number(header);
  if (bytes === 0) throw new UploadError('empty', 'The file is empty.');
  const mib = (value: number): string => Math.ceil(value / 1024 ** 2).toLocaleString('en');
  if (bytes > most) {
    throw new UploadError('too-large', `The file has ${mib(bytes)} MiB; the limit is ${mib(most)} MiB.`);
  }
  return bytes;
}
