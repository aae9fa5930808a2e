import { defineInstrument } from '../../instrument.ts';
import type { ScoreResult } from '../../score.ts';
import { assessedIn, type Assessed } from '../assessed.ts';
import type { BandTable } from '../bands.ts';
import { withChosenBand, type ChosenBand } from '../chosen-bands.ts';
import { measured, partsOf, type MeasuredLimits } from '../measured.ts';
import { fieldsOf, type Given } from '../not-answered.ts';

/** Counts over a list of deficits. An unknown deficit is not considered; that is not the same as absent. */
export interface FrailtyIndexInput extends Assessed {
  /** Deficits present; half a deficit counts 0.5. */
  readonly present?: Given<number>;
  /** Deficits that are known to be present or absent. */
  readonly considered?: Given<number>;
  /** Deficits on the list. */
  readonly total?: Given<number>;
}

export interface FrailtyIndexResult extends ScoreResult, ChosenBand {
  /** Shown beside the number: "from n of N deficits". */
  readonly from: { readonly considered: number; readonly of: number } | null;
  readonly reason?: 'too-few-deficits' | 'too-much-missing';
}

/** [P] From the usual advice on building an index: at least 30 deficits considered, at most a fifth unknown. */
export const FEWEST = 30;
export const MOST_UNKNOWN_IN = 5;

/** [P] No list of deficits is longer. */
const LONGEST = 500;

const LIMITS: MeasuredLimits = { plausible: [0, LONGEST], possible: [0, LONGEST] };

/**
 * Scores a frailty index: deficits present of those considered. Any input has a result. It is never an eFI, and has
 * a band only with a table that the place has chosen.
 */
export function scoreFrailtyIndex(input: FrailtyIndexInput, table?: BandTable): FrailtyIndexResult {
  const given = fieldsOf(input);
  const parts = [
    measured('present', given['present'], LIMITS),
    measured('considered', given['considered'], { ...LIMITS, whole: true }),
    measured('total', given['total'], { ...LIMITS, whole: true }),
  ];
  const { status, ...about } = partsOf(parts);
  const [present = null, considered = null, of = null] = parts.map(({ number }) => number);
  const doubt = contradictionOf(present, considered, of);
  const known =
    status === 'complete' && doubt === null && present !== null && considered !== null && of !== null;
  const reason = known ? shortfallOf(considered, of) : null;
  const total = known && reason === null ? present / considered : null;
  const result: ScoreResult = {
    instrument: 'frailty-index',
    version: 'deficits-30-of-80-percent',
    // A list with too many unknown deficits is not wrong, only unfinished.
    status: doubt !== null ? 'invalid' : reason !== null ? 'incomplete' : status,
    total,
    range: [0, 1],
    direction: 'higher-worse',
    band: null,
    ...assessedIn(given),
    ...about,
    flags: [...about.flags, ...(doubt === null ? [] : [doubt]), ...(reason === null ? [] : [reason])],
  };
  return {
    ...withChosenBand(result, table),
    from: known ? { considered, of } : null,
    ...(reason === null ? {} : { reason }),
  };
}

export const frailtyIndex = defineInstrument({
  id: 'frailty-index',
  title: 'Frailty index (deficits of a named list)',
  searchWords: ['frailty', 'frail', 'deficits', 'rockwood index', 'fi', 'share'],
  version: 'deficits-30-of-80-percent',
  tier: 'A',
  direction: 'higher-worse',
  range: [0, 1],
  unit: { kind: 'ratio' },
  source: {
    citation:
      'Searle 2008, for how an index is built; the limits of 30 and 20 % are a decision of this product.',
    doi: '10.1186/1471-2318-8-24',
    licence: 'Arithmetic only.',
    notice:
      'Not an eFI. It means something only with the name of its list and with how many deficits were considered.',
  },
  permission: { state: 'not-needed', because: 'Arithmetic is nobody’s.' },
  items: [
    count('present', 'decimal', 'Deficits present (half ones count 0.5)'),
    count('considered', 'integer', 'Deficits known, present or absent'),
    count('total', 'integer', 'Deficits on the list'),
  ],
  score: scoreFrailtyIndex,
});

function count<const Id extends string, const Type extends 'integer' | 'decimal'>(
  id: Id,
  type: Type,
  text: string,
) {
  return { id, type, text, limits: { min: 0, max: LONGEST } };
}

function contradictionOf(
  present: number | null,
  considered: number | null,
  of: number | null,
): string | null {
  if (present !== null && !Number.isInteger(present * 2)) return 'not-halves';
  if (present !== null && considered !== null && present > considered) return 'more-present-than-considered';
  return considered !== null && of !== null && considered > of ? 'more-considered-than-listed' : null;
}

function shortfallOf(considered: number, of: number): NonNullable<FrailtyIndexResult['reason']> | null {
  if (considered < FEWEST) return 'too-few-deficits';
  return (of - considered) * MOST_UNKNOWN_IN > of ? 'too-much-missing' : null;
}
