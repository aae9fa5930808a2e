import { defineInstrument } from '../../instrument.ts';
import type { BandTable } from '../bands.ts';
import { withChosenBand, type ChosenBand } from '../chosen-bands.ts';
import type { Given } from '../not-answered.ts';
import { partOf, sumOfParts } from '../sum-of-parts.ts';
import { BARTHEL_LICENCE, BARTHEL_NOTICE, BARTHEL_PERMISSION, barthelItems } from './barthel-items.ts';

/** The points of each part, or the value of its option. */
export type BarthelInput = Readonly<
  Partial<
    Record<
      | 'feeding'
      | 'bathing'
      | 'grooming'
      | 'dressing'
      | 'bowels'
      | 'bladder'
      | 'toilet'
      | 'transfers'
      | 'mobility'
      | 'stairs',
      Given<number | string>
    >
  >
>;

const ITEMS = barthelItems(5);

/**
 * Scores the Barthel Index of 1965, 0 to 100. It refuses values of the Shah modification (2, 3, 8, 12). It never
 * converts to or from 0 to 20, because the wordings differ. It gives no band unless a place names its source [P].
 */
export function scoreBarthel100(input: BarthelInput, bands?: BandTable): ChosenBand {
  const sum = sumOfParts(barthel100, null, ITEMS.map(partOf), input);
  return withChosenBand(sum, bands);
}

export const barthel100 = defineInstrument({
  id: 'barthel-100',
  title: 'Barthel Index, 0 to 100',
  searchWords: ['function', 'adl', 'daily living', 'independence', 'mobility', 'washing', 'dressing'],
  version: '0-100',
  tier: 'A*',
  direction: 'lower-worse',
  range: [0, 100],
  unit: { kind: 'points' },
  source: {
    citation: 'Mahoney and Barthel 1965, Md State Med J 14:61-5.',
    owner: 'Maryland State Medical Society',
    url: 'https://pubmed.ncbi.nlm.nih.gov/14258950/',
    licence: BARTHEL_LICENCE,
    notice: BARTHEL_NOTICE,
  },
  permission: BARTHEL_PERMISSION,
  items: ITEMS,
  score: scoreBarthel100,
});
