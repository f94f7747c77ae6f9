/**
 * What can be said of a new key on the command line, read and checked one option at a time.
 * Every reader throws commander's InvalidArgumentError, which is wrong usage with the sentence to show.
 */
import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { ApiKey, Quotas } from '../../../library/api-keys.ts';

const LONGEST_NAME = 100;

export function readName(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > LONGEST_NAME || /\p{Cc}/u.test(name))
    throw new InvalidArgumentError(`It is a name of 1 to ${LONGEST_NAME} characters in one line.`);
  return name;
}

/** `5/3`, or as the API tells it, `5q/3s`. */
export function readRate(text: string): ApiKey['rate'] {
  const [, calls, seconds] = /^(\d{1,9})q?\/(\d{1,9})s?$/.exec(text) ?? [];
  const rate = { calls: Number(calls), seconds: Number(seconds) };
  if (!(rate.calls > 0 && rate.seconds > 0))
    throw new InvalidArgumentError('It is calls and seconds, such as 500/10, both 1 or more.');
  return rate;
}

export function readSeconds(text: string): number {
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (seconds === 0) throw new InvalidArgumentError('It is a whole number of seconds from 1 to 999999999.');
  return seconds;
}

const ISO_8601 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(?:[.,]\d+)?)?(?:(Z)|([+-]\d\d)(?::?(\d\d))?)?$/;

/** Days of each month, hours of a day. */
const dateTime = z.iso.datetime({ offset: true, local: true });

/**
 * Any date and time of ISO 8601's extended format; seconds and minutes of the offset may be left out.
 * @returns ms since 1970
 */
export function readDateTime(text: string): number {
  const [, minutes = '', seconds = ':00', utc = '', hours, offsetMinutes = '00'] = ISO_8601.exec(text) ?? [];
  const offset = hours === undefined ? utc : `${hours}:${offsetMinutes}`;
  const whole = dateTime.safeParse(`${minutes}${seconds.replace(',', '.')}${offset}`);
  if (!whole.success) throw new InvalidArgumentError('It is a date and time such as 2030-01-31T18:00:00+01:00.');
  return Date.parse(whole.data);
}

/**
 * Endpoints by path, with or without the first slash, or by family: `/info/*`, `info`. The option may be given again.
 * @param known all paths
 * @returns a reader for paths in their usual order, each once
 */
export function pathsReader(known: readonly string[]) {
  return (text: string, before: readonly string[] = []): readonly string[] => {
    const named = text.split(',').flatMap((part) => pathsOf(part.trim(), known));
    return known.filter((path) => before.includes(path) || named.includes(path));
  };
}

function pathsOf(name: string, known: readonly string[]): readonly string[] {
  const path = `/${name.replace(/^\//, '')}`;
  const family = `${path.replace(/\/?\*?$/, '')}/`;
  const found = known.filter((one) => one === path || (family.length > 1 && one.startsWith(family)));
  if (found.length === 0) throw new InvalidArgumentError(`There is no endpoint '${name}'. ${existing(known)}`);
  return found;
}

function existing(known: readonly string[]): string {
  const families = new Set(known.map((path) => path.replace(/[^/]+$/, '*')));
  return `There are ${known.join(', ')}, and the families ${[...families].join(', ')}.`;
}

/**
 * `groups=2,persons=4`. The option may be given again.
 * @param known names of all quotas
 */
export function quotasReader(known: readonly (keyof Quotas)[]) {
  return (text: string, before: Partial<Quotas> = {}): Partial<Quotas> => {
    const said = text.split(',').map((part) => {
      const [, name, most] = /^\s*(\w+)\s*=\s*(\d{1,9})\s*$/.exec(part) ?? [];
      const quota = known.find((one) => one === name);
      if (!quota) {
        throw new InvalidArgumentError(
          `It is numbers by name, such as persons=100,groups=0. There are ${known.join(', ')}.`,
        );
      }
      return [quota, Number(most)] as const;
    });
    return { ...before, ...Object.fromEntries(said) };
  };
}
