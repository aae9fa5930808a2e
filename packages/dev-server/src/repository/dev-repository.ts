import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { monotonic, systemClock, type ServerClock } from '../clock.ts';
import type { FhirResource } from '../resource.ts';
import { intentOf, Journal, type AcceptedWrite } from './journal.ts';
import { createSchema } from './schema.ts';
import { SearchIndex } from './search-index.ts';
import { Statements } from './statements.ts';
import { VersionLog } from './version-log.ts';
import type { Version, WriteTerms } from './version.ts';

/**
 * The store of the dev server: an append-only log of versions with two indexes over it. {@link VersionLog} reads it.
 *
 * Everything is synchronous, so one request never sees half of another.
 */
export class DevRepository extends VersionLog {
  readonly #database: DatabaseSync;
  readonly #now: ServerClock;
  readonly #statements: Statements;
  readonly #journal = new Journal();
  readonly #index: SearchIndex;
  #depth = 0;

  /** @param file a database file; `:memory:` keeps nothing after the process ends */
  constructor(file = ':memory:', clock: ServerClock = systemClock) {
    const database = new DatabaseSync(file);
    createSchema(database);
    const statements = new Statements(database);
    super(statements);
    this.#database = database;
    this.#statements = statements;
    this.#index = new SearchIndex(this.#database);
    const row = this.#statements.get('SELECT max(updated) AS newest FROM version');
    this.#now = monotonic(clock, Number(row?.['newest'] ?? 0));
  }

  /** Appends a version. The client's own `versionId` and `lastUpdated` are never kept. */
  write(resource: FhirResource, id: string, method: 'POST' | 'PUT', terms: WriteTerms = {}): Version {
    return this.transaction(() => {
      const { resourceType, id: _id, meta: own, ...elements } = resource;
      const previous = this.newest(resourceType, id);
      const vid = (previous?.vid ?? 0) + 1;
      const updated = this.#stamp(previous, terms);
      const meta = { ...own, versionId: String(vid), lastUpdated: new Date(updated).toISOString() };
      const json = JSON.stringify({ resourceType, id, meta, ...elements });
      const version = this.#append({ type: resourceType, id, vid, updated, method, json }, terms);
      this.#journal.note(version, previous, terms, intentOf(resource));
      return version;
    });
  }

  /** Appends a deletion. The history stays. */
  remove(type: string, id: string, terms: WriteTerms = {}): Version {
    return this.transaction(() => {
      const previous = this.newest(type, id);
      const vid = (previous?.vid ?? 0) + 1;
      const updated = this.#stamp(previous, terms);
      const version = this.#append({ type, id, vid, updated, method: 'DELETE', json: null }, terms);
      this.#journal.note(version, previous, terms, null);
      return version;
    });
  }

  /** Changes a version in its place: same number, same time. No client can notice. */
  amend(version: Version, json: string): Version {
    return this.transaction(() => {
      this.#statements.run('UPDATE version SET json = ? WHERE seq = ?', json, version.seq);
      return { ...version, json };
    });
  }

  /**
   * Goes back to the data of a time, as a restored backup does. Later versions are gone, and their numbers are given
   * again. A backup goes by when a version was committed, whatever its stamp says. The journal keeps what was accepted.
   *
   * @param to milliseconds since the epoch
   */
  restore(to: number): void {
    this.transaction(() => {
      const changed = this.#statements.all('SELECT DISTINCT type, id FROM version WHERE committed > ?', to);
      this.#statements.run('DELETE FROM version WHERE committed > ?', to);
      for (const { type, id } of changed) {
        this.#index.replace(String(type), String(id), this.newest(String(type), String(id)));
      }
    });
  }

  #stamp(previous: Version | undefined, { stampedEarlierMs = 0 }: WriteTerms): number {
    return Math.max(previous?.updated ?? 0, this.#now() - stampedEarlierMs);
  }

  #append(draft: Omit<Version, 'seq'>, { indexLagMs = 0 }: WriteTerms): Version {
    const { type, id, vid, updated, method, json } = draft;
    const result = this.#statements
      .prepare(
        'INSERT INTO version (type, id, vid, updated, method, json, committed) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(type, id, vid, updated, method, json, this.#now());
    const version = { ...draft, seq: Number(result.lastInsertRowid) };
    this.#index.enter(version, indexLagMs > 0 ? this.#now() + indexLagMs : null);
    return version;
  }

  /** Every accepted version since the start, in order, with what its writer claimed to know. The list goes on growing. */
  writes(): readonly AcceptedWrite[] {
    return this.#journal.writes;
  }

  /** Counts a request, so that the writes of one can be told from those of another, and brings the index up to date. */
  beginRequest(): void {
    this.#journal.beginRequest();
    const now = this.#now();
    if (this.#index.isBehind(now)) this.transaction(() => this.#index.catchUp(now));
  }

  /** Whether searches do not see the newest version yet. */
  isPending(version: Version): boolean {
    return this.#index.isPending(version);
  }

  /** Runs all of `work` or none of it. */
  transaction<T>(work: () => T): T {
    // SQLite does not nest transactions, so an inner one runs as part of the outer.
    if (this.#depth > 0) return work();
    this.#database.exec('BEGIN IMMEDIATE');
    this.#depth += 1;
    const waysBack = [this.#journal.mark(), this.#index.mark()];
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      for (const goBack of waysBack) goBack();
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  newId(): string {
    return randomUUID();
  }

  now(): number {
    return this.#now();
  }

  close(): void {
    this.#index.catchUp(Infinity);
    this.#database.close();
  }
}
