/**
 * A key that was revoked stays revoked when a backup is restored that knows nothing of it: whoever must not call any more
 * would otherwise call again.
 */
import Database from 'better-sqlite3';

interface Revoked {
  readonly id: string;
  readonly revokedAt: number;
}

/** @param former file of the library that the backup has taken the place of; one that cannot be read tells nothing */
export function carryRevocations(former: string, db: Database.Database): void {
  const revoke = db.prepare('UPDATE api_key SET revoked_at = @revokedAt WHERE id = @id AND revoked_at IS NULL');
  db.transaction(() => {
    for (const key of revokedIn(former)) revoke.run(key);
  })();
}

function revokedIn(file: string): Revoked[] {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true });
    const keys = 'SELECT id, revoked_at AS revokedAt FROM api_key WHERE revoked_at IS NOT NULL';
    return db.prepare<[], Revoked>(keys).all();
  } catch {
    // Damaged, or of a time before there were keys.
    return [];
  } finally {
    db?.close();
  }
}
