/** What the documentation shows is run as it stands: the clients on real photos, and the curl line of each endpoint. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine } from '../../main/engine/client.ts';
import type { Engine } from '../../main/engine/engine.ts';
import { type ClientExample, clientExamples } from '../../main/faceapi/client-examples.ts';
import { curlExample, EXAMPLE_PHOTO } from '../../main/faceapi/curl-example.ts';
import { endpoints } from '../../main/faceapi/endpoints.ts';
import { fakeEngine } from '../../main/organizer/import/fake-engine.ts';
import { type Credentials, openApi, type TestApi } from './api.ts';
import { plain, sample } from './images.ts';
import { describing, worldOf } from './world.ts';

const run = promisify(execFile);

const has = (command: string): boolean => spawnSync(command, ['--version']).status === 0;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kindred-clients-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = ({ api_id, api_secret }: Credentials) => ({
  ...process.env,
  KINDRED_ID: api_id,
  KINDRED_SECRET: api_secret,
});

const interpreters = {
  curl: { command: 'sh', isThere: has('curl') },
  Python: { command: 'python3', isThere: has('python3') },
  TypeScript: { command: process.execPath, isThere: true },
} as const satisfies Record<ClientExample['language'], { command: string; isThere: boolean }>;

const languages = ['curl', 'Python', 'TypeScript'] as const;

describe('a client', () => {
  let engine: Engine;
  let api: TestApi<Engine>;
  let close: () => Promise<void>;
  beforeAll(async () => {
    engine = await startEngine({ processes: 1 });
    ({ api, close } = await openApi.on(engine));
    writeFileSync(join(folder, 'one.jpg'), sample(1));
    writeFileSync(join(folder, 'other.jpg'), sample(4));
    writeFileSync(join(folder, 'wall.png'), await plain(200, 200));
  });
  afterAll(async () => {
    await close();
    await engine.close();
  });

  async function runClient(language: ClientExample['language'], photos: readonly string[], as: Credentials) {
    const client = clientExamples(api.server.address).find((example) => example.language === language);
    writeFileSync(join(folder, client?.file ?? ''), client?.code ?? '');
    const { command } = interpreters[language];
    return run(command, [client?.file ?? '', ...photos], { cwd: folder, env: environment(as) });
  }

  describe.each(languages)('in %s', (language) => {
    const { isThere } = interpreters[language];

    test.skipIf(!isThere)('tells that a photo shows the same person as itself, and another one does not', async () => {
      const same = await runClient(language, ['one.jpg', 'one.jpg'], api.credentials);
      expect(JSON.parse(same.stdout)).toMatchObject({ status: 'OK', same_person: true });
      expect(same.stderr).toBe('');
      const other = await runClient(language, ['one.jpg', 'other.jpg'], api.credentials);
      expect(JSON.parse(other.stdout)).toMatchObject({ status: 'OK', same_person: false });
    });

    test.skipIf(!isThere)('says what the API says when it refuses, and nothing else', async () => {
      const stranger = { ...api.credentials, api_secret: 'wrong' };
      const refused: unknown = await runClient(language, ['one.jpg', 'one.jpg'], stranger).catch((error) => error);
      expect(refused).toMatchObject({ code: 1, stdout: '', stderr: '/face/detection: {"status":"UNAUTHORIZED"}\n' });
    });

    test.skipIf(!isThere)('says which photo has no face', async () => {
      const refused: unknown = await runClient(language, ['one.jpg', 'wall.png'], api.credentials).catch(
        (error) => error,
      );
      expect(refused).toMatchObject({ code: 1, stdout: '', stderr: 'wall.png: no face\n' });
    });
  });
});

describe.skipIf(!has('curl'))('the curl line of', () => {
  let api: TestApi<Engine>;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ api, close } = await openApi.on(describing(fakeEngine())));
  });
  afterAll(() => close());

  test.each(endpoints.map((endpoint) => [endpoint.path, endpoint] as const))(
    '%s works once its ids are real',
    async (_path, endpoint) => {
      const world = await worldOf(api, api.key({ async: 'always' }));
      writeFileSync(join(folder, EXAMPLE_PHOTO), world.photo);
      const ids = {
        ...{ IMAGE_ID: world.image, FACE_ID: world.anna, FACE2_ID: world.bea, OTHER_FACE_ID: world.bea },
        ...{
          PERSON_ID: world.person,
          OTHER_PERSON_ID: world.stranger,
          GROUP_ID: world.group,
          FACESET_ID: world.faceset,
        },
        TASK_ID: world.task,
      };
      const line = curlExample(endpoint, api.server.address).replace('curl', 'curl -sS');
      const { stdout } = await run('sh', ['-c', line], {
        cwd: folder,
        env: { ...environment(api.credentials), ...ids },
      });
      expect(JSON.parse(stdout)).toMatchObject({ status: 'OK' });
    },
  );
});
