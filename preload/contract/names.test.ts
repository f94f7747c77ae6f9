import { expect, test } from 'vitest';
import { findByName } from './names.ts';

const all = ['Zoë de Boer', 'Anna-Maria Berg', '夏天的海边', 'Summer'].map((name) => ({ name }));

test.each([
  ['', ['Zoë de Boer', 'Anna-Maria Berg', '夏天的海边', 'Summer']],
  ['zoe', ['Zoë de Boer']],
  ['boer zo', ['Zoë de Boer']],
  ['b', ['Zoë de Boer', 'Anna-Maria Berg']],
  ['  BOER  ZOË ', ['Zoë de Boer']],
  ['maria', ['Anna-Maria Berg']],
  ['anna-m', ['Anna-Maria Berg']],
  ['海', ['夏天的海边']],
  ['ummer', []],
])('"%s" finds %j', (typed, names) => {
  expect(findByName(all, typed).map(({ name }) => name)).toEqual(names);
});
