import type { Handing } from '../handing.ts';
import type { Stamp, Stepped } from '../step.ts';
import type { ThreadEntry, ThreadUrgency } from '../../thread/entry.ts';
import { KINDS } from '../../thread/kinds/index.ts';
import type { EscalationPress } from './action.ts';
import type { EscalationEffect } from './effect.ts';
import { isSent, type EscalationGuards } from './guards.ts';
import type { EscalationSession, HandedEntry } from './session.ts';
import { higherOf } from '../../escalation/asked-urgency.ts';
import { signWords } from '../../escalation/sign-words.ts';
import { notedIn, notedSince, oneAfterAnother } from './beside-the-words.ts';
import { seenSince } from './seen-since.ts';
import { stopOf } from './stops.ts';

export type EscalationStepped = Stepped<EscalationSession, EscalationEffect>;

type Press<Kind> = Extract<EscalationPress, { kind: Kind }> & Stamp;

/** [P] Seconds after which an escalation that nobody's server has taken says so, with the telephone. */
const ACKNOWLEDGED_WITHIN_MS = 60_000;

/** Sends the escalation. Whoever has pressed once has raised it, whatever is pressed again (SPEC X1). */
export function raise(
  session: EscalationSession,
  press: Press<'raise'>,
  guards: EscalationGuards,
): EscalationStepped {
  if (guards.isRaised(session)) return { session, effects: [] };
  if (stopOf(session, press.by.name) !== null) return { session, effects: [] };
  const { about, matter, seen, words, askedBy } = session;
  const entry: ThreadEntry = {
    id: press.id,
    thread: press.id,
    about,
    by: press.by,
    pressedAt: press.at,
    clockOffsetMs: press.clockOffsetMs,
    receivedAt: null,
    after: null,
    act: {
      kind: 'raise',
      matter,
      urgency: urgencyAsked(session, press),
      // What the home thinks and has done is in no field of a thread, so the words carry it.
      words: oneAfterAnother([words, ...notedIn(session)]),
      signs: [
        ...seen.dangers,
        ...seen.signs.map(({ id }) => id),
        ...seen.flags,
        ...(seen.isWorried ? ['worry'] : []),
      ],
      since: session.since,
      observations: session.observations?.assessment ?? null,
      askedBy,
    },
  };
  const raised: HandedEntry = { entry, handing: { state: 'on-its-way' } };
  return {
    session: { ...session, raised, waitsSince: press.at },
    effects: [{ kind: 'enqueue', entry }, acknowledgedBy(press.at)],
  };
}

/** Nobody may read it as something for later than what the card beside the resident says (SPEC X11, escalation SPEC R10). */
function urgencyAsked(
  { matter, seen }: EscalationSession,
  { advised = null }: Press<'raise'>,
): ThreadUrgency {
  const own = KINDS[matter].urgency;
  if (matter !== 'worry') return own;
  return seen.dangers.length > 0 ? 'now' : higherOf(own, advised);
}

/** Presses something on the thread: an intent of its own (SPEC X4). */
export function act(
  session: EscalationSession,
  press: Press<'act'>,
  guards: EscalationGuards,
): EscalationStepped {
  const { raised, acts } = session;
  if (raised === null || !guards.mayAct(session) || press.by.name.trim() === '')
    return { session, effects: [] };
  if (acts.some(({ entry }) => entry.id === press.id)) return { session, effects: [] };
  const entry: ThreadEntry = {
    id: press.id,
    thread: raised.entry.thread,
    // It goes the way of its raising, also where somebody has linked the person since.
    about: raised.entry.about,
    by: press.by,
    pressedAt: press.at,
    clockOffsetMs: press.clockOffsetMs,
    receivedAt: null,
    after: (acts.at(-1) ?? raised).entry.id,
    act: withWhatIsNew(session, press.act),
  };
  const isWorse = press.act.kind === 'worse';
  return {
    session: {
      ...session,
      acts: [...acts, { entry, handing: { state: 'on-its-way' } }],
      // What was typed for this press went with it. Anything else stays in its field.
      more: 'words' in press.act && press.act.words === session.more ? '' : session.more,
      waitsSince: isWorse ? press.at : session.waitsSince,
    },
    effects: [{ kind: 'enqueue', entry }, ...(isWorse ? [acknowledgedBy(press.at)] : [])],
  };
}

/** With these a home goes on telling of the resident. Taking it back, or saying that it happened, tells of nothing more. */
const TELLS: ReadonlySet<string> = new Set(['add', 'worse', 'better', 'call', 'went-to-hospital', 'reply']);

/**
 * A press carries what was thought and done since, and "worse" the danger signs that were pressed: what stands on this screen alone
 * helps nobody (SPEC X7, X11).
 */
function withWhatIsNew(session: EscalationSession, act: Press<'act'>['act']): Press<'act'>['act'] {
  if (!('words' in act) || !TELLS.has(act.kind)) return act;
  const signs = act.kind === 'worse' ? seenSince(session).map(signWords).join(', ') : '';
  return { ...act, words: oneAfterAnother([signs, act.words, ...notedSince(session)]) };
}

/** Hands the same press over again, under the same id: a port that has it knows it (SPEC X5). */
export function handAgain(session: EscalationSession, id: string): EscalationStepped {
  const handed = [session.raised, ...session.acts].find((one) => one?.entry.id === id);
  if (handed?.handing.state !== 'not-known') return { session, effects: [] };
  return {
    session: withHanding(session, id, { state: 'on-its-way' }),
    effects: [{ kind: 'enqueue', entry: handed.entry }],
  };
}

/** The session with what became of one press. */
export function withHanding(session: EscalationSession, id: string, handing: Handing): EscalationSession {
  const told = (one: HandedEntry) => (one.entry.id === id ? { ...one, handing } : one);
  return {
    ...session,
    raised: session.raised === null ? null : told(session.raised),
    acts: session.acts.map(told),
  };
}

/** When somebody has to hear that no server has taken a press. */
export function acknowledgedBy(at: string): EscalationEffect {
  return { kind: 'look-again', at: new Date(Date.parse(at) + ACKNOWLEDGED_WITHIN_MS).toISOString() };
}

/**
 * Whether nobody's server has taken what was last asked within a minute. The screen then says so, with the telephone.
 */
export function isUnacknowledged({ raised, acts, waitsSince }: EscalationSession, now: string): boolean {
  if (raised === null || waitsSince === null) return false;
  const last = acts.findLast(({ entry }) => entry.act.kind === 'worse') ?? raised;
  const waited = Date.parse(now) - Date.parse(waitsSince);
  // A wait that cannot be told, such as after the clock was set back, counts as long.
  return !isSent(last.handing) && !(waited >= 0 && waited < ACKNOWLEDGED_WITHIN_MS);
}
