/**
 * What may be written into a log: no path, no file's name, nothing that is quoted, because a message quotes what a user
 * has written. Where in Kindred's own code it happened stays.
 */
import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PHOTO_EXTENSIONS } from '../../organizer/import/scan.ts';

/** An apostrophe within a word begins nothing. */
const QUOTED = /"[^"\n]*"|(?<!\p{L})'[^'\n]*'|`[^`\n]*`|“[^”\n]*”|‘[^’\n]*’/gu;

/** From where a path begins to the end of the line: where it ends nobody knows, since names hold spaces and brackets. */
const PATH = /(?<![\w<>/.])(?:file:|~?[/\\]|[A-Za-z]:[\\/]).*/g;

/** A name alone, with all that stands before it in its line. */
const PHOTO = new RegExp(`^.*\\.(?:${[...PHOTO_EXTENSIONS].map((name) => name.slice(1)).join('|')}|sqlite)\\b`, 'gim');

/** @param application Kindred's own folder */
export function redact(text: string, application: string): string {
  const own = [pathToFileURL(application).href, application].map((place) =>
    place.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  const code = new RegExp(`(?:${own.join('|')})[\\\\/]([\\w@.\\\\/+-]+\\.[cm]?[jt]sx?)`, 'g');
  return text
    .replace(code, (_all, file: string) => `<app>/${file.replaceAll(sep, '/')}`)
    .replace(QUOTED, '<text>')
    .replace(PATH, '<path>')
    .replace(PHOTO, '<file>');
}
