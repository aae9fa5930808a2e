import { defineInstrument } from '../../instrument.ts';
import { fieldsOf, textOf } from '../not-answered.ts';
import { enterTotal, entryQuestions, type TotalInput, type TotalResult } from '../total-entry.ts';

/** A finished total of anticholinergic burden, with the list that it comes from. */
export interface AcbInput extends TotalInput {
  /** The calculator or list that was used. Lists differ, and a medicine that a list leaves out counts as 0 in it. */
  readonly tool?: string | null;
}

export interface AcbResult extends TotalResult<'raised'> {
  /** `null` means not assessed, which is not 0. */
  readonly high: boolean | null;
  readonly tool: string | null;
}

/** acbcalc.com: 3 or more is raised. */
export const RAISED_BURDEN_FROM = 3;

/** [P] Two digits, because a sum over medicines has no highest total. */
const RANGE = [0, 99] as const;

/** Takes a finished total of anticholinergic burden. Flag `tool-not-stated`: totals of two lists do not compare. */
export function enterAcb(input: AcbInput): AcbResult {
  const result = enterTotal<'raised'>(
    { instrument: 'acb', range: RANGE, direction: 'higher-worse', bands: null },
    input,
  );
  const named = textOf(fieldsOf(input)['tool']);
  const high = result.total === null ? null : result.total >= RAISED_BURDEN_FROM;
  return {
    ...result,
    band: high === true ? 'raised' : null,
    flags: named === null && result.total !== null ? [...result.flags, 'tool-not-stated'] : result.flags,
    high,
    tool: named,
  };
}

export const acb = defineInstrument({
  id: 'acb',
  title: 'Anticholinergic burden total',
  searchWords: ['anticholinergic', 'burden', 'medicines', 'side effects'],
  version: 'acbcalc-3',
  tier: 'B',
  direction: 'higher-worse',
  range: RANGE,
  unit: { kind: 'points' },
  source: {
    citation: 'Threshold of 3 as on acbcalc.com.',
    url: 'https://www.acbcalc.com',
    owner: 'The owners of each list',
    licence:
      'The lists of medicines have no open licence and are not here. Only a finished total is entered.',
    notice: 'A medicine that a list leaves out counts as 0 in that list, which does not make it harmless.',
  },
  permission: {
    state: 'not-needed',
    because: 'A number and a threshold. The lists of medicines are not here.',
  },
  items: [
    { id: 'total', type: 'integer', text: 'Anticholinergic burden total', limits: { min: 0, max: 99 } },
    { id: 'tool', type: 'text', text: 'Calculator or list used', maxLength: 60 },
    ...entryQuestions('Version of the list', 'Worked out by (role)'),
  ],
  score: enterAcb,
});
