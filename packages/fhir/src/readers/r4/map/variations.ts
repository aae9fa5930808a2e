import type { LimitsDecision } from '@ehch/clinical';
import type { Unwritten } from '../../../recorded-view.ts';
import { lines } from '../../../text.ts';
import { byNewest, isAhead } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { saidValue } from './cpr-reading.ts';
import { notInForceToday, whyNotInForce, type Standing } from './not-in-force.ts';
import { cautionsForObservation, observed, observationsOf, type Observation } from './observation-kind.ts';
import { isRivalOf } from './of-one-time.ts';

type Row = Standing<Unwritten<LimitsDecision>>;

/**
 * What a clinician has set as different from the home's usual steps. The newest counts, also where it says that nothing is different
 * any more. The NHS has no published code for it, so it has this product's own.
 */
export function variations(record: PatientRecord): readonly Row[] {
  const rows = observationsOf(record, 'variation').flatMap((held) => rowOf(record, held));
  // One that was cancelled, or that is dated in the future, ends no other.
  const counting = rows.filter(
    ({ held, told }) => whyNotInForce(held.value.status) === null && !isAhead(told),
  );
  const [newest] = counting.toSorted((a, b) => byNewest(a.told, b.told));
  return rows.filter((row) => {
    const isOlder = newest !== undefined && row !== newest && counting.includes(row);
    if (!isOlder || isRivalOf(newest.told, row.told)) return true;
    record.setAside(row.held, 'newer-shown');
    return false;
  });
}

function rowOf(record: PatientRecord, held: Observation): readonly (Row & { readonly held: Observation })[] {
  const { value } = held;
  // "No" as a word may be what a clinician wrote. Only the answer itself is an end.
  const isEnded = value.valueBoolean === false;
  const said = isEnded ? 'ended' : (lines(value.valueString) ?? saidValue(value));
  if (said === null) return record.refuse(held, 'missing', 'value[x]');
  const status = whyNotInForce(value.status);
  const told = observed(record, held, cautionsForObservation(held));
  const isNotYet = status === null && isAhead(told) ? ': not in force today' : '';
  return [
    {
      held,
      told: { ...told, kind: 'variation', text: `${said}${notInForceToday(status)}${isNotYet}` },
      subject: 'variation',
      notInForce: status ?? (isEnded ? 'ended' : null),
    },
  ];
}
