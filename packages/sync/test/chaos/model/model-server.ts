import type { VirtualTime } from '../virtual-time.ts';
import type { Behaviour } from './rules.ts';

export interface Body {
  readonly fields: Readonly<Record<string, string>>;
  /** The intent that wrote this version, in an extension that each update replaces. */
  readonly stamp: string | null;
  /** The intent that created the resource, as an identifier. It stays. */
  readonly identifier: string | null;
}

export interface Version {
  readonly key: string;
  readonly version: number;
  /** When its transaction began: what the server calls `lastUpdated`. */
  readonly updated: number;
  readonly committed: number;
  /** `null`: deleted. */
  readonly body: Body | null;
  readonly by: string;
  readonly intent: string | null;
  /** The version that its author had seen. `null`: none. */
  readonly seen: number | null;
}

export interface Write {
  /** `null`: the server chooses. */
  readonly key: string | null;
  readonly body: Body | null;
  readonly by: string;
  readonly intent: string | null;
  readonly seen: number | null;
  readonly ifMatch: number | null;
  readonly ifNoneMatch: boolean;
  readonly ifNoneExist: string | null;
  readonly marker: string | null;
}

export interface Answered {
  readonly status: number;
  readonly versions: readonly Version[];
  /** Whether there are further rows. */
  readonly more: boolean;
}

export interface Search {
  readonly since: number;
  readonly inclusive: boolean;
  readonly offset: number;
  readonly count: number;
}

const plain = (status: number, versions: readonly Version[] = [], more = false): Answered => ({
  status,
  versions,
  more,
});

/** One transaction in five is slow. */
const SLOW = 0.2;
/** Milliseconds. */
const USUAL = 300;

/** The rules of a FHIR server, as far as they matter to a client that must lose and double nothing. */
export class ModelServer {
  readonly log: Version[] = [];
  readonly #chains = new Map<string, Version[]>();
  readonly #markers = new Set<string>();
  readonly #hiddenUntil = new Map<string, number>();
  readonly #time: VirtualTime;
  readonly #behaviour: Behaviour;
  #nextId = 1;

  constructor(time: VirtualTime, behaviour: Behaviour) {
    this.#time = time;
    this.#behaviour = behaviour;
  }

  /** Hides a resource from every reader until a moment, as before access is granted. */
  hideUntil(key: string, moment: number): void {
    this.#hiddenUntil.set(key, moment);
  }

  current(key: string): Version | undefined {
    return this.#chains.get(key)?.at(-1);
  }

  live(): Version[] {
    return [...this.#chains.values()].flatMap((chain) => {
      const last = chain.at(-1);
      return last && last.body !== null ? [last] : [];
    });
  }

  /** One transaction. Everything is checked at its end, but a racy server looks for doubles at its begin. */
  async write(write: Write): Promise<Answered> {
    const begun = this.#time.now();
    const early = this.#behaviour.isRacy ? this.#existing(write) : null;
    const { random } = this.#time;
    await this.#time.wait(random() < SLOW ? random() * this.#behaviour.slowestMs : random() * USUAL);
    const existing = this.#behaviour.isRacy ? early : this.#existing(write);
    if (existing) return plain(200, [existing]);
    const last = write.key === null ? undefined : this.current(write.key);
    if (write.marker !== null && this.#markers.has(write.marker)) return plain(412);
    if (write.ifMatch !== null && last?.version !== write.ifMatch) return plain(412);
    const isThere = last !== undefined && last.body !== null;
    if (write.ifNoneMatch && isThere && this.#behaviour.heedsIfNoneMatch) return plain(412);
    if (write.marker !== null) this.#markers.add(write.marker);
    const made: Version = {
      key: write.key ?? `server-${this.#nextId++}`,
      version: (last?.version ?? 0) + 1,
      updated: Math.max(begun, last?.updated ?? 0),
      committed: this.#time.now(),
      body: write.body,
      by: write.by,
      intent: write.intent,
      seen: write.seen,
    };
    this.#chains.set(made.key, [...(this.#chains.get(made.key) ?? []), made]);
    this.log.push(made);
    return plain(last ? 200 : 201, [made]);
  }

  async read(key: string): Promise<Answered> {
    const version = this.current(key);
    if (version === undefined || this.#isHidden(key)) return plain(404);
    return version.body === null ? plain(410) : plain(200, [version]);
  }

  async history(key: string): Promise<Answered> {
    return plain(200, this.#chains.get(key) ?? []);
  }

  async hasMarker(intent: string): Promise<Answered> {
    return plain(this.#markers.has(intent) ? 200 : 404);
  }

  async byIdentifier(intent: string): Promise<Answered> {
    return plain(
      200,
      this.live().filter(({ body }) => body?.identifier === intent),
    );
  }

  async search({ since, inclusive, offset, count }: Search): Promise<Answered> {
    const rows = this.#found()
      .filter(({ updated }) => updated > since || (inclusive && updated === since))
      .sort((a, b) => a.updated - b.updated || (a.key < b.key ? -1 : 1));
    return plain(200, rows.slice(offset, offset + count), rows.length > offset + count);
  }

  async all(): Promise<Answered> {
    return plain(200, this.#found());
  }

  #found(): Version[] {
    return this.live().filter(
      ({ key, committed }) =>
        committed + this.#behaviour.indexLagMs <= this.#time.now() && !this.#isHidden(key),
    );
  }

  #existing({ ifNoneExist }: Write): Version | null {
    if (ifNoneExist === null) return null;
    return this.live().find(({ body }) => body?.identifier === ifNoneExist) ?? null;
  }

  #isHidden(key: string): boolean {
    return (this.#hiddenUntil.get(key) ?? 0) > this.#time.now();
  }
}
