/**
 * Collections: named sets that keep the order of adding. Groups hold persons, face sets hold faces, albums hold photos;
 * the three differ in their tables only.
 */
import { type Id, list, type Store } from './store.ts';

export interface Collection {
  readonly id: Id;
  readonly accountId: Id;
  readonly name: string;
  readonly userData: string;
  readonly createdAt: number;
  readonly members: number;
}

/** Names of a collection's tables and columns; they come from this folder only and go into SQL as they are. */
interface CollectionTables {
  readonly table: string;
  readonly members: string;
  /** Columns of the member table: the collection and the thing in it. */
  readonly owner: string;
  readonly member: string;
  /** Of members that lists show; the others come back when what they are comes back. */
  readonly seen?: string;
}

/** Members that stand for a collection in a list. */
const COVERS = 4;

export type Collections = ReturnType<typeof collections>;

function collections(store: Store, { table, members, owner, member, seen = 'true' }: CollectionTables) {
  const { now, newId } = store;
  const columns = `
    id, account_id AS accountId, name, user_data AS userData, created_at AS createdAt,
    (SELECT count(*) FROM ${members} WHERE ${owner} = ${table}.id AND ${seen}) AS members`;
  const some = store.rows<[string], Collection>(
    `SELECT ${columns} FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
  );
  const all = store.rows<[Id], Collection>(
    `SELECT ${columns} FROM ${table} WHERE account_id = ? ORDER BY name COLLATE NOCASE, id`,
  );
  const oldest = store.rows<[Id], Pick<Collection, 'id' | 'name'>>(
    `SELECT id, name FROM ${table} WHERE account_id = ? ORDER BY created_at, rowid`,
  );
  const covers = store.rows<[Id], { id: Id; covers: string }>(`
    SELECT id, (
      SELECT json_group_array(${member}) FROM (
        SELECT ${member} FROM ${members} WHERE ${owner} = ${table}.id AND ${seen} ORDER BY position LIMIT ${COVERS}
      )
    ) AS covers
    FROM ${table} WHERE account_id = ?`);
  const page = store.values<[Id, number, number], Id>(`
    SELECT ${member} FROM ${members} WHERE ${owner} = ? AND ${seen} ORDER BY position LIMIT ? OFFSET ?`);
  const count = store.values<[Id], number>(`SELECT count(*) FROM ${table} WHERE account_id = ?`);
  const membersOf = store.values<[Id], Id>(`SELECT ${member} FROM ${members} WHERE ${owner} = ? ORDER BY position`);
  const holding = store.values<[Id], Id>(`SELECT ${owner} FROM ${members} WHERE ${member} = ? ORDER BY ${owner}`);
  const insert = store.write<[Id, Id, string, string, number]>(
    `INSERT INTO ${table} (id, account_id, name, user_data, created_at) VALUES (?, ?, ?, ?, ?)`,
  );
  const rename = store.write<[string, Id]>(`UPDATE ${table} SET name = ? WHERE id = ?`);
  const setUserData = store.write<[string, Id]>(`UPDATE ${table} SET user_data = ? WHERE id = ?`);
  const remove = store.write<[string]>(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`);
  // json_each's key is the place in the list given, so that a batch keeps its order.
  const add = store.write<[{ id: Id; added: string; now: number }]>(`
    INSERT INTO ${members} (${owner}, ${member}, position, added_at)
    SELECT @id, value, key + (SELECT coalesce(max(position) + 1, 0) FROM ${members} WHERE ${owner} = @id), @now
    FROM json_each(@added)
    WHERE true
    ORDER BY key
    ON CONFLICT DO NOTHING`);
  const take = store.write<[Id, string]>(
    `DELETE FROM ${members} WHERE ${owner} = ? AND ${member} IN (SELECT value FROM json_each(?))`,
  );

  return {
    byId: (id: Id): Collection | undefined => some.get(list([id])),
    byIds: (ids: readonly Id[]): Collection[] => some.all(list(ids)),
    /** By name. */
    all: (accountId: Id): Collection[] => all.all(accountId),
    oldestFirst: (accountId: Id): Pick<Collection, 'id' | 'name'>[] => oldest.all(accountId),
    count: (accountId: Id): number => count.get(accountId) ?? 0,
    /** In the order of adding. */
    members: (id: Id): Id[] => membersOf.all(id),
    /** Some of the members that lists show, in the order of adding. */
    membersPage: (id: Id, { limit, offset }: { limit: number; offset: number }): Id[] => page.all(id, limit, offset),
    /** The first few members of each collection of an account. */
    covers: (accountId: Id): Map<Id, readonly Id[]> =>
      new Map(covers.all(accountId).map((of) => [of.id, JSON.parse(of.covers)])),
    /** The collections that hold this member. */
    holding: (memberId: Id): Id[] => holding.all(memberId),
    create: (accountId: Id, name: string, userData = ''): Id => {
      const id = newId();
      insert(id, accountId, name, userData, now());
      return id;
    },
    rename: (id: Id, name: string): number => rename(name, id),
    setUserData: (id: Id, userData: string): number => setUserData(userData, id),
    /** The collections only; what was in them stays. */
    remove: (ids: readonly Id[]): number => remove(list(ids)),
    /** Adds to the end, in this order; what is in already keeps its place. Answers with the number of new ones. */
    add: (id: Id, memberIds: readonly Id[]): number => add({ id, added: list(memberIds), now: now() }),
    /** Answers with how many were in. */
    take: (id: Id, memberIds: readonly Id[]): number => take(id, list(memberIds)),
  };
}

export const groups = (store: Store): Collections =>
  collections(store, { table: 'person_group', members: 'group_member', owner: 'group_id', member: 'person_id' });

export const facesets = (store: Store): Collections =>
  collections(store, {
    ...{ table: 'faceset', members: 'faceset_member', owner: 'faceset_id', member: 'face_id' },
    seen: 'EXISTS (SELECT 1 FROM face WHERE face.id = faceset_member.face_id AND deleted_at IS NULL)',
  });

export const albums = (store: Store): Collections =>
  collections(store, {
    ...{ table: 'album', members: 'album_photo', owner: 'album_id', member: 'image_id' },
    seen: 'EXISTS (SELECT 1 FROM image WHERE image.id = album_photo.image_id AND deleted_at IS NULL)',
  });
