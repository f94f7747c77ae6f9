/** The peers' packages, installed beside their scripts when a bench first needs them and when their lock has changed. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PEERS = new URL('../peers/', import.meta.url);
/** One of them may try to download a native library, which can take its time to fail. */
const TIME_LIMIT = 10 * 60_000;

/** @throws Error when npm fails */
export function installPeers(): void {
  const wanted = new URL('package-lock.json', PEERS);
  const installed = new URL('node_modules/.package-lock.json', PEERS);
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  console.error('Installing the peers …');
  // A shell, because npm is a script that only a shell finds on Windows.
  const { status } = spawnSync('npm ci --no-audit --no-fund', {
    cwd: fileURLToPath(PEERS),
    shell: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: TIME_LIMIT,
  });
  if (status !== 0) throw new Error(`npm ci failed in ${fileURLToPath(PEERS)}; what it said is above.`);
}
