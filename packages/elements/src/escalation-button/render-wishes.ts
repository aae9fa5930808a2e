import { londonDate } from '@ehch/clinical/time';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { limitsInShort } from '../internal/limits-in-short.ts';
import { lastDaysOf } from '../internal/section-surroundings.ts';
import { data } from '../internal/text.ts';
import { limits } from '../resident-summary/sections/limits.ts';
import type { EscalationView } from './escalation-view.ts';

/** Her wishes in two lines, above the danger signs. The whole of the limits stands below them. */
export function renderWishes({ record }: EscalationView): TemplateResult {
  const words =
    record === null
      ? 'No record is here: nothing is known of agreed limits. Look for the signed form.'
      : limitsInShort(record.sections.limits, true);
  return html`<p class="wishes" part="wishes" tabindex="-1"><strong>Agreed: </strong>${data(words)}</p>`;
}

/** Every agreed limit, as the summary shows it. Nothing recorded is never "full escalation". */
export function renderLimits({ record, now, level, place }: EscalationView): TemplateResult {
  if (record === null) return html``;
  return limits.render({
    view: record,
    now,
    today: londonDate(now),
    place,
    level: level + 1,
    compact: true,
    opened: new Set(['limits']),
    died: false,
    lastDays: lastDaysOf(record),
    scope: 'whole',
  });
}
