import { FOUR_AT_BANDS } from '../../../instruments/4at/4at.ts';
import { lowestOf } from '../../../instruments/bands.ts';
import type { DeficitRule } from '../../types.ts';
import { moodScales } from '../mood-cuts.ts';
import { social } from '../sections/social.ts';
import { mind } from '../sections/mind.ts';
import { graded, binaryDeficit, scoreFrom, YES } from './deficit.ts';

export const mindDeficits: readonly DeficitRule[] = [
  ...graded(mind, {
    dementia: YES,
    distress: YES,
  }),
  ...graded(social, { lonely: { no: 0, sometimes: 0.5, often: 1 } }),
  scoreFrom('delirium', 'Possible delirium', '4at', lowestOf(FOUR_AT_BANDS, 'possible-delirium')),
  binaryDeficit('mood', 'Low mood', (facts) => {
    const answered = moodScales(facts).flatMap(([, positive]) => positive ?? []);
    return answered.length === 0 ? null : answered.includes(true);
  }),
];
