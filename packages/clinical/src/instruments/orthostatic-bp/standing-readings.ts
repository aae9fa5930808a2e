import { measured, type Measured, type MeasuredLimits } from '../measured.ts';
import { fieldsOf, isNotAnswered } from '../not-answered.ts';

/** One reading after getting up. */
export interface StandingReading {
  /** Minutes since they stood up. */
  readonly minute: number;
  readonly sbp: number;
  readonly dbp: number;
  /** Sitting where they cannot stand: recorded as such, because it shows less. */
  readonly posture?: 'standing' | 'sitting' | null;
}

/** Clinical rule 1.12 [P]. */
export const SBP: MeasuredLimits = { plausible: [50, 260], possible: [20, 350], whole: true };

/** [P] The source at hand has no limits for the diastolic but that it is below the systolic. */
export const DBP: MeasuredLimits = { plausible: [1, 349], possible: [1, 349], whole: true };

interface Standing {
  /** One part for the reading within a minute and one for that at three: both are needed, and a later one is neither. */
  readonly parts: readonly Measured[];
  /** The lowest of any reading; one reading's systolic and another's diastolic. */
  readonly lowestSbp: number | null;
  readonly lowestDbp: number | null;
  readonly flags: readonly string[];
}

/** What the standing readings come to. A reading that is no reading is left out and said. */
export function readingsOf(given: unknown): Standing {
  const list: readonly unknown[] = Array.isArray(given) ? given : [];
  const readings = list.flatMap((each) => readingOf(each) ?? []);
  const wrong = readings.length < list.length || (!Array.isArray(given) && !isNone(given));
  const reason = isNotAnswered(given) ? `${given}-standing` : wrong ? 'impossible-standing' : null;
  const part = (id: string, fits: (minute: number) => boolean): Measured => {
    const at = readings.filter(({ minute }) => fits(minute));
    const value = at.map(({ minute, sbp, dbp, posture }) => ({ minute, sbp, dbp, posture }));
    const none = at.length === 0 || wrong;
    return {
      id,
      value: none && isNotAnswered(given) ? given : value,
      number: none ? null : Math.min(...at.map(({ sbp }) => sbp)),
      flag: none && wrong ? `impossible-${id}` : null,
    };
  };
  return {
    parts: [
      part('standing-1-minute', (minute) => minute <= 1),
      part('standing-3-minutes', (minute) => minute >= 3 && minute < 4),
    ],
    lowestSbp: lowest(readings.map(({ sbp }) => sbp)),
    lowestDbp: lowest(readings.map(({ dbp }) => dbp)),
    flags: [
      ...(reason === null ? [] : [reason]),
      ...(readings.some(({ doubted }) => doubted) ? ['implausible-standing'] : []),
      ...(readings.some(({ posture }) => posture === 'sitting') ? ['sitting-not-standing'] : []),
      ...(readings.some(({ posture }) => posture === null) ? ['posture-not-stated'] : []),
    ],
  };
}

interface Reading {
  readonly minute: number;
  readonly sbp: number;
  readonly dbp: number;
  readonly posture: 'standing' | 'sitting' | null;
  readonly doubted: boolean;
}

function readingOf(given: unknown): Reading | null {
  const { minute, sbp, dbp, posture } = fieldsOf(given);
  const systolic = measured('sbp', sbp, SBP);
  const diastolic = measured('dbp', dbp, DBP).number;
  if (typeof minute !== 'number' || !Number.isFinite(minute) || minute < 0) return null;
  if (systolic.number === null || diastolic === null || diastolic >= systolic.number) return null;
  const stated = posture === 'standing' || posture === 'sitting' ? posture : null;
  return { minute, sbp: systolic.number, dbp: diastolic, posture: stated, doubted: systolic.flag !== null };
}

function isNone(given: unknown): boolean {
  return given === undefined || given === null || isNotAnswered(given);
}

function lowest(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.min(...values);
}
