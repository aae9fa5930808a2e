import type { AgreedLimits, Section } from '@ehch/clinical';
import { londonDate } from '@ehch/clinical/time';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { WITHHELD } from '../internal/section-words.ts';
import { lastDaysOf } from '../internal/section-surroundings.ts';
import { data } from '../internal/text.ts';
import { limits } from '../resident-summary/sections/limits.ts';
import type { EscalationView } from './escalation-view.ts';

/** Her wishes in two lines, above the danger signs. The whole of the limits stands below them. */
export function renderWishes({ record }: EscalationView): TemplateResult {
  const words =
    record === null
      ? 'No record is here: nothing is known of agreed limits. Look for the signed form.'
      : shortWords(record.sections.limits);
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

function shortWords(section: Section<AgreedLimits>): string {
  switch (section.state) {
    case 'loading':
      return 'still loading. Look for the signed form.';
    case 'withheld':
      return `${WITHHELD[section.why]}. Look for the signed form.`;
    case 'failed':
      return 'could not be read. Look for the signed form.';
    case 'known':
      switch (section.content.kind) {
        case 'disagree':
          return 'the records disagree. Go by the signed original.';
        case 'recorded':
          return recordedWords(section.content.value);
        default:
          return 'nothing recorded here. This does not mean full escalation.';
      }
  }
}

function recordedWords({ lastDays, wishes, cpr, documents, decisions }: AgreedLimits): string {
  const original = [...cpr, ...documents].find(({ originalAt }) => originalAt !== null)?.originalAt ?? null;
  const said = [
    ...(lastDays === null ? [] : ['Last days of life.']),
    ...wishes.slice(0, 1).map(({ text }) => text),
    ...(new Set(cpr.map(({ decision }) => decision)).size > 1
      ? ['Records disagree about CPR.']
      : cpr
          .slice(0, 1)
          .map(({ decision }) => (decision === 'attempt' ? 'For CPR.' : 'Not for CPR (CPR only).'))),
    ...(original === null ? [] : [`Form: ${original}.`]),
  ];
  if (said.length > 0) return said.join(' ');
  return decisions.length + documents.length > 0
    ? 'see below.'
    : 'nothing recorded here. This does not mean full escalation.';
}
