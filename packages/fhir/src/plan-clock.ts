import type { Content } from '@ehch/clinical';
import type { RecordedPlan } from './recorded-view.ts';

/**
 * The plan without its review clock, for when a plan or a stay was not read. A plan that nobody could read is
 * not overdue.
 */
export function withoutClock(content: Content<RecordedPlan>): Content<RecordedPlan> {
  if (content.kind !== 'recorded') return content;
  const { plans, goals, lines = [] } = content.value;
  if ([plans, goals, lines].every(({ length }) => length === 0)) return { kind: 'not-recorded' };
  return { ...content, value: { ...content.value, clock: null } };
}
