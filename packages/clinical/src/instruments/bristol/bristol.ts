import { defineInstrument } from '../../instrument.ts';
import type { ScoreResult } from '../../score.ts';
import { bandOf, type BandRows } from '../bands.ts';
import { assessedIn, type Assessed } from '../assessed.ts';
import { measured, partsOf } from '../measured.ts';
import { fieldsOf, type Given } from '../not-answered.ts';

/** Groups in our own words. None is a diagnosis: type 7 in a constipated person may be overflow. */
export type BristolGroup = 'hard' | 'typical' | 'soft' | 'loose';

/** One stool type. */
export interface BristolInput extends Assessed {
  /** 1 to 7, by number or as the option's value. */
  readonly type?: Given<number | string>;
}

/** Lewis and Heaton 1997: types 1 to 7, grouped as 1 and 2, 3 and 4, 5, 6 and 7. */
const GROUPS: BandRows<BristolGroup> = [
  [2, 'hard'],
  [4, 'typical'],
  [5, 'soft'],
  [7, 'loose'],
];

const LIMITS = { possible: [1, 7], plausible: [1, 7], whole: true } as const;

/** Groups a stool type. The number is a name, not an amount: a higher type is not worse. */
export function groupBristol(input: BristolInput): ScoreResult<BristolGroup> {
  const given = fieldsOf(input);
  const entered = given['type'];
  const chosen = typeof entered === 'string' && /^[1-7]$/.test(entered) ? Number(entered) : entered;
  const type = measured('type', chosen, LIMITS);
  return {
    instrument: 'bristol',
    version: 'Lewis-Heaton-1997',
    ...partsOf([type]),
    total: type.number,
    range: [1, 7],
    direction: 'none',
    band: bandOf(GROUPS, type.number),
    ...assessedIn(given),
  };
}

export const bristol = defineInstrument({
  id: 'bristol',
  title: 'Bristol stool type',
  searchWords: ['stool', 'bowels', 'poo', 'constipation', 'loose', 'faeces'],
  version: 'Lewis-Heaton-1997',
  tier: 'A',
  direction: 'none',
  range: [1, 7],
  unit: { kind: 'type' },
  source: {
    citation: 'Lewis and Heaton 1997, Scand J Gastroenterol 32:920-4.',
    owner: 'S J Lewis and K W Heaton',
    doi: '10.3109/00365529709011203',
    licence: 'Numbers and own labels only. The rights in the drawings are not confirmed, so there are none.',
    notice: 'A loose stool may be overflow in somebody who is constipated.',
  },
  permission: {
    state: 'not-needed',
    because: 'Numbers and labels of our own. The drawings and descriptions are not here.',
  },
  items: [
    {
      id: 'type',
      type: 'choice',
      text: 'Stool type, 1 to 7',
      // The options have no points, because a type is a name.
      options: [
        { value: '1', text: '1: hard' },
        { value: '2', text: '2: hard' },
        { value: '3', text: '3: typical' },
        { value: '4', text: '4: typical' },
        { value: '5', text: '5: soft' },
        { value: '6', text: '6: loose' },
        { value: '7', text: '7: loose' },
      ],
    },
  ],
  score: groupBristol,
});
