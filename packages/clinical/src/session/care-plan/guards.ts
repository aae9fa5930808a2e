import { planKind } from '../../care-plan/kinds.ts';
import type { PlanText } from '../../care-plan/line.ts';
import type { ResidentId } from '../../resident/identity.ts';
import type { Instant } from '../../time/types.ts';
import type { PlanPresser } from './action.ts';
import { disputed } from './compare.ts';
import type { OpenLine, PlanSession } from './session.ts';
import { decisionStop } from './stops.ts';

/** What keeps a plan from being lost, mixed or decided by the wrong person. A test takes each away and goes red. */
export interface PlanGuards {
  /** G3: lines count only for the resident that they name. */
  isAbout(resident: ResidentId, session: PlanSession): boolean;
  /** L2: what was saved once is not open any more, so that a second press saves nothing. */
  closesAtSaving(open: OpenLine): boolean;
  /** L3: a field that both changed waits for a person. */
  isSettled(open: OpenLine): boolean;
  /** L5: only somebody who may decide, with a server that answers, changes a decision. Everybody else proposes. */
  mayDecide(
    open: Pick<OpenLine, 'kind'>,
    presser: Pick<PlanPresser, 'decider'>,
    session: PlanSession,
  ): boolean;
  /** L6: a decision says who decided, and when. */
  isDecided(open: Pick<OpenLine, 'kind'>, after: PlanText, now: Instant): boolean;
  /** L4: what arrives is somebody else's only if this session has not written it itself. */
  isTheirs(arrived: PlanText, open: OpenLine, session: PlanSession): boolean;
}

export const PLAN_GUARDS: PlanGuards = {
  isAbout: (resident, session) => resident === session.resident,
  closesAtSaving: () => true,
  isSettled: (open) => disputed(open).length === 0,
  mayDecide: ({ kind }, presser, { isOnline }) =>
    planKind(kind).decided === null || (presser.decider !== null && isOnline),
  isDecided: ({ kind }, after, now) => decisionStop(kind, after, now) === null,
  // Field by field, because the record may have taken one saving of this session and not another. What somebody else has set back
  // to a value of one's own is found when it is sent.
  isTheirs: (arrived, { line, base }, { handed }) => {
    const saved = handed.filter(({ what }) => what.line === line);
    const own = [base, ...saved.flatMap(({ what }) => [what.before ?? {}, what.after ?? {}])];
    return Object.entries(arrived).some(([name, value]) => own.every((one) => (one[name] ?? null) !== value));
  },
};
