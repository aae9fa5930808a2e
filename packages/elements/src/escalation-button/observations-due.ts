import { undisputedIn, type ResidentView } from '@ehch/clinical';
import {
  advise,
  observationsFrom,
  RED_FLAGS,
  type Advice,
  type AgreedNow,
  type Ladder,
  type ObservationsNow,
} from '@ehch/clinical/escalation';
import type { Thread } from '@ehch/clinical/thread';
import { readInstant, type Instant } from '@ehch/clinical/time';
import { shortMoment } from '../internal/short-moment.ts';
import { happened } from '../internal/future-dated.ts';

/** What the time of the next observations is told from. */
export interface DueAround {
  readonly record: ResidentView | null;
  readonly ladder: Ladder;
  readonly agreed: AgreedNow;
}

/** When observations are to be taken again, counted from when these were taken; `null`: the advice names no minutes. */
export function dueAfter(at: Instant | undefined, advice: Advice): Instant | null {
  const minutes = advice.kind === 'rung' ? advice.rung.repeatAfterMinutes : null;
  const taken = readInstant(at ?? '');
  return taken === null || minutes === null ? null : new Date(taken + minutes * 60_000).toISOString();
}

/** [P] How long before a press the observations that it names can have been taken. */
export const BEFORE_MS = 60 * 60_000;

/**
 * The same for a thread that has observations behind it, from what the record holds. Nobody has to have raised it on this screen: the
 * time stands after a reload and at another PC. Newer observations move it, and sending does not.
 */
export function dueOfThread(thread: Thread, { record, ladder, agreed }: DueAround): Instant | null {
  const { raised, alsoRaised, ending, inHospital } = thread;
  const isOver = ending.state !== 'open' || inHospital !== null || agreed.lastDays;
  const pressedAt = observedAt(thread);
  if (record === null || isOver || pressedAt === null) return null;
  const found = lastObserved(record);
  const isOfIt = found !== null && Date.parse(found.at) >= Date.parse(pressedAt) - BEFORE_MS;
  // What has not arrived in the record was taken before the press that names it.
  const last = isOfIt ? found : { at: pressedAt, now: null };
  const signs = [raised, ...alsoRaised].flatMap((one) => one.signs);
  const situation = {
    dangers: [],
    signs: [],
    flags: RED_FLAGS.map(({ id }) => id).filter((id) => signs.includes(id)),
    isWorried: true,
    isInfectionPossible: null,
    observations: last.now,
  };
  return dueAfter(last.at, advise(ladder, situation, agreed));
}

/** When the last press was made that names observations; `null`: none does. */
function observedAt({ entries }: Thread): Instant | null {
  const named = entries.filter(({ act }) => 'observations' in act && act.observations !== null);
  return named.at(-1)?.pressedAt ?? null;
}

/** The newest set in the record with the moment at which it was taken. A day alone says no time. */
export function lastObserved(
  record: ResidentView,
): { readonly at: Instant; readonly now: ObservationsNow } | null {
  const scores = happened(undisputedIn(record, 'news2')?.scores ?? []);
  const timed = scores.flatMap(({ score, on, scale = null, onScale = null }) => {
    const at = score.assessedAt ?? on ?? '';
    const now = observationsFrom({ ...score, scale, onScale });
    return at.includes('T') && readInstant(at) !== null && now !== null ? [{ at, now }] : [];
  });
  return timed.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0] ?? null;
}

/** When to take them again, from when they were taken. Saving or sending never moves it. */
export function dueWords(due: Instant, now: Instant): string {
  return isDue(due, now)
    ? `▲ Take observations again now: due at ${shortMoment(due, now)}.`
    : `Take observations again at ${shortMoment(due, now)}.`;
}

/** What is said aloud once the time has come. Before it there is nothing to say. */
export function dueAloud(dues: readonly (Instant | null)[], now: Instant): string {
  const come = dues.flatMap((due) => (due !== null && isDue(due, now) ? [due] : []));
  const [first = null] = come.toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return first === null ? '' : dueWords(first, now);
}

function isDue(due: Instant, now: Instant): boolean {
  // A time that cannot be told has come: somebody then looks.
  return !(Date.parse(now) < Date.parse(due));
}
