import type { ServiceContact } from '@ehch/clinical';
import { isOpenAt } from '@ehch/clinical/place';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { phone } from '../../internal/phone.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { data } from '../../internal/text.ts';

/** Whom to ring where no service of the place answers now. Where its hours are known, the practice is closed as well. */
function nobodyOpen({ place }: Pick<SectionSurroundings, 'place'>): TemplateResult {
  const nhs = html`NHS ${phone('111')}`;
  const isKnown = place !== null && place.contacts.some(({ forLastDays = false }) => !forLastDays);
  return isKnown ? nhs : html`the GP practice, or ${nhs} when it is closed`;
}

/** "ring …": the place's services that are open now. A number is never guessed. */
export function ringWords(around: SectionSurroundings): TemplateResult {
  const open = forAnybody(around);
  return open.length === 0
    ? html`and ring ${nobodyOpen(around)}`
    : html`and if you cannot see it ring
  ${numbers(open)}`;
}

/**
 * Whom to ring about somebody with a plan for the last days: the line that the place names for it. While that is closed,
 * or where the place names none, whoever is open.
 */
export function ringInLastDays(around: SectionSurroundings): TemplateResult {
  const open = openNow(around);
  const named = (around.place?.contacts ?? []).filter(({ forLastDays = false }) => forLastDays);
  const answering = named.filter((contact) => open.includes(contact));
  if (answering.length > 0) return numbers(answering);
  const others = open.length === 0 ? nobodyOpen(around) : numbers(open);
  return named.length === 0 ? others : html`${numbers(named)}, closed now; until it opens ${others}`;
}

/** Whom to ring at this hour: the place's services that are open, or else NHS 111, as a number to press. */
export function whoToRing(at: Pick<SectionSurroundings, 'place' | 'now' | 'today'>): TemplateResult {
  const open = forAnybody(at);
  return open.length === 0 ? nobodyOpen(at) : numbers(open);
}

function numbers(contacts: readonly ServiceContact[]): TemplateResult {
  return html`${contacts.map(
    ({ name, phone: number }, index) => html`${index === 0 ? '' : ' or '}${data(name)} ${phone(number)}`,
  )}`;
}

/** A line for the last days is no answer for somebody who is to be treated, and at night it is often the only one open. */
function forAnybody(at: Pick<SectionSurroundings, 'place' | 'now' | 'today'>): readonly ServiceContact[] {
  return openNow(at).filter(({ forLastDays = false }) => !forLastDays);
}

function openNow({ place, now }: Pick<SectionSurroundings, 'place' | 'now'>): readonly ServiceContact[] {
  return place === null ? [] : place.contacts.filter(({ hours }) => isOpenAt(hours, now, place));
}
