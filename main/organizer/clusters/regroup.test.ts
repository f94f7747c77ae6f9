import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type PlannedGroup,
  type RegroupFace,
  type RegroupGroup,
  type Rejecters,
  regroup,
  type WholeGroup,
} from './regroup.ts';

/** A face in the plane, at so many degrees; two faces 30° apart have cosine 0.87. */
const face = (faceId: string, degrees: number, more: Partial<RegroupFace> = {}): RegroupFace => {
  const radians = (degrees * Math.PI) / 180;
  const embedding = Float32Array.of(Math.cos(radians), Math.sin(radians));
  return { faceId, imageId: `photo of ${faceId}`, poor: false, clear: true, doubtful: false, embedding, ...more };
};
const open = (clusterId: string | null, ...faces: RegroupFace[]): RegroupGroup => ({ kind: 'open', clusterId, faces });
const whole = (clusterId: string, fixed: boolean, ...faces: RegroupFace[]): WholeGroup => {
  const sum = new Float32Array(2);
  for (const { embedding } of faces) for (let i = 0; i < 2; i++) sum[i] = (sum[i] ?? 0) + (embedding[i] ?? 0);
  const photos = new Map(faces.map(({ imageId }) => [imageId, 1]));
  return {
    kind: 'whole',
    clusterId,
    fixed,
    clear: faces.some(({ clear }) => clear),
    faces: new Set(faces.map(({ faceId }) => faceId)),
    photos,
    sum,
    count: faces.length,
  };
};
const nobody: Rejecters = () => new Set();
const plan = (groups: RegroupGroup[], rejecters = nobody): PlannedGroup[] => regroup(groups, 0.9, rejecters);
const groupOf = (planned: readonly PlannedGroup[], faceId: string): PlannedGroup | undefined =>
  planned.find(({ faceIds }) => faceIds.includes(faceId));

describe('a new face', () => {
  test('that is like nobody stays alone', () => {
    expect(plan([open(null, face('new', 0)), open('A', face('a', 90), face('b', 92))])).toContainEqual({
      clusterId: null,
      faceIds: ['new'],
      wholeIds: [],
    });
  });

  test('joins the cluster it is like, which keeps its id', () => {
    const planned = plan([open(null, face('new', 1)), open('A', face('a', 0), face('b', 2))]);
    expect(planned).toMatchObject([{ clusterId: 'A' }]);
    expect(planned[0]?.faceIds.toSorted()).toEqual(['a', 'b', 'new']);
  });

  test('makes a new cluster with another loose one', () => {
    const planned = plan([open(null, face('new', 1)), open(null, face('other', 3))]);
    expect(planned).toEqual([{ clusterId: null, faceIds: ['new', 'other'], wholeIds: [] }]);
  });

  test('shows that two clusters are one: the larger goes on', () => {
    const planned = plan([
      open(null, face('new', 10)),
      open('A', face('a', 0), face('b', 2)),
      open('B', face('c', 18), face('d', 19), face('e', 20)),
    ]);
    expect(planned).toMatchObject([{ clusterId: 'B' }]);
    expect(planned[0]?.faceIds).toHaveLength(6);
  });

  test('draws away a face that had been put with the wrong people', () => {
    // Alone with A at 24°, the face at 0° was near enough; now there is somebody at -2°.
    const planned = plan([open(null, face('new', -2)), open('A', face('astray', 0), face('a', 25), face('b', 25))]);
    expect(groupOf(planned, 'new')?.faceIds).toEqual(['new', 'astray']);
    expect(groupOf(planned, 'a')).toMatchObject({ clusterId: 'A', faceIds: ['a', 'b'] });
  });
});

describe('what must not be', () => {
  test('a face a user has taken out of a cluster does not come back to any of it', () => {
    const rejecters = (clusterId: string) => new Set(clusterId === 'A' ? ['new'] : []);
    const planned = plan([open(null, face('new', 0)), open('A', face('a', 0), face('b', 1))], rejecters);
    expect(groupOf(planned, 'new')).toEqual({ clusterId: null, faceIds: ['new'], wholeIds: [] });
    const poor = open(null, face('new', 0, { poor: true }));
    expect(groupOf(plan([poor, open('A', face('a', 0), face('b', 1))], rejecters), 'new')?.faceIds).toEqual(['new']);
  });

  test('a cluster a face was taken out of does not follow it', () => {
    const rejecters = (clusterId: string) => new Set(clusterId === 'A' ? ['out'] : []);
    const out = whole('B', true, face('out', 0), face('other', 1));
    const planned = plan([open(null, face('new', 0)), whole('A', false, face('a', 0)), out], rejecters);
    expect(planned.some(({ wholeIds }) => wholeIds.includes('A') && wholeIds.includes('B'))).toBe(false);
  });

  test('two groups that a user has touched are not joined', () => {
    const planned = plan([open(null, face('new', 0)), whole('A', true, face('a', 0)), whole('B', true, face('b', 0))]);
    expect(planned.filter(({ clusterId }) => clusterId !== null).map(({ wholeIds }) => wholeIds)).toEqual([
      ['A'],
      ['B'],
    ]);
  });
});

