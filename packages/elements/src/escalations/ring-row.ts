import type { PlaceConfiguration } from '@ehch/clinical';
import { lastDaysNow, whomToRing, type RingLine } from '@ehch/clinical/escalation';
import { isSent, pressedOn, type InboxSession } from '@ehch/clinical/session';
import { isGone, type Thread, type ThreadSide } from '@ehch/clinical/thread';
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
  const own = line.kind === 'contact' ? ring : nothing;
  return html`<p class="strong">Tell the practice, if they do not know. ${own}</p>`;
}

/** Whether the practice does not know that somebody asks, or asks again. */
function isWaitingHere({ id, unsent = [] }: Thread, session: InboxSession): boolean {
  const pressed = pressedOn(session, id).filter(({ handing }) => !isSent(handing));
  const all = [...unsent, ...pressed.map(({ entry }) => entry)];
  return all.some(({ act: { kind } }) => kind === 'raise' || kind === 'worse');
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
