import type { LimitsDecision } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import type { Unwritten } from '../../../recorded-view.ts';
import { lines } from '../../../text.ts';
import { byNewest, isAhead } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { saidValue } from './cpr-reading.ts';
import { isFirm, notInForceToday, whyNotInForce, type Standing } from './not-in-force.ts';
import {
  cautionsForObservation,
  heldUntil,
  observed,
  observationsOf,
  type Observation,
} from './observation-kind.ts';
import { notEndedByName } from './ended-by-name.ts';
import { isRivalOf } from './of-one-time.ts';
import { hasPassed } from './passed.ts';

type Row = Standing<Unwritten<LimitsDecision>>;

/**
 * What a clinician has set as different from the home's usual steps. The newest counts, also where it says that
 * nothing is different any more. The NHS has no published code for it, so it has this product's own.
 */
export function variations(record: PatientRecord): readonly Row[] {
  const rows = notEndedByName(record, observationsOf(record, 'variation')).flatMap((held) =>
    rowOf(record, held),
  );
  // One that was cancelled, is over, is doubtful, or is dated in the future, ends no other.
  const counting = rows.filter(({ told, isOver }) => !isOver && !isAhead(told) && isFirm(told.cautions));
  const [newest] = counting.toSorted((a, b) => byNewest(a.told, b.told));
  return rows.filter((row) => {
    const isOlder = newest !== undefined && row !== newest && counting.includes(row);
    if (!isOlder || isRivalOf(newest.told, row.told)) return true;
    record.setAside(row.held, 'newer-shown');
    return false;
  });
}

function rowOf(record: PatientRecord, held: Observation): readonly (Row & { readonly isOver: boolean })[] {
  const { value } = held;
  // "No" as a word may be what a clinician wrote. Only the answer itself is an end.
  const isEnded = value.valueBoolean === false;
  const said = isEnded ? 'ended' : (lines(value.valueString) ?? saidValue(value));
  if (said === null) return record.refuse(held, 'missing', 'value[x]');
  const end = heldUntil(held, new Set());
  const past = end !== null && hasPassed(end, record) ? `until ${formatDate(end)}` : null;
  const status = whyNotInForce(value.status) ?? past;
  const told = observed(record, held, cautionsForObservation(held));
  const isNotYet = status === null && isAhead(told) ? ': not in force today' : '';
  return [
    {
      held,
      told: { ...told, kind: 'variation', text: `${said}${notInForceToday(status)}${isNotYet}` },
      subject: 'variation',
      notInForce: status ?? (isEnded ? 'ended' : null),
      isOver: status !== null,
    },
  ];
}
