import { defineInstrument } from '../../instrument.ts';
import type { CfsGroup, CfsWarning } from '../../resident/frailty.ts';
import type { ScoreResult } from '../../score.ts';

export interface CfsInput {
  /** The level that a clinician judged, of how the person was about two weeks before any acute illness. */
  readonly level?: number | null;
  /** The version of the scale that was used: "2.0", "1.2". */
  readonly version?: string | null;
  readonly ageYears?: number | null;
  readonly learningDisability?: boolean | null;
  readonly autism?: boolean | null;
  readonly stableDisability?: boolean | null;
  /** Acutely unwell when it was judged: the level may show the illness and not the person. */
  readonly acutelyUnwell?: boolean | null;
  readonly dementia?: DementiaSeverity | null;
}

export type DementiaSeverity = 'mild' | 'moderate' | 'severe' | 'very-severe';

export interface CfsResult extends ScoreResult<CfsGroup> {
  /** The same as `total`. */
  readonly level: number | null;
  /** The same as `band`: our own words for groups of levels. */
  readonly group: CfsGroup | null;
  readonly warnings: readonly CfsWarning[];
  /** The level that a dementia of this degree suggests. A hint beside the field, never an answer. */
  readonly suggested: number | null;
  readonly error?: 'level-1-to-9';
}

/** Our group labels; the level's own names and descriptions are Dalhousie University's and are not here. */
const GROUPS: Readonly<Record<number, CfsGroup>> = {
  1: 'no-frailty',
  2: 'no-frailty',
  3: 'no-frailty',
  4: 'very-mild',
  5: 'mild',
  6: 'moderate',
  7: 'severe',
  8: 'severe',
  9: 'terminal',
};

/** Rockwood and Theou 2020: the degree of frailty follows that of dementia. Never read backwards. */
const FROM_DEMENTIA: Readonly<Record<DementiaSeverity, number>> = {
  mild: 5,
  moderate: 6,
  severe: 7,
  'very-severe': 8,
};

/**
 * Takes a level that somebody judged. Total: any input has a result, and no level is ever made up or suggested back into
 * the answer. A warning never stops an entry; it stops the hint (NICE NG159, update: not validated under 65, nor for
 * stable long-term disability, learning disability or autism).
 */
export function enterCfs(input: CfsInput): CfsResult {
  const given: CfsInput = typeof input === 'object' && input !== null ? input : {};
  const entered = given.level ?? null;
  const group = (typeof entered === 'number' ? GROUPS[entered] : undefined) ?? null;
  const level = group === null ? null : entered;
  const warnings = warningsOf(given);
  const validated = !warnings.some((warning) => warning !== 'acutely-unwell');
  return {
    instrument: 'cfs',
    // Level 4 has another name in 1.2 than in 2.0, so an unknown version is said, not assumed.
    version:
      typeof given.version === 'string' && given.version !== '' ? `CFS-${given.version}` : 'not-stated',
    status: level !== null ? 'complete' : entered === null ? 'incomplete' : 'invalid',
    total: level,
    range: [1, 9],
    // Nine is another kind of category than eight, so "higher is worse" would be untrue.
    direction: 'none',
    band: group,
    items: { level: { value: entered, score: level } },
    missing: level === null ? ['level'] : [],
    flags: warnings,
    level,
    group,
    warnings,
    suggested: validated ? suggest(given.dementia) : null,
    ...(level === null && entered !== null ? { error: 'level-1-to-9' } : {}),
  };
}

export const cfs = defineInstrument({
  id: 'cfs',
  title: 'Clinical Frailty Scale',
  version: 'CFS-2.0',
  tier: 'B',
  direction: 'none',
  range: [1, 9],
  source: {
    citation: 'Rockwood and Theou 2020, Can Geriatr J 23(3):210-5 (version 2.0).',
    doi: '10.5770/cgj.23.463',
    licence:
      'Copyright Dalhousie University; each use of the scale needs its permission. Only a finished level is entered here.',
    notice: 'The level is judged with the scale itself, which its owner, Dalhousie University, provides.',
  },
  items: [
    {
      id: 'level',
      type: 'integer',
      text: 'Level, 1 to 9, as they were two weeks before any acute illness',
      limits: { min: 1, max: 9 },
    },
    { id: 'version', type: 'text', text: 'Version of the scale', maxLength: 20 },
  ],
  score: enterCfs,
});

function warningsOf(input: CfsInput): readonly CfsWarning[] {
  const { ageYears, learningDisability, autism, stableDisability, acutelyUnwell } = input;
  const warnings: CfsWarning[] = [];
  if (typeof ageYears === 'number' && ageYears < 65) warnings.push('not-validated-under-65');
  if (learningDisability === true || autism === true || stableDisability === true) {
    warnings.push('not-validated-disability');
  }
  if (acutelyUnwell === true) warnings.push('acutely-unwell');
  return warnings;
}

function suggest(dementia: unknown): number | null {
  return typeof dementia === 'string' && Object.hasOwn(FROM_DEMENTIA, dementia)
    ? FROM_DEMENTIA[dementia as DementiaSeverity]
    : null;
}
