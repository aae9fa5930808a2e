import { listed } from '../../display/listed.ts';
import { changeLine } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import type { GlanceQuestion } from '../glance-question.ts';

/** Tells of a newly recorded allergy or intolerance. */
export function allergyRecorded({ changes }: GlanceQuestion): readonly GlanceLine[] {
  const own = changes.filter(({ kind }) => kind === 'allergy');
  return changeLine('allergy-recorded', 'allergies', own, {
    urgency: 'important',
    lead: 'Allergy recorded',
    rest: `: ${listed(own.map(({ text }) => text))}`,
  });
}
