/** `kindred serve`: the application for a browser on this machine. */
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { openCore } from '../../core.ts';
import { dataFolder } from '../../data-folder.ts';
import { DEFAULT_API_PORT } from '../../local-api.ts';
import { BUILT_RENDERER, buildOnce } from '../build-once.ts';
import { EXIT } from '../exit-codes.ts';
import { type Output, openOutput } from '../output.ts';
import { keepPort, lastPort } from '../web/last-port.ts';
import { importLeftBehind } from '../web/uploads/left-behind.ts';
import { startWebServer } from '../web/web-server.ts';

interface ServeOptions {
  readonly data?: string;
  readonly port: number;
  readonly api?: true;
  readonly apiPort?: number;
  readonly json?: true;
}

export const serve = (): Command =>
  new Command('serve')
    .description('serve Kindred to a browser on this machine')
    .option('--data <dir>', 'folder of the library')
    .option('--port <n>', 'port on 127.0.0.1; 0 for the last one, or any that is free', parsePort, 0)
    .option('--api', 'answer scripts too: the local face API, for this run')
    .option(
      '--api-port <n>',
      `port of the API on 127.0.0.1; 0 for any free one (default: ${DEFAULT_API_PORT})`,
      parsePort,
    )
    .option('--json', 'print the addresses as one JSON document')
    .action(serveUntilStopped);

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('It is a number from 0 to 65535.');
  return port;
}

/** Runs until the process is asked to end (Ctrl+C, or a service manager), then closes everything in order. */
export async function serveUntilStopped(options: ServeOptions): Promise<void> {
  const output = openOutput(options.json === true);
  await buildOnce();
  const data = dataFolder(options.data);
  // From here on the library has to be closed, whenever that comes.
  const end = askedToEnd(output);
  const core = await openCore({ data, kind: 'server', onNotice: ({ message }) => output.notice(message) });
  try {
    if (options.api || options.apiPort !== undefined) await core.api.start(options.apiPort ?? DEFAULT_API_PORT);
    const folder = join(data, 'photos');
    const importLeft = (): void => void importLeftBehind(core, folder);
    const web = await startWebServer(core, {
      renderer: BUILT_RENDERER,
      port: options.port === 0 ? await lastPort(core.library) : options.port,
      uploads: { folder, onQuiet: importLeft },
    });
    importLeft();
    const served = Number(new URL(web.address).port);
    keepPort(core.library, served);
    core.announce(served);
    const api = core.api.state.address;
    output.result({ address: web.address, api }, () =>
      [
        `Kindred is at ${web.address}`,
        ...(api === null ? [] : [`The face API is at ${api}, described at ${api}/docs`]),
        'Ctrl+C ends it.',
      ].join('\n'),
    );
    await end;
    await web.close();
  } finally {
    await core.close();
  }
}

/** Asked by the user or a service manager, or because something unforeseen has happened: that is an end in order, too. */
const askedToEnd = (output: Output): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    process.on('uncaughtException', (error) => {
      output.notice(`Something unexpected went wrong, so Kindred ends. ${error.stack ?? error.message}`);
      process.exitCode = EXIT.failed;
      resolve();
    });
  });
