/**
 * The timeline: all photos, or those that a filter leaves, in the order they were taken. A window asks for its shape (how
 * many photos a day, what form each has) once, which is enough to lay out any number of photos, and then for the few that
 * are in sight.
 */
import type { Turn } from './images.ts';
import type { Id, Store } from './store.ts';

/** Whose faces, or the faces themselves. */
export type FaceList =
  | { readonly of: 'person' | 'unnamed' | 'faceset'; readonly id: Id }
  | { readonly of: 'faces'; readonly ids: readonly Id[] };

/** Everything that is given has to be true of a photo. */
export interface PhotoFilter {
  /** All of these are on it. */
  readonly persons?: readonly Id[] | undefined;
  readonly faces?: 'with' | 'without' | 'unnamed' | undefined;
  /** First and last day, `YYYY-MM-DD`, both included; a year or a month stands for all its days. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly camera?: string | undefined;
  /** Whether it says where it was taken. */
  readonly place?: boolean | undefined;
  /** At least so many stars. */
  readonly rating?: number | undefined;
  readonly album?: Id | undefined;
  readonly tag?: Id | undefined;
  /** With a face of a person, an unnamed group or a face set, or with one of these: in the order of its faces then, whatever order is asked for. */
  readonly faceList?: FaceList | undefined;
  /** None of its files is where it was. */
  readonly missing?: true | undefined;
  /** Those in the bin instead of those that are not. */
  readonly deleted?: true | undefined;
}

export type PhotoOrder = 'newest' | 'oldest';

/** Photos in order: the i-th of `rows` and of `aspects` are the same photo. */
export interface TimelineShape {
  /** What `photos` finds them by; good as long as the library is open. */
  readonly rows: Float64Array;
  /** 100 times width / height, whole. */
  readonly aspects: number[];
  /** `YYYY-MM-DD` with the number of its photos, in the same order. */
  readonly days: { readonly day: string; readonly count: number }[];
}

/** A photo as a grid shows it. */
export interface TimelinePhoto {
  readonly row: number;
  readonly id: Id;
  readonly width: number;
  readonly height: number;
  readonly rotate: Turn | null;
  /** Null when nothing says when it was taken; it stands in the timeline at `timelineAt` all the same. */
  readonly takenAt: string | null;
  readonly timelineAt: string;
  readonly rating: number | null;
  readonly faces: number;
  /** Of its first file that is there, else of its first; null for a photo without any. */
  readonly path: string | null;
  readonly missing: 0 | 1;
}

type Params = Readonly<Record<string, string | number>>;

/** Sorts behind every day. */
const END = '~';

const SEEN_FACE = 'image_id = image.id AND hidden_at IS NULL AND deleted_at IS NULL';

const FACES = {
  with: `EXISTS (SELECT 1 FROM face WHERE ${SEEN_FACE})`,
  without: `NOT EXISTS (SELECT 1 FROM face WHERE ${SEEN_FACE})`,
  unnamed: `EXISTS (
    SELECT 1 FROM face WHERE ${SEEN_FACE} AND NOT EXISTS (SELECT 1 FROM person_face WHERE face_id = face.id))`,
} as const;

/** Photos of the faces of a list, with their ranks in it: as lists of faces are paged. */
const FACE_LISTS: Readonly<Record<FaceList['of'], string>> = {
  person: `SELECT image_id, row_number() OVER (ORDER BY quality DESC) AS rank
    FROM person_face WHERE person_id = @faceList`,
  unnamed: `SELECT image_id, row_number() OVER (ORDER BY quality DESC, face_id) AS rank
    FROM cluster_face WHERE cluster_id = @faceList`,
  faceset: `SELECT face.image_id, faceset_member.position AS rank
    FROM faceset_member JOIN face ON face.id = faceset_member.face_id WHERE faceset_id = @faceList`,
  faces: `SELECT face.image_id, listed.key AS rank FROM json_each(@faceList) AS listed JOIN face ON face.id = listed.value`,
};

const MISSING = `id IN (SELECT image_id FROM photo_file WHERE missing_at IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM photo_file WHERE image_id = image.id AND missing_at IS NULL)`;

export type Timeline = ReturnType<typeof timeline>;

