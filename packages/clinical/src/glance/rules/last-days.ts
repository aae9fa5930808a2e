import type { GlanceLine } from '../glance-line.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { lineKey } from '../line-key.ts';

/** Tells of a plan for the last days of life: what comes first now, and why no score stands below. */
export function lastDays({ view, lastDays: are }: GlanceQuestion): readonly GlanceLine[] {
  const plan = undisputedIn(view, 'limits')?.lastDays ?? null;
  if (!are || plan === null) return [];
  return [
    {
      key: lineKey('last-days', [plan.id]),
      rule: 'last-days',
      section: 'limits',
      urgency: 'unwell',
      shape: 'changed',
      lead: 'Last days of life',
      rest: ': comfort and wishes first. No scores are shown.',
      quote: null,
      on: plan.on,
      canHide: false,
    },
  ];
}
