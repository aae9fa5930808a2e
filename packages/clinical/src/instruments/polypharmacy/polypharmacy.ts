import { defineInstrument } from '../../instrument.ts';
import type { ScoreResult } from '../../score.ts';
import { reachedIn, type Reached } from '../assessed.ts';
import { measured, partsOf } from '../measured.ts';
import { fieldsOf, textOf, type Given } from '../not-answered.ts';

/** A count that a person made, with what it counts. */
export interface PolypharmacyInput extends Reached {
  /** Regular medicines in use. */
  readonly count?: Given<number>;
  /** What was counted and left out, in words. A count without this does not compare with others. */
  readonly counted?: string | null;
}

export interface PolypharmacyResult extends ScoreResult<never> {
  /** Whether there are 5 or more regular medicines, a deficit of the first eFI. `null` if not counted. */
  readonly efiDeficit: boolean | null;
  /** Whether there are 10 or more, which suggests a structured medication review. `null` if not counted. */
  readonly tenPlus: boolean | null;
  readonly counted: string | null;
}

/** Clegg 2016. */
export const POLYPHARMACY_FROM = 5;

/** NHS England, structured medication reviews. */
export const MANY_MEDICINES_FROM = 10;

/** [P] Two digits, because a count has no highest number. */
const RANGE = [0, 99] as const;

/**
 * Compares a count of regular medicines with two thresholds. [P] It counts distinct active ingredients in use, without
 * creams, dressings and short courses; the lines of a medicine list are not such a count. Flag `counted-not-stated`.
 */
export function countsOf(input: PolypharmacyInput): PolypharmacyResult {
  const given = fieldsOf(input);
  const count = measured('count', given['count'], { possible: RANGE, plausible: RANGE, whole: true });
  const parts = partsOf([count]);
  const stated = textOf(given['counted']);
  return {
    instrument: 'polypharmacy',
    version: 'counts-5-10',
    ...parts,
    total: count.number,
    range: RANGE,
    direction: 'higher-worse',
    band: null,
    flags: stated === null && count.number !== null ? [...parts.flags, 'counted-not-stated'] : parts.flags,
    ...reachedIn(given, 'count'),
    efiDeficit: count.number === null ? null : count.number >= POLYPHARMACY_FROM,
    tenPlus: count.number === null ? null : count.number >= MANY_MEDICINES_FROM,
    counted: stated,
  };
}

export const polypharmacy = defineInstrument({
  id: 'polypharmacy',
  title: 'Regular medicines',
  searchWords: ['medicines', 'tablets', 'medication', 'drugs', 'count'],
  version: 'counts-5-10',
  tier: 'A',
  direction: 'higher-worse',
  range: RANGE,
  unit: { kind: 'count', of: 'medicines' },
  source: {
    citation:
      'Clegg 2016, Age Ageing 45(3):353-60 (5 or more); NHS England, structured medication reviews (10 or more).',
    doi: '10.1093/ageing/afw039',
    licence: 'Arithmetic only.',
    notice: 'A number is a reason to review, never a reason to stop a medicine.',
  },
  permission: { state: 'not-needed', because: 'A count and two thresholds.' },
  items: [
    {
      id: 'count',
      type: 'integer',
      text: 'Regular medicines in use',
      limits: { min: 0, max: 99 },
      fact: 'regular-medicine-count',
    },
    {
      id: 'counted',
      type: 'text',
      text: 'What was counted, what left out',
      maxLength: 200,
      fact: 'regular-medicine-counted',
    },
  ],
  score: countsOf,
});
