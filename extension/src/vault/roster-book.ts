import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Instant } from '@ehch/clinical/time';
import type { Roster, RosterEntry } from '@ehch/sdk/client';
import type { RosterState } from '../messages/side-state.ts';

/** A list that was read longer ago than this is read again when somebody is on screen. */
const READ_AGAIN_MS = 10 * 60_000;
/** A list that could not be read is not asked for at every change on a page. */
const TRY_AGAIN_MS = 30_000;

export interface RosterBook {
  state(now: Instant): RosterState;
  /** Everybody on the roster with this NHS number. More than one is a reason to stop. */
  find(nhsNumber: string): readonly RosterEntry[];
  /** Reads the list when that is due, or when `force` says so. Never throws. */
  read(now: Instant, force: boolean): void;
}

/**
 * The residents of the place's homes, in memory. The host's NHS number is matched against it here: a person who is
 * not on it causes no request.
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
    // A clock that was set back makes everything old.
    return ms >= 0 ? ms : Infinity;
  };
  const isDue = (now: Instant) => {
    if (failedAt !== null && passed(failedAt, now) < TRY_AGAIN_MS) return false;
    return roster === null || passed(roster.asOf, now) > READ_AGAIN_MS;
  };
  const take = (read: Roster) => {
    roster = read;
    failedAt = null;
    byNumber = new Map();
    for (const entry of read.residents) {
      const { nhsNumber } = entry;
      // An invalid number, or one of several, matches nobody.
      if (nhsNumber.state !== 'verified' && nhsNumber.state !== 'unverified') continue;
      byNumber.set(nhsNumber.value, [...(byNumber.get(nhsNumber.value) ?? []), entry]);
    }
  };
  const ask = async (now: Instant): Promise<void> => {
    try {
      take(await list());
    } catch (error) {
      reportCaught(error, 'extension/roster');
      // Kept as a state: the panel says that the list could not be read, and when.
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
    read(now, force) {
      if (reading || !(force || isDue(now))) return;
      reading = true;
      void ask(now);
      onChange();
    },
  };
}
