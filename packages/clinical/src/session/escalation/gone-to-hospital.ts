import type { Actor, ThreadEntry } from '../../thread/entry.ts';
import type { Thread, ThreadPress } from '../../thread/thread.ts';
import { momentOf } from '../../thread/moment-of.ts';
import { isBesideSomebody } from '../../thread/standing.ts';
import { pressOf } from '../../thread/verbs/verb.ts';
import type { Instant } from '../../time/types.ts';
import { stands } from '../handing.ts';
import { seenSince } from './seen-since.ts';
import type { EscalationSession } from './session.ts';

/** That the resident has gone to hospital, as the thread stands. */
export interface Gone {
  readonly by: Actor;
  readonly at: Instant;
  /** The last press of the other side since: whoever made it knows. `null`: nobody has said so. */
  readonly knownBy: ThreadPress | null;
}

/**
 * Whether the resident has gone to hospital, so that nobody is rung to come (SPEC X14). `null`: not, or somebody has pressed "worse" or
 * a danger sign, or raised another worry, since: the resident is here after all.
 */
export function goneToHospital(session: EscalationSession, thread: Thread | null): Gone | null {
  if (thread?.ending.state === 'withdrawn' || seenSince(session).length > 0) return null;
  const told = thread ?? NOTHING_TOLD;
  const all = pressesOf(session, told);
  const place = all.findLastIndex(({ act }) => act.kind === 'went-to-hospital');
  const went = all[place];
  if (went === undefined) return null;
  const since = all.slice(place + 1);
  // What was pressed here and is in no thread yet stands last. What somebody pressed later elsewhere came after it all the same.
  const isTold = told.entries.some(({ id }) => id === went.id);
  const elsewhere = isTold ? [] : all.slice(0, place).filter((one) => momentOf(one) > momentOf(went));
  if ([...since, ...elsewhere].some(({ act }) => isBesideSomebody(act))) return null;
  const known = since.findLast(({ id, by }) => by.side !== went.by.side && hadOnScreen(id, went.id, since));
  return { by: went.by, at: went.pressedAt, knownBy: known === undefined ? null : pressOf(known) };
}

/**
 * Whether a press followed another on its author's own screen. A clock says less: who answers before a message has arrived knows
 * nothing of it.
 */
function hadOnScreen(press: string, before: string, since: readonly ThreadEntry[]): boolean {
  const seen = new Set([before]);
  for (const { id, after } of since) if (after !== null && seen.has(after)) seen.add(id);
  return seen.has(press);
}

type Told = Pick<Thread, 'entries' | 'without'>;

const NOTHING_TOLD: Told = { entries: [], without: [] };

/** What counts of the thread, then what was pressed here and stands in no thread yet. */
function pressesOf({ acts }: EscalationSession, { entries, without }: Told): readonly ThreadEntry[] {
  const told = entries.filter(({ id }) => !without.includes(id));
  const shown = new Set(entries.map(({ id }) => id));
  // What was pressed here before the last going, and has not arrived, is no press since.
  const last = acts.findLastIndex((one) => one.entry.act.kind === 'went-to-hospital' && stands(one));
  const own = acts
    .slice(Math.max(0, last))
    // Guard: whoever pressed "worse" stands beside somebody who is here, also where a port refused the press.
    .filter((one) => stands(one) || one.entry.act.kind === 'worse')
    .map(({ entry }) => entry);
  return [...told, ...own.filter(({ id }) => !shown.has(id))];
}
