import { expect, test } from 'vitest';
import { english } from '../strings/english.ts';
import { attributeWords } from './attribute-words.ts';

const attributes = { age: 31.6, gender: 12, eyeglass: 3, sunglass: 1, smile: 20, attractive: 71.2 };
const said = (changed: Partial<typeof attributes>, showAttractive = false) =>
  attributeWords({ ...attributes, ...changed }, english.photo, showAttractive);

test('only what is there is said', () => {
  expect(said({})).toEqual(['about 32', 'female']);
  expect(said({ gender: 50, smile: 50 })).toEqual(['about 32', 'male', 'smiling']);
});

test('sunglasses are not called glasses as well', () => {
  expect(said({ eyeglass: 90 })).toContain('glasses');
  expect(said({ eyeglass: 90, sunglass: 80 })).toEqual(['about 32', 'female', 'sunglasses']);
});

test('"attractive" is said only to those who asked for it', () => {
  expect(said({}, true)).toEqual(['about 32', 'female', 'attractive 71%']);
});
