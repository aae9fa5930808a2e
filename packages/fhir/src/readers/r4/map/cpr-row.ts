import type { Caution } from '@ehch/clinical';
import { spanOf, type PartialDate } from '@ehch/clinical/time';
import type { Reference } from '../datatypes.ts';
import { isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import type { CprReading } from './cpr-reading.ts';
import type { CprMeaning } from './cpr-words.ts';

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

/** Whether it applies today. What has not begun, or has ended, is no decision today. */
export function standingOf(row: CprRow, record: PatientRecord): 'today' | 'ahead' | 'past' | 'set-aside' {
  if (row.notInForce !== null) return 'set-aside';
  // Without a start, the date of the record counts.
  if (isAfterNow(row.from ?? row.on, record)) return 'ahead';
  const end = spanOf(row.until);
  return end !== null && end.to < record.today ? 'past' : 'today';
}
