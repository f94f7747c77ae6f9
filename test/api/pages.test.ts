/** The pages beside the endpoints, as a running Kindred serves them. */
import { expect, onTestFinished, test } from 'vitest';
import { LocalApi } from '../../main/local-api.ts';
import { People } from '../../main/organizer/people/people.ts';
import { openApi } from './api.ts';

async function localApi(): Promise<string> {
  const { library, engine } = await openApi();
  const people = await People.open({ library, engine });
  const local = new LocalApi({
    library,
    engine,
    likeness: people.likeness,
    onFault: ({ message }) => expect.fail(message),
  });
  await local.start(0);
  onTestFinished(async () => {
    await local.stop();
    await people.close();
  });
  return local.state.address ?? '';
}

test.each([
  ['/docs', 'text/html', '<h1 id="start">Kindred face API</h1>'],
  ['/docs.css', 'text/css', 'color-scheme: light dark'],
  ['/openapi.json', 'application/json', '"openapi":"3.1.1"'],
])('%s is there without a key, and may load nothing but a style', async (path, type, content) => {
  const response = await fetch((await localApi()) + path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain(type);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'; style-src 'self'");
  expect(policy).not.toMatch(/unsafe|script-src|http/);
  expect(await response.text()).toContain(content);
});

test('they name the server by the name that it was called by', async () => {
  const address = await localApi();
  const called = address.replace('127.0.0.1', 'localhost');
  for (const path of ['/docs', '/openapi.json']) {
    expect(await (await fetch(called + path)).text()).toContain(called);
    expect(await (await fetch(address + path)).text()).not.toContain(called);
  }
});
