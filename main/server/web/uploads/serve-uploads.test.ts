import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { type ClientRequest, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { moveWithoutLinks } from '../../../organizer/take-name.ts';
import { serveUploads } from './serve-uploads.ts';

let folder: string;
let web: FastifyInstance;
let origin: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindred-uploads-'));
  web = Fastify({ bodyLimit: 1024, forceCloseConnections: 'idle' });
  await serveUploads(web, { folder, mostBytes: 3_000_000, mostAtOnce: 2 });
  origin = await web.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await web.close();
  await rm(folder, { recursive: true });
});

interface Sent {
  readonly status: number;
  readonly answer: { ok?: { path: string; known: boolean }; error?: { code: string; message: string } };
}

async function send(
  path: string,
  body: string | Buffer<ArrayBuffer>,
  type = 'image/jpeg',
  modified?: number,
): Promise<Sent> {
  const query = new URLSearchParams({ path, ...(modified === undefined ? {} : { modified: String(modified) }) });
  const response = await fetch(`${origin}/upload?${query}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  const answer = (await response.json()) as Sent['answer'] & Sent['answer']['error'];
  return { status: response.status, answer: response.ok ? answer : { error: answer } };
}

/** Every file below the folder of uploads, by path. */
async function landed(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

test('when nothing more is sent for a while, that is told once', async () => {
  const onQuiet = vi.fn();
  const other = Fastify();
  await serveUploads(other, { folder, quiet: 100, onQuiet });
  const at = await other.listen({ host: '127.0.0.1', port: 0 });
  for (const name of ['a.jpg', 'b.jpg']) {
    await fetch(`${at}/upload?path=${name}`, { method: 'POST', headers: { 'content-type': 'image/jpeg' }, body: name });
  }
  expect(onQuiet).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(onQuiet).toHaveBeenCalledOnce());
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(onQuiet).toHaveBeenCalledOnce();
  await other.close();
});

test('a file lands in the folder it came in, byte for byte, with its date', async () => {
  const bytes = Buffer.alloc(2_500_000, 'photo');
  const { status, answer } = await send('Italy/day 1/a.jpg', bytes, 'image/jpeg', Date.UTC(2019, 6, 1));
  const path = join(folder, 'Italy', 'day 1', 'a.jpg');
  expect([status, answer]).toEqual([200, { ok: { path, known: false } }]);
  expect(await landed()).toEqual([join('Italy', 'day 1', 'a.jpg')]);
  expect(bytes.equals(await readFile(path))).toBe(true);
  expect((await stat(path)).mtimeMs).toBe(Date.UTC(2019, 6, 1));
});

test('a file without a folder lands in that of the day', async () => {
  await send('a.jpg', 'x');
  expect(await landed()).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d.a\.jpg$/)]);
});

test('the same photo sent twice is one file, another of its name gets a number, and nothing is written over', async () => {
  const names = [];
  for (const content of ['one', 'one', 'two', 'three', 'two']) names.push((await send('A/a.jpg', content)).answer.ok);
  const path = (name: string): string => join(folder, 'A', name);
  expect(names).toEqual([
    { path: path('a.jpg'), known: false },
    { path: path('a.jpg'), known: true },
    { path: path('a (2).jpg'), known: false },
    { path: path('a (3).jpg'), known: false },
    { path: path('a (2).jpg'), known: true },
  ]);
  expect(await readFile(path('a.jpg'), 'utf8')).toBe('one');
  expect(await readFile(path('a (2).jpg'), 'utf8')).toBe('two');
});

test('many of one name at the same time all keep their own bytes', async () => {
  const contents = Array.from({ length: 12 }, (_, i) => `photo ${i % 6}`);
  const answers = [];
  // Two at a time, as the server allows.
  for (let i = 0; i < contents.length; i += 2) {
    answers.push(...(await Promise.all(contents.slice(i, i + 2).map((content) => send('A/a.jpg', content)))));
  }
  for (const [i, { answer }] of answers.entries()) {
    expect(await readFile(answer.ok?.path ?? '', 'utf8')).toBe(contents[i]);
  }
  expect(await landed()).toHaveLength(6);
});

test.each([
  ['../a.jpg', 'image/jpeg', 'x', 400, 'bad-name'],
  ['', 'image/jpeg', 'x', 400, 'bad-name'],
  ['film.mp4', 'application/octet-stream', 'x', 415, 'not-a-photo'],
  ['film', 'video/mp4', 'x', 415, 'not-a-photo'],
  ['page.jpg', 'text/html', 'x', 415, 'not-a-photo'],
  ['.thumb.jpg', 'image/jpeg', 'x', 415, 'hidden'],
  ['A/@eaDir/a.jpg', 'image/jpeg', 'x', 415, 'hidden'],
  ['a.jpg', 'image/jpeg', '', 400, 'empty'],
  ['a.jpg', 'image/jpeg', Buffer.alloc(3_000_001), 413, 'too-large'],
] as const)('%s as %s is refused with a reason, and nothing is kept', async (path, type, body, status, code) => {
  const sent = await send(path, body, type);
  expect(sent).toMatchObject({ status, answer: { error: { code } } });
  expect(sent.answer.error?.message).toMatch(/\.$/);
  expect(await landed()).toEqual([]);
});

function begin(path: string, headers: Record<string, string | number>): ClientRequest {
  const sending = request(`${origin}/upload?path=${path}`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', ...headers },
  });
  sending.on('error', () => undefined);
  return sending;
}

async function statusOf(sending: ClientRequest): Promise<number | undefined> {
  const [answer] = await once(sending, 'response');
  answer.resume();
  return answer.statusCode;
}

test('a body of unknown length is refused', async () => {
  const sending = begin('a.jpg', { 'transfer-encoding': 'chunked' });
  sending.end('x');
  expect(await statusOf(sending)).toBe(411);
});

test('an upload that is cut off leaves nothing', async () => {
  const sending = begin('a.jpg', { 'content-length': 1000 });
  sending.write('half');
  await vi.waitFor(async () => expect(await landed()).toHaveLength(1));
  sending.destroy();
  await vi.waitFor(async () => expect(await landed()).toEqual([]));
});

test('no more at once than the disk takes; the next one is taken when there is room', async () => {
  const open = [begin('a.jpg', { 'content-length': 10 }), begin('b.jpg', { 'content-length': 10 })];
  for (const sending of open) sending.write('half');
  await vi.waitFor(async () => expect(await landed()).toHaveLength(2));
  expect(await send('c.jpg', 'x')).toMatchObject({ status: 503, answer: { error: { code: 'busy' } } });
  for (const sending of open) sending.end('second');
  expect(await Promise.all(open.map(statusOf))).toEqual([200, 200]);
  expect((await send('c.jpg', 'x')).status).toBe(200);
});

test('a file in the way of a folder is told, and stays', async () => {
  await writeFile(join(folder, 'Italy'), 'mine');
  expect(await send('Italy/a.jpg', 'x')).toMatchObject({ status: 500, answer: { error: { code: 'not-writable' } } });
  expect(await readFile(join(folder, 'Italy'), 'utf8')).toBe('mine');
  expect(await landed()).toEqual(['Italy']);
});

test('the end of the server does not wait for a slow upload, and nothing of it is left', async () => {
  const sending = begin('a.jpg', { 'content-length': 1000 });
  sending.write('half');
  await vi.waitFor(async () => expect(await landed()).toHaveLength(1));
  await web.close();
  await vi.waitFor(async () => expect(await landed()).toEqual([]));
});

test('what a sudden end has left half written is gone at the next start', async () => {
  await mkdir(join(folder, '.arriving'));
  await writeFile(join(folder, '.arriving', 'half'), 'half');
  await serveUploads(Fastify(), { folder });
  expect(await landed()).toEqual([]);
});

test('without hard links nothing is written over either', async () => {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  await writeFile(from, 'new');
  await writeFile(to, 'old');
  expect(await moveWithoutLinks(from, to)).toBe(false);
  expect(await readFile(to, 'utf8')).toBe('old');
  await rm(to);
  expect(await moveWithoutLinks(from, to)).toBe(true);
  expect(await readFile(to, 'utf8')).toBe('new');
});
