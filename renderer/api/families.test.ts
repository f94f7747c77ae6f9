import { expect, test } from 'vitest';
import { families, familiesOf, pathsOf } from './families.ts';

const endpoint = (path: string, family: string) => ({ path, family, method: 'GET', summary: '' }) as const;
const all = {
  endpoints: [endpoint('/info/a', 'info'), endpoint('/face/a', 'face'), endpoint('/info/b', 'info')],
};

test('all families are no limit at all, so that endpoints of a later version are allowed too', () => {
  expect(pathsOf(all, families(all))).toBeNull();
});

test('what is chosen by family is allowed by path, and read back by family', () => {
  const paths = pathsOf(all, ['info']);
  expect(paths).toEqual(['/info/a', '/info/b']);
  expect(familiesOf(all, paths ?? [])).toEqual(['info']);
});
