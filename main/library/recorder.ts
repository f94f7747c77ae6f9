/**
 * Writes down every row and cell that changes while a command runs. Triggers do it, made at opening from the schema as it
 * is, so a new column is recorded from the day it exists; they are temporary, so they belong to this connection only and
 * what other processes do is never taken for part of the command.
 */
import type BetterSqlite3 from 'better-sqlite3';

/** The tables that a user's commands change. */
export const UNDOABLE = [
  'image',
  'face',
  'face_landmarks',
  'face_crop',
  'embedding',
  'person',
  'person_face',
  'cluster',
  'cluster_face',
  'rejection',
  'cluster_rejection',
  'person_group',
  'group_member',
  'faceset',
  'faceset_member',
  'album',
  'album_photo',
  'tag',
  'image_tag',
] as const;

/** A table as undo needs to know it. */
export interface RecordedTable {
  readonly name: string;
  /** Columns of the primary key, in the order of the keys written down. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
}

export interface Recorder {
  readonly tables: ReadonlyMap<string, RecordedTable>;
  /** The change being recorded, or null. */
  current(): number | null;
  /** Everything that happens in `work` becomes rows of this change. */
  record<T>(changeId: number, work: () => T): T;
}

export function createRecorder(db: BetterSqlite3.Database): Recorder {
  db.exec('CREATE TEMP TABLE recording (change_id INTEGER NOT NULL)');
  const tables = new Map(UNDOABLE.map((name) => [name as string, describe(db, name)]));
  for (const table of tables.values()) db.exec(triggers(table));
  const begin = db.prepare<[number]>('INSERT INTO recording (change_id) VALUES (?)');
  const end = db.prepare('DELETE FROM recording');
  const current = db.prepare<[], number>('SELECT change_id FROM recording').pluck();
  return {
    tables,
    current: () => current.get() ?? null,
    record: (changeId, work) => {
      begin.run(changeId);
      const result = work();
      // Not in a `finally`: when work fails its transaction is rolled back, and the mark in this table with it.
      end.run();
      return result;
    },
  };
}

function describe(db: BetterSqlite3.Database, name: string): RecordedTable {
  const columns = db
    .prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)')
    .all(name);
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  return { name, key: key.map((column) => column.name), columns: columns.map((column) => column.name) };
}

function triggers({ name, key, columns }: RecordedTable): string {
  const row = (version: 'OLD' | 'NEW', operation: string) => `
    INSERT INTO change_row (change_id, table_name, row_key, operation)
    SELECT change_id, '${name}', json_array(${key.map((column) => `${version}.${column}`).join(', ')}), '${operation}'
    FROM recording;`;
  const cells = (before: 'OLD' | null, after: 'NEW' | null) => {
    const value = (version: string | null, column: string) => (version ? `${version}.${column}` : 'NULL');
    const values = columns.map(
      (column) => `SELECT '${column}' AS name, ${value(before, column)} AS before, ${value(after, column)} AS after`,
    );
    return `
      INSERT INTO change_cell (row_id, column_name, before, after)
      SELECT last_insert_rowid(), name, before, after FROM (${values.join(' UNION ALL ')})`;
  };
  // Not the column's own collation: to undo, "anna" and "Anna" are two names.
  const changed = columns.map((column) => `OLD.${column} COLLATE BINARY IS NOT NEW.${column}`).join(' OR ');
  const recording = 'EXISTS (SELECT 1 FROM recording)';
  return `
    CREATE TEMP TRIGGER record_insert_${name} AFTER INSERT ON main.${name} WHEN ${recording} BEGIN
      ${row('NEW', 'insert')}
      ${cells(null, 'NEW')};
    END;
    CREATE TEMP TRIGGER record_update_${name} AFTER UPDATE ON main.${name} WHEN ${recording} AND (${changed}) BEGIN
      ${row('NEW', 'update')}
      ${cells('OLD', 'NEW')} WHERE before COLLATE BINARY IS NOT after;
    END;
    CREATE TEMP TRIGGER record_delete_${name} AFTER DELETE ON main.${name} WHEN ${recording} BEGIN
      ${row('OLD', 'delete')}
      ${cells('OLD', null)};
    END;`;
}
