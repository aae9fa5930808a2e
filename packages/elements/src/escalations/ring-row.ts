import type { PlaceConfiguration } from '@ehch/clinical';
import { lastDaysNow, whomToRing, type Practices, type RingLine } from '@ehch/clinical/escalation';
import { isSent, pressedOn, type InboxSession } from '@ehch/clinical/session';
import { goneOf, type Thread, type ThreadSide } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ringingOfPractice, tellPractice } from '../escalation-button/tell-practice.ts';
import { whereOf } from '../escalation-button/where-of.ts';
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
  const { now, place } = around;
  const { practices } = whereOf(place, row.record?.resident ?? null, personOf(row));
  const gone = goneOf(thread);
  if (gone === null)
    return html`<p class="strong">Ring: ${ringLine(whom(row, practices, around), around)}</p>`;
  // Nobody comes to who has gone to hospital: the practice has to know (session SPEC X14).
  const practice = ringingOfPractice(place, now, practices);
  return html`<p>${tellPractice(gone, { practice, place, now })}</p>`;
}

/** Whether the practice does not know that somebody asks, or asks again. */
function isWaitingHere({ id, unsent = [] }: Thread, session: InboxSession): boolean {
  const pressed = pressedOn(session, id).filter(({ handing }) => !isSent(handing));
  const all = [...unsent, ...pressed.map(({ entry }) => entry)];
  return all.some(({ act: { kind } }) => kind === 'raise' || kind === 'worse');
}

/** The first that answers now. */
function whom(
  { thread, record }: MatterRow,
  practices: Practices,
  { now, place }: RingSurroundings,
): RingLine {
  const isDying = record !== null && lastDaysNow(record.sections.limits) === 'in-force';
  // Nobody is sent to 999 for dying itself (escalation SPEC R4).
  if (thread.urgency === 'now' && !isDying) return { kind: '999' };
  if (place === null) return { kind: '111' };
  const targets = place.contacts
    .filter(({ forLastDays = false }) => forLastDays === isDying)
    .map(({ id }) => ({ kind: 'contact', id }) as const);
  return whomToRing(targets, place, now, practices).now;
}
