import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PackFacts } from '../../engine/engine.ts';
import { LOCAL_ACCOUNT } from '../../library/accounts.ts';
import { LibraryError } from '../../library/library-error.ts';
import { execute } from '../commands/command.ts';
import { confirmFaces } from '../commands/confirm-faces.ts';
import { mergeClusters } from '../commands/merge.ts';
import { nameCluster, nameFaces } from '../commands/name-cluster.ts';
import { rejectFaces } from '../commands/reject-faces.ts';
import { hideClusters, hideFaces } from '../commands/set-aside.ts';
import { splitFaces } from '../commands/split-faces.ts';
import { MADE_UP_PACK, type MadeUpFace, MadeUpLibrary, madeUpEngine } from '../made-up-library.ts';
import { People } from './people.ts';
import { setAutomaticFrom, setSmallestFace } from './settings.ts';

let home: MadeUpLibrary;
let people: People;
beforeEach(() => {
  home = new MadeUpLibrary();
});
afterEach(async () => {
  await people.close();
  await home.close();
});

const open = async (pack: PackFacts = MADE_UP_PACK): Promise<void> => {
  people = await People.open({ library: home.library, engine: madeUpEngine(pack), onFailure: fail });
  await people.settle();
};
const fail = (error: unknown): void => {
  throw error;
};
/** As an import does: faces come in, then they are looked at. */
const arrive = async (...faces: MadeUpFace[]): Promise<string[]> => {
  const ids = home.add(...faces);
  await people.settle();
  return ids;
};
const clusterOf = (faceId: string | undefined): string | null =>
  home.library.faces.byId(faceId ?? '')?.clusterId ?? null;
const personOf = (faceId: string | undefined): unknown => home.library.faces.byId(faceId ?? '')?.person ?? null;
const several = (person: number, count: number, more: Partial<MadeUpFace> = {}): MadeUpFace[] =>
  Array.from({ length: count }, () => ({ person, ...more }));

describe('unknown faces', () => {
  test('fall into one group a person, and those who are alone stay alone', async () => {
    await open();
    const ids = await arrive({ person: 1 }, { person: 2 }, { person: 1 }, { person: 3 }, { person: 2 }, { person: 1 });
    const [a0, b0, a1, , b1, a2] = ids;
    expect(home.groups()).toEqual([[a0, a1, a2].toSorted(), [b0, b1].toSorted()]);
  });

  test('that could not be looked at while the library could not be written are looked at with the next', async () => {
    const failures: unknown[] = [];
    people = await People.open({
      library: home.library,
      engine: madeUpEngine(),
      onFailure: (error) => failures.push(error),
    });
    await people.settle();
    const full = vi.spyOn(home.library.clusters, 'assign').mockImplementation(() => {
      throw new LibraryError('disk-full', 'The disk is full.');
    });
    const [a, b] = await arrive({ person: 1 }, { person: 1 });
    expect(failures).toMatchObject([{ code: 'disk-full' }]);
    expect(people.waiting).toBe(2);
    full.mockRestore();
    await arrive({ person: 2 });
    expect(home.groups()).toEqual([[a, b].toSorted()]);
    expect(people.waiting).toBe(0);
  });

  test('that are gone for good leave no news behind', async () => {
    await open();
    const [kept, ...gone] = await arrive(...several(1, 3));
    home.library.transaction(() => home.library.faces.erase(gone));
    await people.settle();
    const news = home.library.embeddings.news(MADE_UP_PACK.embeddingModel, 0, 100);
    expect(news.map(({ faceId }) => faceId)).toEqual([kept]);
    expect(people.index.size).toBe(1);
  });

  test('that were in the library before are grouped at the start, and only once', async () => {
    home.add(...several(1, 3));
    await open();
    expect(home.groups()).toHaveLength(1);
    const before = home.library.embeddings.newest();
    await people.close();
    await open();
    expect(home.library.embeddings.newest()).toBe(before);
  });

  test('two faces of one photo are never in one group, however alike', async () => {
    await open();
    await arrive(...several(1, 3), ...several(1, 2, { photo: 'twins', likeness: 1 }));
    const photos = home.groups().map((group) => home.library.faces.byIds(group).map((face) => face.imageId));
    expect(photos.flat().length).toBeGreaterThanOrEqual(4);
    for (const ofGroup of photos) expect(new Set(ofGroup).size).toBe(ofGroup.length);
  });

  test('that look like nobody else are listed, the best first, until they are named, grouped or hidden', async () => {
    await open();
    setAutomaticFrom(home.library, 'never');
    const [blurred, clear, , , known = ''] = await arrive(
      { person: 1, quality: 0.1 },
      { person: 2, quality: 0.9 },
      ...several(3, 2),
      { person: 4, quality: 0.5 },
    );
    expect(await people.seenOnce.list()).toEqual([clear, known, blurred]);
    execute(home.library, nameFaces, { faceIds: [known], name: 'Anna' });
    expect(await people.seenOnce.list()).toEqual([clear, blurred]);
    const [again] = await arrive({ person: 2 });
    expect(clusterOf(again)).not.toBeNull();
    expect(await people.seenOnce.list()).toEqual([blurred]);
    execute(home.library, hideFaces, { faceIds: [blurred ?? ''], hidden: true });
    expect(await people.seenOnce.list()).toEqual([]);
  });

  test('a face that is split off by itself is seen once, unless its group is hidden', async () => {
    await open();
    const faceIds = await arrive(...several(1, 3));
    const [wrong = ''] = faceIds;
    const { clusterId } = execute(home.library, splitFaces, {
      faceIds: [wrong],
      from: { clusterId: clusterOf(wrong) ?? '' },
    });
    expect(await people.seenOnce.list()).toEqual([wrong]);
    execute(home.library, hideClusters, { clusterIds: [clusterId], hidden: true });
    expect(await people.seenOnce.list()).toEqual([]);
  });

  test('that are smaller than the user wants are not listed', async () => {
    await open();
    const [large] = await arrive({ person: 1, size: 300 }, { person: 2, size: 30 });
    setSmallestFace(home.library, 100);
    people.look();
    await people.settle();
    expect(await people.seenOnce.list()).toEqual([large]);
  });

  test('that are poor join a group, but do not make one', async () => {
    await open();
    const [poor] = await arrive({ person: 1, quality: 0.01 }, { person: 1, quality: 0.01 }, { person: 1 });
    expect(home.groups()).toEqual([]);
    await arrive({ person: 1 });
    expect(home.groups()[0]).toHaveLength(4);
    expect(clusterOf(poor)).not.toBeNull();
  });

  test('that are poor do not gather around faces that are hardly better', async () => {
    await open();
    const [unclear] = await arrive(...several(1, 2, { quality: 0.2 }));
    const [poor] = await arrive({ person: 1, quality: 0.01 });
    expect(home.groups()).toHaveLength(1);
    expect(clusterOf(unclear)).not.toBeNull();
    expect(clusterOf(poor)).toBeNull();
  });

  test('fall into the same groups in whatever order they arrive', async () => {
    const faces = [1, 2, 3, 4].flatMap((person) => several(person, 6, { likeness: 0.8 }));
    home.add(...faces);
    await open();
    const inOrder = home.groups().map((group) => group.length);
    await people.close();
    await home.close();
    home = new MadeUpLibrary();
    home.add(...faces.map((_, i) => faces[(i * 7) % faces.length] ?? { person: 0 }));
    await open();
    expect(home.groups().map((group) => group.length)).toEqual(inOrder);
  });
});

