import { changeLine, listed } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import type { GlanceQuestion } from '../glance-question.ts';

/** Agreed limits that were recorded or renewed. What they say stands above the glance, in full. */
export function limitsChanged({ changes }: GlanceQuestion): readonly GlanceLine[] {
  const own = changes.filter(({ section, kind }) => section === 'limits' && kind !== 'none-stated');
  return changeLine('limits-changed', 'limits', own, {
    urgency: 'important',
    lead: 'New in the agreed limits',
    rest: `: ${listed(
      own.map(({ text }) => text),
      2,
    )}`,
  });
}
