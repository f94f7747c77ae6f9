import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GridMeasures, itemAt, layOut, type Row, shownAspect, totalHeight } from './justified-layout.ts';

const measures: GridMeasures = { width: 1000, rowHeight: 200, gap: 4, headingHeight: 48 };

const timeline = fc
  .array(fc.array(fc.integer({ min: 20, max: 600 }), { minLength: 1, maxLength: 30 }), { maxLength: 20 })
  .map((days) => ({
    days: days.map((aspects, i) => ({ day: `2024-01-${i + 1}`, count: aspects.length })),
    aspects: days.flat(),
  }));

test('every photo has its place once, in order, day after day', () => {
  fc.assert(
    fc.property(timeline, ({ days, aspects }) => {
      const items = layOut(days, aspects, measures);
      let next = 0;
      for (const item of items) {
        if (item.kind !== 'row') continue;
        expect(item.first).toBe(next);
        next += item.count;
      }
      expect(next).toBe(aspects.length);
      expect(items.filter(({ kind }) => kind === 'heading')).toHaveLength(days.length);
    }),
  );
});

test('rows fill the width and stay near the height wanted; only the last of a day may be ragged', () => {
  fc.assert(
    fc.property(timeline, ({ days, aspects }) => {
      const items = layOut(days, aspects, measures);
      for (const [i, item] of items.entries()) {
        if (item.kind !== 'row') continue;
        const isLast = items[i + 1]?.kind !== 'row';
        const photos = aspects.slice(item.first, item.first + item.count).map(shownAspect);
        const width =
          photos.reduce((sum, aspect) => sum + aspect * item.photoHeight, 0) + measures.gap * (photos.length - 1);
        expect(width).toBeLessThanOrEqual(measures.width + 0.01);
        if (!isLast) expect(width).toBeCloseTo(measures.width, 3);
        expect(item.photoHeight).toBeLessThanOrEqual(measures.rowHeight * 1.4);
      }
    }),
  );
});

test('items lie below each other without a gap, and each is found at its height', () => {
  fc.assert(
    fc.property(timeline, ({ days, aspects }) => {
      const items = layOut(days, aspects, measures);
      let top = 0;
      for (const [i, item] of items.entries()) {
        expect(item.top).toBeCloseTo(top, 6);
        expect(itemAt(items, item.top + item.height / 2)).toBe(i);
        top += item.height;
      }
      expect(totalHeight(items)).toBeCloseTo(top, 6);
    }),
  );
});

test('no photos are no items', () => {
  expect(layOut([], [], measures)).toEqual([]);
  expect(totalHeight([])).toBe(0);
  expect(itemAt([], 100)).toBe(0);
});

test('a day of one portrait is no tower, and a panorama no stripe', () => {
  const [, portrait] = layOut([{ day: '2024-01-01', count: 1 }], [10], measures);
  const [, panorama] = layOut([{ day: '2024-01-01', count: 1 }], [3000], measures);
  expect((portrait as Row).photoHeight).toBe(200);
  expect((panorama as Row).photoHeight).toBe(250);
});
