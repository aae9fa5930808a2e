import type { Caution } from '@ehch/clinical';
import { spanOf, type PartialDate } from '@ehch/clinical/time';
import type { Reference } from '../datatypes.ts';
import { isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import type { CprReading } from './cpr-reading.ts';
import type { CprMeaning } from './cpr-words.ts';

/** One record about CPR: what it comes to, and its own words. */
export interface CprRow {
  readonly held: Held;
  /** Which part of the record says it. */
  readonly part: string;
  readonly reading: CprReading;
  /** What the name of a document says, which is no decision by itself. */
  readonly means?: readonly (CprMeaning | null)[];
  readonly said: string;
  readonly cautions: Set<Caution>;
  readonly on: PartialDate | null;
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
  readonly by: readonly (Reference | undefined)[];
  /** Why it is in force for nobody, whatever its dates: "cancelled", "a draft". */
  readonly notInForce: string | null;
  /** What qualifies it, in words. */
  readonly details?: readonly string[];
}

/** Whether it holds today. What has not begun, or has ended, is no decision today. */
export function standingOf(row: CprRow, record: PatientRecord): 'today' | 'ahead' | 'past' | 'set-aside' {
  if (row.notInForce !== null) return 'set-aside';
  if (isAfterNow(row.from ?? row.on, record)) return 'ahead';
  const end = spanOf(row.until);
  return end !== null && end.to < record.today ? 'past' : 'today';
}
