import type { Recorded } from '@ehch/clinical';
import { isSurelyOlder } from '@ehch/clinical/time';
import { byNewest, isAhead } from '../fact.ts';
import { isFirm, isOwnReading } from './not-in-force.ts';
import { isRivalOf } from './of-one-time.ts';

/** Of several facts of one kind, the one that leads, and the others that it does not put out of sight. */
interface Leading<R> {
  readonly lead: R | undefined;
  /** Newest first. */
  readonly beside: readonly R[];
}

/**
 * The newest setting that nothing puts in doubt. [P] A doubtful one ends no other, so it stands beside the firm one that
 * it came after. Where all are in doubt, a person has to see each of them.
 */
export function leadingSetting<R>(rows: readonly R[], told: (row: R) => Recorded): Leading<R> {
  const sorted = newestFirst(rows, told);
  const firm = sorted.find((row) => isFirm(told(row).cautions) && !isAhead(told(row)));
  const lead = firm ?? sorted[0];
  if (lead === undefined) return { lead, beside: [] };
  const beside = sorted.filter((row) => {
    if (row === lead || isAhead(told(row))) return false;
    if (firm === undefined || isRivalOf(told(lead), told(row))) return true;
    return !isFirm(told(row).cautions) && isSurelyOlder(told(lead).on, told(row).on);
  });
  return { lead, beside };
}

/**
 * The newest reading that may be one of this resident and this kind. [P] One that nobody has confirmed leads, because a
 * reading speaks of the present, and the last confirmed one stands beside it.
 */
export function leadingReading<R>(rows: readonly R[], told: (row: R) => Recorded): Leading<R> {
  const sorted = newestFirst(rows, told);
  const happened = sorted.filter((row) => !isAhead(told(row)));
  const lead = happened.find((row) => isOwnReading(told(row).cautions)) ?? sorted[0];
  if (lead === undefined) return { lead, beside: [] };
  const firm = happened.find((row) => isFirm(told(row).cautions) && isOwnReading(told(row).cautions));
  const beside = sorted.filter((row) => {
    if (row === lead) return false;
    if (row === firm || isRivalOf(told(lead), told(row))) return true;
    return !isAhead(told(row)) && isSurelyOlder(told(lead).on, told(row).on);
  });
  return { lead, beside };
}

function newestFirst<R>(rows: readonly R[], told: (row: R) => Recorded): readonly R[] {
  return rows.toSorted((a, b) => byNewest(told(a), told(b)));
}
