import type { SessionStep, Stamp } from '../step.ts';
import type { PlanAction } from './action.ts';
import { arrive } from './arrive.ts';
import type { PlanEffect } from './effect.ts';
import { fillPlan } from './fill.ts';
import { PLAN_GUARDS, type PlanGuards } from './guards.ts';
import { endLine, handLineAgain, reopen, saveLine, withLineHanding, type PlanStepped } from './save.ts';
import { isNews, isSettled, type Handing } from '../handing.ts';
import type { PlanSession } from './session.ts';

/** The step of a plan. A test takes a guard away, and sees what it proves fail. */
export function planStep(guards: PlanGuards = PLAN_GUARDS): SessionStep<PlanSession, PlanAction, PlanEffect> {
  return (session, action: PlanAction & Stamp): PlanStepped => {
    switch (action.kind) {
      case 'save':
        return saveLine(session, action, guards);
      case 'end-line':
        return endLine(session, action, guards);
      case 'hand-again':
        return handLineAgain(session, action.intent);
      case 'reopen':
        return reopen(session, action.intent);
      case 'plan-arrived':
        return arrive(session, action, guards);
      case 'connection':
        return { session: { ...session, isOnline: action.isOnline }, effects: [] };
      case 'enqueued':
        return told(session, action.intent, { state: 'told', receipt: action.receipt }, true);
      case 'receipt-changed':
        return told(session, action.intent, { state: 'told', receipt: action.receipt }, false);
      case 'enqueue-failed':
        return told(session, action.intent, { state: 'not-known', why: 'failed' }, false);
      case 'enqueue-silent':
        return told(session, action.intent, { state: 'not-known', why: 'silent' }, false);
      default:
        return { session: fillPlan(session, action), effects: [] };
    }
  };
}

/** What the port says of a saving. */
function told(session: PlanSession, id: string, handing: Handing, isFirst: boolean): PlanStepped {
  const before = session.handed.find(({ intent }) => intent === id);
  if (!isNews(before, handing)) return { session, effects: [] };
  return {
    session: withLineHanding(session, id, handing),
    effects: [
      ...(isFirst ? [{ kind: 'watch-receipt', intent: id } as const] : []),
      { kind: 'announce', what: 'receipt' },
    ],
  };
}

/** The savings that no port has taken over yet. Somebody still has to hear of them. */
export function unsettledLines({ handed }: PlanSession): PlanSession['handed'] {
  return handed.filter((one) => !isSettled(one));
}
