import { mirroredMove } from '@ehch/fhir/writers';
import type { OutboxEntry } from '@ehch/store';
import { afterClockJump, lanesAllowed, opensAt } from './circuit.ts';
import { contextOf, moveNow, type PushContext, type PushPorts, type SenderAtHome } from './context.ts';
import type { PushGuards } from './guards.ts';
import { isReadable, MOST_LANES, placeEntries, type PlacedEntry, type ReadableEntry } from './lanes.ts';
import { leaveMirror } from './mirror-step.ts';
import { pushStep } from './push-step.ts';
import { nextLook, noLooks, retireDuplicates, type RetiredDuplicate } from './retire-duplicates.ts';
import { becomeUnknown, hold, isReposted, leastWait, REPOST_AFTER_MS } from './settle.ts';
import { findSquash } from './squash.ts';
import { acceptedAs, standsFor } from './stands-for.ts';
import { WaitingTimes } from './waiting-times.ts';

/** Milliseconds until a step asks again that found all lanes taken. */
const LANES_FULL_MS = 1000;

/** What goes by itself, now or once its time has come. */
const WAITS_FOR_TIME: ReadonlySet<PlacedEntry['standing']> = new Set(['due', 'later', 'refused']);

/** An entry that waits for others, and what becomes of it. */
interface Bound {
  readonly entry: ReadableEntry;
  readonly work: () => Promise<unknown>;
}

/** Chooses what is done next, and sees to it that no two steps work on one entry. */
export class PushQueue {
  readonly #context: PushContext;
  readonly #busy = new Set<number>();
  readonly #looks = noLooks();
  readonly #times: WaitingTimes;
  /** Counts finished pieces of work, so that a step notices that what it read is old. */
  #ended = 0;
  #isLooking = false;
  /** A person wants everything tried now. */
  #isHurried = false;

  constructor(ports: PushPorts, guards: PushGuards) {
    this.#context = contextOf(ports, guards);
    this.#times = new WaitingTimes(ports.timing.now(), isReposted(ports.profile) ? REPOST_AFTER_MS : 0);
  }

