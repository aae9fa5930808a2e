import type { EditableLine } from '../../care-plan/editable-lines.ts';
import type { PlanNews } from './action.ts';
import { sameFields } from './compare.ts';
import type { PlanGuards } from './guards.ts';
import type { PlanStepped } from './save.ts';
import type { OpenLine, PlanSession } from './session.ts';

/**
 * The record was read again. What somebody types stays as typed: a newer version of the same line stands beside it, and a
 * choice that was made against an older version is asked again.
 */
export function arrive(
  session: PlanSession,
  { resident, lines, proposals = [], readAll }: Extract<PlanNews, { kind: 'plan-arrived' }>,
  guards: PlanGuards,
): PlanStepped {
  if (!guards.isAbout(resident, session)) return { session, effects: [] };
  const now = { ...session, lines, proposals };
  const open = session.open.map((one) => beside(one, lines, readAll, now, guards));
  const isChanged = open.some((one, place) => one !== session.open[place]);
  return {
    session: { ...now, open },
    effects: isChanged ? [{ kind: 'announce', what: 'changed-elsewhere' }] : [],
  };
}

function beside(
  open: OpenLine,
  lines: readonly EditableLine[],
  readAll: boolean,
  session: PlanSession,
  guards: PlanGuards,
): OpenLine {
  if (open.line === null) return open;
  const found = lines.find(({ id }) => id === open.line);
  // A part that was not read says nothing of its lines.
  if (found === undefined) return readAll && !open.isGone ? { ...open, isGone: true } : open;
  const { fields } = found;
  const shown = open.theirs ?? open.base;
  if (sameFields(open.kind, fields, shown)) return open.isGone ? { ...open, isGone: false } : open;
  // Somebody has set it back. What stood between is nobody's word any more.
  if (open.theirs !== null && sameFields(open.kind, fields, open.base))
    return { ...open, theirs: null, isGone: false, choices: {} };
  if (!guards.isTheirs(fields, open, session)) return open;
  return { ...open, theirs: fields, isGone: false, choices: {} };
}
