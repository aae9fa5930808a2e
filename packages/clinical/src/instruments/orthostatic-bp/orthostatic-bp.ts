import { defineInstrument } from '../../instrument.ts';
import type { ScoreResult } from '../../score.ts';
import { assessedIn, type Assessed } from '../assessed.ts';
import { measured, partsOf, type Measured } from '../measured.ts';
import { fieldsOf, whyNot, type Given } from '../not-answered.ts';
import { ORTHOSTATIC_ITEMS } from './orthostatic-items.ts';
import { DBP, readingsOf, SBP, type StandingReading } from './standing-readings.ts';

/** Blood pressures lying and standing, in mmHg. */
export interface OrthostaticInput extends Assessed {
  /** After lying for 5 minutes, in whole mmHg. */
  readonly lyingSbp?: Given<number>;
  readonly lyingDbp?: Given<number>;
  /** Within 1 minute of standing, at 3 minutes, and later while it still falls. */
  readonly standing?: Given<readonly StandingReading[]>;
  /** Whether standing causes dizziness or similar symptoms. */
  readonly symptoms?: Given<boolean | 'yes' | 'no'>;
}

type OrthostaticReason =
  | 'sbp-drop-20'
  | 'standing-sbp-under-90'
  | 'dbp-drop-10-with-symptoms'
  /**
   * Reported, but not a positive result. [P] Our rule counts it only with symptoms; the consensus definition also
   * without.
   */
  | 'dbp-drop-10-no-symptoms';

export interface OrthostaticResult extends ScoreResult<'positive' | 'negative'> {
  /** `true` as soon as one rule is met, even with missing readings. `false` only once all readings are recorded. */
  readonly positive: boolean | null;
  /** The lying minus the lowest standing reading, in mmHg; negative for a rise. The same as `total` if complete. */
  readonly sbpDrop: number | null;
  readonly dbpDrop: number | null;
  readonly reasons: readonly OrthostaticReason[];
}

const RANGE = [-330, 330] as const;

/**
 * The fall of blood pressure on standing, by the worst standing reading. It is positive with a systolic fall of 20
 * or more, a fall to below 90, or a diastolic fall of 10 or more with symptoms (RCP guide; the last two await a
 * clinician's check).
 *
 * Flags: `sitting-not-standing`, `posture-not-stated`, `standing-under-90` (at any fall), `impossible-standing`.
 */
export function orthostaticBpOf(input: OrthostaticInput): OrthostaticResult {
  const given = fieldsOf(input);
  const lyingSbp = measured('lyingSbp', given['lyingSbp'], SBP);
  const lyingDbp = under(measured('lyingDbp', given['lyingDbp'], DBP), lyingSbp.number);
  const standing = readingsOf(given['standing']);
  const symptoms = symptomsOf(given['symptoms']);
  const parts = partsOf([lyingSbp, lyingDbp, ...standing.parts, symptoms]);
  const sbpDrop = fall(lyingSbp.number, standing.lowestSbp);
  const dbpDrop = fall(lyingDbp.number, standing.lowestDbp);
  const under90 = standing.lowestSbp !== null && standing.lowestSbp < 90;
  const reasons: OrthostaticReason[] = [];
  if (sbpDrop !== null && sbpDrop >= 20) reasons.push('sbp-drop-20');
  if (under90 && sbpDrop !== null && sbpDrop > 0) reasons.push('standing-sbp-under-90');
  if (dbpDrop !== null && dbpDrop >= 10 && symptoms.number === 1) reasons.push('dbp-drop-10-with-symptoms');
  // It does not make the result positive, but a negative result must mention it.
  if (dbpDrop !== null && dbpDrop >= 10 && symptoms.number === 0) reasons.push('dbp-drop-10-no-symptoms');
  const complete = parts.status === 'complete';
  const counts = reasons.some((reason) => reason !== 'dbp-drop-10-no-symptoms');
  const positive = counts ? true : complete ? false : null;
  return {
    instrument: 'orthostatic-bp',
    version: 'RCP-lying-standing-1',
    ...parts,
    total: complete ? sbpDrop : null,
    range: RANGE,
    direction: 'higher-worse',
    band: complete ? (positive === true ? 'positive' : 'negative') : null,
    flags: [...parts.flags, ...standing.flags, ...(under90 ? ['standing-under-90'] : [])],
    ...assessedIn(given),
    positive,
    sbpDrop,
    dbpDrop,
    reasons,
  };
}

export const orthostaticBp = defineInstrument({
  id: 'orthostatic-bp',
  title: 'Lying and standing blood pressure',
  searchWords: ['postural', 'standing', 'lying', 'dizzy', 'falls', 'bp', 'blood pressure', 'drop'],
  version: 'RCP-lying-standing-1',
  tier: 'A',
  direction: 'higher-worse',
  range: RANGE,
  unit: { kind: 'measure', text: 'mmHg', code: 'mm[Hg]' },
  source: {
    citation:
      'O’Riordan 2017, Nurs Older People e961; RCP guide to lying and standing blood pressure. Rule used: a diastolic ' +
      'fall of 10 counts with symptoms; others count it without (Gilani 2021, BMJ 373:n922).',
    owner: 'Royal College of Physicians',
    licence: 'Arithmetic and own labels only.',
    notice: 'A negative result does not explain a fall away.',
  },
  permission: {
    state: 'not-needed',
    because: 'Readings, a subtraction and published cuts, under labels of our own.',
  },
  items: ORTHOSTATIC_ITEMS,
  score: orthostaticBpOf,
});

/** [P] A diastolic pressure that is not below its systolic is a slip. */
function under(diastolic: Measured, systolic: number | null): Measured {
  const wrong = diastolic.number !== null && systolic !== null && diastolic.number >= systolic;
  return wrong ? { ...diastolic, number: null, flag: `impossible-${diastolic.id}` } : diastolic;
}

function fall(lying: number | null, standing: number | null): number | null {
  return lying === null || standing === null ? null : lying - standing;
}

function symptomsOf(value: unknown): Measured {
  if (value === true || value === 'yes') return { id: 'symptoms', value, number: 1, flag: null };
  if (value === false || value === 'no') return { id: 'symptoms', value, number: 0, flag: null };
  return { id: 'symptoms', value: value ?? null, number: null, flag: whyNot('symptoms', value) };
}
