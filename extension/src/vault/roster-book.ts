import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Instant } from '@ehch/clinical/time';
import type { Roster, RosterEntry } from '@ehch/sdk/client';
import type { RosterState } from '../messages/side-state.ts';

/** The vault reads an older list again when somebody comes on screen. */
const READ_AGAIN_MS = 10 * 60_000;
/** The wait after a failed read, so that a busy page does not ask a failing server at every change. */
const TRY_AGAIN_MS = 30_000;

export interface RosterBook {
  state(now: Instant): RosterState;
  /** Everybody on the roster with this NHS number. With more than one, the identity check blocks. */
  find(nhsNumber: string): readonly RosterEntry[];
  /** Everybody on the roster, as far as it was read. */
  all(): readonly RosterEntry[];
  /** Reads the list when it is due, or at once with `force`. Never throws: a failure becomes a state. */
  read(now: Instant, force: boolean): void;
}

/**
 * Keeps the residents of the place's homes in memory and looks NHS numbers up in them.
 *
 * The look-up happens here, so that no server hears about a person who is not a resident.
 */
export function rosterBook(
  list: () => Promise<Roster>,
  staleAfterMinutes: number,
  onChange: () => void,
): RosterBook {
  let roster: Roster | null = null;
  let failedAt: Instant | null = null;
  let reading = false;
  let byNumber = new Map<string, RosterEntry[]>();
  const passed = (since: Instant, now: Instant) => {
    const ms = Date.parse(now) - Date.parse(since);
    // After somebody set the clock back, no age can be trusted, so everything counts as old.
    return ms >= 0 ? ms : Infinity;
  };
  const isDue = (now: Instant) => {
    // A recent failure comes first: even without any list, a failing server is left alone for a while.
    if (failedAt !== null && passed(failedAt, now) < TRY_AGAIN_MS) return false;
    return roster === null || passed(roster.asOf, now) > READ_AGAIN_MS;
  };
  const take = (read: Roster) => {
    roster = read;
    failedAt = null;
    byNumber = new Map();
    for (const entry of read.residents) {
      const { nhsNumber } = entry;
      // An invalid number, or one of several numbers in a record, matches nobody.
      if (nhsNumber.state !== 'verified' && nhsNumber.state !== 'unverified') continue;
      byNumber.set(nhsNumber.value, [...(byNumber.get(nhsNumber.value) ?? []), entry]);
    }
  };
  const ask = async (now: Instant): Promise<void> => {
    try {
      take(await list());
    } catch (error) {
      reportCaught(error, 'extension/roster');
      // The failure becomes a state: the panel says when the list could not be read. A former list stays, marked as
      // old.
      failedAt = now;
    }
    reading = false;
    onChange();
  };
  return {
    state(now) {
      if (roster !== null) {
        const stale =
          passed(roster.asOf, now) > staleAfterMinutes * 60_000 || (failedAt !== null && !reading);
        return {
          state: 'read',
          asOf: roster.asOf,
          stale,
          incomplete: roster.incomplete,
          residents: roster.residents.length,
        };
      }
      if (reading) return { state: 'reading' };
      return failedAt === null ? { state: 'unread' } : { state: 'failed', at: failedAt };
    },
    find: (nhsNumber) => byNumber.get(nhsNumber) ?? [],
    all: () => roster?.residents ?? [],
    read(now, force) {
      if (reading || !(force || isDue(now))) return;
      reading = true;
      void ask(now);
      onChange();
    },
  };
}
