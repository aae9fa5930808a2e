import type { ResidentId } from '../resident/identity.ts';
import { addDays } from '../time/civil-date.ts';
import { instantOf } from '../time/london-fields.ts';
import { readInstant } from '../time/london.ts';
import { precisionOf, spanOf } from '../time/partial-date.ts';
import type { Instant, PartialDate } from '../time/types.ts';
import type { StaffRole } from './role.ts';

/** From when until when somebody has a role, as the record says it. `null`: it does not say. */
export interface RolePeriod {
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
}

/** What a pass is about. */
export interface PassFor {
  readonly home: string | null;
  readonly resident: ResidentId | null;
}

/** Whether somebody may work in a role at a moment, where, and until when. */
export type Pass =
  /** `until`: `null`, the role has no end. `home`, `resident`: `null`, any that the sign-in reaches. */
  | ({ readonly state: 'in-force'; readonly until: Instant | null } & PassFor)
  | { readonly state: 'none'; readonly why: NoPass };

/** Why a pass is none: its time, or what it does not say. */
export type NoPass = 'not-begun' | 'ended' | 'no-start-time' | 'no-home' | 'no-resident' | 'unreadable';

/** [P] No shift is longer: an agency's pass ends by itself, also where nobody has recorded its end. */
export const SHIFT_HOURS = 12;

const HOUR_MS = 3_600_000;

/**
 * The pass of somebody in a role at a moment. A shift ends at the earliest of its recorded end and twelve hours after its start: hours
 * that pass, whatever the clocks do in March and October. A day as an end lasts to its midnight in London.
 */
export function passOf(role: StaffRole, period: RolePeriod, now: Instant, about: PassFor): Pass {
  const [from, until, at] = [beginOf(period.start), endOf(period.end), readInstant(now)];
  // Guard: a date that is none may have ended anything.
  if (from === 'unreadable' || until === 'unreadable' || at === null) return none('unreadable');
  if (role.pass === 'home-shift' && about.home === null) return none('no-home');
  if (role.pass === 'one-resident' && about.resident === null) return none('no-resident');
  if (role.pass !== null && (from === null || precisionOf(period.start ?? '') !== 'moment'))
    return none('no-start-time');
  if (from !== null && at < from) return none('not-begun');
  const shift = role.pass === null || from === null ? null : from + SHIFT_HOURS * HOUR_MS;
  const ends = [until, shift].filter((one) => one !== null);
  const end = ends.length === 0 ? null : Math.min(...ends);
  if (end !== null && at >= end) return none('ended');
  return {
    state: 'in-force',
    until: end === null ? null : new Date(end).toISOString(),
    home: role.pass === 'home-shift' ? about.home : null,
    resident: role.pass === 'one-resident' ? about.resident : null,
  };
}

/** Whether a pass reaches somebody. Outside it there is nothing. A home that is not known is another one. */
export function passReaches(pass: Pass, { home, resident }: PassFor, now: Instant): boolean {
  if (pass.state === 'none') return false;
  const [end, at] = [pass.until === null ? Infinity : readInstant(pass.until), readInstant(now)];
  if (end === null || at === null || at >= end) return false;
  return (pass.home === null || pass.home === home) && (pass.resident === null || pass.resident === resident);
}

const none = (why: NoPass): Pass => ({ state: 'none', why });

/** The first millisecond of a date. */
function beginOf(start: PartialDate | null): number | null | 'unreadable' {
  return start === null ? null : momentOf(start, spanOf(start)?.from);
}

/** The first millisecond after a date, or the moment itself. */
function endOf(end: PartialDate | null): number | null | 'unreadable' {
  if (end === null) return null;
  const last = spanOf(end)?.to;
  return momentOf(end, last === undefined ? undefined : addDays(last, 1));
}

function momentOf(date: PartialDate, day: string | undefined): number | 'unreadable' {
  if (precisionOf(date) === 'moment') return readInstant(date) ?? 'unreadable';
  const [year = '', month = '', dayOfMonth = ''] = (day ?? '').split('-');
  const midnight = instantOf({ year, month, day: dayOfMonth, time: '00:00' });
  return midnight === null ? 'unreadable' : (readInstant(midnight) ?? 'unreadable');
}
