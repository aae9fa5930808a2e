import { formatDateTime } from '../../display/date.ts';
import type { GlanceLine } from '../glance-line.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { compareText } from '../../display/compare-text.ts';
import { lineKey } from '../line-key.ts';
import { hasPassed } from '../when-it-was.ts';

/** Tells of an answer whose promised time has passed: the matter waits again. */
export function promisePassed({ view, now }: GlanceQuestion): readonly GlanceLine[] {
  const matters = undisputedIn(view, 'open') ?? [];
  return matters
    .toSorted((a, b) => compareText(a.id, b.id))
    .flatMap((matter): readonly GlanceLine[] => {
      const { progress } = matter;
      if (progress.state !== 'answered' || !hasPassed(progress.promisedBy, now)) return [];
      return [
        {
          key: lineKey('promise-passed', [matter.id, progress.promisedBy ?? '']),
          rule: 'promise-passed',
          section: 'open',
          urgency: 'asked',
          shape: 'asked',
          lead: 'Promise has passed',
          rest: `: ${progress.by ?? 'somebody'} said by ${formatDateTime(progress.promisedBy)}`,
          quote: { text: matter.text, by: matter.by?.name ?? matter.by?.role ?? null },
          on: progress.promisedBy,
          canHide: false,
        },
      ];
    });
}