describe('faces smaller than the user wants', () => {
  const small = { size: 20 };
  const only = async (size: number): Promise<void> => {
    setSmallestFace(home.library, size);
    await people.settle();
  };

  test('are neither grouped nor suggested nor named, and keep the name that they have', async () => {
    await open();
    const { personId, faceIds } = home.know('Anna', ...several(1, 3), { person: 1, ...small });
    await only(40);
    const [alike, alone] = await arrive({ person: 1, ...small }, { person: 2, ...small }, { person: 2, ...small });
    expect([personOf(alike), clusterOf(alike), clusterOf(alone)]).toEqual([null, null, null]);
    expect(await people.suggestions.forFace(alike ?? '')).toEqual([]);
    expect(await people.suggestions.forPerson(personId, 9)).toEqual([]);
    for (const faceId of faceIds) expect(personOf(faceId)).toMatchObject({ id: personId });
    expect(people.countSmall(40)).toEqual({ faces: 7, smaller: 4 });
  });

  test('leave their groups when the size is raised and come back when it is lowered', async () => {
    await open();
    await arrive(
      ...several(1, 3),
      ...several(1, 2, small),
      { person: 2 },
      { person: 2, ...small },
      ...several(3, 2, small),
    );
    const before = home.groups();
    expect(before.map((group) => group.length)).toEqual([5, 2, 2]);
    await only(40);
    // The second person's large face is alone now, which is no group.
    expect(home.groups().map((group) => group.length)).toEqual([3]);
    await arrive({ person: 1 });
    expect(home.groups().map((group) => group.length)).toEqual([4]);
    await only(10);
    expect(home.groups().map((group) => group.length)).toEqual([6, 2, 2]);
    expect(home.groups().slice(1).flat().toSorted()).toEqual(before.slice(1).flat().toSorted());
  });

  test('stay where a user has put them', async () => {
    await open();
    await arrive(...several(1, 3, small), ...several(2, 3, small));
    const [into, from] = home.library.clusters.bySize(LOCAL_ACCOUNT, { minFaces: 1, limit: 9, offset: 0 });
    const moved = home.library.clusters.faces(from?.id ?? '');
    execute(home.library, mergeClusters, { into: into?.id ?? '', from: [from?.id ?? ''] });
    await only(40);
    expect(home.groups()).toEqual([moved.toSorted()]);
  });

  test('are looked at after a start too, when the size was lowered while Kindred was closed', async () => {
    await open();
    await only(40);
    await arrive(...several(1, 3, small));
    expect(home.groups()).toEqual([]);
    await people.close();
    setSmallestFace(home.library, 0);
    await open();
    expect(home.groups().map((group) => group.length)).toEqual([3]);
  });
});

