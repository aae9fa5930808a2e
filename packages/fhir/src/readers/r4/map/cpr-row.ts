import type { Caution } from '@ehch/clinical';
import { spanOf, type PartialDate } from '@ehch/clinical/time';
import { byCode } from '../../../by-code.ts';
import type { Reference } from '../datatypes.ts';
import { isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import type { CprReading } from './cpr-reading.ts';
import type { CprMeaning } from './cpr-words.ts';
import { whyNotInForce } from './not-in-force.ts';

/** One record about CPR: what it says, and its own words. */
export interface CprRow {
  readonly held: Held;
  /** The part of the record that states it. */
  readonly part: string;
  readonly reading: CprReading;
  /** What the title of a document says, which is no decision by itself. */
  readonly means?: readonly (CprMeaning | null)[];
  readonly said: string;
  readonly cautions: Set<Caution>;
  readonly on: PartialDate | null;
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
  readonly by: readonly (Reference | undefined)[];
  /** Why it is not in force, whatever its dates: "cancelled", "a draft". */
  readonly notInForce: string | null;
  /** What qualifies the statement, in words. */
  readonly details?: readonly string[];
}

/**
 * Why a statement about CPR decides nothing, in words. `null`: its status and intent let it decide. [P]
 * Whatever is only proposed, planned or on hold is shown with that, and is neither a decision nor the other
 * side of one. So a proposal never keeps anybody from treatment, nor makes a decision look disputed.
 */
export function whyUndecided({ status, intent }: { readonly status?: string; readonly intent?: string }) {
  const over = whyNotInForce(status);
  if (over !== null) return over;
  return PENDING[intent ?? ''] ?? PENDING[status ?? ''] ?? null;
}

/** R4 request-intent and statuses under which nobody has decided, or the decision rests. */
const PENDING = byCode<string>({
  proposal: 'proposed, not decided',
  option: 'one of several options, not decided',
  plan: 'planned, not decided',
  planned: 'planned, not decided',
  'on-hold': 'on hold',
});

/** Whether a statement waits for a decision or for its own to go on. Only a surely newer decision replaces it. */
export function isPending({ notInForce }: CprRow): boolean {
  return Object.values(PENDING).includes(notInForce ?? '');
}

/** Whether it applies today. What has not begun, or has ended, is no decision today. */
export function standingOf(row: CprRow, record: PatientRecord): 'today' | 'ahead' | 'past' | 'set-aside' {
  if (row.notInForce !== null) return 'set-aside';
  // Without a start, the date of the record counts.
  if (isAfterNow(row.from ?? row.on, record)) return 'ahead';
  const end = spanOf(row.until);
  return end !== null && end.to < record.today ? 'past' : 'today';
}
