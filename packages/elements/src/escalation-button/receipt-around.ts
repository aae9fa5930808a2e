import type { InboxConfiguration, OpenMatter, PlaceConfiguration, Section } from '@ehch/clinical';
import type { Ringing } from '@ehch/clinical/escalation';
import type { Gone, Thread, ThreadUrgency } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { shortMoment } from '../internal/short-moment.ts';
import { timesOf } from '../internal/times-of.ts';

/** How the last thing that was pressed stands, in plain words. */
export interface ReceiptWords {
  /** The line that is always in sight. */
  readonly line: string;
  /**
   * `not-sent` and `long` ask somebody to ring. `told-to-ring`: a person has answered that somebody has to ring 999 or 111. Only
   * `answered` means that a person has answered, and that nothing is left to do at once.
   */
  readonly tone: 'not-sent' | 'long' | 'told-to-ring' | 'sent' | 'answered';
  /** Further sentences: nobody looks at it now, who has it, what is asked. */
  readonly more: readonly string[];
}

/** What a receipt is told from, beside the presses. */
export interface ReceiptAround {
  readonly now: Instant;
  readonly place: PlaceConfiguration | null;
  readonly inbox: InboxConfiguration | null;
  /** What the other side did with it, as far as the record says. */
  readonly thread: Thread | null;
  /** The section in which the record would say it; `null`: there is no record of this person here. */
  readonly open: Section<readonly OpenMatter[]> | null;
  /** Whom the screen says to ring now. One screen names one number. */
  readonly ringing: Pick<Ringing, 'now'>;
  /** The resident has gone to hospital: nobody is rung to come. */
  readonly gone?: Gone | null;
}

/** Whether a promise has passed. A moment that cannot be read has, because somebody then looks. */
export function hasPassed(promisedBy: Instant | null, now: Instant): boolean {
  return promisedBy !== null && !(Date.parse(now) <= Date.parse(promisedBy));
}

/** Longer than the place allows. The screen then says so, with the telephone. */
export function longUnseen(
  since: Instant | null,
  urgency: ThreadUrgency,
  around: ReceiptAround,
): readonly string[] {
  const within = timesOf(around.place).seenWithinMinutes[urgency];
  const waited = since === null ? 0 : (Date.parse(around.now) - Date.parse(since)) / 60_000;
  if (!(waited >= within)) return [];
  return [`Nobody has seen it for ${Math.floor(waited)} minutes. Do not wait for it: ring.`];
}

/** A record that could not be refreshed says what was true, and not what is. */
export function oldWords({ open, now }: ReceiptAround): readonly string[] {
  if (open?.state !== 'known') return [];
  const isOld = open.freshness === 'stale' || open.refresh.state === 'failed';
  return isOld ? [`As of ${shortMoment(open.asOf, now)}: the record could not be read again since.`] : [];
}
