import { THREAD_URGENCIES, type ThreadUrgency } from '../thread/entry.ts';
import type { Advice } from './advise.ts';
import type { Ladder, Rung } from './ladder.ts';

/** How soon the advice wants somebody to look; `null`: it does not say. The raising carries it to the practice (SPEC R10). */
export function urgencyOf(advice: Advice): ThreadUrgency | null {
  if (advice.kind === 'danger' || advice.kind === 'not-breathing') return 'now';
  return advice.kind === 'rung' ? urgencyOfRung(advice.rung) : null;
}

function urgencyOfRung({ urgency, ring }: Rung): ThreadUrgency | null {
  return urgency ?? (ring.some(({ kind }) => kind === '999') ? 'now' : null);
}

/** The more pressing of two. */
export function higherOf(one: ThreadUrgency, other: ThreadUrgency | null): ThreadUrgency {
  return orderOf(other) > orderOf(one) && other !== null ? other : one;
}

/**
 * The advice, where it is for later than the thread asks: raised to the rung of that urgency, so that the card beside
 * the resident and the practice's list say one thing (SPEC R10). A row of the plan that a person chose stands, and so
 * do the last days.
 *
 * @param asked how soon the thread asks for somebody, with the reason in words; `null`: nothing is asked
 */
export function notLess(
  advice: Advice,
  { rungs }: Pick<Ladder, 'rungs'>,
  asked: { readonly urgency: ThreadUrgency; readonly why: string } | null,
): Advice {
  if (asked === null) return advice;
  const before = advice.kind === 'rung' ? advice : NO_RUNG;
  const isChosen = before.instead?.kind === 'plan';
  if ((advice.kind !== 'rung' && advice.kind !== 'nothing-yet') || isChosen) return advice;
  // A rung that does not say how soon may be for any time before 999.
  const own = urgencyOf(advice) ?? (advice.kind === 'rung' ? 'same-day' : null);
  if (orderOf(own) >= orderOf(asked.urgency)) return advice;
  // More reasons never lower it (SPEC R1), so only a rung above is looked for.
  const above = rungs.slice(rungs.findIndex(({ id }) => id === before.rung?.id) + 1);
  const found = above.find((rung) => urgencyOfRung(rung) === asked.urgency);
  const rung = found ?? unnamed(asked.urgency, before.rung);
  if (rung === null) return advice;
  // A variation of the score lowers nothing that somebody saw, and the card goes on naming it (SPEC R8).
  return { kind: 'rung', rung, reasons: [asked.why, ...before.reasons], instead: before.instead };
}

const NO_RUNG = { rung: null, reasons: [], instead: null } as const;

/** Where the place names no such rung, the one that was reached rings whom it rings, and says how soon. For "now" that is 999. */
function unnamed(urgency: ThreadUrgency, rung: Rung | null): Rung | null {
  if (urgency === 'now')
    return {
      id: urgency,
      words: 'Ring 999.',
      when: [],
      ring: [{ kind: '999' }],
      isReplacedByPlan: true,
      noAnswerMinutes: 0,
      repeatAfterMinutes: rung?.repeatAfterMinutes ?? null,
    };
  return rung === null ? null : { ...rung, urgency, words: `Somebody has to look ${HOW_SOON[urgency]}.` };
}

/** How soon, in the words of the practice's list. */
export const HOW_SOON: Readonly<Record<ThreadUrgency, string>> = {
  routine: 'at the next round',
  'same-day': 'the same day',
  'within-hours': 'within hours',
  now: 'now',
};

function orderOf(urgency: ThreadUrgency | null): number {
  return urgency === null ? -1 : THREAD_URGENCIES.indexOf(urgency);
}
