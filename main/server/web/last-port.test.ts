import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { open } from '../../library/library-fixture.ts';
import { keepPort, lastPort } from './last-port.ts';

test('the port of the last time is asked for again, unless somebody else has it', async () => {
  const library = open();
  expect(await lastPort(library)).toBe(0);
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  keepPort(library, port);
  expect(await lastPort(library)).toBe(0);
  other.close();
  await once(other, 'close');
  expect(await lastPort(library)).toBe(port);
});
