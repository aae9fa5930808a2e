import type { RosterEntry } from '@ehch/sdk/client';
import type { Identifiers } from '../../messages/side.ts';
import type { Around, ByHand } from './by-hand.ts';

/** Begins the context of one resident, with nothing of a record. Guard: no more records than a person could read. */
export function beginChosen(
  asked: Identifiers,
  resident: RosterEntry,
  { freshContext, now, ms, waitMs }: Around,
): ByHand {
  if (waitMs > 0) return { kind: 'not-found', why: 'too-many' };
  const moment = { now, ms };
  return {
    kind: 'chosen',
    ctx: freshContext,
    asked,
    resident,
    since: moment,
    pressed: moment,
    isEnding: false,
    view: null,
  };
}