test('a group that a user has touched keeps its id, however much larger what joins it is', () => {
  const large = open('A', ...Array.from({ length: 9 }, (_, i) => face(`a${i}`, i / 10)));
  const planned = plan([open(null, face('new', 0)), large, whole('B', true, face('b', 0))]);
  expect(planned).toMatchObject([{ clusterId: 'B', wholeIds: ['B'] }]);
});

describe('a poor face', () => {
  test('joins where it fits best', () => {
    const planned = plan([
      open(null, face('poor', 12, { poor: true })),
      open('A', face('a', 0), face('b', 1)),
      open('B', face('c', 30), face('d', 31)),
    ]);
    expect(groupOf(planned, 'poor')?.clusterId).toBe('A');
  });

  test('does not make a group with a single face', () => {
    const planned = plan([open(null, face('poor', 0, { poor: true })), open(null, face('good', 0))]);
    expect(planned).toHaveLength(2);
  });

  test.each([
    [true, 'A'],
    [false, null],
  ])('joins by a clear face (%j) alone: like unclear ones is anybody', (clear, clusterId) => {
    const planned = plan([
      open(null, face('poor', 1, { poor: true, clear: false })),
      open('A', face('a', 0, { clear }), face('b', 1, { clear: false })),
    ]);
    expect(groupOf(planned, 'poor')?.clusterId).toBe(clusterId);
  });

  test.each([
    [0, 'A'],
    [20, null],
  ])('that may be no face has to be the more alike: at %i degrees it is of %j', (degrees, clusterId) => {
    const group = open('A', face('a', 0), face('b', 0));
    const join = (doubtful: boolean) =>
      groupOf(plan([open(null, face('new', degrees, { poor: true, doubtful })), group]), 'new')?.clusterId;
    expect([join(false), join(true)]).toEqual(['A', clusterId]);
  });

  test('does not bring two groups together', () => {
    const planned = plan([
      open('A', face('a', 0)),
      open('B', face('b', 50)),
      open(null, face('poor', 25, { poor: true })),
    ]);
    expect(groupOf(planned, 'a')).not.toBe(groupOf(planned, 'b'));
  });
});

test('whatever the neighbourhood, every face has one place, nobody is twice on a photo, no id is given twice', () => {
  const someFace = record({
    degrees: integer({ min: 0, max: 90 }),
    photo: integer({ min: 0, max: 9 }),
    poor: boolean(),
  });
  const someGroup = record({
    cluster: boolean(),
    kind: constantFrom('open', 'whole'),
    faces: array(someFace, { minLength: 1, maxLength: 5 }),
  });
  assert(
    property(array(someGroup, { minLength: 1, maxLength: 6 }), (made) => {
      const groups = made.map(({ cluster, kind, faces: given }, g): RegroupGroup => {
        // As in a library: a cluster has at most one face of a photo, a loose face is alone.
        const distinct = [...new Map(given.map((of) => [of.photo, of])).values()].slice(0, cluster ? 5 : 1);
        const faces = distinct.map(({ degrees, photo, poor }, f) =>
          face(`${g}.${f}`, degrees, { imageId: `${photo}`, poor }),
        );
        return cluster && kind === 'whole' ? whole(`C${g}`, true, ...faces) : open(cluster ? `C${g}` : null, ...faces);
      });
      const planned = plan(groups);
      const opened = groups.flatMap((group) => (group.kind === 'open' ? group.faces : []));
      expect(planned.flatMap(({ faceIds }) => faceIds).sort()).toEqual(opened.map(({ faceId }) => faceId).sort());
      const photoOf = new Map(opened.map(({ faceId, imageId }) => [faceId, imageId]));
      for (const { faceIds, wholeIds } of planned) {
        const wholes = groups.filter(
          (group): group is WholeGroup => group.kind === 'whole' && wholeIds.includes(group.clusterId),
        );
        const photos = [
          ...faceIds.map((faceId) => photoOf.get(faceId)),
          ...wholes.flatMap(({ photos: of }) => [...of.keys()]),
        ];
        expect(new Set(photos).size).toBe(photos.length);
      }
      const ids = planned.map(({ clusterId }) => clusterId).filter((id) => id !== null);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 300 },
  );
});
