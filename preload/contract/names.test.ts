import { expect, test } from 'vitest';
import { findByName } from './names.ts';

const all = ['Zoë de Boer', 'Anna-Maria Berg', '夏天的海边', 'Summer'].map((name) => ({ name }));

test('what stands behind a colon begins a word as well, in either script', () => {
  const commands = ['语言：English', 'Language: 中文'].map((name) => ({ name }));
  expect(findByName(commands, 'english')).toEqual([{ name: '语言：English' }]);
  expect(findByName(commands, 'lang')).toEqual([{ name: 'Language: 中文' }]);
});

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
