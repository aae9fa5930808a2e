import { defineInstrument } from '../../instrument.ts';
import type { ScoreResult } from '../../score.ts';
import { reachedIn, type Reached } from '../assessed.ts';
import { fieldsOf, isOpen, whyNot, type Given } from '../not-answered.ts';
import { bandOfFraction, countBehind, DECIMALS_QUESTION, DEFICITS, type EfiBand } from './efi-band.ts';

export interface EfiResult extends ScoreResult<EfiBand> {
  /** 0 to 1; the same as `total`. */
  readonly score: number | null;
  /** The count of 36; `null` if several counts print as the entered score. */
  readonly deficits: number | null;
  /** Whether the score came rounded and the rounding decides the band. Shown as "rounded source". */
  readonly ambiguous: boolean;
}

/** A count of deficits, or a printed score. */
export interface EfiInput extends Reached {
  /** Deficits present, 0 to 36. */
  readonly deficits?: Given<number>;
  /** A score between 0 and 1 as another system printed it. Used if there is no count. */
  readonly score?: Given<number>;
  /** The number of printed decimals. If absent, or fewer than the number's own digits, its own digits count. */
  readonly decimals?: Given<number>;
}

/** The band of a count of the 36 deficits. Anything but a whole number from 0 to 36 is `invalid`. */
export function bandEfiCount(deficits: EfiInput['deficits']): EfiResult {
  if (isOpen(deficits)) return result('incomplete', null, 'deficits', deficits);
  if (!Number.isInteger(deficits) || deficits < 0 || deficits > DEFICITS)
    return result('invalid', null, 'deficits', deficits);
  const score = deficits / DEFICITS;
  return { ...result('complete', score, 'deficits', deficits), band: bandOfFraction(score), deficits };
}

/**
 * The band of a typed or imported score. It first finds the count of 36 that prints like this: a printed 0.36 can
 * only be 13 deficits, which is severe. If counts in different bands print as the same number, there is no band.
 *
 * Only for the first eFI. The same number means something else in eFI2.
 */
export function bandEfiScore({ score, decimals }: Pick<EfiInput, 'score' | 'decimals'>): EfiResult {
  if (isOpen(score)) return result('incomplete', null, 'score', score);
  if (typeof score !== 'number' || !(score >= 0 && score <= 1))
    return result('invalid', null, 'score', score);
  const { counts, exact } = countBehind(score, typeof decimals === 'number' ? decimals : 0);
  const bands = new Set(counts.map((count) => bandOfFraction(count / DEFICITS)));
  const band = bands.size === 1 ? ([...bands][0] ?? null) : null;
  const ambiguous = band !== bandOfFraction(score);
  const flags = [...(ambiguous ? ['rounded-source'] : []), ...(exact ? [] : ['not-a-36th'])];
  const deficits = exact && counts.length === 1 ? (counts[0] ?? null) : null;
  return { ...result('complete', score, 'score', score), band, deficits, ambiguous, flags };
}

export const efi = defineInstrument({
  id: 'efi',
  title: 'Electronic Frailty Index (eFI)',
  searchWords: ['frailty', 'frail', 'electronic', 'gp record', 'record', 'deficits'],
  version: 'Clegg-2016',
  tier: 'A',
  direction: 'higher-worse',
  range: [0, 1],
  unit: { kind: 'ratio' },
  source: {
    citation: 'Clegg 2016, Age Ageing 45(3):353-60.',
    doi: '10.1093/ageing/afw039',
    owner: 'A Clegg and others',
    licence: 'Arithmetic only. The code lists behind the deficits are licensed and not here.',
    notice: 'A high eFI is a reason to look, not a diagnosis; a clinician confirms frailty.',
  },
  permission: {
    state: 'not-needed',
    because: 'A count, a fraction and its cuts. The code lists are not here.',
  },
  items: [
    {
      id: 'deficits',
      type: 'integer',
      text: 'Deficits present, of 36',
      limits: { min: 0, max: DEFICITS },
      fact: 'efi-deficits',
    },
    {
      id: 'score',
      type: 'decimal',
      text: 'Or the score as printed',
      limits: { min: 0, max: 1 },
      fact: 'efi-score',
    },
    DECIMALS_QUESTION,
  ],
  score(input: EfiInput): EfiResult {
    const given: EfiInput = fieldsOf(input);
    // A user without a count may still have the printed score. With neither, the count is missing.
    const counts = !isOpen(given.deficits) || isOpen(given.score);
    return {
      ...(counts ? bandEfiCount(given.deficits) : bandEfiScore(given)),
      ...reachedIn(fieldsOf(input), counts ? 'deficits' : 'score'),
    };
  },
});

function result(
  status: EfiResult['status'],
  total: number | null,
  part: 'deficits' | 'score',
  value: unknown,
): EfiResult {
  const flag = whyNot(part, value);
  return {
    instrument: 'efi',
    version: 'Clegg-2016',
    status,
    total,
    range: [0, 1],
    direction: 'higher-worse',
    band: null,
    items: { [part]: { value: value ?? null, score: total } },
    missing: status === 'complete' ? [] : [part],
    flags: status === 'complete' || flag === null ? [] : [flag],
    score: total,
    deficits: null,
    ambiguous: false,
  };
}
