import { changeLine, listed } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import type { GlanceQuestion } from '../glance-question.ts';

/** An allergy or intolerance that was newly recorded. */
export function allergyRecorded({ changes }: GlanceQuestion): readonly GlanceLine[] {
  const own = changes.filter(({ kind }) => kind === 'allergy');
  return changeLine('allergy-recorded', 'allergies', own, {
    urgency: 'important',
    lead: 'Allergy recorded',
    rest: `: ${listed(own.map(({ text }) => text))}`,
  });
}
