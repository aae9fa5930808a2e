import { measured, type Measured, type MeasuredLimits } from '../measured.ts';
import { fieldsOf, isNotAnswered, isOpen, type Given } from '../not-answered.ts';

/** One reading after getting up. */
export interface StandingReading {
  /** Minutes since the person stood up. */
  readonly minute?: Given<number>;
  readonly sbp?: Given<number>;
  readonly dbp?: Given<number>;
  /** Sitting, for a person who cannot stand. It is recorded as such, because it shows a smaller fall. */
  readonly posture?: 'standing' | 'sitting' | null;
}

/** Clinical rule 1.12 [P]. */
export const SBP: MeasuredLimits = { plausible: [50, 260], possible: [20, 350], whole: true };

/** [P] Our source limits the diastolic only to be below the systolic. */
export const DBP: MeasuredLimits = { plausible: [1, 349], possible: [1, 349], whole: true };

/** [P] Nobody is watched for longer than this. */
const MINUTE: MeasuredLimits = { plausible: [0, 30], possible: [0, 30] };

interface Standing {
  /**
   * One part for the reading within 1 minute and one for that at 3 minutes. Both are needed; a later one is neither.
   */
  readonly parts: readonly Measured[];
  /** The lowest of all readings. Systolic and diastolic may come from different readings. */
  readonly lowestSbp: number | null;
  readonly lowestDbp: number | null;
  readonly flags: readonly string[];
}

/**
 * Summarises the standing readings. An impossible reading is left out, with a flag. Half a reading counts for its
 * value, but does not complete its part.
 */
export function readingsOf(given: unknown): Standing {
  const list: readonly unknown[] = Array.isArray(given) ? given : [];
  const readings = list.flatMap((each) => readingOf(each) ?? []);
  const wrong = readings.length < list.length || (!Array.isArray(given) && !isOpen(given));
  const reason = isNotAnswered(given) ? `${given}-standing` : wrong ? 'impossible-standing' : null;
  const part = (id: string, fits: (minute: number) => boolean): Measured => {
    const at = readings.filter(({ minute }) => minute !== null && fits(minute));
    const whole = !wrong && at.some(({ sbp, dbp }) => sbp !== null && dbp !== null);
    return {
      id,
      value: isNotAnswered(given)
        ? given
        : at.map(({ minute, sbp, dbp, posture }) => ({ minute, sbp, dbp, posture })),
      number: whole ? lowest(at.map(({ sbp }) => sbp)) : null,
      flag: wrong ? `impossible-${id}` : null,
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
  readonly minute: number | null;
  readonly sbp: number | null;
  readonly dbp: number | null;
  readonly posture: 'standing' | 'sitting' | null;
  readonly doubted: boolean;
}

/** One reading; `null` if one of its values is impossible. */
function readingOf(given: unknown): Reading | null {
  const fields = fieldsOf(given);
  const minute = measured('minute', fields['minute'], MINUTE);
  const sbp = measured('sbp', fields['sbp'], SBP);
  const dbp = measured('dbp', fields['dbp'], DBP);
  if ([minute, sbp, dbp].some(({ id, flag }) => flag === `impossible-${id}`)) return null;
  if (sbp.number !== null && dbp.number !== null && dbp.number >= sbp.number) return null;
  const posture = fields['posture'];
  return {
    minute: minute.number,
    sbp: sbp.number,
    dbp: dbp.number,
    posture: posture === 'standing' || posture === 'sitting' ? posture : null,
    doubted: sbp.flag === 'implausible-sbp',
  };
}

function lowest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
}
