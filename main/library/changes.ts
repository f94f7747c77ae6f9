/**
 * Changes: what a person did, and the way back. A change is one transaction and one entry in the log, with the rows and
 * cells it touched (recorder.ts). Undo puts back those cells, where they still hold what the change left there, and is
 * itself recorded in their place: redo is the undo of an undo. So work of the machine in between is not lost either way.
 */
import { LibraryError, sqliteCode } from './library-error.ts';
import type { PersonAssignment } from './persons.ts';
import type { RecordedTable, Recorder } from './recorder.ts';
import { type Id, list, type Store } from './store.ts';

/** What is being done, for the log and for the line "Undo …". */
export interface Command {
  readonly accountId: Id;
  /** For programs, e.g. `merge-persons`. */
  readonly name: string;
  /** For people: anything JSON can hold from which whoever shows it makes a line. */
  readonly label: unknown;
  /** Anything JSON can hold. */
  readonly args: unknown;
}

export interface Change {
  readonly id: number;
  readonly name: string;
  readonly label: unknown;
  readonly args: unknown;
  readonly madeAt: number;
  readonly undone: boolean;
}

/** A change taken back or made again. */
export interface Reversal {
  readonly change: Change;
  /** Rows left as they are, because something else has changed them since. */
  readonly skipped: readonly { readonly table: string; readonly key: Key }[];
}

/** Labels of the changes that undo and redo would take; null for none. */
export interface Reversible {
  readonly undo: unknown;
  readonly redo: unknown;
}

/** Values of a row's primary key, in the order of the table's key columns. */
export type Key = (string | number)[];
type Value = string | number | Buffer | null;
type Cells = Map<string, { readonly before: Value; readonly after: Value }>;

interface RecordedRow {
  readonly id: number;
  readonly table: string;
  readonly key: Key;
  readonly operation: 'insert' | 'update' | 'delete';
  readonly cells: Cells;
}

type ChangeRow = Omit<Change, 'label' | 'args' | 'undone'> & {
  readonly label: string;
  readonly args: string;
  readonly undone: 0 | 1;
};
type CellRow = {
  readonly id: number;
  readonly tableName: string;
  readonly rowKey: string;
  readonly operation: RecordedRow['operation'];
  readonly columnName: string;
  readonly before: Value;
  readonly after: Value;
};

/** How far back an account can go, in changes and in rows of all changes together. */
const KEPT_CHANGES = 500;
const KEPT_ROWS = 200_000;

const CHANGE = 'id, name, label, args, made_at AS madeAt, undone';

