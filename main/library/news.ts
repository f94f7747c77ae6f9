/**
 * News: what kind of thing has been written, so that a list is read again only when it may have changed. Told by the
 * tables that this process writes; what another process wrote may be anything.
 */

/** What lists are made of. A deletion that takes rows of other tables with it counts as news of their kinds too. */
export const KINDS = ['photos', 'people', 'collections', 'imports', 'settings', 'keys', 'history'] as const;
export type Kind = (typeof KINDS)[number];

const KINDS_OF: Readonly<Record<string, readonly Kind[]>> = {
  image: ['photos'],
  photo_file: ['photos'],
  tag: ['photos'],
  image_tag: ['photos'],
  face: ['photos', 'people'],
  face_landmarks: ['photos'],
  person: ['people'],
  person_face: ['people'],
  cluster: ['people'],
  cluster_face: ['people'],
  rejection: ['people'],
  cluster_rejection: ['people'],
  person_group: ['collections'],
  group_member: ['collections'],
  faceset: ['collections'],
  faceset_member: ['collections'],
  album: ['collections'],
  album_photo: ['collections'],
  import_job: ['imports'],
  import_file: ['imports'],
  setting: ['settings'],
  account: ['keys'],
  api_key: ['keys'],
  change_log: ['history'],
};

/** Rows of these take members of persons, groups, sets and albums with them. */
const CASCADING = new Set(['image', 'face', 'person']);

/** @param sql one statement that writes */
export function kindsWritten(sql: string): readonly Kind[] {
  const [, verb = '', table = ''] = /^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+(\w+)/.exec(sql) ?? [];
  if (verb === 'DELETE FROM' && CASCADING.has(table)) return ['photos', 'people', 'collections'];
  return KINDS_OF[table] ?? [];
}
