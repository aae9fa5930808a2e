import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { referencesIn } from './references.ts';
import type { Version } from './version.ts';

interface Pending {
  readonly due: number;
  readonly version: Version;
}

/**
 * What searches see: the living resources and who refers to whom. It may follow the log later, as the index of some
 * real servers does.
 */
export class SearchIndex {
  readonly #put: StatementSync;
  readonly #drop: StatementSync;
  readonly #refer: StatementSync;
  readonly #unrefer: StatementSync;
  /** What is on its way, by address, the oldest first. Its lists are replaced, never changed. */
  #pending = new Map<string, readonly Pending[]>();

  constructor(database: DatabaseSync) {
    this.#put = database.prepare(
      'INSERT OR REPLACE INTO current (type, id, seq, updated) VALUES (?, ?, ?, ?)',
    );
    this.#drop = database.prepare('DELETE FROM current WHERE type = ? AND id = ?');
    this.#refer = database.prepare('INSERT OR IGNORE INTO reference (target, type, id) VALUES (?, ?, ?)');
    this.#unrefer = database.prepare('DELETE FROM reference WHERE type = ? AND id = ?');
  }

  /** Enters a version now, or when it is due. A version never overtakes an older one of the same resource. */
  enter(version: Version, due: number | null): void {
    const key = keyOf(version);
    const before = this.#pending.get(key);
    if (due === null && !before) this.#apply(version, version.vid === 1);
    else this.#pending.set(key, [...(before ?? []), { due: due ?? -Infinity, version }]);
  }

  /** Whether a version is on its way whose time has come. */
  isBehind(now: number): boolean {
    return [...this.#pending.values()].some(([first]) => first !== undefined && first.due <= now);
  }

  /** Enters what is due. */
  catchUp(now: number): void {
    for (const [key, list] of this.#pending) {
      const first = list.findIndex(({ due }) => due > now);
      const due = first === -1 ? list : list.slice(0, first);
      for (const { version } of due) this.#apply(version);
      const rest = list.slice(due.length);
      if (rest.length === 0) this.#pending.delete(key);
      else this.#pending.set(key, rest);
    }
  }

  /** Whether a version of this resource is on its way into the index. */
  isPending(resource: Pick<Version, 'type' | 'id'>): boolean {
    return this.#pending.has(keyOf(resource));
  }

  /** Forgets what is on its way for a resource, and enters this version in its place. */
  replace(type: string, id: string, version: Version | undefined): void {
    this.#pending.delete(keyOf({ type, id }));
    if (version) this.#apply(version);
    else this.#remove(type, id);
  }

  /** What a transaction that fails goes back to. */
  mark(): () => void {
    const pending = new Map(this.#pending);
    return () => {
      this.#pending = pending;
    };
  }

  /** @param isFirst nothing of this resource is in the index, so there is nothing to remove */
  #apply({ type, id, seq, updated, json }: Version, isFirst = false): void {
    if (!isFirst) this.#remove(type, id);
    if (json === null) return;
    this.#put.run(type, id, seq, updated);
    for (const target of referencesIn(JSON.parse(json))) this.#refer.run(target, type, id);
  }

  #remove(type: string, id: string): void {
    this.#drop.run(type, id);
    this.#unrefer.run(type, id);
  }
}

function keyOf({ type, id }: Pick<Version, 'type' | 'id'>): string {
  return `${type}/${id}`;
}
