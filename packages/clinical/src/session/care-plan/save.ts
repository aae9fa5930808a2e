import type { PlanLineIntent } from '../../ports/care-actions.ts';
import { stands, type Handing } from '../handing.ts';
import type { Stamp, Stepped } from '../step.ts';
import type { PlanPress, PlanPresser } from './action.ts';
import { merged } from './compare.ts';
import type { PlanEffect } from './effect.ts';
import { isTyped } from './fill.ts';
import type { PlanGuards } from './guards.ts';
import type { HandedLine, OpenLine, PlanSession } from './session.ts';
import { isDeciding, planKind } from '../../care-plan/kinds.ts';
import { planStopOf } from './stops.ts';

export type PlanStepped = Stepped<PlanSession, PlanEffect>;

type Press<Kind> = Extract<PlanPress, { kind: Kind }> & Stamp;

/** Saves one line: a change, a new line, a decision that replaces another, or a proposal. */
export function saveLine(session: PlanSession, press: Press<'save'>, guards: PlanGuards): PlanStepped {
  const open = session.open.find(({ key }) => key === press.key);
  if (open === undefined || isKnown(session, press.id)) return { session, effects: [] };
  const stop = planStopOf(open, press.by.name, press.at);
  const isUndecided = stop?.kind === 'no-decider' || stop?.kind === 'decided-ahead';
  const after = merged(open);
  const maySave =
    stop?.kind === 'dispute'
      ? guards.isSettled(open)
      : stop === null || (isUndecided && guards.isDecided(open, after, press.at));
  if (!maySave) return { session, effects: [] };
  const act = actOf(open, guards.mayDecide(open, press, session));
  const what: PlanLineIntent = {
    kind: 'plan-line',
    act,
    of: open.kind,
    line: open.line,
    // Against what stands there now, as the person has seen it.
    before: open.line === null ? null : (open.theirs ?? open.base),
    after,
    reason: null,
    ...(act === 'replace' && rivalsOf(session, open.line)),
    ...(open.proposal !== undefined && act !== 'propose' && { proposal: open.proposal }),
    ...authority({ act, of: open.kind }, press),
    by: press.by,
  };
  const rest = session.open.filter((one) => one !== open || !guards.closesAtSaving(open));
  return handOver({ ...session, open: rest }, press, what, open);
}

/** What contradicts a decision ends with it: one new decision beside the other would contradict it as well (SPEC L10). */
function rivalsOf({ lines }: PlanSession, line: string | null): Pick<PlanLineIntent, 'alsoEnds'> {
  const rivals = lines.find(({ id }) => id === line)?.rivals ?? [];
  return rivals.length === 0 ? {} : { alsoEnds: rivals };
}

function actOf({ kind, line }: OpenLine, mayDecide: boolean): PlanLineIntent['act'] {
  if (planKind(kind).decided === null) return line === null ? 'add' : 'change';
  if (!mayDecide) return 'propose';
  return line === null ? 'add' : 'replace';
}

/** A decision says by what its author decides, so that whoever takes it over can look. */
function authority(
  what: Pick<PlanLineIntent, 'act' | 'of'>,
  { decider }: PlanPresser,
): Pick<PlanLineIntent, 'decider'> {
  return decider !== null && isDeciding(what) ? { decider } : {};
}

/** Ends a line. It stays readable, with the reason. */
export function endLine(session: PlanSession, press: Press<'end-line'>, guards: PlanGuards): PlanStepped {
  // Somebody who may decide can also turn a proposal down, with the reason.
  const line = [...session.lines, ...session.proposals].find(({ id }) => id === press.line);
  const reason = press.reason.trim();
  const isNamed = (press.by.name ?? '').trim() !== '';
  if (line === undefined || reason === '' || !isNamed || isKnown(session, press.id))
    return { session, effects: [] };
  // L2: one that is not known is handed over again under its own id. One that was refused ends nothing.
  const isEnding = session.handed.some(
    (one) => one.what.line === press.line && one.what.act === 'end' && stands(one),
  );
  if (isEnding || !guards.mayDecide(line, press, session)) return { session, effects: [] };
  const what: PlanLineIntent = {
    kind: 'plan-line',
    act: 'end',
    of: line.kind,
    line: line.id,
    before: line.fields,
    after: null,
    reason,
    ...authority({ act: 'end', of: line.kind }, press),
    by: press.by,
  };
  // L12: an untouched form would stay below what it has ended, and offer to replace it.
  const open = session.open.filter((one) => one.line !== press.line || isTyped(one));
  return handOver({ ...session, open }, press, what, null);
}

function handOver(
  session: PlanSession,
  { id, at }: Stamp,
  what: PlanLineIntent,
  from: OpenLine | null,
): PlanStepped {
  const handed: HandedLine = { intent: id, pressedAt: at, what, handing: { state: 'on-its-way' }, from };
  return {
    session: { ...session, handed: [...session.handed, handed] },
    effects: [
      enqueue(session, handed),
      { kind: 'announce', what: what.act === 'propose' ? 'proposed' : 'saved' },
    ],
  };
}

function isKnown({ handed }: PlanSession, id: string): boolean {
  return handed.some(({ intent }) => intent === id);
}

function enqueue({ resident }: PlanSession, { intent, pressedAt, what }: HandedLine): PlanEffect {
  return { kind: 'enqueue', intent: { id: intent, resident, pressedAt, what } };
}

/** Hands the same saving over again, under the same id: a port that has it knows it. */
export function handLineAgain(session: PlanSession, id: string): PlanStepped {
  const handed = session.handed.find(({ intent }) => intent === id);
  if (handed?.handing.state !== 'not-known') return { session, effects: [] };
  return {
    session: withLineHanding(session, id, { state: 'on-its-way' }),
    effects: [enqueue(session, handed)],
  };
}

/** Opens again what a port refused, with everything that was typed. */
export function reopen(session: PlanSession, id: string): PlanStepped {
  const handed = session.handed.find(({ intent }) => intent === id);
  const isRefused = handed?.handing.state === 'told' && handed.handing.receipt.state === 'refused';
  const from = handed?.from ?? null;
  if (from === null || !isRefused) return { session, effects: [] };
  return {
    session: {
      ...session,
      open: [...session.open, from],
      handed: session.handed.filter((one) => one !== handed),
    },
    effects: [],
  };
}

/** The session with what became of one saving. */
export function withLineHanding(session: PlanSession, id: string, handing: Handing): PlanSession {
  return {
    ...session,
    handed: session.handed.map((one) => (one.intent === id ? { ...one, handing } : one)),
  };
}
