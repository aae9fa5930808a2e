import type { Body, Version } from './model-server.ts';

/** What the model's client keeps over a crash. Each method is one transaction. */
export interface Entry {
  readonly n: number;
  readonly intent: string;
  readonly kind: 'create' | 'update';
  readonly field: string;
  readonly from: string | null;
  readonly to: string;
  /** `null`: the server will choose it. */
  key: string | null;
  state: 'queued' | 'sending' | 'unknown' | 'conflict';
  notBefore: number;
  attempts: number;
  /** The version of the last attempt, and whether any attempt's outcome was unknown. */
  sentOn: number | null;
  sentAt: number;
  /** The version that a read found without our mark. Only on this one may it be sent again. */
  verifiedOn: number | null;
  wasUnknown: boolean;
}

export interface Cached {
  readonly version: number;
  readonly updated: number;
  /** `null`: a tombstone. */
  readonly body: Body | null;
}

export interface Retirement {
  readonly intent: string;
  readonly keep: string;
  at: readonly number[];
}

/** Where a pull goes on. */
export interface Run {
  readonly since: number;
  /** Counts the rows read of one instant. */
  readonly offset: number;
  /** Whether this passage through the instant has brought anything new. */
  readonly isFresh: boolean;
}

export class ModelStore {
  readonly cache = new Map<string, Cached>();
  outbox: Entry[] = [];
  readonly accepted = new Map<string, string>();
  readonly pressed = new Set<string>();
  retirements: Retirement[] = [];
  highWater = 0;
  run: Run | null = null;
  reconciledAt = 0;
  readonly burials: { readonly key: string; readonly at: number }[] = [];
  #next = 1;

  enqueue(entry: Omit<Entry, 'n'>): void {
    if (this.pressed.has(entry.intent)) return;
    this.pressed.add(entry.intent);
    this.outbox.push({ ...entry, n: this.#next++ });
  }

  /** The newest `updated` wins; a tombstone wins over what is not newer. Returns whether anything was new. */
  put({ key, version, updated, body }: Version): boolean {
    const held = this.cache.get(key);
    if (held?.body === null && updated <= held.updated) return false;
    if (held && (updated < held.updated || version <= held.version)) return false;
    this.cache.set(key, { version, updated, body });
    return true;
  }

  bury(key: string, at: number): void {
    this.burials.push({ key, at });
    const held = this.cache.get(key);
    if (held) this.cache.set(key, { ...held, body: null });
  }

  accept(entry: Entry, body: Version | null, retireAt: readonly number[]): void {
    this.outbox = this.outbox.filter(({ n }) => n !== entry.n);
    this.accepted.set(entry.intent, body?.key ?? entry.key ?? '');
    if (body) this.put(body);
    if (retireAt.length > 0 && body)
      this.retirements.push({ intent: entry.intent, keep: body.key, at: retireAt });
  }

  /** What a person sees: the cached copy, with what waits on top of it. */
  shown(key: string, field: string): string | null {
    const waiting = this.outbox.filter((entry) => entry.key === key && entry.field === field);
    return waiting.at(-1)?.to ?? this.cache.get(key)?.body?.fields[field] ?? null;
  }
}
