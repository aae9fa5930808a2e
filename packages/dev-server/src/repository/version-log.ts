import type { SQLInputValue } from 'node:sqlite';
import type { Statements } from './statements.ts';
import type { Version } from './version.ts';

const COLUMNS = 'v.seq, v.type, v.id, v.vid, v.updated, v.method, v.json';

/** Reads the log of versions: one, the living ones, those that refer to one, the history. */
export class VersionLog {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
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
    const rows = this.#statements.all('SELECT type, count(*) AS n FROM current GROUP BY type ORDER BY type');
    return new Map(rows.map((row) => [String(row['type']), Number(row['n'])]));
  }

  #version(sql: string, ...values: SQLInputValue[]): Version | undefined {
    const row = this.#statements.get(sql, ...values);
    return row && toVersion(row);
  }

  #versions(sql: string, ...values: SQLInputValue[]): Version[] {
    return this.#statements.all(sql, ...values).map(toVersion);
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