describe('what a user says of a group holds', () => {
  test('a face that was taken out does not come back, even when the group grows', async () => {
    await open();
    const ids = await arrive(...several(1, 4));
    const [out = ''] = ids;
    execute(home.library, splitFaces, { from: { clusterId: clusterOf(out) ?? '' }, faceIds: [out] });
    await people.settle();
    await arrive(...several(1, 4));
    const [large = []] = home.groups();
    expect(large).toHaveLength(7);
    expect(large).not.toContain(out);
  });

  test('groups that were merged stay merged', async () => {
    await open();
    await arrive(...several(1, 3), ...several(2, 3));
    const [one, other] = home.library.clusters.bySize(LOCAL_ACCOUNT, { minFaces: 1, limit: 9, offset: 0 });
    execute(home.library, mergeClusters, { into: one?.id ?? '', from: [other?.id ?? ''] });
    await arrive({ person: 1 }, { person: 2 });
    const groups = home.groups();
    expect(groups[0]?.length).toBeGreaterThanOrEqual(6);
  });

  test('a hidden group takes in more faces and stays hidden', async () => {
    await open();
    const [first] = await arrive(...several(1, 3));
    const clusterId = clusterOf(first) ?? '';
    execute(home.library, hideClusters, { clusterIds: [clusterId], hidden: true });
    const [later] = await arrive({ person: 1 });
    expect(clusterOf(later)).toBe(clusterId);
    expect(home.groups()).toEqual([]);
  });
});

describe('known people', () => {
  test('are given later faces when it is sure, marked as done by the machine', async () => {
    const { personId } = home.know('Anna', ...several(1, 3, { likeness: 0.95 }));
    await open();
    const [face] = await arrive({ person: 1, likeness: 0.95 });
    expect(personOf(face)).toMatchObject({ id: personId, how: 'automatic' });
  });

  test('are only suggested when it is less sure, the surest first', async () => {
    const { personId } = home.know('Anna', ...several(1, 3));
    setAutomaticFrom(home.library, 0.99);
    await open();
    const ids = await arrive({ person: 1, likeness: 0.6 }, { person: 1, likeness: 0.8 }, { person: 2 });
    expect(ids.map(personOf)).toEqual([null, null, null]);
    const suggested = await people.suggestions.forPerson(personId, 10);
    expect(suggested.map((suggestion) => suggestion.faceId)).toEqual([ids[1], ids[0]]);
    expect(await people.suggestions.forFace(ids[1] ?? '')).toMatchObject([{ personId }]);
  });

  test('are never given a face when the user wants to be asked', async () => {
    home.know('Anna', ...several(1, 3, { likeness: 0.95 }));
    setAutomaticFrom(home.library, 'never');
    await open();
    const [face] = await arrive({ person: 1, likeness: 0.95 });
    expect(personOf(face)).toBeNull();
  });

  test('are never on one photo twice', async () => {
    const { personId } = home.know('Anna', ...several(1, 3, { likeness: 0.95 }));
    await open();
    const ids = await arrive(...several(1, 2, { photo: 'mirror', likeness: 0.95 }));
    expect(ids.map(personOf).filter((person) => person !== null)).toHaveLength(1);
    expect(await people.suggestions.forPerson(personId, 10)).toEqual([]);
  });

  test('are suggested for a poor face only by a clear one', async () => {
    await open();
    const { personId: clear } = home.know('Anna', ...several(1, 2));
    const { personId: unclear } = home.know('Bea', ...several(2, 2, { quality: 0.3 }));
    const [ofAnna, ofBea] = await arrive({ person: 1, quality: 0.1 }, { person: 2, quality: 0.1 });
    expect(await people.suggestions.forPerson(clear, 10)).toMatchObject([{ faceId: ofAnna }]);
    expect(await people.suggestions.forPerson(unclear, 10)).toEqual([]);
    const [better] = await arrive({ person: 2, quality: 0.3 });
    expect(
      home.library.faces.byId(better ?? '')?.person?.id ??
        (await people.suggestions.forFace(better ?? ''))[0]?.personId,
    ).toBe(unclear);
    expect(await people.suggestions.forFace(ofBea ?? '')).toEqual([]);
  });

  test('are never suggested again for a face once rejected', async () => {
    const { personId } = home.know('Anna', ...several(1, 3, { likeness: 0.95 }));
    await open();
    const [face = ''] = await arrive({ person: 1, likeness: 0.95 });
    execute(home.library, rejectFaces, { personId, faceIds: [face] });
    await people.settle();
    expect(personOf(face)).toBeNull();
    expect(await people.suggestions.forPerson(personId, 10)).toEqual([]);
    expect(await people.suggestions.forFace(face)).toEqual([]);
  });

  test('are not recognized by faces that the machine has added', async () => {
    const { personId, faceIds } = home.know('Anna', ...several(1, 2, { likeness: 1 }));
    const [wrong = ''] = home.add({ person: 2, likeness: 1 });
    home.library.transaction(() =>
      home.library.persons.assign([{ faceId: wrong, personId, how: 'automatic', confidence: 0.9 }]),
    );
    await open();
    const [face] = await arrive({ person: 2, likeness: 1 });
    expect(personOf(face)).toBeNull();
    expect(home.library.persons.faces(personId)).toEqual([...faceIds, wrong]);
  });

  test('come from a named group, and naming can be taken back', async () => {
    await open();
    const [first] = await arrive(...several(1, 3, { likeness: 0.95 }));
    const { personId } = execute(home.library, nameCluster, { clusterId: clusterOf(first) ?? '', name: 'Bea' });
    const [later] = await arrive({ person: 1, likeness: 0.95 });
    expect(personOf(later)).toMatchObject({ id: personId });
    home.library.undo();
    await people.settle();
    expect(clusterOf(first)).not.toBeNull();
  });

  test('a confirmed face has no suggestion any more', async () => {
    const { personId } = home.know('Anna', ...several(1, 3, { likeness: 0.85 }));
    await open();
    const [face = ''] = await arrive({ person: 1, likeness: 0.65 });
    execute(home.library, confirmFaces, { personId, faceIds: [face] });
    await people.settle();
    expect(await people.suggestions.forPerson(personId, 10)).toEqual([]);
  });
});

