import { defineInstrument } from '../../instrument.ts';
import type { CfsGroup, CfsWarning } from '../../resident/frailty.ts';
import type { ScoreResult } from '../../score.ts';
import type { PartialDate } from '../../time/types.ts';
import { dateIn, reachedIn, slipIn, type Reached } from '../assessed.ts';
import { bandOf, type BandRows } from '../bands.ts';
import { fieldsOf, isNotAnswered, textOf, type Given } from '../not-answered.ts';

/** A judged level, with the facts that limit its validity. */
export interface CfsInput extends Reached {
  /** The level that a clinician judged. It describes the person about two weeks before any acute illness. */
  readonly level?: Given<number>;
  /** The version of the scale that was used: "2.0", "1.2". */
  readonly version?: string | null;
  /** The day that the level describes: about two weeks before any acute illness. */
  readonly baselineOn?: PartialDate | null;
  /** The role, not the name, of the person who judged. */
  readonly assessor?: string | null;
  readonly ageYears?: number | null;
  /** Any of the next three, if one question asks for all of them. */
  readonly disability?: boolean | null;
  readonly learningDisability?: boolean | null;
  readonly autism?: boolean | null;
  readonly stableDisability?: boolean | null;
  /** Whether the person was acutely unwell when judged. The level may then describe the illness. */
  readonly acutelyUnwell?: boolean | null;
  readonly dementia?: DementiaSeverity | null;
}

export type DementiaSeverity = 'mild' | 'moderate' | 'severe' | 'very-severe';

/** A level with its warnings. It has no description, because the words belong to the owner of the scale. */
export interface CfsResult extends ScoreResult<CfsGroup> {
  /** The same as `total`. */
  readonly level: number | null;
  /** The same as `band`: the group of levels. */
  readonly group: CfsGroup | null;
  readonly warnings: readonly CfsWarning[];
  readonly baselineOn: PartialDate | null;
  readonly assessor: string | null;
  /**
   * The level that this degree of dementia suggests. It is a hint beside the field, never an answer. A hint is part
   * of the tool, so it is shown only if `mayScore` allows that.
   */
  readonly suggested: number | null;
  readonly error?: 'level-1-to-9';
}

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** [P] Neutral groups: the names and descriptions of the levels are Dalhousie University's and are not here. */
const GROUPS: BandRows<CfsGroup> = [
  [3, 'levels-1-to-3'],
  [6, 'levels-4-to-6'],
  [8, 'levels-7-and-8'],
  [9, 'own-category'],
];

/** Rockwood and Theou 2020: the degree of frailty follows that of dementia. The table is never read backwards. */
const FROM_DEMENTIA: Readonly<Record<DementiaSeverity, number>> = {
  mild: 5,
  moderate: 6,
  severe: 7,
  'very-severe': 8,
};

/**
 * Takes a level that a person judged. Any input has a result. It never makes a level up, and never puts the hint
 * into the answer. A warning does not stop an entry, but it stops the hint (NICE NG159, update: not validated under
 * 65, nor for stable long-term disability, learning disability or autism).
 */
export function enterCfs(input: CfsInput): CfsResult {
  const given = fieldsOf(input);
  const entered = given['level'] ?? null;
  const slip = slipIn(given, 'level');
  const possible = LEVELS.find((each) => each === entered) ?? null;
  const level = slip.length === 0 ? possible : null;
  const group = bandOf(GROUPS, level);
  const reason = isNotAnswered(entered) ? entered : null;
  const version = textOf(given['version']);
  const warnings = warningsOf(given);
  const validated = !warnings.some((warning) => warning !== 'acutely-unwell');
  return {
    instrument: 'cfs',
    // Level 4 has another name in 1.2 than in 2.0, so an unknown version is stated and never assumed.
    version: version === null ? 'not-stated' : `CFS-${version}`,
    status:
      level !== null
        ? 'complete'
        : slip.length === 0 && (entered === null || reason !== null)
          ? 'incomplete'
          : 'invalid',
    total: level,
    range: [1, 9],
    // Level nine is a category of its own, so "higher is worse" would be untrue.
    direction: 'none',
    band: group,
    items: { level: { value: entered, score: level } },
    missing: level === null ? ['level'] : [],
    flags: [...warnings, ...(reason === null ? [] : [`${reason}-level`]), ...slip],
    ...reachedIn(given, 'level'),
    level,
    group,
    warnings,
    baselineOn: dateIn(given['baselineOn']),
    assessor: textOf(given['assessor']),
    suggested: validated ? suggest(given['dementia']) : null,
    ...(possible === null && entered !== null && reason === null ? { error: 'level-1-to-9' } : {}),
  };
}

export const cfs = defineInstrument({
  id: 'cfs',
  title: 'Clinical Frailty Scale',
  searchWords: ['rockwood', 'cfs', 'fitness', 'frailty', 'frail', 'clinical frailty'],
  version: 'CFS-2.0',
  tier: 'B',
  direction: 'none',
  range: [1, 9],
  unit: { kind: 'level' },
  source: {
    citation: 'Rockwood and Theou 2020, Can Geriatr J 23(3):210-5 (version 2.0).',
    doi: '10.5770/cgj.23.463',
    owner: 'Dalhousie University',
    licence:
      'Copyright Dalhousie University; each use of the scale needs its permission. Only a finished level is entered here.',
    notice: 'The level is judged with the scale itself, which its owner, Dalhousie University, provides.',
  },
  permission: {
    state: 'unconfirmed',
    because: 'Each use of the scale needs a request, and who adds it to a record system a licence.',
  },
  items: [
    {
      id: 'level',
      type: 'integer',
      text: 'Level, 1 to 9, as they were two weeks before any acute illness',
      limits: { min: 1, max: 9 },
      fact: 'cfs-level',
    },
    {
      id: 'baselineOn',
      type: 'date',
      text: 'Day that the level describes (baseline)',
      past: true,
      optional: true,
    },
    { id: 'acutelyUnwell', type: 'boolean', text: 'Acutely unwell when it was judged' },
    {
      // No code in a record proves this, so the form asks (NICE NG159, update). A recorded fact still warns beside it.
      id: 'disability',
      type: 'boolean',
      text: 'Learning disability, autism or a stable long-term disability',
    },
    {
      id: 'on',
      type: 'date',
      text: 'Judged on, if on another day',
      past: true,
      optional: true,
      dayOf: ['level'],
      fact: 'cfs-date',
    },
    {
      id: 'version',
      text: 'Version of the scale',
      maxLength: 20,
      // Levels 2 and 4 have other names in the older version.
      type: 'open-choice',
      options: [
        { value: '2.0', text: '2.0' },
        { value: '1.2', text: '1.2' },
      ],
      fact: 'cfs-version',
    },
    { id: 'assessor', type: 'text', text: 'Judged by (role)', maxLength: 40, optional: true },
  ],
  score: enterCfs,
});

function warningsOf(given: Readonly<Record<string, unknown>>): readonly CfsWarning[] {
  const { ageYears, disability, learningDisability, autism, stableDisability, acutelyUnwell } = given;
  const warnings: CfsWarning[] = [];
  if (typeof ageYears === 'number' && ageYears < 65) warnings.push('not-validated-under-65');
  if ([disability, learningDisability, autism, stableDisability].includes(true)) {
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
