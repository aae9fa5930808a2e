import { planClock, type PlanSummary } from '@ehch/clinical';
import type { RecordedPlan } from '../recorded-view.ts';

export function completePlan({ clock, ...plan }: RecordedPlan): PlanSummary {
  return { ...plan, clock: clock === null ? null : planClock(clock) };
}
