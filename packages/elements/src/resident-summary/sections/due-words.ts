import { daysBetween, spanOf } from '@ehch/clinical/time';
import type { CivilDate, PartialDate } from '@ehch/clinical/time';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { day } from '../../internal/when.ts';

/** "review by 02-Dec-2026"; once it has surely passed, how long it is overdue comes first. */
export function due(word: string, on: PartialDate, today: CivilDate): TemplateResult {
  const span = spanOf(on);
  if (span === null || span.to >= today) return html`${word} ${day(on)}`;
  const days = daysBetween(span.to, today);
  const long = span.from === span.to ? ` ${days} ${days === 1 ? 'day' : 'days'}` : '';
  return html`<strong class="late">Overdue${long}</strong>: ${word.toLowerCase()} ${day(on)}`;
}
