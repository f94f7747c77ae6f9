import { expect, test } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import type { MadeUpFace } from '../organizer/made-up-library.ts';
import { openWindow, type TestWindow } from './window.fixture.ts';

const several = (person: number, count: number, more: Partial<MadeUpFace> = {}): MadeUpFace[] =>
  Array.from({ length: count }, () => ({ person, ...more }));

/** As an import does: faces come in, then they are looked at. */
async function arrive({ home, organizer }: TestWindow, ...faces: MadeUpFace[]): Promise<string[]> {
  const ids = home.add(...faces);
  await organizer.people.settle();
  return ids;
}

async function asIs({ call }: TestWindow): Promise<void> {
  await call('settings.set', { recognition: { automaticFrom: null } });
}

test('people are listed with what their faces need, the most photographed first, hidden ones when asked for', async () => {
  const window = await openWindow();
  const anna = window.home.know('Anna', ...several(1, 2));
  const bea = window.home.know('Bea', ...several(2, 3));
  await window.call('people.hide', { ids: [anna.personId], hidden: true });
  const list = await window.call('people.list', {});
  expect(list.people).toMatchObject([{ id: bea.personId, name: 'Bea', faceCount: 3, photoCount: 3, hidden: false }]);
  expect(bea.faceIds).toContain(list.people[0]?.coverFaceId);
  const all = await window.call('people.list', { hidden: true });
  expect(all.people.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Bea', false],
    ['Anna', true],
  ]);
});

test('people and groups are hidden together, and one undo brings all of them back', async () => {
  const window = await openWindow();
  const anna = window.home.know('Anna', ...several(1, 2));
  await arrive(window, ...several(2, 2));
  const { groups } = await window.call('unnamed.page', { offset: 0, limit: 10 });
  await window.call('people.hide', { ids: [anna.personId], groups: groups.map(({ id }) => id), hidden: true });
  expect((await window.call('people.list', {})).people).toEqual([]);
  expect((await window.call('unnamed.page', { offset: 0, limit: 10 })).total).toBe(0);
  await window.call('history.undo', {});
  expect((await window.call('people.list', {})).people).toMatchObject([{ name: 'Anna' }]);
  expect((await window.call('unnamed.page', { offset: 0, limit: 10 })).total).toBe(groups.length);
});

test.each<[string, string[]]>([
  ['', ['Zoë de Boer', 'Bob Zoeller', 'Anna']],
  ['zo', ['Zoë de Boer', 'Bob Zoeller']],
  ['ZOE d', ['Zoë de Boer']],
  ['boe', ['Zoë de Boer']],
  ['oe', []],
])('the name begun as %j finds %j', async (text, expected) => {
  const { home, call } = await openWindow();
  home.know('Anna', ...several(1, 1));
  home.know('Zoë de Boer', ...several(2, 3));
  home.know('Bob Zoeller', ...several(3, 2));
  const { people } = await call('people.find', { text, limit: 10 });
  expect(people.map(({ name }) => name)).toEqual(expected);
});

test('a person is shown with facts, faces and groups', async () => {
  const { home, call } = await openWindow();
  const { personId: id, faceIds } = home.know('Anna', { person: 1, quality: 0.2 }, { person: 1, quality: 0.9 });
  const { id: family } = await call('collection.create', { kind: 'group', name: 'Family', members: [id] });
  await call('person.rename', { id, name: 'Anne' });
  await call('person.set-notes', { id, notes: 'a friend' });
  await call('person.set-user-data', { id, userData: '{}' });
  await call('person.set-feature-face', { id, faceId: faceIds[0] ?? null });
  expect(await call('person.show', { id })).toMatchObject({
    ...{ name: 'Anne', notes: 'a friend', userData: '{}', featureFaceId: faceIds[0], coverFaceId: faceIds[0] },
    ...{ faceCount: 2, groups: [{ id: family, name: 'Family' }], firstTakenAt: null },
  });
  const best = await call('person.faces', { id, offset: 0, limit: 1 });
  expect(best).toMatchObject({ total: 2, faces: [{ id: faceIds[1], personId: id, how: 'confirmed' }] });
});

test('faces that look like nobody else come page by page, the best first', async () => {
  const window = await openWindow();
  await asIs(window);
  const [bad, good, better] = await arrive(
    window,
    ...[0.2, 0.6, 0.7].map((quality, person) => ({ person, quality })),
    ...several(9, 2),
  );
  const page = (offset: number) => window.call('unnamed.seen-once', { offset, limit: 2 });
  expect(await page(0)).toMatchObject({ total: 3, faces: [{ id: better, personId: null }, { id: good }] });
  expect(await page(2)).toMatchObject({ total: 3, faces: [{ id: bad }] });
  // Their photos follow each other as they do, and no longer with one that has a name.
  const photos = async () => {
    const { revision } = await window.call('photos.timeline', { filter: { faceList: { of: 'seen-once' } } });
    return (await window.call('photos.ids', { revision, offset: 0, limit: 9 })).ids;
  };
  const shown = [...(await page(0)).faces, ...(await page(2)).faces].map(({ photoId }) => photoId);
  expect(await photos()).toEqual(shown);
  await window.call('faces.name', { ids: [good ?? ''], name: 'Anna' });
  expect(await photos()).toEqual([shown[0], shown[2]]);
});

