import type { AgreedLimits } from '../../resident/limits.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import { listed } from '../../display/listed.ts';
import { changeLine } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import type { GlanceQuestion } from '../glance-question.ts';

/** Names the agreed limits that were recorded or renewed. Their content stands above the glance, in full. */
export function limitsChanged({ view, changes }: GlanceQuestion): readonly GlanceLine[] {
  const value = undisputedIn(view, 'limits');
  // A plan for the last days has its own line.
  const own = changes.filter(
    ({ section, kind, fact }) =>
      section === 'limits' && kind !== 'none-stated' && fact !== value?.lastDays?.id,
  );
  return changeLine('limits-changed', 'limits', own, {
    urgency: 'important',
    lead: 'New in the agreed limits',
    rest: `: ${listed(own.map(({ fact }) => (value === null ? 'an entry' : nameOf(fact, value))))}`,
  });
}

/** What kind of limit changed. The glance does not repeat its words: a shortened limit could mislead. */
function nameOf(id: string, { wishes, cpr, documents, decisionMakers }: AgreedLimits): string {
  if (wishes.some((one) => one.id === id)) return 'a wish';
  if (cpr.some((one) => one.id === id)) return 'the CPR decision';
  if (decisionMakers.some((one) => one.id === id)) return 'an attorney or deputy';
  return documents.find((one) => one.id === id)?.title ?? 'a decision';
}
