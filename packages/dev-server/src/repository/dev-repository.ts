import { randomUUID } from 'node:crypto';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { monotonic, systemClock, type ServerClock } from '../clock.ts';
import type { FhirResource } from '../resource.ts';
import { intentOf, Journal, type AcceptedWrite } from './journal.ts';
import { createSchema } from './schema.ts';
import { SearchIndex } from './search-index.ts';
import type { Version, WriteTerms } from './version.ts';

const COLUMNS = 'v.seq, v.type, v.id, v.vid, v.updated, v.method, v.json';

/**
 * The store of the dev server: an append-only log of versions with two indexes over it.
 *
 * Everything is synchronous, so one request never sees half of another.
 */
export class DevRepository {
  readonly #database: DatabaseSync;
  readonly #now: ServerClock;
  readonly #statements = new Map<string, StatementSync>();
  readonly #journal = new Journal();
  readonly #index: SearchIndex;
  #depth = 0;

  /** @param file a database file; `:memory:` keeps nothing after the process ends */
  constructor(file = ':memory:', clock: ServerClock = systemClock) {
    this.#database = new DatabaseSync(file);
    createSchema(this.#database);
    this.#index = new SearchIndex(this.#database);
    const row = this.#get('SELECT max(updated) AS newest FROM version');
    this.#now = monotonic(clock, Number(row?.['newest'] ?? 0));
  }

  /** The newest version of a resource, which may be its deletion; undefined if it never existed. */
  newest(type: string, id: string): Version | undefined {
    return this.#version(
      `SELECT ${COLUMNS} FROM version v WHERE v.type = ? AND v.id = ? ORDER BY v.vid DESC LIMIT 1`,
      type,
      id,
    );
  }

  version(type: string, id: string, vid: number): Version | undefined {
    return this.#version(
      `SELECT ${COLUMNS} FROM version v WHERE v.type = ? AND v.id = ? AND v.vid = ?`,
      type,
      id,
      vid,
    );
  }

  versionAt(seq: number): Version | undefined {
    return this.#version(`SELECT ${COLUMNS} FROM version v WHERE v.seq = ?`, seq);
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
      this.#run('UPDATE version SET json = ? WHERE seq = ?', json, version.seq);
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
      const changed = this.#all('SELECT DISTINCT type, id FROM version WHERE committed > ?', to);
      this.#run('DELETE FROM version WHERE committed > ?', to);
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
    const result = this.#prepare(
      'INSERT INTO version (type, id, vid, updated, method, json, committed) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(type, id, vid, updated, method, json, this.#now());
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

  /** Living resources of a type, oldest write first, narrowed by the indexes. */
  living(type: string, by: Narrowing = {}): Version[] {
    const conditions = ['c.type = ?'];
    const values: SQLInputValue[] = [type];
    for (const targets of by.references ?? []) {
      conditions.push(
        `c.id IN (SELECT r.id FROM reference r WHERE r.type = ? AND r.target IN (${marks(targets)}))`,
      );
      values.push(type, ...targets);
    }
    for (const ids of by.ids ?? []) {
      conditions.push(`c.id IN (${marks(ids)})`);
      values.push(...ids);
    }
    if (by.updatedFrom !== undefined) {
      conditions.push('c.updated >= ?');
      values.push(by.updatedFrom);
    }
    return this.#versions(
      `SELECT ${COLUMNS} FROM current c JOIN version v ON v.seq = c.seq WHERE ${conditions.join(' AND ')} ORDER BY c.seq`,
      ...values,
    );
  }

  /** Living resources of any type that refer to `target`, such as `Patient/x`. */
  referringTo(target: string): Version[] {
    return this.#versions(
      `SELECT ${COLUMNS} FROM reference r JOIN current c ON c.type = r.type AND c.id = r.id
       JOIN version v ON v.seq = c.seq WHERE r.target = ? ORDER BY c.seq`,
      target,
    );
  }

  /** The log, newest first, within these limits. */
  history(of: {
    type?: string;
    id?: string;
    since?: number;
    before?: number;
    offset?: number;
    limit: number;
  }): Version[] {
    const conditions = ['1 = 1'];
    const values: SQLInputValue[] = [];
    const add = (condition: string, value: SQLInputValue | undefined): void => {
      if (value === undefined) return;
      conditions.push(condition);
      values.push(value);
    };
    add('v.type = ?', of.type);
    add('v.id = ?', of.id);
    add('v.updated >= ?', of.since);
    add('v.seq < ?', of.before);
    // An increment reads the newest few of many versions. Without the hint SQLite walks all of them for the order.
    const by = of.since === undefined || of.id !== undefined ? '' : 'INDEXED BY version_updated';
    return this.#versions(
      `SELECT ${COLUMNS} FROM version v ${by} WHERE ${conditions.join(' AND ')} ORDER BY v.seq DESC LIMIT ? OFFSET ?`,
      ...values,
      of.limit,
      of.offset ?? 0,
    );
  }

  /** Number of living resources by type. */
  counts(): ReadonlyMap<string, number> {
    const rows = this.#all('SELECT type, count(*) AS n FROM current GROUP BY type ORDER BY type');
    return new Map(rows.map((row) => [String(row['type']), Number(row['n'])]));
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

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#prepare(sql).run(...values);
  }

  #get(sql: string, ...values: SQLInputValue[]): Record<string, unknown> | undefined {
    return this.#prepare(sql).get(...values);
  }

  #all(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    return this.#prepare(sql).all(...values);
  }

  #version(sql: string, ...values: SQLInputValue[]): Version | undefined {
    const row = this.#get(sql, ...values);
    return row && toVersion(row);
  }

  #versions(sql: string, ...values: SQLInputValue[]): Version[] {
    return this.#all(sql, ...values).map(toVersion);
  }
}

/** Conditions that the indexes can decide. All lists must match; within a list, any value may. */
export interface Narrowing {
  readonly references?: readonly (readonly string[])[];
  readonly ids?: readonly (readonly string[])[];
  readonly updatedFrom?: number;
}

function marks(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ');
}

/** The columns are typed by the schema. */
function toVersion(row: Record<string, unknown>): Version {
  return { ...(row as unknown as Version) };
}
