import { defineInstrument } from '../../instrument.ts';
import type { BandTable } from '../bands.ts';
import type { BarthelInput } from '../barthel-100/barthel-100.ts';
import {
  BARTHEL_LICENCE,
  BARTHEL_NOTICE,
  BARTHEL_PERMISSION,
  barthelItems,
} from '../barthel-100/barthel-items.ts';
import { withChosenBand, type ChosenBand } from '../chosen-bands.ts';
import { partOf, sumOfParts } from '../sum-of-parts.ts';

const ITEMS = barthelItems(1);

/**
 * Scores the Barthel Index of 1988, 0 to 20. It never converts to or from 0 to 100, because the wordings differ. It
 * gives no band unless a place names its source [P].
 */
export function scoreBarthel20(input: BarthelInput, bands?: BandTable): ChosenBand {
  const sum = sumOfParts(barthel20, null, ITEMS.map(partOf), input);
  return withChosenBand(sum, bands);
}

export const barthel20 = defineInstrument({
  id: 'barthel-20',
  title: 'Barthel Index, 0 to 20',
  searchWords: ['function', 'adl', 'daily living', 'independence', 'mobility', 'washing', 'dressing'],
  version: '0-20',
  tier: 'A*',
  direction: 'lower-worse',
  range: [0, 20],
  unit: { kind: 'points' },
  source: {
    citation:
      'Collin 1988, Int Disabil Stud 10:61-3; after Mahoney and Barthel 1965, Md State Med J 14:61-5.',
    owner: 'Maryland State Medical Society',
    doi: '10.3109/09638288809164103',
    licence: BARTHEL_LICENCE,
    notice: BARTHEL_NOTICE,
  },
  permission: BARTHEL_PERMISSION,
  items: ITEMS,
  score: scoreBarthel20,
});
