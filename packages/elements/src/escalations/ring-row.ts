import type { PlaceConfiguration } from '@ehch/clinical';
import { lastDaysNow, whomToRing, type Practices } from '@ehch/clinical/escalation';
import { isSent, pressedOn, type InboxSession } from '@ehch/clinical/session';
import { goneOf, unsentRaising, type Thread, type ThreadSide } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ringingOfPractice, tellPractice } from '../escalation-button/tell-practice.ts';
import { whereOf } from '../escalation-button/where-of.ts';
import { phone } from '../internal/phone.ts';
import { ringLine } from '../internal/ring-line.ts';
import { personOf, type MatterRow } from './matter-rows.ts';

/** What a home has to know to ring, beside the row. */
interface RingSurroundings {
  readonly session: InboxSession;
  readonly now: Instant;
  readonly place: PlaceConfiguration | null;
  readonly side: ThreadSide;
}

/**
 * Whom a home rings about a matter of its own: where the practice does not have it, and wherever somebody stands before its
 * presses. "Worse" from a list must not be a message alone.
 */
export function renderRingRow(
  row: MatterRow,
  isOpen: boolean,
  around: RingSurroundings,
): TemplateResult | typeof nothing {
  const { thread } = row;
  const { side, session } = around;
  if (side !== 'home' || thread.raised.by.side !== 'home' || thread.ending.state !== 'open') return nothing;
  if (!isOpen && !isWaitingHere(thread, session)) return nothing;
  const gone = goneOf(thread);
  return gone === null
    ? html`<p class="strong">Ring: ${whom(row, around)}</p>`
    : html`<p>${tellPractice(gone, practiceOf(row, around))}</p>`;
}

/** Whether the practice does not know that somebody asks, or asks again. */
function isWaitingHere(thread: Thread, session: InboxSession): boolean {
  const isUnsent = unsentRaising(thread) !== null || thread.unsent?.some(({ act }) => act.kind === 'worse');
  const pressed = pressedOn(session, thread.id).filter(({ entry }) => entry.act.kind === 'worse');
  return isUnsent === true || pressed.some(({ handing }) => !isSent(handing));
}

function whom(row: MatterRow, { now, place }: RingSurroundings): TemplateResult {
  const { thread, record } = row;
  const isDying = record !== null && lastDaysNow(record.sections.limits) === 'in-force';
  // Nobody is sent to 999 for dying itself (escalation SPEC R4).
  if (thread.urgency === 'now' && !isDying) return phone('999');
  if (place === null) return html`${phone('111')} NHS 111`;
  const targets = place.contacts
    .filter(({ forLastDays = false }) => forLastDays === isDying)
    .map(({ id }) => ({ kind: 'contact', id }) as const);
  return ringLine(whomToRing(targets, place, now, practicesOf(row, place)).now, { now, place });
}

/** Nobody comes to somebody who has gone to hospital: the practice has to know (session SPEC X14). */
function practiceOf(row: MatterRow, { now, place }: RingSurroundings) {
  return { practice: ringingOfPractice(place, now, practicesOf(row, place)), now, place };
}

function practicesOf(row: MatterRow, place: PlaceConfiguration | null): Practices {
  return whereOf(place, row.record?.resident ?? null, personOf(row)).practices;
}
