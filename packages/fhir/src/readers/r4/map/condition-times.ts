import type { Cautions } from '../cautions.ts';
import type { Held, PatientRecord } from '../record.ts';
import { beganWhen, endedWhen, type When } from './began.ts';
import { hasPassed } from './passed.ts';

/** When a condition began, in any of R4's five forms. */
export function beginOf({ value }: Held<'Condition'>, cautions: Cautions): When {
  const { onsetDateTime: dateTime, onsetPeriod: period, onsetAge: age, onsetRange: range } = value;
  return beganWhen({ dateTime, period, age, range, string: value.onsetString }, cautions);
}

/** When a condition ended, or is to end. */
export function endOf({ value }: Held<'Condition'>, cautions: Cautions): When {
  const { abatementDateTime: dateTime, abatementPeriod: period, abatementAge: age } = value;
  const { abatementRange: range, abatementString: string } = value;
  return endedWhen({ dateTime, period, age, range, string }, cautions);
}

/** Whether an end is certainly in the past. Words for an end ("in childhood", "not yet") may mean either. */
export function isOver(record: PatientRecord, end: When): boolean {
  return end.byAge || hasPassed(end.on, record);
}
