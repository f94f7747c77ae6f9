import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { accounts, LOCAL_ACCOUNT } from './accounts.ts';
import { apiKeys } from './api-keys.ts';
import { changes } from './changes.ts';
import { clusters } from './clusters.ts';
import { albums, facesets, groups } from './collections.ts';
import { counts } from './counts.ts';
import { embeddings } from './embeddings.ts';
import { expiry } from './expiry.ts';
import { faces } from './faces.ts';
import { images } from './images.ts';
import { importJobs } from './import-jobs.ts';
import { memberNews } from './member-news.ts';
import { persons } from './persons.ts';
import { photoFiles } from './photo-files.ts';
import { createRecorder } from './recorder.ts';
import { rejections } from './rejections.ts';
import { migrate, readMigrations } from './schema.ts';
import { settings } from './settings.ts';
import { createStore, type Store } from './store.ts';
import { tags } from './tags.ts';
import { tasks } from './tasks.ts';
import { type PhotoFilter, timeline } from './timeline.ts';

const FACES = 20_000;
const ACCOUNT = LOCAL_ACCOUNT;

/** One of each; their statements are prepared when they are first asked. */
const FILTERS: readonly PhotoFilter[] = [
  {},
  { persons: ['p', 'q'] },
  { faces: 'with' },
  { faces: 'without' },
  { faces: 'unnamed' },
  { from: '2020', to: '2020' },
  { camera: 'c' },
  { place: true },
  { rating: 3 },
  { album: 'a' },
  { tag: 't' },
  { missing: true },
  { deleted: true },
];

/** Every statement that the repositories prepare, with what SQLite means to do for it. */
const plans = new Map<string, string[]>();

/** 20,000 faces in 10,000 photos, half of them of 200 people, a third in 2,000 clusters. */
const FILL = `
  INSERT INTO account (id, name, created_at) VALUES ('${ACCOUNT}', 'local', 0);
  CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n LIMIT ${FACES}) SELECT i FROM n;
  INSERT INTO image (id, account_id, origin, sha256, format, bytes, width, height, taken_at, created_at, analyzed_by)
    SELECT printf('%032x', i), '${ACCOUNT}', 'library', i, 'jpeg', 1, 1, 1,
      strftime('%Y-%m-%dT%H:%M:%S', i * 9999, 'unixepoch'), i, 'm'
    FROM n WHERE i < ${FACES / 2};
  INSERT INTO photo_file (path, image_id, bytes, mtime, seen_at) SELECT '/photos/' || id, id, 1, 1, 1 FROM image;
  INSERT INTO face (id, account_id, image_id, position, origin, rect_left, rect_top, rect_right, rect_bottom, score,
      eye_dist, quality, size, sharpness, yaw, pitch, roll, created_at)
    SELECT printf('%032x', i), '${ACCOUNT}', printf('%032x', i % ${FACES / 2}), 0, 'detected', 0, 0, 1, 1, 1, 1,
      i * 7919 % 1000 / 1000.0, 1, 1, 0, 0, 0, i
    FROM n;
  INSERT INTO embedding (face_id, model, vector) SELECT id, 'm', zeroblob(2048) FROM face;
  INSERT INTO person (id, account_id, name, created_at) SELECT printf('%032x', i), '${ACCOUNT}', 'P' || i, i FROM n WHERE i < 200;
  INSERT INTO cluster (id, account_id, created_at) SELECT printf('%032x', i), '${ACCOUNT}', i FROM n WHERE i < 2000;
  INSERT INTO person_face (face_id, person_id, image_id, quality, how, position, added_at)
    SELECT face.id, printf('%032x', n.i % 200), image_id, quality, 'confirmed', n.i, 0
    FROM n JOIN face ON face.id = printf('%032x', n.i) WHERE n.i % 2 = 0;
  INSERT INTO cluster_face (face_id, cluster_id, image_id, quality, how, added_at)
    SELECT face.id, printf('%032x', n.i % 2000), image_id, quality, 'confirmed', 0
    FROM n JOIN face ON face.id = printf('%032x', n.i) WHERE n.i % 6 = 1;
  INSERT INTO rejection (face_id, person_id, added_at) SELECT face_id, printf('%032x', made.i % 200), 0
    FROM n AS made JOIN cluster_face ON face_id = printf('%032x', made.i);
  INSERT INTO import_job (id, account_id, roots, options, state, created_at) VALUES ('j', '${ACCOUNT}', '[]', '{}', 'done', 0);
  INSERT INTO import_file (job_id, path, state, image_id, updated_at) SELECT 'j', path, 'done', image_id, 0 FROM photo_file;`;

