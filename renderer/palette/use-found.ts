/** What the palette offers for a text: what was chosen lately for none; otherwise everything that is called so. */
import { useEffect, useState } from 'react';
import { findByName } from '../../preload/contract/names.ts';
import { VIEWS } from '../../preload/contract/views.ts';
import type { Result } from '../../preload/contract.ts';
import { call } from '../bridge.ts';
import type { Strings } from '../strings/english.ts';
import { useStrings } from '../strings/strings.ts';
import { COMMAND_NAMES } from './commands.ts';
import { dateAsked, dateInWords } from './dates.ts';
import { recentTargets } from './recent-targets.ts';
import { keyOf, type Target } from './targets.ts';

export interface Found {
  readonly key: string;
  readonly section: string;
  readonly label: string;
  readonly detail: string;
  readonly target: Target;
}

type Everything = Result<'find.everything'>;
type Groups = Result<'unnamed.page'>['groups'];

/** Of each kind. */
const MOST = 6;

export function useFound(text: string): { readonly found: readonly Found[]; readonly isReady: boolean } {
  const strings = useStrings();
  const asked = text.trim();
  const [answer, setAnswer] = useState<{ readonly text: string; readonly everything: Everything } | null>(null);
  const [groups, setGroups] = useState<Groups>([]);
  useEffect(() => {
    if (asked === '') return;
    let isCurrent = true;
    call('find.everything', { text: asked, limit: MOST }).then(
      (everything) => {
        if (isCurrent) setAnswer({ text: asked, everything });
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [asked]);
  useEffect(() => {
    call('unnamed.page', { offset: 0, limit: MOST }).then(
      ({ groups: largest }) => setGroups(largest),
      () => undefined,
    );
  }, []);
  if (asked === '') return { found: withoutText(strings), isReady: true };
  const targets = [
    ...ownTargets(asked, strings, groups),
    // The answer to what was typed before stands until the next one is there.
    ...(answer ? targetsOf(answer.everything) : []),
  ];
  const found = new Map(targets.map((target) => [keyOf(target), inWords(target, strings)]));
  return { found: inSections([...found.values()], strings), isReady: answer?.text === asked };
}

function withoutText(strings: Strings): Found[] {
  const recent = recentTargets().map((target) => ({ ...inWords(target, strings), section: strings.palette.recent }));
  const known = new Set(recent.map(({ key }) => key));
  const rest = [
    ...VIEWS.map((view): Target => ({ kind: 'view', view })),
    ...COMMAND_NAMES.map((command): Target => ({ kind: 'command', command })),
  ];
  return [...recent, ...rest.map((target) => inWords(target, strings)).filter(({ key }) => !known.has(key))];
}

/** What the window itself knows. */
function ownTargets(text: string, { views, palette, locale }: Strings, groups: Groups): Target[] {
  const date = dateAsked(text, locale);
  const sets = groups.map((group) => ({ ...group, name: `${palette.sections.unnamed} ${palette.unnamedGroup}` }));
  return [
    ...findByName(
      VIEWS.map((view) => ({ view, name: views[view] })),
      text,
    ).map(({ view }): Target => ({ kind: 'view', view })),
    ...(date === null ? [] : [{ kind: 'dates', from: date, label: dateInWords(date, locale) } as const]),
    ...findByName(
      COMMAND_NAMES.map((command) => ({ command, name: palette.commands[command] })),
      text,
    ).map(({ command }): Target => ({ kind: 'command', command })),
    ...findByName(sets, text).map(
      ({ id, coverFaceId, faceCount }): Target => ({ kind: 'unnamed', id, coverFaceId, faceCount }),
    ),
  ];
}

const targetsOf = ({ people, collections, tags, years, photos }: Everything): Target[] => [
  ...people.map(({ id, name, coverFaceId }): Target => ({ kind: 'person', id, name, coverFaceId })),
  ...collections.map(({ kind, id, name }): Target => ({ kind: 'collection', of: kind, id, name })),
  ...tags.map(({ id, name }): Target => ({ kind: 'tag', id, name })),
  ...years.map(({ year }): Target => ({ kind: 'dates', from: year, label: year })),
  ...photos.map(({ id, fileName }): Target => ({ kind: 'photo', id, name: fileName })),
];

function inWords(target: Target, { palette, views, count }: Strings): Found {
  const { sections } = palette;
  const say = (section: string, label: string, detail = ''): Found => ({
    ...{ key: keyOf(target), section, label, detail, target },
  });
  switch (target.kind) {
    case 'command':
      return say(sections.commands, palette.commands[target.command]);
    case 'view':
      return say(sections.views, views[target.view]);
    case 'person':
      return say(sections.people, target.name);
    case 'unnamed':
      return say(sections.unnamed, palette.unnamedGroup, count.faces(target.faceCount));
    case 'collection':
      return say(sections[target.of], target.name);
    case 'tag':
      return say(sections.tags, target.name);
    case 'dates':
      return say(sections.dates, target.label);
    case 'photo':
      return say(sections.photos, target.name);
  }
}

/** Section after section, in the order in which their names stand in the strings. */
function inSections(found: readonly Found[], { palette }: Strings): Found[] {
  const order: string[] = [
    'people',
    'views',
    'group',
    'faceset',
    'album',
    'tags',
    'dates',
    'commands',
    'unnamed',
    'photos',
  ].map((name) => palette.sections[name as keyof typeof palette.sections]);
  return found.toSorted((a, b) => order.indexOf(a.section) - order.indexOf(b.section));
}
