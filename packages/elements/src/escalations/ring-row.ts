import type { PlaceConfiguration } from '@ehch/clinical';
import { lastDaysNow, whomToRing, type RingLine } from '@ehch/clinical/escalation';
import { isSent, pressedOn, type InboxSession } from '@ehch/clinical/session';
import { isGone, unsentRaising, type Thread, type ThreadSide } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { isPractice } from '../escalation-button/tell-practice.ts';
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
  const line = whom(row, around);
  const ring = html`Ring: ${ringLine(line, around)}`;
  if (!isGone(thread)) return html`<p class="strong">${ring}</p>`;
  // Neither 999 nor 111 is the practice.
  return html`<p class="strong">Tell the practice, unless they know. ${line.kind === 'contact' ? ring : nothing}</p>`;
}

/** Whether the practice does not know that somebody asks, or asks again. */
function isWaitingHere(thread: Thread, session: InboxSession): boolean {
  const isUnsent = unsentRaising(thread) !== null || thread.unsent?.some(({ act }) => act.kind === 'worse');
  const pressed = pressedOn(session, thread.id).filter(({ entry }) => entry.act.kind === 'worse');
  return isUnsent === true || pressed.some(({ handing }) => !isSent(handing));
}

/** The first that answers now. */
function whom(row: MatterRow, { now, place }: RingSurroundings): RingLine {
  const { thread, record } = row;
  const hasGone = isGone(thread);
  const isDying = record !== null && lastDaysNow(record.sections.limits) === 'in-force';
  // Nobody is sent to 999 for dying itself (escalation SPEC R4), and nobody comes to who has gone to hospital (session SPEC X14).
  if (thread.urgency === 'now' && !isDying && !hasGone) return { kind: '999' };
  if (place === null) return { kind: '111' };
  const { practices } = whereOf(place, record?.resident ?? null, personOf(row));
  const targets = place.contacts
    .filter((one) => (hasGone ? isPractice(one, practices) : (one.forLastDays ?? false) === isDying))
    .map(({ id }) => ({ kind: 'contact', id }) as const);
  return whomToRing(targets, place, now, practices).now;
}