beforeAll(() => {
  const db = new Database(':memory:');
  migrate(db, readMigrations());
  db.exec(FILL);
  const store = createStore(db, Date.now, () => 'unused');
  const explain = (sql: string): void => {
    const steps = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
    // No matter what they hold: the plan is made for any values.
    const named = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, null]));
    const places = (sql.match(/\?/g) ?? []).map(() => null);
    const params = places.length > 0 ? places : [named];
    plans.set(
      sql.trim().replaceAll(/\s+/g, ' '),
      steps.all(...params).map(({ detail }) => detail),
    );
  };
  const spying: Store = {
    ...store,
    rows: (sql) => {
      explain(sql);
      return store.rows(sql);
    },
    values: (sql) => {
      explain(sql);
      return store.values(sql);
    },
    write: (sql) => {
      explain(sql);
      return store.write(sql);
    },
  };
  for (const repository of [images, photoFiles, faces, embeddings, persons, clusters, rejections, tags])
    repository(spying);
  for (const repository of [
    groups,
    facesets,
    albums,
    importJobs,
    settings,
    counts,
    accounts,
    apiKeys,
    tasks,
    memberNews,
    expiry,
  ])
    repository(spying);
  const photos = timeline(spying);
  for (const filter of FILTERS) photos.shape(ACCOUNT, filter, 'newest');
  changes(spying, createRecorder(db));
});

/** Steps that read a whole table, its own rows or those of an index; not lists given as JSON or made on the way. */
const wholeTables = (plan: readonly string[]): string[] =>
  plan.filter((step) => /^SCAN (?!.*VIRTUAL TABLE|tally|shown|CONSTANT|\(subquery)/.test(step));

const planOf = (part: string): string[] => {
  const [plan, another] = [...plans].filter(([sql]) => sql.includes(part)).map(([, steps]) => steps);
  if (!plan || another) throw new Error(`One statement was expected to contain: ${part}`);
  return plan;
};

test('every statement is looked at', () => {
  expect(plans.size).toBeGreaterThan(80);
});

test('the form of the whole timeline comes from its index, whatever is asked for', () => {
  const shapes = [...plans].filter(([sql]) => sql.includes('json_group_array(aspect)'));
  expect(shapes).toHaveLength(FILTERS.length);
  for (const [sql, plan] of shapes) {
    const index = sql.includes('deleted_at IS NOT NULL') ? 'image_deleted' : 'image_timeline';
    expect(plan.join('\n'), sql).toContain(`USING INDEX ${index} (account_id=?`);
    expect(plan.join('\n'), sql).not.toContain('TEMP B-TREE');
  }
});

test('no statement reads a whole table, but for counts of all of it, from an index, and lists of a few', () => {
  const scans = [...plans].flatMap(([sql, plan]) => wholeTables(plan).map((step) => `${step}: ${sql.slice(0, 48)}`));
  expect(scans.sort()).toEqual([
    'SCAN account: WITH uploads AS MATERIALIZED ( SELECT account_id',
    'SCAN api_key USING INDEX api_key_created: SELECT api_key.id, api_key.account_id AS account',
    'SCAN cluster_face USING COVERING INDEX cluster_face_best: SELECT cluster.id, cluster.account_id AS account',
    'SCAN cluster_face USING COVERING INDEX cluster_face_best: SELECT cluster.id, cluster.account_id AS account',
    'SCAN cluster_face USING COVERING INDEX cluster_face_best: SELECT count(*) FROM (SELECT cluster_id, count(*',
    'SCAN embedding USING COVERING INDEX sqlite_autoindex_embedding_1: SELECT model, count(*) AS faces FROM embedding G',
    'SCAN embedding: DELETE FROM embedding WHERE model = ?',
    'SCAN import_job USING COVERING INDEX sqlite_autoindex_import_job_1: SELECT DISTINCT wanted.value FROM import_job CRO',
    'SCAN import_job USING INDEX import_job_created: SELECT id, account_id AS accountId, roots, optio',
    'SCAN import_job USING INDEX import_job_created: SELECT id, account_id AS accountId, roots, optio',
    'SCAN latest: SELECT face.before AS faceId, person.before AS p',
    'SCAN latest: SELECT faceset.before AS facesetId, face.before ',
    'SCAN person_face USING COVERING INDEX person_face_image: SELECT person.id, person.account_id AS accountId',
    'SCAN photo_file USING COVERING INDEX photo_file_image: SELECT (SELECT count(*) FROM image WHERE account',
  ]);
});

test.each([
  ['photos a year', 'substr(timeline_at, 1, 4) AS year', 'image_timeline'],
  ['photos a camera', 'SELECT camera, count(*)', 'image_camera'],
  ['faces of a photo in the timeline', 'SELECT wanted.value AS row', 'face_shown'],
])('%s are counted by an index made for it', (_, part, index) => {
  expect(planOf(part).join('\n')).toContain(`INDEX ${index}`);
});

test.each([
  ['all embeddings', 'ORDER BY embedding.seq'],
  ['news of faces', 'ORDER BY face_news.seq'],
  ['files of a folder', 'WHERE path >= ?'],
  ['files still to import', "state = 'pending' AND path > ?"],
  ['faces of a person', 'WHERE person_id = ? ORDER BY position'],
  ['the best faces of a person', 'WHERE person_id = ? ORDER BY quality DESC LIMIT ? OFFSET ?'],
])('a page of %s is read in order, not sorted', (_, part) => {
  expect(planOf(part).filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
});
