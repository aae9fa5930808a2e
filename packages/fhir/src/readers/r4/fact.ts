import {
  comparePartialDates,
  spanOf,
  type Author,
  type Caution,
  type PartialDate,
  type Recorded,
} from '@ehch/clinical';
import { authorOf } from './author.ts';
import type { Reference } from './datatypes.ts';
import type { Held, PatientRecord } from './record.ts';

/** The cautions of a fact while it is being read. It starts with those of its resource. */
export function careFor(held: Held): Set<Caution> {
  return new Set(held.cautions);
}

/** Newest first; what has no date comes last. */
export function byNewest(
  a: { readonly on: PartialDate | null },
  b: { readonly on: PartialDate | null },
): number {
  return comparePartialDates(a.on, b.on);
}

/** Adds the caution to what was meant to end before today. */
export function cautionWhenPast(end: PartialDate | null, record: PatientRecord, care: Set<Caution>): void {
  const span = spanOf(end);
  if (span !== null && span.to < record.today) care.add('past-its-date');
}

/** What every fact carries. Call it last: it closes the cautions. */
export function fact(
  record: PatientRecord,
  held: Held,
  care: ReadonlySet<Caution>,
  { on, by = [], part }: { on: PartialDate | null; by?: readonly (Reference | undefined)[]; part?: string },
): Recorded {
  return {
    id: part === undefined ? held.key : `${held.key}#${part}`,
    on,
    source: { label: record.input.sourceLabel },
    by: firstAuthor(record, held, by),
    cautions: [...care],
  };
}

function firstAuthor(
  record: PatientRecord,
  held: Held,
  by: readonly (Reference | undefined)[],
): Author | null {
  for (const reference of by) {
    const author = reference === undefined ? null : authorOf(record, reference, held);
    if (author !== null) return author;
  }
  return null;
}