  async step(): Promise<'idle' | 'worked' | 'waiting'> {
    for (;;) {
      const all = await this.#entries();
      const before = this.#ended;
      const bound = await this.#boundByOthers(all);
      // Another step has changed something meanwhile, so what was read is old.
      if (before !== this.#ended) continue;
      const work = this.#chooseWork(all, bound);
      if (work !== null) return work();
      if (await this.#lookedForDuplicates()) return 'worked';
      return this.#busy.size > 0 || (await this.nextAt()) !== null ? 'waiting' : 'idle';
    }
  }

  async nextAt(): Promise<number | null> {
    const who = this.#context.whoIsSignedIn();
    if (who === null) return null;
    const paused = pausedUntil(this.#context, who);
    const placed = await this.placed();
    const { circuit } = this.#context;
    const now = this.#context.timing.now();
    const times = placed.flatMap(({ entry, standing, due }) => {
      if (!WAITS_FOR_TIME.has(standing)) return [];
      const at = Math.max(due, opensAt(circuit, entry.operation?.class === 'escalation'), paused);
      // All lanes are taken. Whoever ends one goes on by itself, so nobody has to ask again in between.
      return [at <= now && !this.#mayGo(entry) ? now + LANES_FULL_MS : at];
    });
    const look = await nextLook(this.#context, this.#looks);
    if (look !== null) {
      const at = Math.max(look, opensAt(circuit, false), paused);
      // Another step is looking, or all lanes are taken. Asking again at once would only read the store all the time.
      times.push(at <= now && !this.#mayLook() ? now + LANES_FULL_MS : at);
    }
    return times.length === 0 ? null : Math.min(...times);
  }

  async placed(): Promise<readonly PlacedEntry[]> {
    return this.#place(await this.#entries());
  }

  signedInAgain(): void {
    this.#context.signedOut = null;
  }

  tryNow(): void {
    this.#isHurried = true;
    this.#context.signedOut = null;
    this.#context.circuit = { ...this.#context.circuit, waitMs: 0 };
  }

  askedToWaitUntil(): number | null {
    const { circuit, timing } = this.#context;
    return circuit.askedUntil > timing.now() ? circuit.askedUntil : null;
  }

  merged(): readonly string[] {
    return this.#context.merged;
  }

  retiredDuplicates(): readonly RetiredDuplicate[] {
    return this.#looks.retired;
  }

  /** Chooses and begins without a pause in between, so that no two steps take the same entry. */
  #chooseWork(all: readonly OutboxEntry[], bound: Bound | undefined): (() => Promise<'worked'>) | null {
    const { guards, hands, asked, store } = this.#context;
    const free = all.filter(({ n }) => !this.#busy.has(n));
    for (const known of [hands, asked])
      for (const n of known.keys()) if (!all.some((entry) => entry.n === n)) known.delete(n);
    const orphan = free.filter(isReadable).find(({ state }) => state === 'sending');
    if (orphan !== undefined)
      return () => this.#working(orphan.n, () => becomeUnknown(this.#context, orphan, 'interrupted', 0));
    if (bound !== undefined && !this.#busy.has(bound.entry.n))
      return () => this.#working(bound.entry.n, bound.work);
    const squash = findSquash(free, guards);
    if (squash !== null)
      return () => this.#working(squash.replaced[0], () => store.outbox.squash(squash.replaced, squash.by));
    const who = this.#context.whoIsSignedIn();
    const next = this.#place(all).find(({ standing, entry }) => standing === 'due' && this.#mayGo(entry));
    if (who === null || next === undefined || !isReadable(next.entry)) return null;
    const { entry } = next;
    return () => this.#working(entry.n, () => pushStep(this.#context, entry, who));
  }

  async #working(n: number, work: () => Promise<unknown>): Promise<'worked'> {
    this.#busy.add(n);
    try {
      await work();
    } finally {
      this.#ended++;
      this.#busy.delete(n);
    }
    return 'worked';
  }

  #mayGo({ operation }: OutboxEntry): boolean {
    const { circuit, timing } = this.#context;
    const now = timing.now();
    const isEscalation = operation?.class === 'escalation';
    if (this.#isPaused(now)) return false;
    return this.#busy.size < lanesAllowed(circuit, now, MOST_LANES + (isEscalation ? 1 : 0), isEscalation);
  }

  /** An entry whose waiting for others begins, or whose others were given up. */
  async #boundByOthers(all: readonly OutboxEntry[]): Promise<Bound | undefined> {
    const placed = this.#place(all).flatMap(({ entry, standing }) =>
      isReadable(entry) ? [{ entry, standing }] : [],
    );
    const waits = placed.find(
      ({ entry, standing }) => standing === 'dependency' && entry.state === 'queued',
    )?.entry;
    if (waits !== undefined)
      return { entry: waits, work: () => moveNow(this.#context, waits, 'wait-dependency') };
    for (const { entry, standing } of placed) {
      if (standing !== 'due' || entry.attempts > 0) continue;
      for (const intent of entry.operation.dependsOn) {
        if (all.some((other) => standsFor(other, intent))) continue;
        if ((await acceptedAs(this.#context.store, intent)) !== null) continue;
        // What it builds on was given up: its Task stays as it is.
        if (mirroredMove(entry.operation) !== null)
          return { entry, work: () => leaveMirror(this.#context, entry) };
        // What it builds on was given up, so a person has to say whether it still means anything.
        return { entry, work: () => hold(this.#context, entry, 0, 'What this builds on was given up.') };
      }
    }
    return undefined;
  }

  async #lookedForDuplicates(): Promise<boolean> {
    if (this.#isPaused(this.#context.timing.now()) || !this.#mayLook()) return false;
    this.#isLooking = true;
    try {
      return await retireDuplicates(this.#context, this.#looks);
    } finally {
      this.#isLooking = false;
    }
  }

  #mayLook(): boolean {
    const { circuit, timing } = this.#context;
    return !this.#isLooking && lanesAllowed(circuit, timing.now(), MOST_LANES, false) > this.#busy.size;
  }

  /** The entries, as no step is changing them behind the reader's back. */
  async #entries(): Promise<readonly OutboxEntry[]> {
    for (;;) {
      const before = this.#ended;
      const read = await this.#context.store.outbox.entries();
      if (before === this.#ended) return read;
    }
  }

  #place(all: readonly OutboxEntry[]): readonly PlacedEntry[] {
    const context = this.#context;
    const now = context.timing.now();
    if (this.#times.look(now, all)) context.signedOut = null;
    context.circuit = afterClockJump(context.circuit, now);
    if (this.#isHurried) this.#endWaits(all);
    return placeEntries(all, {
      now,
      dueAt: (entry) => this.#times.dueAt(entry),
      sub: context.whoIsSignedIn()?.sub ?? null,
      busy: this.#busy,
      guards: context.guards,
    });
  }

  #endWaits(all: readonly OutboxEntry[]): void {
    this.#isHurried = false;
    for (const entry of all.filter(isReadable))
      this.#times.end(entry, leastWait(this.#context, entry, this.#times.isFound(entry)));
  }

  /** After a 401 nothing is tried in that session for a while. Another session is not stopped by it. */
  #isPaused(now: number): boolean {
    const who = this.#context.whoIsSignedIn();
    return who === null || now < pausedUntil(this.#context, who);
  }
}

function pausedUntil({ signedOut }: PushContext, { sub }: SenderAtHome): number {
  return signedOut === null || signedOut.sub !== sub ? 0 : signedOut.until;
}
