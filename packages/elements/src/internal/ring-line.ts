import type { PlaceConfiguration, ServiceContact } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import type { RingLine } from '@ehch/clinical/escalation';
import { isNumberOld } from '@ehch/clinical/place';
import { londonDate, type Instant } from '@ehch/clinical/time';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { phone } from './phone.ts';
import { shortMoment } from './short-moment.ts';
import { data } from './text.ts';

/** What a number is told from: a day and the place. */
interface RingAround {
  readonly now: Instant;
  readonly place: PlaceConfiguration | null;
}

/** One line of the numbers, as short as it can be read. */
export function ringLine(one: RingLine, { now, place }: RingAround): TemplateResult {
  switch (one.kind) {
    case '999':
      return html`${phone('999')}`;
    case '111':
      return html`${phone('111')} NHS 111`;
    case 'in-house':
      return html`${data(one.who)}`;
    case 'own-practice':
      return html`${data(one.name)}`;
    case 'contact': {
      const { contact, until, isUnsure } = one;
      const open = until === null ? '' : `, ${openWords(contact)} ${shortMoment(until, now)}`;
      const checked = checkedWords(contact, now, place);
      const unsure = isUnsure ? ', if today is no bank holiday' : '';
      return html`${data(contact.name)} ${phone(contact.phone)}${open}${checked}${unsure}`;
    }
  }
}

/** A number that nobody has rung for longer than the place allows may be another by now. */
function checkedWords({ checkedOn }: ServiceContact, now: Instant, place: PlaceConfiguration | null): string {
  if (checkedOn === undefined) return ', number not checked';
  const isOld = place !== null && isNumberOld(checkedOn, place, londonDate(now));
  return `, ${isOld ? '▲ number last checked' : 'number checked'} ${formatDate(checkedOn)}`;
}

function openWords({ referrals }: ServiceContact): string {
  return referrals === undefined ? 'open until' : 'takes referrals until';
}
