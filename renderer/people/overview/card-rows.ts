/** The overview as rows of one virtual list: people, the unnamed below, and who is hidden, each in as many columns as fit. */
import type { PersonCard } from '../../../preload/contract.ts';
import type { UnnamedGroup } from '../people-store.ts';

export type Card =
  | { readonly kind: 'person'; readonly key: string; readonly person: PersonCard }
  | { readonly kind: 'group'; readonly key: string; readonly group: UnnamedGroup }
  /** Not fetched yet. */
  | { readonly kind: 'waiting'; readonly key: string };

export interface Section {
  readonly name: 'people' | 'unnamed' | 'once' | 'hidden';
  readonly cards: readonly Card[];
  /** Of those who have a page of their own; otherwise it is the cards that count. */
  readonly count?: number;
  /** Only its heading stands there. */
  readonly isClosed?: boolean;
}

export type CardRow =
  | { readonly kind: 'heading'; readonly section: Section; readonly height: number }
  | {
      readonly kind: 'cards';
      readonly section: Section;
      readonly first: number;
      readonly cards: readonly Card[];
      readonly height: number;
    };

/** px: they are what the modules of the cards draw. */
const HEIGHTS = { people: 208, unnamed: 236, once: 0, hidden: 208, heading: 76 } as const;
const COLUMN = 156;

export const personCard = (person: PersonCard): Card => ({ kind: 'person', key: person.id, person });
export const groupCard = (group: UnnamedGroup): Card => ({ kind: 'group', key: group.id, group });

export const columnsOf = (width: number): number => Math.max(1, Math.floor(width / COLUMN));

export function cardRows(sections: readonly Section[], columns: number): CardRow[] {
  return sections
    .filter(({ cards, count = cards.length }) => count > 0)
    .flatMap((section) => {
      const rows: CardRow[] = section.name === 'people' ? [] : [{ kind: 'heading', section, height: HEIGHTS.heading }];
      if (section.isClosed) return rows;
      for (let first = 0; first < section.cards.length; first += columns) {
        const cards = section.cards.slice(first, first + columns);
        rows.push({ kind: 'cards', section, first, cards, height: HEIGHTS[section.name] });
      }
      return rows;
    });
}
