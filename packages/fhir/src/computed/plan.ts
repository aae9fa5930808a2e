import type { PlanSummary } from '@ehch/clinical';
import { planClock } from '@ehch/clinical/rules';
import type { RecordedPlan } from '../recorded-view.ts';

/** The care plan with its review clock. */
export function completePlan({ clock, ...plan }: RecordedPlan): PlanSummary {
  return { ...plan, clock: clock === null ? null : planClock(clock) };
}
