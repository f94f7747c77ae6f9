/** What a menu offers for one card, or for all that are selected. */
import { BookUser, Eye, EyeOff, Merge, Pencil, UserRound, UserRoundX } from 'lucide-react';
import { putInto } from '../../collections/collection-picker.tsx';
import { go } from '../../navigation/route.ts';
import type { Strings } from '../../strings/english.ts';
import type { MenuGroup } from '../../ui/menu-groups.tsx';
import { askToMerge } from '../merging/ask-to-merge.ts';
import { deleteNames, hidePicked, type Picked } from '../people-actions.ts';

export interface Pick extends Picked {
  readonly isHidden: boolean;
}

/** @param rename begins to write the name in place */
export function cardMenu(pick: Pick, words: Strings['people'], rename: () => void): MenuGroup[] {
  const { persons, groups, isHidden } = pick;
  const total = persons.length + groups.length;
  const [person, group] = [persons[0], groups[0]];
  const open = (): void => (person === undefined ? go('people', group ?? null, 'unnamed') : go('people', person));
  const one: MenuGroup = [
    { label: words.open, icon: <UserRound aria-hidden />, keys: '↵', run: open },
    {
      label: person === undefined ? words.nameThem : words.rename,
      icon: <Pencil aria-hidden />,
      keys: 'F2',
      run: rename,
    },
  ];
  return [
    total === 1 ? one : [],
    [
      {
        label: total === 1 ? words.mergeIntoOther : words.mergeAll(total),
        icon: <Merge aria-hidden />,
        keys: 'M',
        run: () => askToMerge(pick),
      },
      ...(groups.length === 0
        ? [
            {
              label: words.addToGroup,
              icon: <BookUser aria-hidden />,
              run: () => void putInto('group', persons),
            },
          ]
        : []),
      {
        label: isHidden ? words.unhide : persons.length === 0 ? words.notInterested : words.hide,
        icon: isHidden ? <Eye aria-hidden /> : <EyeOff aria-hidden />,
        keys: 'H',
        run: () => void hidePicked(pick, !isHidden),
      },
    ],
    persons.length > 0 && groups.length === 0
      ? [
          {
            label: words.deleteName(persons.length),
            icon: <UserRoundX aria-hidden />,
            isDanger: true,
            run: () => void deleteNames(persons),
          },
        ]
      : [],
  ];
}
