import { randomUUID } from 'node:crypto';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { monotonic, systemClock, type ServerClock } from '../clock.ts';
import type { FhirResource } from '../resource.ts';
import { intentOf, type AcceptedWrite, type Claim } from './journal.ts';
import { referencesIn } from './references.ts';
import { createSchema } from './schema.ts';

/** One line of the log: a resource after one write. `json` is null after a deletion. */
export interface Version {
  readonly seq: number;
  readonly type: string;
  readonly id: string;
  readonly vid: number;
  /** Milliseconds since the epoch. */
  readonly updated: number;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly json: string | null;
}

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
  readonly #journal: AcceptedWrite[] = [];
  #depth = 0;
  #request = 0;

  /** @param file a database file; `:memory:` keeps nothing after the process ends */
  constructor(file = ':memory:', clock: ServerClock = systemClock) {
    this.#database = new DatabaseSync(file);
    createSchema(this.#database);
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
  write(resource: FhirResource, id: string, method: 'POST' | 'PUT', claim: Claim): Version {
    return this.transaction(() => this.#write(resource, id, method, claim));
  }

  #write(resource: FhirResource, id: string, method: 'POST' | 'PUT', claim: Claim): Version {
    const previous = this.newest(resource.resourceType, id);
    const vid = (previous?.vid ?? 0) + 1;
    const updated = this.#now();
    const meta = { ...resource.meta, versionId: String(vid), lastUpdated: new Date(updated).toISOString() };
    const { resourceType, id: _id, meta: _meta, ...elements } = resource;
    const json = JSON.stringify({ resourceType, id, meta, ...elements });
    const seq = this.#append(resourceType, id, vid, updated, method, json);
    this.#run(
      'INSERT OR REPLACE INTO current (type, id, seq, updated) VALUES (?, ?, ?, ?)',
      resourceType,
      id,
      seq,
      updated,
    );
    this.#run('DELETE FROM reference WHERE type = ? AND id = ?', resourceType, id);
    for (const target of referencesIn(elements)) {
      this.#run(
        'INSERT OR IGNORE INTO reference (target, type, id) VALUES (?, ?, ?)',
        target,
        resourceType,
        id,
      );
    }
    const version: Version = { seq, type: resourceType, id, vid, updated, method, json };
    this.#note(version, previous, claim, intentOf(resource));
    return version;
  }

  /** Appends a deletion. The history stays. */
  remove(type: string, id: string, claim: Claim): Version {
    return this.transaction(() => this.#remove(type, id, claim));
  }

  #remove(type: string, id: string, claim: Claim): Version {
    const previous = this.newest(type, id);
    const vid = (previous?.vid ?? 0) + 1;
    const updated = this.#now();
    const seq = this.#append(type, id, vid, updated, 'DELETE', null);
    this.#run('DELETE FROM current WHERE type = ? AND id = ?', type, id);
    this.#run('DELETE FROM reference WHERE type = ? AND id = ?', type, id);
    const version: Version = { seq, type, id, vid, updated, method: 'DELETE', json: null };
    this.#note(version, previous, claim, null);
    return version;
  }

  /** Every accepted version since the start, in order, with what its writer claimed to know. */
  writes(): readonly AcceptedWrite[] {
    return [...this.#journal];
  }

  /** Counts a request, so that the writes of one can be told from those of another. */
  beginRequest(): void {
    this.#request += 1;
  }

  #note(
    { type, id, vid, updated, method }: Version,
    previous: Version | undefined,
    claim: Claim,
    intent: string | null,
  ): void {
    if (claim === null) return;
    this.#journal.push({
      type,
      id,
      version: String(vid),
      method,
      claimedBase: claim.base,
      previous: previous ? String(previous.vid) : null,
      previousDeleted: previous?.json === null,
      at: updated,
      request: this.#request,
      intent,
    });
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
  history(of: { type?: string; id?: string; since?: number; before?: number; limit: number }): Version[] {
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
    return this.#versions(
      `SELECT ${COLUMNS} FROM version v WHERE ${conditions.join(' AND ')} ORDER BY v.seq DESC LIMIT ?`,
      ...values,
      of.limit,
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
    const noted = this.#journal.length;
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      this.#journal.length = noted;
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
    this.#database.close();
  }

  #append(
    type: string,
    id: string,
    vid: number,
    updated: number,
    method: string,
    json: string | null,
  ): number {
    const result = this.#prepare(
      'INSERT INTO version (type, id, vid, updated, method, json) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(type, id, vid, updated, method, json);
    return Number(result.lastInsertRowid);
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
