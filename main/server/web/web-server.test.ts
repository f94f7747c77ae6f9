import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Core } from '../../core.ts';
import { KindredError } from '../../kindred-error.ts';
import { startWebServer, type WebServer } from './web-server.ts';

let renderer: string;
let web: WebServer;
let tell: Parameters<Core['follow']>[0];

const core: Core = {
  call: async (name, args) => {
    if (name === 'fail') throw new KindredError('not-found', 'There is no such photo.');
    return { name, args };
  },
  follow: (listener) => {
    tell = listener;
  },
  pictures: {
    thumbnail: async (id) => (id === 'a'.repeat(32) ? { type: 'image/webp', bytes: Buffer.from('pixels') } : null),
    photo: async () => null,
    whole: async () => null,
    original: async (id) => (id === 'a'.repeat(32) ? join(renderer, 'Anna (1), at home é.html') : null),
    face: async () => null,
  },
  notify: () => undefined,
  foreseeEnd: () => undefined,
  close: async () => undefined,
};

beforeEach(async () => {
  renderer = await mkdtemp(join(tmpdir(), 'kindred-web-'));
  await writeFile(join(renderer, 'index.html'), '<title>Kindred</title>');
  await writeFile(join(renderer, '.secret'), 'not for you');
  web = await startWebServer(core, { renderer, port: 0, uploads: { folder: join(renderer, 'unused') } });
});
afterEach(async () => {
  await web.close();
  await rm(renderer, { recursive: true });
});

const origin = (): string => new URL(web.address).origin;

/** Opens the printed address as a browser does, and keeps the cookie. */
async function enter(): Promise<{ cookie: string }> {
  const response = await fetch(web.address, { redirect: 'manual' });
  expect(response.status).toBe(303);
  return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

test('an original is a download under its own name, never a page', async () => {
  const headers = await enter();
  await writeFile(join(renderer, 'Anna (1), at home é.html'), '<script>');
  const found = await fetch(`${origin()}/original/${'a'.repeat(32)}`, { headers });
  expect(await found.text()).toBe('<script>');
  expect(found.headers.get('content-type')).toBe('application/octet-stream');
  expect(found.headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''Anna%20%281%29%2C%20at%20home%20%C3%A9.html",
  );
  expect((await fetch(`${origin()}/original/${'b'.repeat(32)}`, { headers })).status).toBe(404);
  expect((await fetch(`${origin()}/original/${'a'.repeat(32)}`)).status).toBe(401);
});

test('the printed address lets its first visitor in, and nobody after', async () => {
  const headers = await enter();
  expect(await (await fetch(`${origin()}/`, { headers })).text()).toContain('Kindred');
  expect((await fetch(web.address)).status).toBe(401);
});

test('the visitor who has the cookie may open the printed address again', async () => {
  const headers = await enter();
  const again = await fetch(web.address, { headers, redirect: 'manual' });
  expect([again.status, again.headers.get('location')]).toEqual([303, '/']);
});

test('two libraries that are served at once do not shut out each other', async () => {
  const other = await startWebServer(core, { renderer, port: 0, uploads: { folder: join(renderer, 'unused') } });
  const first = await enter();
  const response = await fetch(other.address, { redirect: 'manual' });
  const second = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  // As a browser keeps them: by name, for all ports of a host.
  const kept = new Map([first.cookie, second].map((cookie) => cookie.split('=', 2) as [string, string]));
  const cookie = [...kept].map((pair) => pair.join('=')).join('; ');
  expect((await fetch(`${origin()}/`, { headers: { cookie } })).status).toBe(200);
  expect((await fetch(`${new URL(other.address).origin}/`, { headers: { cookie } })).status).toBe(200);
  await other.close();
});

test.each(['/', '/rpc/events', '/thumb/x', '/index.html'])('without the key %s is refused', async (path) => {
  expect((await fetch(origin() + path)).status).toBe(401);
});

test('a request under another host name is refused even with the cookie', async () => {
  const { cookie } = await enter();
  const { port } = new URL(web.address);
  const { request } = await import('node:http');
  const status = await new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', headers: { host: 'evil.example', cookie } }, (answer) =>
      resolve(answer.statusCode),
    )
      .once('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

test.each(['http://127.0.0.1:1', 'https://evil.example', 'null'])(
  'what a page of %s sends is refused even with the cookie',
  async (other) => {
    const headers = { ...(await enter()), origin: other, 'content-type': 'application/json' };
    expect((await fetch(`${origin()}/rpc/x`, { method: 'POST', headers, body: '{}' })).status).toBe(403);
  },
);

test('calls reach the core, and its errors keep their code and message', async () => {
  const headers = { ...(await enter()), origin: origin(), 'content-type': 'application/json' };
  const post = async (name: string): Promise<unknown> =>
    (await fetch(`${origin()}/rpc/${name}`, { method: 'POST', headers, body: '{"x":1}' })).json();
  expect(await post('photos.slice')).toEqual({ ok: { name: 'photos.slice', args: { x: 1 } } });
  expect(await post('fail')).toEqual({ error: { code: 'not-found', message: 'There is no such photo.' } });
});

test('pictures come with their type, a missing one is 404', async () => {
  const headers = await enter();
  const found = await fetch(`${origin()}/thumb/${'a'.repeat(32)}`, { headers });
  expect([found.headers.get('content-type'), await found.text()]).toEqual(['image/webp', 'pixels']);
  expect((await fetch(`${origin()}/photo/${'b'.repeat(32)}`, { headers })).status).toBe(404);
});

test('only files of the renderer are served, and hidden ones are not', async () => {
  const headers = await enter();
  for (const path of ['/.secret', '/%2e%2e/package.json', '/..%2f..%2fetc%2fpasswd']) {
    expect([403, 404], path).toContain((await fetch(origin() + path, { headers })).status);
  }
});

test('every answer forbids inline scripts and foreign origins', async () => {
  const headers = await enter();
  const policy = (await fetch(`${origin()}/`, { headers })).headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
});

test('events reach an open page', async () => {
  const headers = await enter();
  const stream = await fetch(`${origin()}/rpc/events`, { headers });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  tell('menu.command', { command: 'undo' });
  expect((await reader?.read())?.value).toBe('event: menu.command\ndata: {"command":"undo"}\n\n');
  await reader?.cancel();
});
