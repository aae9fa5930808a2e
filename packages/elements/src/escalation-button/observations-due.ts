import { undisputedIn, type ResidentView } from '@ehch/clinical';
import {
  advise,
  notLess,
  observationsFrom,
  RED_FLAGS,
  type Advice,
  type AgreedNow,
  type Ladder,
  type ObservationsNow,
} from '@ehch/clinical/escalation';
import { askedAtOf, isGone, type Thread, type ThreadEntry } from '@ehch/clinical/thread';
import { readInstant, type Instant } from '@ehch/clinical/time';
import { shortMoment } from '../internal/short-moment.ts';
import { happened } from '../internal/future-dated.ts';

/** What the time of the next observations is told from. */
export interface DueAround {
  readonly record: ResidentView | null;
  readonly ladder: Ladder;
  readonly agreed: AgreedNow;
  readonly now: Instant;
}

/** When observations are to be taken again, counted from when these were taken; `null`: the advice names no minutes. */
export function dueAfter(at: Instant | undefined, advice: Advice): Instant | null {
  const minutes = advice.kind === 'rung' ? advice.rung.repeatAfterMinutes : null;
  const taken = readInstant(at ?? '');
  return taken === null || minutes === null ? null : new Date(taken + minutes * 60_000).toISOString();
}

/** [P] How long before a press the observations that it names can have been taken. */
const BEFORE_MS = 60 * 60_000;

/**
 * The same for a thread that has observations behind it, from what the record holds. Nobody has to have raised it on this screen:
 * the time stands after a reload and at another PC. Newer observations move it, and sending does not.
 */
export function dueOfThread(thread: Thread, { record, ladder, agreed, now }: DueAround): Instant | null {
  const { raised, alsoRaised, ending } = thread;
  const isOver = ending.state !== 'open' || isGone(thread) || agreed.lastDays;
  const press = lastObserving(thread);
  if (record === null || isOver || press === null) return null;
  const found = observedWith(press, record);
  // What has not arrived in the record was taken before the press that names it. So was what a wrong clock puts into the future.
  const isTimed = found !== null && Date.parse(found.at) <= Date.parse(now);
  const at = isTimed ? found.at : askedAtOf(press);
  const signs = [raised, ...alsoRaised].flatMap((one) => one.signs);
  const situation = {
    dangers: [],
    signs: [],
    flags: RED_FLAGS.map(({ id }) => id).filter((id) => signs.includes(id)),
    isWorried: true,
    isInfectionPossible: null,
    observations: found?.now ?? null,
  };
  // The same advice as on the card beside the resident (escalation SPEC R10).
  const asked = { urgency: thread.urgency, why: '' };
  return dueAfter(at, notLess(advise(ladder, situation, agreed), ladder, asked));
}

/** The last press that names observations; `null`: none does. */
function lastObserving({ entries }: Thread): ThreadEntry | null {
  return entries.findLast(({ act }) => 'observations' in act && act.observations !== null) ?? null;
}

/** A set of observations in the record, with the moment at which it was taken. */
interface Observed {
  readonly at: Instant;
  readonly now: ObservationsNow;
}

/** The newest observations of the record, if they can belong to this press. A wrong clock of whoever pressed moves nothing. */
export function observedWith(press: ThreadEntry, record: ResidentView): Observed | null {
  const latest = lastObserved(record);
  const from = Date.parse(askedAtOf(press)) - BEFORE_MS;
  return latest !== null && Date.parse(latest.at) >= from ? latest : null;
}

/** A day alone says no time. */
function lastObserved(record: ResidentView): Observed | null {
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
