import { expect, test, vi } from 'vitest';
import { pagedList } from './paged-list.ts';

vi.mock('../bridge.ts', () => ({ on: () => () => undefined }));

/** As many items as `size` says now, told in parts of 200. */
function longList(size: { now: number }) {
  const asked: number[] = [];
  const list = pagedList(async ({ offset, limit }) => {
    asked.push(offset);
    const length = Math.max(0, Math.min(limit, size.now - offset));
    return { items: Array.from({ length }, (_, i) => ({ id: `item ${offset + i}` })), total: size.now };
  });
  return { list, asked };
}

test('only the parts that come into sight are fetched, each once', async () => {
  const { list, asked } = longList({ now: 1200 });
  await list.read();
  expect(list.use.getState()).toMatchObject({ total: 1200, status: 'ready' });
  list.see(190, 210);
  list.see(195, 215);
  await vi.waitFor(() => expect(list.use.getState().items.get(210)?.id).toBe('item 210'));
  expect(asked).toEqual([0, 200]);
});

test('a stretch is told whole, whatever of it has been in sight, and not beyond the end', async () => {
  const { list } = longList({ now: 1200 });
  await list.read();
  const all = await list.between(0, 5000);
  expect(all).toHaveLength(1200);
  expect(all.at(-1)).toEqual({ id: 'item 1199' });
});

test('what is in sight is there throughout while the list is read anew', async () => {
  const size = { now: 1200 };
  const { list } = longList(size);
  await list.read();
  list.see(600, 620);
  await vi.waitFor(() => expect(list.use.getState().items.has(600)).toBe(true));
  const wasThere: boolean[] = [];
  list.use.subscribe(({ items }) => wasThere.push(items.has(600)));
  size.now = 900;
  await list.read();
  expect(list.use.getState().total).toBe(900);
  expect(new Set(wasThere)).toEqual(new Set([true]));
});

test('what comes into sight while the list is read anew is there afterwards', async () => {
  const { list } = longList({ now: 1200 });
  await list.read();
  const again = list.read();
  list.see(600, 620);
  await again;
  expect(list.use.getState().items.get(610)?.id).toBe('item 610');
});

test('a failure is told, and gone after another try', async () => {
  let fails = true;
  const list = pagedList(async () => {
    if (fails) throw new Error('This group is no longer in the library.');
    return { items: [{ id: 'a' }], total: 1 };
  });
  await list.read();
  expect(list.use.getState()).toMatchObject({ status: 'failed', failure: 'This group is no longer in the library.' });
  fails = false;
  await list.read();
  expect(list.use.getState()).toMatchObject({ status: 'ready', total: 1 });
});
