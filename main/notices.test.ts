import { expect, test } from 'vitest';
import type { Notice } from '../preload/contract/notices.ts';
import { KindredError } from './kindred-error.ts';
import { Notices, trouble } from './notices.ts';

const CHECKED: Notice = { code: 'checked', message: 'Checked.' };

test('trouble says what failed and why, and keeps the reason for other languages', () => {
  const full = new KindredError('disk-full', 'The disk is full.');
  expect(trouble('backup-failed', 'The daily backup failed.', full)).toEqual({
    code: 'backup-failed',
    message: 'The daily backup failed. The disk is full.',
    reason: { code: 'disk-full', message: 'The disk is full.' },
  });
});

test('what comes before there is a window is told once it asks; from then on as it comes', () => {
  const told: Notice[] = [];
  const notices = new Notices((notice) => told.push(notice));
  notices.add(CHECKED);
  expect(told).toEqual([CHECKED]);
  expect(notices.missed()).toEqual([CHECKED]);
  notices.add(CHECKED);
  expect(told).toHaveLength(2);
  expect(notices.missed()).toEqual([]);
});

test('of what nobody hears the last is kept', () => {
  const notices = new Notices(() => undefined);
  for (let n = 1; n <= 25; n++) notices.add({ code: 'not-restored', message: `${n}` });
  expect(notices.missed().map(({ message }) => message)).toEqual(Array.from({ length: 20 }, (_, i) => `${i + 6}`));
});
