import { addDays, isWorkingDay, londonTime } from '@ehch/clinical';
import type { PlaceConfiguration, ServiceContact } from '@ehch/clinical';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { phone } from '../../internal/phone.ts';
import type { Telling } from '../../internal/telling.ts';
import { data } from '../../internal/text.ts';

/** "ring …": the place's services that are open now. A number is never guessed. */
export function ringWords({ place, now, today }: Telling): TemplateResult | string {
  const open =
    place === null ? [] : place.contacts.filter((contact) => isOpen(contact, place, today, londonTime(now)));
  if (open.length === 0) return 'and ring the GP practice, or the out-of-hours service when it is closed';
  return html`and if you cannot see it ring
  ${open.map(({ name, phone: number }, index) => html`${index === 0 ? '' : ' or '}${data(name)} ${phone(number)}`)}`;
}

function isOpen(
  { hours }: ServiceContact,
  { bankHolidays }: PlaceConfiguration,
  today: string,
  time: string,
): boolean {
  return hours.some(({ days, from, to }) => {
    const applies = (day: string) =>
      days === 'every-day' || (days === 'working-days') === isWorkingDay(day, bankHolidays);
    if (from < to) return applies(today) && time >= from && time < to;
    // Hours that end at or before they begin run over midnight, and belong to the day on which they began.
    return (time >= from && applies(today)) || (time < to && applies(addDays(today, -1)));
  });
}
