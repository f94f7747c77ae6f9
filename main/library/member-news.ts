/**
 * Member news: has what is in a face set or a group changed since someone looked? Numbers only ever grow, over restarts
 * and whoever made the change, so that one that is still the same means that nothing has happened.
 */
import type { Id, Store } from './store.ts';

export type MemberNews = ReturnType<typeof memberNews>;

export function memberNews(store: Store) {
  const ofFaceset = store.values<[Id], number>('SELECT seq FROM member_news WHERE owner_id = ?');
  const ofGroup = store.values<[{ id: Id }], number | null>(`
    SELECT max(seq) FROM (
      SELECT seq FROM member_news WHERE owner_id = @id
      UNION ALL
      SELECT seq FROM group_member JOIN member_news ON owner_id = person_id WHERE group_id = @id
    )`);

  return {
    /** 0 for one that never had a member. */
    ofFaceset: (id: Id): number => ofFaceset.get(id) ?? 0,
    /** Of the group and of each person in it: their faces and their names. */
    ofGroup: (id: Id): number => ofGroup.get({ id }) ?? 0,
  };
}
