/** Tags: words on photos, a user's own or the keywords that their files came with. Upper and lower case are one word. */
import { type Id, list, type Store } from './store.ts';

export interface Tag {
  readonly id: Id;
  readonly name: string;
  readonly photos: number;
}

export type Tags = ReturnType<typeof tags>;

export function tags(store: Store) {
  const { newId } = store;
  const all = store.rows<[Id], Tag>(`
    SELECT id, name, (
        SELECT count(*) FROM image_tag JOIN image ON image.id = image_tag.image_id
        WHERE image_tag.tag_id = tag.id AND image.deleted_at IS NULL
      ) AS photos
    FROM tag WHERE account_id = ?
    ORDER BY name`);
  const ofImages = store.rows<[string], { imageId: Id; name: string }>(`
    SELECT image_tag.image_id AS imageId, tag.name
    FROM image_tag JOIN tag ON tag.id = image_tag.tag_id
    WHERE image_tag.image_id IN (SELECT value FROM json_each(?))
    ORDER BY image_tag.image_id, tag.name`);
  const insert = store.write<[Id, Id, string]>(
    'INSERT INTO tag (id, account_id, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const add = store.write<[string, Id, string]>(`
    INSERT INTO image_tag (image_id, tag_id)
    SELECT image.value, tag.id FROM json_each(?) AS image, tag
    WHERE tag.account_id = ? AND tag.name IN (SELECT value FROM json_each(?))
    ON CONFLICT DO NOTHING`);
  const take = store.write<[string, Id, string]>(`
    DELETE FROM image_tag
    WHERE image_id IN (SELECT value FROM json_each(?))
      AND tag_id IN (SELECT id FROM tag WHERE account_id = ? AND name IN (SELECT value FROM json_each(?)))`);

  return {
    /** By name, with the number of photos that are not in the bin. */
    all: (accountId: Id): Tag[] => all.all(accountId),
    ofImages: (imageIds: readonly Id[]): { imageId: Id; name: string }[] => ofImages.all(list(imageIds)),
    /** Puts every one of these words on every one of these photos; new words become tags. */
    add: (accountId: Id, imageIds: readonly Id[], names: readonly string[]): number => {
      for (const name of names) insert(newId(), accountId, name);
      return add(list(imageIds), accountId, list(names));
    },
    take: (accountId: Id, imageIds: readonly Id[], names: readonly string[]): number =>
      take(list(imageIds), accountId, list(names)),
  };
}
