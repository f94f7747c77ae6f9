/**
 * The open database as the repositories see it: statements prepared once, reads anywhere, writes only inside a
 * transaction, failures as LibraryErrors, and the clock and id source that were given at opening.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { asLibraryError, LibraryError } from './library-error.ts';
import { type Kind, kindsWritten } from './news.ts';

/** 32 lower-case hex digits. */
export type Id = string;

/** A prepared query. The row type is the promise of its column list. */
interface Query<Params extends unknown[], Row> {
  get(...params: Params): Row | undefined;
  all(...params: Params): Row[];
}

export interface Store {
  readonly db: BetterSqlite3.Database;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => Id;
  /** A query for rows. */
  rows<Params extends unknown[], Row>(sql: string): Query<Params, Row>;
  /** A query for the one column of its rows. */
  values<Params extends unknown[], Value>(sql: string): Query<Params, Value>;
  /** A prepared write; answers with the number of rows it touched. */
  write<Params extends unknown[]>(sql: string): (...params: Params) => number;
  /** All of `work` or nothing; nests. */
  transaction<T>(work: () => T): T;
  /** How often this connection has written something of a kind. */
  readonly written: ReadonlyMap<Kind, number>;
  /** The file has shown damage since it was opened. */
  damaged(): boolean;
}

export function createStore(db: BetterSqlite3.Database, now: () => number, newId: () => Id): Store {
  let damaged = false;
  const written = new Map<Kind, number>();
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error: unknown) {
      const known = asLibraryError(error);
      if (known instanceof LibraryError && known.code === 'corrupt') damaged = true;
      throw known;
    }
  };
  const query = <Params extends unknown[], Row>(
    statement: BetterSqlite3.Statement<Params, Row>,
  ): Query<Params, Row> => ({
    get: (...params) => guard(() => statement.get(...params)),
    all: (...params) => guard(() => statement.all(...params)),
  });
  return {
    db,
    now,
    newId,
    rows: <Params extends unknown[], Row>(sql: string) => query(db.prepare<Params, Row>(sql)),
    values: <Params extends unknown[], Value>(sql: string) => query(db.prepare<Params, Value>(sql).pluck()),
    write: <Params extends unknown[]>(sql: string) => {
      const statement = db.prepare<Params>(sql);
      const kinds = kindsWritten(sql);
      return (...params: Params) => {
        // Outside a transaction a command that fails half way would leave its first half behind.
        if (!db.inTransaction)
          throw new LibraryError('misuse', 'A write to the library needs a transaction around it.');
        const { changes } = guard(() => statement.run(...params));
        if (changes > 0) for (const kind of kinds) written.set(kind, (written.get(kind) ?? 0) + 1);
        return changes;
      };
    },
    // Immediate: the wait for other writers is at the beginning, where nothing is lost by giving up.
    transaction: (work) => guard(() => db.transaction(work).immediate()),
    written,
    damaged: () => damaged,
  };
}

/** A list of ids as one parameter, for `IN (SELECT value FROM json_each(?))`. */
export const list = (ids: readonly Id[]): string => JSON.stringify(ids);
