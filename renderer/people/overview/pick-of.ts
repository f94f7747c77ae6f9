/** What is done to cards is done to persons and to groups. */
import type { Pick } from './card-menu.tsx';
import type { Card } from './card-rows.ts';

export function pickOf(cards: readonly Card[]): Pick {
  const persons = cards.flatMap((card) => (card.kind === 'person' ? card.person : []));
  const groups = cards.flatMap((card) => (card.kind === 'group' ? card.group : []));
  return {
    persons: persons.map(({ id }) => id),
    groups: groups.map(({ id }) => id),
    isHidden: cards.length > 0 && [...persons, ...groups].every(({ hidden }) => hidden),
  };
}
