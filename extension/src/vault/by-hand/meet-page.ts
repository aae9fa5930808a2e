import type { RosterEntry } from '@ehch/sdk/client';
import type { Subject } from '../subject.ts';
import { NOTHING_BY_HAND, type Around, type ByHand } from './by-hand.ts';

/**
 * A page in front that shows somebody comes before anybody chosen by hand.
 *
 * The same person: the page takes over. Anybody else, or a page that is not clear: the choice is dropped, and neither
 * is shown until a person presses or the page shows nobody. What was only looked for goes without a word.
 */
export function meetPage(
  hand: ByHand,
  { page, now, freshContext }: Pick<Around, 'page' | 'now' | 'freshContext'>,
): ByHand {
  if (page.kind === 'nobody')
    return hand.kind === 'differs' ? { kind: 'nobody', ended: { why: 'page', at: now } } : hand;
  if (hand.kind === 'differs') return hand;
  if (hand.kind === 'chosen' && !isOnPage(hand.resident, page)) return { kind: 'differs', ctx: freshContext };
  return hand.kind === 'nobody' && hand.ended === null ? hand : NOTHING_BY_HAND;
}

/** Whether NHS number and date of birth agree. A resident without a number is never the one on a page. */
function isOnPage({ nhsNumber, born }: RosterEntry, page: Subject): boolean {
  return (
    page.kind === 'person' &&
    nhsNumber.state === 'verified' &&
    nhsNumber.value === page.person.nhsNumber &&
    born === page.person.born
  );
}
