import type { DatabaseSync } from 'node:sqlite';

/**
 * Creates the tables. `version` holds the data and is only appended to. `current` lists the living resources and
 * `reference` who refers to whom; both can be rebuilt from `version`.
 */
export function createSchema(database: DatabaseSync): void {
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS version (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      type TEXT NOT NULL,
      id TEXT NOT NULL,
      vid INTEGER NOT NULL,
      updated INTEGER NOT NULL,
      method TEXT NOT NULL,
      json TEXT,
      committed INTEGER NOT NULL,
      UNIQUE (type, id, vid)
    );
    CREATE INDEX IF NOT EXISTS version_updated ON version (updated);
    CREATE TABLE IF NOT EXISTS current (
      type TEXT NOT NULL,
      id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      updated INTEGER NOT NULL,
      PRIMARY KEY (type, id)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS current_updated ON current (type, updated);
    CREATE TABLE IF NOT EXISTS reference (
      target TEXT NOT NULL,
      type TEXT NOT NULL,
      id TEXT NOT NULL,
      PRIMARY KEY (target, type, id)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS reference_from ON reference (type, id);
  `);
  addCommitted(database);
}

/** A file of an earlier release does not say when a version was committed. Then its stamp counts. */
function addCommitted(database: DatabaseSync): void {
  const columns = database.prepare('PRAGMA table_info(version)').all();
  if (columns.some(({ name }) => name === 'committed')) return;
  database.exec(`
    ALTER TABLE version ADD COLUMN committed INTEGER NOT NULL DEFAULT 0;
    UPDATE version SET committed = updated;
  `);
}
