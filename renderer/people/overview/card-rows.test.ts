import { expect, test } from 'vitest';
import { type Card, cardRows, columnsOf } from './card-rows.ts';

const cards = (n: number): Card[] => Array.from({ length: n }, (_, i) => ({ kind: 'waiting', key: `${i}` }));

test('every card stands in one row, in order, and no row is wider than the columns', () => {
  const rows = cardRows([{ name: 'people', cards: cards(7) }], 3);
  expect(rows.map((row) => (row.kind === 'cards' ? row.cards.map(({ key }) => key) : []))).toEqual([
    ['0', '1', '2'],
    ['3', '4', '5'],
    ['6'],
  ]);
});

test('a section without cards has no heading; a closed one has nothing else', () => {
  const rows = cardRows(
    [
      { name: 'unnamed', cards: [] },
      { name: 'hidden', cards: cards(2), isClosed: true },
    ],
    3,
  );
  expect(rows.map(({ kind, section }) => [kind, section.name])).toEqual([['heading', 'hidden']]);
});

test('those who are seen once are a heading that leads to their page', () => {
  const once = (count: number) => cardRows([{ name: 'once', cards: [], count }], 3).map(({ kind }) => kind);
  expect([once(0), once(7)]).toEqual([[], ['heading']]);
});

test.each([
  [0, 1],
  [400, 2],
  [1600, 10],
])('a width of %i px has %i columns', (width, columns) => {
  expect(columnsOf(width)).toBe(columns);
});
