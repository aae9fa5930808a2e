import type { Permission } from '../../permission.ts';
import type { PointsQuestion } from '../sum-of-parts.ts';

const ALONE = ['With help', 'Alone'];
const HELP = ['Not able', 'With help', 'Alone'];
const CONTROL = ['Not in control', 'Accidents at times', 'In control'];

/** The ten parts, in our own words, with their levels from the lowest up. */
const PARTS = [
  ['feeding', 'Eating', HELP],
  ['bathing', 'Bath or shower', ALONE],
  ['grooming', 'Looking after face, mouth and hair', ALONE],
  ['dressing', 'Dressing', HELP],
  ['bowels', 'Bowels', CONTROL],
  ['bladder', 'Bladder', CONTROL],
  ['toilet', 'Using the toilet', HELP],
  ['transfers', 'Moving between bed and chair', ['Not able', 'Much help', 'A little help', 'Alone']],
  [
    'mobility',
    'Moving about indoors',
    ['Does not', 'By wheelchair, alone', 'Walks with help', 'Walks alone'],
  ],
  ['stairs', 'Stairs', HELP],
] as const;

/**
 * The questions. Each level scores `step` points more than the one below: 5 in the scale of 1965, 1 in that of 1988.
 */
export function barthelItems(step: 1 | 5): readonly PointsQuestion[] {
  return PARTS.map(([id, text, levels]) => ({
    id,
    type: 'choice',
    text,
    options: levels.map((level, at) => ({ value: String(at * step), text: level, points: at * step })),
  }));
}

export const BARTHEL_LICENCE =
  'Copyright Maryland State Medical Society: free for non-commercial use with citation, to be confirmed for other use. ' +
  'Arithmetic and own labels only; the wording of the scale is not here.';

export const BARTHEL_NOTICE =
  'Mahoney FI, Barthel D. Functional evaluation: the Barthel Index. Maryland State Medical Journal 1965;14:61-65. ' +
  'Record what the person does, not what they could do.';

export const BARTHEL_PERMISSION: Permission = {
  state: 'unconfirmed',
  because: 'Free for non-commercial use with its citation. A vendor may sell this program.',
};