export function changes(store: Store, recorder: Recorder) {
  const { now } = store;
  const recent = store.rows<[Id, number], ChangeRow>(
    `SELECT ${CHANGE} FROM change_log WHERE account_id = ? ORDER BY id DESC LIMIT ?`,
  );
  const lastDone = store.rows<[Id], ChangeRow>(
    `SELECT ${CHANGE} FROM change_log WHERE account_id = ? AND undone = 0 ORDER BY id DESC LIMIT 1`,
  );
  const firstUndone = store.rows<[Id], ChangeRow>(
    `SELECT ${CHANGE} FROM change_log WHERE account_id = ? AND undone = 1 ORDER BY id LIMIT 1`,
  );
  // Backwards: what went with a row was recorded before the row itself, and can only return after it.
  const cellsOf = store.rows<[number], CellRow>(`
    SELECT change_row.id, change_row.table_name AS tableName, change_row.row_key AS rowKey, change_row.operation,
      change_cell.column_name AS columnName, change_cell.before, change_cell.after
    FROM change_row JOIN change_cell ON change_cell.row_id = change_row.id
    WHERE change_row.change_id = ?
    ORDER BY change_row.id DESC`);
  const rowCount = store.values<[number], number>('SELECT count(*) FROM change_row WHERE change_id = ?');
  const insert = store.values<[Id, string, string, string, number], number>(`
    INSERT INTO change_log (account_id, name, label, args, made_at) VALUES (?, ?, ?, ?, ?) RETURNING id`);
  const remove = store.write<[number]>('DELETE FROM change_log WHERE id = ?');
  const clearRedo = store.write<[Id]>('DELETE FROM change_log WHERE account_id = ? AND undone = 1');
  const setRowCount = store.write<[number, number]>('UPDATE change_log SET row_count = ? WHERE id = ?');
  const setUndone = store.write<[0 | 1, number]>('UPDATE change_log SET undone = ? WHERE id = ?');
  const forgetRows = store.write<[number]>('DELETE FROM change_row WHERE change_id = ?');
  // The newest change stays however large it is.
  const prune = store.write<[{ accountId: Id; changes: number; rows: number }]>(`
    DELETE FROM change_log WHERE id IN (
      SELECT id FROM (
        SELECT id, row_number() OVER newest AS place, sum(row_count) OVER newest AS total
        FROM change_log
        WHERE account_id = @accountId
        WINDOW newest AS (ORDER BY id DESC)
      )
      WHERE place > @changes OR (place > 1 AND total > @rows))`);

  /** The last change of that name on each of these photos. */
  const latest = `(
      SELECT max(change_log.id) AS id, image.value AS imageId
      FROM change_log, json_each(change_log.args, '$.imageIds') AS image
      WHERE account_id = @accountId AND name = @command AND undone = 0
        AND image.value IN (SELECT value FROM json_each(@images))
      GROUP BY image.value
    ) AS latest`;
  const cell = (column: string, as: string): string =>
    `JOIN change_cell AS ${as} ON ${as}.row_id = gone.id AND ${as}.column_name = '${column}'`;
  const released = store.rows<[{ accountId: Id; command: string; images: string }], PersonAssignment>(`
    SELECT face.before AS faceId, person.before AS personId, how.before AS how, confidence.before AS confidence
    FROM ${latest}
    JOIN change_row AS gone
      ON gone.change_id = latest.id AND gone.table_name = 'person_face' AND gone.operation = 'delete'
    ${cell('image_id', 'image')} AND image.before = latest.imageId
    ${cell('face_id', 'face')} ${cell('person_id', 'person')} ${cell('how', 'how')} ${cell('confidence', 'confidence')}
    WHERE person.before IN (SELECT id FROM person)
    ORDER BY gone.id`);
  const leftFacesets = store.rows<[{ accountId: Id; command: string; images: string }], { facesetId: Id; faceId: Id }>(`
    SELECT faceset.before AS facesetId, face.before AS faceId
    FROM ${latest}
    JOIN change_row AS gone
      ON gone.change_id = latest.id AND gone.table_name = 'faceset_member' AND gone.operation = 'delete'
    ${cell('faceset_id', 'faceset')} ${cell('face_id', 'face')}
    JOIN face AS shown ON shown.id = face.before AND shown.image_id = latest.imageId
    WHERE faceset.before IN (SELECT id FROM faceset)
    ORDER BY gone.id`);

  const rowOf = cached((sql: string) => store.rows<Key, Record<string, Value>>(sql));
  const writeRow = cached((sql: string) => store.write<Value[]>(sql));

  const run = <T>(command: Command, work: () => T): T => {
    if (recorder.current() !== null) return work();
    const id = insert.get(
      command.accountId,
      command.name,
      JSON.stringify(command.label),
      JSON.stringify(command.args),
      now(),
    );
    if (id === undefined) throw new Error('An insert that returns its id always returns one.');
    const result = recorder.record(id, work);
    const rows = rowCount.get(id) ?? 0;
    if (rows === 0) {
      remove(id);
      return result;
    }
    setRowCount(rows, id);
    clearRedo(command.accountId);
    prune({ accountId: command.accountId, changes: KEPT_CHANGES, rows: KEPT_ROWS });
    return result;
  };

  const reverse = (row: ChangeRow | undefined, undone: 0 | 1): Reversal | null => {
    if (!row) return null;
    const recorded = collectRows(cellsOf.all(row.id));
    forgetRows(row.id);
    const skipped = recorder.record(row.id, () => recorded.filter((one) => !reverseRow(one)));
    setUndone(undone, row.id);
    return {
      change: toChange({ ...row, undone }),
      skipped: skipped.map(({ table, key }) => ({ table, key })),
    };
  };

  /** False when the row is no longer what the change made of it, in part or in whole. */
  const reverseRow = (row: RecordedRow): boolean => {
    const table = recorder.tables.get(row.table);
    if (!table) return false;
    try {
      if (row.operation === 'insert') return takeOut(table, row);
      return row.operation === 'delete' ? putBack(table, row) : setBack(table, row);
    } catch (error: unknown) {
      // Its photo or person is gone, or its place is taken: what is there now stays.
      if (error instanceof LibraryError && error.code === 'not-found') return false;
      if (sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT')) return false;
      throw error;
    }
  };

  const takeOut = (table: RecordedTable, { key }: RecordedRow): boolean => {
    writeRow(`DELETE FROM ${table.name} WHERE ${isKey(table)}`)(...key);
    return true; // If the row is gone already, so much the better.
  };

  const putBack = (table: RecordedTable, { cells }: RecordedRow): boolean => {
    const columns = table.columns.filter((column) => cells.has(column));
    const places = columns.map(() => '?').join(', ');
    writeRow(`INSERT INTO ${table.name} (${columns.join(', ')}) VALUES (${places})`)(
      ...columns.map((column) => cells.get(column)?.before ?? null),
    );
    return true;
  };

  const setBack = (table: RecordedTable, { key, cells }: RecordedRow): boolean => {
    const there = rowOf(`SELECT * FROM ${table.name} WHERE ${isKey(table)}`).get(...key);
    if (!there) return false;
    const untouched = [...cells].filter(([column, { after }]) => same(there[column], after));
    if (untouched.length > 0) {
      const settings = untouched.map(([column]) => `${column} = ?`).join(', ');
      const values = untouched.map(([, { before }]) => before);
      writeRow(`UPDATE ${table.name} SET ${settings} WHERE ${isKey(table)}`)(...values, ...key);
    }
    return untouched.length === cells.size;
  };

  return {
    /** Runs inside a transaction. A command within a command is part of it; one that changes nothing is not logged. */
    run,
    /** The last change of an account that is not undone; null when there is none. */
    undo: (accountId: Id): Reversal | null => reverse(lastDone.get(accountId), 1),
    redo: (accountId: Id): Reversal | null => reverse(firstUndone.get(accountId), 0),
    /** What undo and redo would take, by what it is called. */
    next: (accountId: Id): Reversible => ({
      undo: labelOf(lastDone.get(accountId)),
      redo: labelOf(firstUndone.get(accountId)),
    }),
    /** Who was on these photos before the last change of that name took their faces away; those who are still there. */
    released: (accountId: Id, command: string, imageIds: readonly Id[]): PersonAssignment[] =>
      released.all({ accountId, command, images: list(imageIds) }),
    /** The same of the face sets that their faces were in. */
    leftFacesets: (accountId: Id, command: string, imageIds: readonly Id[]): { facesetId: Id; faceId: Id }[] =>
      leftFacesets.all({ accountId, command, images: list(imageIds) }),
    /** Newest first, undone ones (they can be redone) too. */
    recent: (accountId: Id, limit: number): Change[] => recent.all(accountId, limit).map(toChange),
  };
}

const toChange = (row: ChangeRow): Change => ({
  ...row,
  label: labelOf(row),
  args: JSON.parse(row.args),
  undone: row.undone === 1,
});

const labelOf = (row: ChangeRow | undefined): unknown => (row ? JSON.parse(row.label) : null);

/** Statements are made for the table and columns at hand, and kept. */
function cached<T>(prepare: (sql: string) => T): (sql: string) => T {
  const known = new Map<string, T>();
  return (sql) => {
    const statement = known.get(sql) ?? prepare(sql);
    known.set(sql, statement);
    return statement;
  };
}

const isKey = ({ key }: RecordedTable): string => key.map((column) => `${column} = ?`).join(' AND ');

const same = (a: Value | undefined, b: Value): boolean =>
  Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : a === b;

/** @param rows cells of one change; those of one row are together */
function collectRows(rows: readonly CellRow[]): RecordedRow[] {
  const collected: RecordedRow[] = [];
  for (const { id, tableName, rowKey, operation, columnName, before, after } of rows) {
    let last = collected.at(-1);
    if (last?.id !== id) {
      last = { id, table: tableName, key: JSON.parse(rowKey), operation, cells: new Map() };
      collected.push(last);
    }
    last.cells.set(columnName, { before, after });
  }
  return collected;
}