test('faces that may be a person are suggested, and not again once rejected', async () => {
  const window = await openWindow();
  await asIs(window);
  const { personId: id } = window.home.know('Anna', ...several(1, 3));
  const [stranger = ''] = await arrive(window, { person: 1 }, { person: 2 });
  const suggested = async () => (await window.call('person.suggestions', { id, limit: 10 })).suggestions;
  expect(await suggested()).toMatchObject([{ faceId: stranger }]);
  await window.call('faces.reject', { ids: [stranger], personId: id });
  expect(await suggested()).toEqual([]);
});

test('people who look alike are offered, but nobody who is on a photo with them', async () => {
  const window = await openWindow();
  const anna = window.home.know('Anna', ...several(1, 3), { person: 1, photo: 'both' });
  const same = window.home.know('Anne', ...several(1, 3));
  window.home.know('Her twin', ...several(1, 3), { person: 1, photo: 'both' });
  window.home.know('Bea', ...several(2, 3));
  await window.organizer.people.settle();
  const { people } = await window.call('person.similar', { id: anna.personId, limit: 10 });
  expect(people).toMatchObject([{ personId: same.personId, name: 'Anne' }]);
  await window.call('people.merge', { into: anna.personId, from: [same.personId] });
  expect(await window.call('person.show', { id: anna.personId })).toMatchObject({ faceCount: 7 });
});

test('people and groups are merged in one change, which is taken back as one', async () => {
  const window = await openWindow();
  await asIs(window);
  const anna = window.home.know('Anna', ...several(1, 2));
  const anne = window.home.know('Anne', ...several(2, 2));
  await arrive(window, ...several(3, 3), ...several(4, 2));
  const page = () => window.call('unnamed.page', { offset: 0, limit: 10 });
  const groups = (await page()).groups.map(({ id }) => id);
  expect(groups).toHaveLength(2);
  await window.call('people.merge', { into: anna.personId, from: [anne.personId], groups });
  expect(await window.call('person.show', { id: anna.personId })).toMatchObject({ faceCount: 9 });
  expect((await page()).total).toBe(0);
  expect(await window.call('history.undo', {})).toEqual({
    label: { does: 'merge-persons', people: 1, person: 'Anne', groups: 2, into: 'Anna' },
    skipped: 0,
  });
  expect(await window.call('person.show', { id: anna.personId })).toMatchObject({ faceCount: 2 });
  expect(await window.call('person.show', { id: anne.personId })).toMatchObject({ faceCount: 2 });
  expect((await page()).total).toBe(2);
});

test('who has been told apart is similar no more, from either side, until that is taken back', async () => {
  const window = await openWindow();
  const anna = window.home.know('Anna', ...several(1, 3));
  const twin = window.home.know('Anne', ...several(1, 4));
  await window.organizer.people.settle();
  const similarTo = async (id: string) => (await window.call('person.similar', { id, limit: 10 })).people.length;
  expect([await similarTo(anna.personId), await similarTo(twin.personId)]).toEqual([1, 1]);
  await window.call('people.tell-apart', { id: anna.personId, other: twin.personId });
  expect([await similarTo(anna.personId), await similarTo(twin.personId)]).toEqual([0, 0]);
  await window.call('history.undo', {});
  expect([await similarTo(anna.personId), await similarTo(twin.personId)]).toEqual([1, 1]);
});

test('unnamed groups are paged from the largest on, hidden ones apart', async () => {
  const window = await openWindow();
  await arrive(window, ...several(1, 4), ...several(2, 3), ...several(3, 2));
  const page = await window.call('unnamed.page', { offset: 0, limit: 2 });
  expect([page.total, page.groups.map(({ faceCount }) => faceCount)]).toEqual([3, [4, 3]]);
  const [largest] = page.groups;
  const id = largest?.id ?? '';
  expect((await window.call('unnamed.faces', { id, offset: 1, limit: 2 })).faces).toHaveLength(2);
  await window.call('unnamed.hide', { ids: [id], hidden: true });
  expect((await window.call('unnamed.page', { offset: 0, limit: 9 })).total).toBe(2);
  expect(await window.call('unnamed.hidden', {})).toMatchObject({ groups: [{ id, hidden: true, faceCount: 4 }] });
});

