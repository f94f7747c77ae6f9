import { expect, test } from 'vitest';
import { chinese } from '../../strings/chinese.ts';
import { english } from '../../strings/english.ts';
import { partsInWords } from './parts-in-words.ts';

const [ANNA, BEA, TRIP] = ['a', 'b', 'c'].map((letter) => letter.repeat(32));
const names = new Map([
  [ANNA ?? '', 'Anna'],
  [BEA ?? '', 'Bea'],
  [TRIP ?? '', 'Trip'],
]);

test.each([
  [{}, []],
  [{ persons: [ANNA ?? '', BEA ?? ''] }, ['Anna', 'Bea']],
  [{ faces: 'unnamed' as const, rating: 3 }, ['With unnamed faces', '3 stars or more']],
  [{ from: '2019', to: '2019' }, ['2019']],
  [{ from: '2019-07-01' }, ['Since Monday, July 1, 2019']],
  [{ to: '2019-07' }, ['Until July 2019']],
  [{ from: '2018', to: '2019' }, ['2018 to 2019']],
  [{ place: false, album: TRIP, camera: 'Leica M6' }, ['Without a place', 'Trip', 'Leica M6']],
  [{ missing: true as const, deleted: true as const }, ['File is missing', 'Deleted']],
])('the filter %j reads %j', (filter, labels) => {
  expect(partsInWords(filter, names, english).map(({ label }) => label)).toEqual(labels);
});

test('each part is taken away alone; of several people one goes', () => {
  const [anna, , rating] = partsInWords({ persons: [ANNA ?? '', BEA ?? ''], rating: 5 }, names, chinese);
  expect(anna?.without).toEqual({ persons: [BEA] });
  expect(rating?.without).toEqual({ rating: undefined });
  expect(partsInWords({ persons: [ANNA ?? ''] }, names, chinese)[0]?.without).toEqual({ persons: undefined });
});
