import type { Receipt } from '@ehch/clinical';
import type { OutboxEntry } from '@ehch/store';
import { afterClockJump, lanesAllowed, opensAt } from './circuit.ts';
import { contextOf, moveNow, type PushContext, type PushPorts, type SignedIn } from './context.ts';
import { decide, type Decision } from './decide.ts';
import { ALL_GUARDS, type PushGuards } from './guards.ts';
import { isReadable, MOST_LANES, placeEntries, type Placed, type ReadableEntry } from './lanes.ts';
import { pushStep } from './push-step.ts';
import { receiptOf } from './receipt-of.ts';
import { nextLook, noLooks, retireDuplicates, type RetiredDuplicate } from './retire-duplicates.ts';
import { becomeUnknown, hold } from './settle.ts';
import { findSquash } from './squash.ts';

/** What is not on the server yet, and why. */
export interface Unsent {
  readonly entry: OutboxEntry;
  readonly standing: Placed['standing'];
}

/** Brings what people have done to the server. One leader of all windows runs it. */
export interface Push {
  /**
   * Does one thing: at most one request. Up to {@link MOST_LANES} steps may run at the same time, and one more that takes
   * escalations alone, so that a slow answer holds up no worry.
   *
   * - `worked`: ask again at once. - `waiting`: ask again at {@link nextAt}. - `idle`: nothing can go by itself.
   *
   * @throws {EhchError} `overtaken` if another leader has begun: stop
   */
  step(): Promise<'idle' | 'worked' | 'waiting'>;
  /** When the next step has something to do, by the device's clock. `null`: only a person, a sign-in or a press helps. */
  nextAt(): Promise<number | null>;
  receiptOf(intent: string): Promise<Receipt | null>;
  /** Entries that wait for a person, with both versions or the server's words. */
  conflicts(): Promise<readonly OutboxEntry[]>;
  /** Carries out a person's decision, and returns the intent under which it goes on. See {@link Decision}. */
  decide(intent: string, decision: Decision): Promise<string | null>;
  /** All that the server has not accepted, escalations first. */
  unsent(): Promise<readonly Unsent[]>;
  /** Says that somebody has signed in again, so that a 401 need not be waited out. */
  signedInAgain(): void;
  /** Duplicates of one press that a server made, and that were taken out of use, since this engine began. */
  retiredDuplicates(): readonly RetiredDuplicate[];
}

/** An entry that waits for others, and what becomes of it. */
interface Bound {
  readonly entry: ReadableEntry;
  readonly work: () => Promise<unknown>;
}

