import { readInstant } from '../../time/london.ts';
import type { Instant } from '../../time/types.ts';
import type { Actor, ThreadEntry, ThreadSide } from '../entry.ts';
import { momentOf } from '../moment-of.ts';
import { standingOf, type Standing, type ThreadTimes } from '../standing.ts';
import { threadsOf } from '../threads-of.ts';

/** Somebody looked at the record of the resident, as the audit has it. */
export interface Look {
  readonly at: Instant;
  readonly name: string;
  /** The organisation for which they looked, as the audit names it. */
  readonly organisation: string;
}

/** What the audit says of looks. */
export interface Looks {
  readonly looks: readonly Look[];
  /** Whether all of the audit was read. */
  readonly isWhole: boolean;
}

/** What a side's screen could say at a moment: of what that side had pressed, and of what the server had by then. */
export type NightScreen =
  /** Nothing of the matter had reached this side. */
  | { readonly state: 'nothing' }
  /** Pressed here, and not on the server yet. */
  | { readonly state: 'not-sent'; readonly entries: readonly string[] }
  | { readonly state: 'shown'; readonly standing: Standing };

/** One moment of a matter, by both clocks. */
export interface NightMoment {
  readonly what:
    | { readonly kind: 'press'; readonly entry: ThreadEntry }
    | { readonly kind: 'arrival'; readonly entry: ThreadEntry }
    | { readonly kind: 'look'; readonly look: Look };
  /** By the server's clock, or by the device's where nothing else is known. */
  readonly at: Instant;
  /** By the clock of the device on which it was pressed; `null`: it has none, or it is not known. */
  readonly deviceAt: Instant | null;
  readonly screens: Readonly<Record<ThreadSide, NightScreen>>;
}

/** One matter of a night. */
export interface Night {
  readonly thread: string;
  readonly moments: readonly NightMoment[];
}

export interface NightFacts {
  readonly entries: readonly ThreadEntry[];
  readonly looks: readonly Look[];
  readonly times: ThreadTimes;
}

/**
 * What happened in each matter, and what each side's screen could say at each moment: for learning, and without blame. It goes by
 * what is written down. Whether somebody read a screen is known only where they pressed.
 */
export function nightOf({ entries, looks, times }: NightFacts): readonly Night[] {
  const byThread = Map.groupBy(entries, ({ thread }) => thread);
  return [...byThread].map(([thread, own]) => ({
    thread,
    moments: momentsOf(own, looks).map((moment) => ({
      ...moment,
      screens: {
        home: screenOf('home', moment.at, { thread, entries, times }),
        practice: screenOf('practice', moment.at, { thread, entries, times }),
      },
    })),
  }));
}

type Bare = Omit<NightMoment, 'screens'>;

function momentsOf(own: readonly ThreadEntry[], looks: readonly Look[]): readonly Bare[] {
  const pressed = own.map((entry): Bare => {
    const at = new Date(momentOf(entry)).toISOString();
    return { what: { kind: 'press', entry }, at, deviceAt: entry.pressedAt };
  });
  const arrived = own.flatMap((entry): Bare[] =>
    entry.receivedAt === null
      ? []
      : [{ what: { kind: 'arrival', entry }, at: entry.receivedAt, deviceAt: null }],
  );
  const first = Math.min(...pressed.map(({ at }) => ms(at)));
  const looked = looks
    .filter(({ at }) => ms(at) >= first)
    .map((look): Bare => ({ what: { kind: 'look', look }, at: look.at, deviceAt: null }));
  return [...pressed, ...arrived, ...looked].toSorted(
    (a, b) => ms(a.at) - ms(b.at) || ORDER[a.what.kind] - ORDER[b.what.kind],
  );
}

/** A press is before its own arrival, also within one second. */
const ORDER = { press: 0, arrival: 1, look: 2 } as const;

/** Once a matter was joined with another, its screen is that of the other (SPEC W3). */
function screenOf(
  side: ThreadSide,
  at: Instant,
  { thread, entries, times }: Omit<NightFacts, 'looks'> & { readonly thread: string },
): NightScreen {
  const now = ms(at);
  const hasReached = ({ receivedAt }: ThreadEntry) => receivedAt !== null && ms(receivedAt) <= now;
  const isOwn = ({ by }: ThreadEntry) => by.side === side;
  const known = entries.filter((entry) => (isOwn(entry) ? momentOf(entry) <= now : hasReached(entry)));
  const notSent = known.filter((entry) => entry.thread === thread && isOwn(entry) && !hasReached(entry));
  if (notSent.length > 0) return { state: 'not-sent', entries: notSent.map(({ id }) => id) };
  const own = known.filter((entry) => entry.thread === thread);
  if (own.length === 0) return { state: 'nothing' };
  const shown = threadsOf(known).find((one) => one.entries.some((entry) => entry.thread === thread));
  return shown === undefined
    ? { state: 'nothing' }
    : { state: 'shown', standing: standingOf(shown, at, times) };
}

function ms(at: Instant): number {
  return readInstant(at) ?? 0;
}

/** Everybody who is named in a night, in the order in which they come. */
export function peopleIn({ moments }: Night): readonly (Pick<Actor, 'name'> & { readonly role: string })[] {
  const found = new Map<string, string>();
  for (const { what } of moments) {
    const [name, role] = whoIn(what);
    if (!found.has(name)) found.set(name, role);
  }
  return [...found].map(([name, role]) => ({ name, role }));
}

/** Without names an organisation is not told either (SPEC N4). */
function whoIn(what: NightMoment['what']): readonly [name: string, role: string] {
  if (what.kind === 'look') return [what.look.name, 'somebody who looked'];
  const { name, role, side } = what.entry.by;
  return [name, `${role ?? 'somebody'}, ${side}`];
}
