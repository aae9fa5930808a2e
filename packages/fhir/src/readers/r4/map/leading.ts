import type { Recorded } from '@ehch/clinical';
import { isSurelyOlder } from '@ehch/clinical/time';
import { byNewest, isAhead } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { isFirm, isOwnReading } from './not-in-force.ts';
import { isRivalOf } from './of-one-time.ts';

/**
 * Newest first, with readings in doubt behind the others. Whoever takes the first of a list takes one that may be of
 * this resident and this kind.
 */
export function byStanding(a: Recorded, b: Recorded): number {
  return (
    Number(isAhead(a)) - Number(isAhead(b)) ||
    Number(!isOwnReading(a.cautions)) - Number(!isOwnReading(b.cautions)) ||
    byNewest(a, b)
  );
}

/** Puts a reading out of sight because another leads. One of a day to come is not older, and leaves a gap. */
export function putBehind(
  record: PatientRecord,
  held: Held,
  told: Pick<Recorded, 'on' | 'cautions'>,
): readonly never[] {
  return isAhead(told)
    ? record.refuse(held, 'malformed', 'effective[x]')
    : record.setAside(held, 'newer-shown');
}

/** Of several facts of one kind, the one that leads, and the others that it does not put out of sight. */
interface Leading<R> {
  readonly lead: R | undefined;
  /** Newest first. */
  readonly beside: readonly R[];
}

/**
 * The newest setting that nothing puts in doubt. [P] A doubtful one ends no other, so it stands beside the firm one
 * that it came after. Where all are in doubt, a person has to see each of them.
 * @param rows newest first
 */
export function leadingSetting<R>(rows: readonly R[], told: (row: R) => Recorded): Leading<R> {
  const firm = rows.find((row) => isFirm(told(row).cautions) && !isAhead(told(row)));
  const lead = firm ?? rows[0];
  if (lead === undefined) return { lead, beside: [] };
  const beside = rows.filter((row) => {
    if (row === lead || isAhead(told(row))) return false;
    if (firm === undefined || isRivalOf(told(lead), told(row))) return true;
    return !isFirm(told(row).cautions) && isSurelyOlder(told(lead).on, told(row).on);
  });
  return { lead, beside };
}

/**
 * The newest reading that may be one of this resident and this kind. [P] One that nobody has confirmed leads, because
 * a reading speaks of the present. The last confirmed one stands beside it, with those of its time.
 * @param rows newest first
 */
export function leadingReading<R>(rows: readonly R[], told: (row: R) => Recorded): Leading<R> {
  const happened = rows.filter((row) => !isAhead(told(row)));
  const lead = happened.find((row) => isOwnReading(told(row).cautions)) ?? rows[0];
  if (lead === undefined) return { lead, beside: [] };
  const firm = happened.filter((row) => isFirm(told(row).cautions) && isOwnReading(told(row).cautions));
  const lastFirm = firm.filter((row) => firm[0] !== undefined && isRivalOf(told(firm[0]), told(row)));
  const beside = rows.filter((row) => {
    if (row === lead) return false;
    if (lastFirm.includes(row) || isRivalOf(told(lead), told(row))) return true;
    return !isAhead(told(row)) && isSurelyOlder(told(lead).on, told(row).on);
  });
  return { lead, beside };
}
