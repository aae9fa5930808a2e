import { formatDateWithWeekday, formatTime } from '@ehch/clinical/display';
import type { RingLine } from '@ehch/clinical/escalation';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { data } from '../internal/text.ts';

/** A service that is named and does not answer now, with the reason. */
export function closedLine(one: RingLine): TemplateResult | typeof nothing {
  if (one.kind === 'own-practice')
    return html`Registered with ${data(one.name)}. Its number is not in this place’s list.`;
  if (one.kind !== 'contact') return nothing;
  if (one.isOpen) return html`${data(one.contact.name)}: no number here`;
  const opens = one.next === null ? '' : `, opens ${formatDateWithWeekday(one.next)} ${formatTime(one.next)}`;
  return html`${data(one.contact.name)}: closed now${opens}`;
}
