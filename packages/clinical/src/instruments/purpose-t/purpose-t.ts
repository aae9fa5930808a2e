import { defineInstrument } from '../../instrument.ts';
import type { ScoreResult } from '../../score.ts';
import { reachedIn, slipIn, type Reached } from '../assessed.ts';
import { fieldsOf, textOf, whyNot, type Given } from '../not-answered.ts';
import { entryQuestions } from '../total-entry.ts';

type PurposeTPathway = 'red' | 'amber' | 'green';

export interface PurposeTInput extends Reached {
  readonly pathway?: Given<PurposeTPathway>;
  /** The version printed on the tool that was used. It is never assumed. */
  readonly version?: string | null;
  /** The role, not the name, of the assessor. */
  readonly assessor?: string | null;
}

export interface PurposeTResult extends ScoreResult<PurposeTPathway> {
  readonly assessor: string | null;
}

const PATHWAYS: readonly PurposeTPathway[] = ['red', 'amber', 'green'];

/** Takes the pathway that a person reached with PURPOSE-T. PURPOSE-T has no total, and we make none. */
export function enterPurposeT(input: PurposeTInput): PurposeTResult {
  const given = fieldsOf(input);
  const { pathway: entered, version, assessor } = given;
  const slip = slipIn(given, 'pathway');
  const possible = PATHWAYS.find((each) => each === entered) ?? null;
  const pathway = slip.length === 0 ? possible : null;
  const why = possible === null ? whyNot('pathway', entered) : null;
  return {
    instrument: 'purpose-t',
    version: textOf(version) ?? 'not-stated',
    status:
      pathway !== null
        ? 'complete'
        : why === 'impossible-pathway' || slip.length > 0
          ? 'invalid'
          : 'incomplete',
    total: null,
    range: null,
    direction: 'none',
    band: pathway,
    items: { pathway: { value: entered ?? null, score: null } },
    missing: pathway === null ? ['pathway'] : [],
    flags: [...(why === null ? [] : [why]), ...slip],
    ...reachedIn(given, 'pathway'),
    assessor: textOf(assessor),
  };
}

export const purposeT = defineInstrument({
  id: 'purpose-t',
  title: 'PURPOSE-T pathway',
  searchWords: ['skin', 'pressure', 'ulcer', 'sore', 'wound'],
  version: 'not-stated',
  tier: 'B',
  direction: 'none',
  range: null,
  unit: { kind: 'words' },
  source: {
    citation: 'PURPOSE-T, University of Leeds.',
    url: 'https://xforms.leeds.ac.uk/forms/form/465/en/accessing_purpose_t_and_pupps_resources',
    owner: 'University of Leeds',
    licence:
      'Needs the University’s form: free for clinical and academic use, not for publication, a fee for industry. ' +
      'Only a pathway is entered here.',
    notice: 'The pathway is reached with PURPOSE-T itself. It has no total.',
  },
  permission: {
    state: 'needed-by-user',
    because: 'Only a pathway is entered. Who uses PURPOSE-T needs the University’s form.',
  },
  items: [
    {
      id: 'pathway',
      type: 'choice',
      text: 'Pathway reached',
      options: [
        { value: 'red', text: 'Red' },
        { value: 'amber', text: 'Amber' },
        { value: 'green', text: 'Green' },
      ],
    },
    ...entryQuestions('Version of the tool', undefined, 'pathway'),
  ],
  score: enterPurposeT,
});