test('faces are found by likeness as soon as they are in the library, and no longer once they are deleted', async () => {
  await open();
  const [face = '', other = ''] = await arrive({ person: 1, likeness: 1 }, { person: 1, likeness: 1 });
  const embedding = home.library.embeddings.ofFaces('made-up', [face]).get(face) ?? new Float32Array();
  expect(await people.index.search(embedding, { limit: 9, atLeast: 0.9 })).toHaveLength(2);
  home.library.transaction(() => home.library.faces.setDeleted([other], true));
  await people.settle();
  expect(await people.index.search(embedding, { limit: 9, atLeast: 0.9 })).toMatchObject([{ faceId: face }]);
});

describe('a new model', () => {
  const newer: PackFacts = { ...MADE_UP_PACK, embeddingModel: 'made-up-2' };

  test('embeds every face anew from its crop, and then takes over', async () => {
    await open();
    const ids = await arrive(...several(1, 3), ...several(2, 3));
    const groups = home.groups();
    await people.close();
    await open(newer);
    await people.changedOver();
    await people.settle();
    expect(home.library.embeddings.counts()).toEqual([{ model: 'made-up-2', faces: ids.length }]);
    expect(home.groups()).toEqual(groups);
    await arrive({ person: 1 });
    expect(home.groups()[0]).toHaveLength(3);
  });

  test('also groups faces that came while it was taking over', async () => {
    await open();
    await arrive(...several(1, 2));
    await people.close();
    const opening = open(newer);
    home.add(...several(3, 3).map((face) => ({ ...face, model: 'made-up-2' })));
    await opening;
    await people.changedOver();
    await people.settle();
    expect(home.groups().map((group) => group.length)).toEqual([3, 2]);
  });

  test('leaves the old one answering until it is done, and goes on after a restart', async () => {
    await open();
    const [face = ''] = await arrive(...several(1, 3));
    const embedding = home.library.embeddings.ofFaces('made-up', [face]).get(face) ?? new Float32Array();
    await people.close();
    const engine = {
      ...madeUpEngine(newer),
      embedCrops: () => new Promise<never>((_, reject) => setTimeout(reject, 5)),
    };
    people = await People.open({ library: home.library, engine });
    expect(await people.index.search(embedding, { limit: 9, atLeast: 0.5 })).toHaveLength(3);
    await people.changedOver();
    expect(await people.index.search(embedding, { limit: 9, atLeast: 0.5 })).toHaveLength(3);
    await people.close();
    await open(newer);
    await people.changedOver();
    expect(home.library.embeddings.counts()).toEqual([{ model: 'made-up-2', faces: 3 }]);
  });
});
