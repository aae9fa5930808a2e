export type * from './care-plan.ts';
export { carePlanOf } from './care-plan-of.ts';
export { clockInWords, noClockInWords } from './clock-in-words.ts';
export type { ClockInWords } from './clock-in-words.ts';
export type { PlanField, PlanFieldForm, PlanKind } from './field-form.ts';
export { PLAN_KINDS, planFieldWords, planKind } from './kinds.ts';
export type * from './line.ts';