export function timeline(store: Store) {
  const queries = new Map<string, ReturnType<typeof prepare>>();
  const prepare = (sql: string) => store.rows<[Params], { rows: string; aspects: string; days: string }>(sql);
  const photos = store.rows<[string], TimelinePhoto>(`
    SELECT wanted.value AS row, image.id, width, height, rotate, taken_at AS takenAt, timeline_at AS timelineAt, rating,
      (SELECT count(*) FROM face WHERE ${SEEN_FACE}) AS faces,
      (SELECT path FROM photo_file WHERE image_id = image.id ORDER BY missing_at IS NOT NULL, path LIMIT 1) AS path,
      NOT EXISTS (SELECT 1 FROM photo_file WHERE image_id = image.id AND missing_at IS NULL) AS missing
    FROM json_each(?) AS wanted JOIN image ON image.rowid = wanted.value
    ORDER BY wanted.key`);
  const rowOf = store.values<[Id], number>('SELECT rowid FROM image WHERE id = ?');
  const idsOf = store.values<[string], Id>(`
    SELECT image.id FROM json_each(?) AS wanted JOIN image ON image.rowid = wanted.value ORDER BY wanted.key`);
  // Left to itself SQLite takes the smaller index of cameras and reads every photo for its time.
  const years = store.rows<[Id], { year: string; photos: number }>(`
    SELECT substr(timeline_at, 1, 4) AS year, count(*) AS photos FROM image INDEXED BY image_timeline
    WHERE account_id = ? AND origin = 'library' AND deleted_at IS NULL
    GROUP BY year
    ORDER BY year DESC`);
  const cameras = store.rows<[Id], { camera: string; photos: number }>(`
    SELECT camera, count(*) AS photos FROM image
    WHERE account_id = ? AND origin = 'library' AND deleted_at IS NULL AND camera IS NOT NULL
    GROUP BY camera
    ORDER BY photos DESC, camera`);

  return {
    /** Takes 45 ms for 100,000 photos, from their index alone; a look at the photos themselves doubles that, at their faces makes it five times. */
    shape: (accountId: Id, filter: PhotoFilter, order: PhotoOrder): TimelineShape => {
      const { where, params } = conditions(filter);
      const sql = shapeQuery(where, order, filter.faceList?.of);
      const query = queries.get(sql) ?? prepare(sql);
      queries.set(sql, query);
      const found = query.get({ accountId, ...params }) ?? NOTHING;
      const days: { day: string; count: number }[] = [];
      for (const day of parse<string>(found.days)) {
        const last = days.at(-1);
        if (last?.day === day) last.count++;
        else days.push({ day, count: 1 });
      }
      return { rows: Float64Array.from(parse<number>(found.rows)), aspects: parse<number>(found.aspects), days };
    },
    /** Those of the rows that are still in the library, in their order. */
    photos: (rows: Float64Array): TimelinePhoto[] => photos.all(listRows(rows)),
    /** Ids of those of the rows that are still in the library, in their order. */
    ids: (rows: Float64Array): Id[] => idsOf.all(listRows(rows)),
    /** What a photo is in `rows`; undefined when it is not in the library. */
    rowOf: (id: Id): number | undefined => rowOf.get(id),
    /** The newest first. */
    years: (accountId: Id): { year: string; photos: number }[] => years.all(accountId),
    /** The most used first. */
    cameras: (accountId: Id): { camera: string; photos: number }[] => cameras.all(accountId),
  };
}

const NOTHING = { rows: '[]', aspects: '[]', days: '[]' };

// JSON of our own making, by the query below.
const parse = <Value>(json: string): Value[] => JSON.parse(json);

const listRows = (rows: Float64Array): string => JSON.stringify([...rows]);

/** Three long texts leave SQLite in a quarter of the time of a hundred thousand rows. */
function shapeQuery(where: readonly string[], order: PhotoOrder, faceList?: FaceList['of']): string {
  const direction = order === 'newest' ? 'DESC' : 'ASC';
  const [from, by] = faceList
    ? [`image JOIN (${bestRanks(faceList)}) AS listed ON listed.image_id = image.id`, 'listed.rank, id']
    : ['image', `timeline_at ${direction}, id ${direction}`];
  return `
    SELECT json_group_array(place) AS rows, json_group_array(aspect) AS aspects, json_group_array(day) AS days
    FROM (
      SELECT rowid AS place, (100 * width + height / 2) / height AS aspect, substr(timeline_at, 1, 10) AS day
      FROM ${from}
      WHERE account_id = @accountId AND origin = 'library' AND ${where.join(' AND ')}
      ORDER BY ${by}
    )`;
}

/** Once for each photo, however many faces of it are in the list. */
const bestRanks = (kind: FaceList['of']): string =>
  `SELECT image_id, min(rank) AS rank FROM (${FACE_LISTS[kind]}) GROUP BY image_id`;

function conditions(filter: PhotoFilter): { where: string[]; params: Params } {
  const where: string[] = [filter.deleted ? 'deleted_at IS NOT NULL' : 'deleted_at IS NULL'];
  const params: Record<string, string | number> = {};
  const add = (sql: string, given: Params = {}): void => {
    where.push(sql);
    Object.assign(params, given);
  };
  for (const [i, person] of (filter.persons ?? []).entries()) {
    add(`id IN (SELECT image_id FROM person_face WHERE person_id = @person${i})`, { [`person${i}`]: person });
  }
  if (filter.faces !== undefined) add(FACES[filter.faces]);
  if (filter.from !== undefined) add('timeline_at >= @from', { from: filter.from });
  if (filter.to !== undefined) add('timeline_at < @to', { to: filter.to + END });
  if (filter.camera !== undefined) add('camera = @camera', { camera: filter.camera });
  if (filter.place !== undefined) add(`latitude IS ${filter.place ? 'NOT NULL' : 'NULL'}`);
  if (filter.rating !== undefined) add('rating >= @rating', { rating: filter.rating });
  if (filter.album !== undefined) {
    add('id IN (SELECT image_id FROM album_photo WHERE album_id = @album)', { album: filter.album });
  }
  if (filter.tag !== undefined) add('id IN (SELECT image_id FROM image_tag WHERE tag_id = @tag)', { tag: filter.tag });
  const { faceList } = filter;
  if (faceList !== undefined) params.faceList = faceList.of === 'faces' ? JSON.stringify(faceList.ids) : faceList.id;
  if (filter.missing) add(MISSING);
  return { where, params };
}
