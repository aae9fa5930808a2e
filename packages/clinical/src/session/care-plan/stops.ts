import { planKind } from '../../care-plan/kinds.ts';
import type { PlanLineKind, PlanText } from '../../care-plan/line.ts';
import { missingFields, unreadableFields } from '../../care-plan/tidy-field.ts';
import { londonDate } from '../../time/london.ts';
import { spanOf } from '../../time/partial-date.ts';
import type { Instant } from '../../time/types.ts';
import { disputed, merged, sameFields } from './compare.ts';
import type { OpenLine } from './session.ts';

/** Why a line cannot be saved yet. */
export type PlanStop =
  | { readonly kind: 'nothing-changed' }
  /** Required fields without words. */
  | { readonly kind: 'missing'; readonly fields: readonly string[] }
  /** Fields whose words are no day, or not on their list. */
  | { readonly kind: 'unreadable'; readonly fields: readonly string[] }
  /** Both changed them, and nobody has chosen. */
  | { readonly kind: 'dispute'; readonly fields: readonly string[] }
  /** The line was ended elsewhere. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'no-presser' }
  /** A decision says who decided, and when. */
  | { readonly kind: 'no-decider' }
  /** A decision that is dated after today was made by nobody yet. */
  | { readonly kind: 'decided-ahead' }
  /** The day by which something is to be done, or the plan looked at again, is over already. */
  | { readonly kind: 'day-passed'; readonly field: string };

/** What stands in the way of saving; `null`: nothing. `presser`: the name of whoever would press. */
export function planStopOf(open: OpenLine, presser: string | null, now: Instant): PlanStop | null {
  const { kind, base, line, isGone } = open;
  if (isGone) return { kind: 'gone' };
  const both = disputed(open);
  if (both.length > 0) return { kind: 'dispute', fields: both };
  const after = merged(open);
  if (sameFields(kind, after, line === null ? {} : (open.theirs ?? base))) return { kind: 'nothing-changed' };
  const unreadable = unreadableFields(kind, after);
  if (unreadable.length > 0) return { kind: 'unreadable', fields: unreadable };
  const missing = missingFields(kind, after);
  return (
    // Before what is still to be written: whoever has just typed the day is told at once.
    passedDay(open, after, now) ??
    (missing.length > 0 ? { kind: 'missing', fields: missing } : null) ??
    decisionStop(kind, after, now) ??
    ((presser ?? '').trim() === '' ? { kind: 'no-presser' } : null)
  );
}

/** Fields for a day to come. */
const AHEAD: Partial<Record<PlanLineKind, string>> = { frame: 'reviewBy', goal: 'due', action: 'due' };

/**
 * What would end before it begins is a slip, every reader would doubt it, and a server may refuse it (R4 `per-1`). What stood
 * there before stops nobody.
 */
function passedDay({ kind, base }: OpenLine, after: PlanText, now: Instant): PlanStop | null {
  const field = AHEAD[kind];
  if (field === undefined || (after[field] ?? null) === (base[field] ?? null)) return null;
  const span = spanOf(after[field] ?? null);
  return span !== null && span.to < londonDate(now) ? { kind: 'day-passed', field } : null;
}

/** A decision without who and when is none (SPEC L6). */
export function decisionStop(kind: PlanLineKind, after: PlanText, now: Instant): PlanStop | null {
  const { decided } = planKind(kind);
  if (decided === null) return null;
  const [by, on] = [after[decided.by] ?? null, after[decided.on] ?? null];
  if (by === null || on === null) return { kind: 'no-decider' };
  const span = spanOf(on);
  return span !== null && span.from > londonDate(now) ? { kind: 'decided-ahead' } : null;
}
