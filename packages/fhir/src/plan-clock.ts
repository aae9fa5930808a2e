import type { Content } from '@ehch/clinical';
import type { RecordedPlan } from './recorded-view.ts';
import type { ResourceType } from './sections.ts';

/** The types from which the clock is reckoned: plans, and when the resident came, went away and came back. */
export const BEHIND_CLOCK: readonly ResourceType[] = ['CarePlan', 'EpisodeOfCare', 'Encounter'];

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
