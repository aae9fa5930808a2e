import type { PlaceConfiguration, ServiceContact } from '@ehch/clinical';
import { whomToRing, type Practices, type RingLine, type Ringing } from '@ehch/clinical/escalation';
import type { Gone } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ringLine } from '../internal/ring-line.ts';
import { shortMoment } from '../internal/short-moment.ts';
import { data } from '../internal/text.ts';
import { closedLine } from './closed-line.ts';

/** What says whether the practice answers now. */
interface PracticeAround {
  /** How the practice is rung, and no service that would come. */
  readonly practice: Ringing;
  readonly place: PlaceConfiguration | null;
  readonly now: Instant;
}

/** Also without a place 999 and 111 answer. */
export const NO_PLACE = { contacts: [], bankHolidays: [] } as const;

/** How the practice of a resident is rung. */
export function ringingOfPractice(
  place: PlaceConfiguration | null,
  now: Instant,
  practices: Practices,
): Ringing {
  const { contacts } = place ?? NO_PLACE;
  const targets = contacts
    .filter((one) => isPractice(one, practices))
    .map(({ id }) => ({ kind: 'contact', id }) as const);
  return whomToRing(targets, place ?? NO_PLACE, now, practices);
}

/** In the place of the home's practice stands the resident's own, by name where the place has no number of it. */
function isPractice({ name }: ServiceContact, { ofHome, ofResident }: Practices): boolean {
  return name === ofResident || name === ofHome;
}

/** The practice that has to know, open or not; `null`: this place knows no number or hours of it. */
export function practiceToTell({ now, closed }: Ringing): RingLine | null {
  return now.kind === 'contact' ? now : (closed[0] ?? null);
}

/** Who has to know that somebody has gone to hospital. "Sent" tells nobody: only a press at the practice says that somebody there knows. */
export function tellPractice({ knownBy }: Gone, around: PracticeAround): TemplateResult {
  if (knownBy !== null)
    return html`${data(`The practice knows: ${knownBy.by.name}, ${shortMoment(knownBy.at, around.now)}.`)}`;
  return html`<strong>Tell the practice.</strong> Nobody there has said that they know. ${ringPractice(around)}`;
}

function ringPractice({ practice, ...around }: PracticeAround): TemplateResult | typeof nothing {
  const own = practiceToTell(practice);
  if (own === null) return nothing;
  if (own === practice.now) return html`Ring: ${ringLine(own, around)}`;
  return html`${own.kind === 'contact' && !own.isOpen ? 'Ring them once they are open. ' : nothing}${closedLine(own)}`;
}