test('a group gets a name, or joins whoever has it already, or another group', async () => {
  const window = await openWindow();
  await arrive(window, ...several(1, 5), ...several(2, 4), ...several(3, 3), ...several(4, 2));
  const { groups } = await window.call('unnamed.page', { offset: 0, limit: 4 });
  const [a = '', b = '', c = '', d = ''] = groups.map(({ id }) => id);
  const { personId } = await window.call('unnamed.name', { id: a, name: 'Anna' });
  await expect(window.call('unnamed.name', { id: b, name: 'Anna' })).rejects.toMatchObject({ code: 'name-taken' });
  await window.call('unnamed.name', { id: b, name: 'Anna', ifNameTaken: 'merge' });
  await window.call('unnamed.merge', { into: c, from: [d] });
  expect(await window.call('unnamed.show', { id: c })).toMatchObject({ faceCount: 5, likely: [] });
  await window.call('unnamed.join', { id: c, personId });
  expect(await window.call('person.show', { id: personId })).toMatchObject({ faceCount: 14 });
  await window.call('people.delete', { ids: [personId] });
  expect((await window.call('people.list', {})).people).toEqual([]);
});

test('the review asks of groups from the largest on, then of people, and comes to an end', async () => {
  const window = await openWindow();
  await asIs(window);
  const anna = window.home.know('Anna', ...several(1, 3));
  await arrive(window, ...several(1, 4), ...several(2, 3), ...several(3, 2));
  const [asked, answered]: [unknown[], string[]] = [[], []];
  let after: string | null = null;
  do {
    const { items, next }: Result<'people.review'> = await window.call('people.review', { after, limit: 1 });
    for (const item of items) {
      asked.push(item.kind === 'group' ? [item.group.faceCount, item.likely?.name ?? null] : item.person.name);
      // Whoever answers changes the list; the walk goes on all the same.
      if (item.kind === 'group' && item.group.faceCount === 3) {
        await window.call('unnamed.name', { id: item.group.id, name: 'Bea' });
        answered.push(item.group.id);
      }
    }
    after = next;
  } while (after !== null);
  expect(asked).toEqual([[4, 'Anna'], [3, null], [2, null], 'Anna']);
  expect(answered).toHaveLength(1);
  const { items } = await window.call('people.review', { after: `people 9 ${'0'.repeat(32)}`, limit: 5 });
  expect(items).toMatchObject([{ kind: 'person', person: { id: anna.personId }, suggestions: [{}, {}, {}, {}] }]);
});

test.each(['', 'nowhere 1 2', 'groups many x'])('the review cannot go on from %j', async (after) => {
  const { call } = await openWindow();
  await expect(call('people.review', { after, limit: 1 })).rejects.toMatchObject({ code: 'invalid-arguments' });
});

test('whose face it is, asked of those it may be, of a group and of everybody', async () => {
  const window = await openWindow();
  await asIs(window);
  const anna = window.home.know('Anna', ...several(1, 2));
  const bea = window.home.know('Bea', ...several(2, 2));
  const [faceId = ''] = await arrive(window, { person: 1 });
  const { id: groupId } = await window.call('collection.create', {
    ...{ kind: 'group', name: 'Others', members: [bea.personId] },
  });
  const named = ({ people }: { people: { name: string }[] }) => people.map(({ name }) => name);
  expect(named(await window.call('who.suggest', { faceId, limit: 5 }))).toEqual(['Anna']);
  expect(named(await window.call('who.identify', { faceId, groupId: null, limit: 5 }))).toEqual(['Anna', 'Bea']);
  expect(named(await window.call('who.identify', { faceId, groupId, limit: 5 }))).toEqual(['Bea']);
  const { people } = await window.call('who.identify', { faceId: anna.faceIds[0] ?? '', groupId: null, limit: 1 });
  expect(people[0]?.confidence).toBeLessThan(1); // By the other face, not by itself.
});

test('a face is found in a face set and in the whole library, without itself', async () => {
  const window = await openWindow();
  await asIs(window);
  const anna = window.home.know('Anna', ...several(1, 2));
  const [asked = '', other = ''] = await arrive(window, { person: 1 }, { person: 2 });
  const [known = ''] = anna.faceIds;
  const { id } = await window.call('collection.create', {
    kind: 'faceset',
    name: 'Some',
    members: [other, known, asked],
  });
  const inSet = await window.call('who.find', { faceId: asked, facesetId: id, limit: 5 });
  expect(inSet.faces).toMatchObject([
    { id: known, name: 'Anna' },
    { id: other, name: null },
  ]);
  const everywhere = await window.call('who.find', { faceId: asked, facesetId: null, limit: 2 });
  expect(everywhere.faces.map((face) => face.id).sort()).toEqual(anna.faceIds.toSorted());
  expect(everywhere.faces[0]?.likeness).toBeGreaterThan(0.6);
});

test('two faces, or a face and a person, are compared', async () => {
  const window = await openWindow();
  await asIs(window);
  const { personId } = window.home.know('Anna', ...several(1, 2));
  const [a = '', b = '', c = ''] = await arrive(window, { person: 1 }, { person: 1 }, { person: 2 });
  const same = async (faceId: string, other: { faceId: string } | { personId: string }): Promise<boolean> =>
    (await window.call('who.compare', { faceId, with: other })).samePerson;
  expect(await same(a, { faceId: b })).toBe(true);
  expect(await same(a, { faceId: c })).toBe(false);
  expect(await same(b, { personId })).toBe(true);
  expect(await same(c, { personId })).toBe(false);
});