/** @param guards tests switch one off, to prove that the suite would notice */
export function createPush(ports: PushPorts, guards: PushGuards = ALL_GUARDS): Push {
  const context = contextOf(ports, guards);
  const { store, timing } = ports;
  const busy = new Set<number>();
  const looks = noLooks();
  let startedAt = timing.now();
  let ended = 0;
  let isLooking = false;

  /** The entries as no step is changing them behind the reader's back. */
  async function entries(): Promise<readonly OutboxEntry[]> {
    for (;;) {
      const before = ended;
      const read = await store.outbox.entries();
      if (before === ended) return read;
    }
  }

  function place(all: readonly OutboxEntry[]): readonly Placed[] {
    const now = timing.now();
    if (now < startedAt) {
      // The clock was set back. What waits by it waits no longer than after a start.
      startedAt = now;
      context.signedOut = null;
    }
    context.circuit = afterClockJump(context.circuit, now);
    const sub = ports.whoIsSignedIn()?.sub ?? null;
    return placeEntries(all, { now, startedAt, sub, busy, guards });
  }

  async function step(): Promise<'idle' | 'worked' | 'waiting'> {
    for (;;) {
      const all = await entries();
      const before = ended;
      const bound = await boundByOthers(all, place(all));
      // Another step has changed something meanwhile, so what was read is old.
      if (before !== ended) continue;
      const work = chooseWork(all, bound);
      if (work !== null) return work();
      if (await lookedForDuplicates(ports.whoIsSignedIn())) return 'worked';
      return busy.size > 0 || (await nextAt()) !== null ? 'waiting' : 'idle';
    }
  }

  /** Chooses and begins without a pause in between, so that no two steps take the same entry. */
  function chooseWork(
    all: readonly OutboxEntry[],
    bound: Bound | undefined,
  ): (() => Promise<'worked'>) | null {
    const free = all.filter(({ n }) => !busy.has(n));
    for (const n of context.hands.keys()) if (!all.some((entry) => entry.n === n)) context.hands.delete(n);
    const orphan = free.filter(isReadable).find(({ state }) => state === 'sending');
    if (orphan !== undefined)
      return () => working(orphan.n, () => becomeUnknown(context, orphan, 'interrupted', 0));
    if (bound !== undefined && !busy.has(bound.entry.n)) return () => working(bound.entry.n, bound.work);
    const squash = findSquash(free, guards);
    if (squash !== null) {
      const [first, second] = squash.replaced;
      return () => working(first, () => store.outbox.squash([first, second], squash.by));
    }
    const who = ports.whoIsSignedIn();
    const next =
      who === null ? undefined : place(all).find((each) => each.standing === 'due' && mayGo(each.entry));
    if (who === null || next === undefined || !isReadable(next.entry)) return null;
    const { entry } = next;
    return () => working(entry.n, () => pushStep(context, entry, who));
  }

  async function working(n: number, work: () => Promise<unknown>): Promise<'worked'> {
    busy.add(n);
    try {
      await work();
    } finally {
      ended++;
      busy.delete(n);
    }
    return 'worked';
  }

  function mayGo({ operation }: OutboxEntry): boolean {
    const now = timing.now();
    const isEscalation = operation?.class === 'escalation';
    if (isPaused(context, ports.whoIsSignedIn(), now)) return false;
    const most = MOST_LANES + (isEscalation ? 1 : 0);
    return busy.size < lanesAllowed(context.circuit, now, most, isEscalation);
  }

  /** An entry whose waiting for others begins, or whose others were given up. */
  async function boundByOthers(
    all: readonly OutboxEntry[],
    placed: readonly Placed[],
  ): Promise<Bound | undefined> {
    const { standing, entry } =
      placed.find((each) => each.standing === 'dependency' && each.entry.state === 'queued') ?? {};
    if (standing === 'dependency' && entry !== undefined && isReadable(entry))
      return { entry, work: () => moveNow(context, entry, 'wait-dependency') };
    for (const each of placed) {
      if (each.standing !== 'due' || !isReadable(each.entry) || each.entry.attempts > 0) continue;
      const freed = each.entry;
      for (const intent of freed.operation.dependsOn) {
        if (all.some((other) => other.intent === intent)) continue;
        if ((await store.outbox.acknowledgement(intent)) !== null) continue;
        // What it builds on was given up, so a person has to say whether it still means anything.
        return { entry: freed, work: () => hold(context, freed, 0, 'What this builds on was given up.') };
      }
    }
    return undefined;
  }

  async function lookedForDuplicates(who: SignedIn | null): Promise<boolean> {
    if (isLooking || who === null || isPaused(context, who, timing.now())) return false;
    if (lanesAllowed(context.circuit, timing.now(), MOST_LANES, false) <= busy.size) return false;
    isLooking = true;
    try {
      return await retireDuplicates(context, looks);
    } finally {
      isLooking = false;
    }
  }

  async function nextAt(): Promise<number | null> {
    const who = ports.whoIsSignedIn();
    if (who === null) return null;
    const times = place(await entries()).flatMap(({ entry, standing, due }) => {
      if (standing !== 'due' && standing !== 'later') return [];
      return [
        Math.max(
          due,
          opensAt(context.circuit, entry.operation?.class === 'escalation'),
          pausedUntil(context, who),
        ),
      ];
    });
    const look = await nextLook(context, looks);
    if (look !== null) times.push(Math.max(look, opensAt(context.circuit, false), pausedUntil(context, who)));
    return times.length === 0 ? null : Math.min(...times);
  }

  return {
    step,
    nextAt,
    receiptOf: (intent) => receiptOf(ports, intent),
    conflicts: async () =>
      (await entries()).filter(({ state }) => ['conflict', 'rejected', 'held'].includes(state)),
    decide: (intent, decision) => decide(ports, intent, decision),
    unsent: async () => place(await entries()).map(({ entry, standing }) => ({ entry, standing })),
    signedInAgain: () => {
      context.signedOut = null;
    },
    retiredDuplicates: () => looks.retired,
  };
}

/** After a 401 nothing is tried in that session for a while. Another session is not stopped by it. */
function isPaused(context: PushContext, who: SignedIn | null, now: number): boolean {
  return who === null || now < pausedUntil(context, who);
}

function pausedUntil({ signedOut }: PushContext, { sub }: SignedIn): number {
  return signedOut === null || signedOut.sub !== sub ? 0 : signedOut.until;
}
