import { formatDate, formatTime, speakDate } from '@ehch/clinical/display';
import { civilDayOf, precisionOf } from '@ehch/clinical/time';
import type { CivilDate, PartialDate } from '@ehch/clinical/time';
import { html } from 'lit';
import type { TemplateResult } from 'lit';

/**
 * A date as eyes and ears take it best: shown `14-Jul-1941`, spoken "14 July 1941". The two NHS standards differ
 * on purpose (CUI D+Ta for clinicians' screens, the service manual for plain reading).
 */
export function day(date: PartialDate): TemplateResult {
  return time(date, formatDate(date), speakDate(date));
}

/** The same with the time of day, where the record has one. */
export function moment(date: PartialDate): TemplateResult {
  if (precisionOf(date) !== 'moment') return day(date);
  const at = formatTime(date);
  return time(date, `${formatDate(date)} ${at}`, `${speakDate(date)} at ${at}`);
}

/** A moment as short as it can be: today's by the hour, any other by its day and hour. */
export function momentOf(date: PartialDate, today: CivilDate): TemplateResult {
  const isToday = precisionOf(date) === 'moment' && civilDayOf(date) === today;
  return isToday ? clockTime(date) : moment(date);
}

/** The time of day alone, for a moment of today: ears hear its day too. */
export function clockTime(moment: PartialDate): TemplateResult {
  const at = formatTime(moment);
  return time(moment, at, `${speakDate(moment)} at ${at}`);
}

/** "until 19-Apr-2027", or nothing where the record gives no date. */
export function dated(word: string, date: PartialDate | null): TemplateResult | null {
  return date === null ? null : html`${word} ${day(date)}`;
}

/** The same, or words where the record gives no date. */
export function dayOr(date: PartialDate | null, words: string): TemplateResult | string {
  return date === null ? words : day(date);
}

/** The same with the time of day, where the record has one. */
export function momentOr(date: PartialDate | null, words: string): TemplateResult | string {
  return date === null ? words : moment(date);
}

function time(date: PartialDate, shown: string, spoken: string): TemplateResult {
  // What cannot be read as a date has no machine form.
  if (precisionOf(date) === null) return html`<span>${shown}</span>`;
  return html`<time datetime=${date}
    ><span aria-hidden="true">${shown}</span><span class="spoken">${spoken}</span></time
  >`;
}
