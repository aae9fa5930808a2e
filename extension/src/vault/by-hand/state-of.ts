import type { RosterEntry } from '@ehch/sdk/client';
import type { Listed } from '../../messages/by-hand-state.ts';
import type { SideState } from '../../messages/side-state.ts';
import { EVERY_GUARD, type Around, type ByHand, type ByHandGuards, type Chosen } from './by-hand.ts';
import { STANDS_FOR_MS } from './time-out.ts';

/**
 * What a panel shows: whom somebody chose by hand, or what the page in front says. Never both.
 *
 * @param page what the panel would show of the page alone
 */
export function frontOf(
  hand: ByHand,
  page: SideState,
  around: Pick<Around, 'now' | 'place' | 'roster' | 'page'>,
  { front }: Pick<ByHandGuards, 'front'> = EVERY_GUARD,
): SideState {
  if (hand.kind === 'differs') return { kind: 'by-hand-differs', ctx: hand.ctx };
  if (page.kind === 'locked') return page;
  const isNobody = around.page.kind === 'nobody';
  // Guard: whatever a page says of somebody stands before anything chosen by hand.
  if (hand.kind === 'chosen')
    return front && !isNobody ? { kind: 'by-hand-differs', ctx: hand.ctx } : chosenOf(hand, around);
  if (!isNobody) return page;
  const roster = around.roster.state(around.now);
  switch (hand.kind) {
    case 'nobody':
      // Why somebody has gone is said beside any page that shows nobody.
      return hand.ended !== null && (page.kind === 'no-patient' || page.kind === 'not-enabled')
        ? { ...page, putAway: hand.ended }
        : page;
    case 'not-found':
      return { kind: 'by-hand-nobody', why: hand.why, roster };
    case 'choose':
      return { kind: 'by-hand-choose', ctx: hand.ctx, found: hand.found.map(listedOf), roster };
    case 'doubted':
      return { kind: 'by-hand-doubted', differs: hand.differs };
  }
}

/** Whether a choice, or its difference from a page, stands before the page: nobody on it is shown or asked about. */
export function standsBefore({ kind }: ByHand): boolean {
  return kind === 'chosen' || kind === 'differs';
}

function chosenOf(hand: Chosen, { now, place }: Pick<Around, 'now' | 'place'>): SideState {
  const { ctx, resident, asked, since, pressed, isEnding, view } = hand;
  return {
    kind: 'by-hand',
    ctx,
    listed: listedOf(resident),
    by: asked.by,
    since: since.now,
    until: new Date(Date.parse(pressed.now) + STANDS_FOR_MS).toISOString(),
    isEnding,
    view,
    place,
    now,
  };
}

function listedOf(entry: RosterEntry): Listed {
  return { ...entry, chiNumber: entry.chiNumber ?? null };
}
