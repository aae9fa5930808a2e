import type { DeficitRule } from '../../types.ts';
import { MOOD_CUTS } from '../mood-cuts.ts';
import { social } from '../sections/social.ts';
import { mind } from '../sections/mind.ts';
import { graded, known, scoreFrom, YES } from './deficit.ts';

export const mindDeficits: readonly DeficitRule[] = /* @__PURE__ */ (() => [
  ...graded(mind, {
    dementia: YES,
    distress: YES,
  }),
  ...graded(social, { lonely: { no: 0, sometimes: 0.5, often: 1 } }),
  scoreFrom('delirium', 'Possible delirium', '4at', 4),
  known('mood', 'Low mood', ({ score }) => {
    const known = Object.entries(MOOD_CUTS).flatMap(([instrument, from]) => {
      const total = score(instrument)?.total ?? null;
      return total === null ? [] : [total >= from];
    });
    return known.length === 0 ? null : known.includes(true);
  }),
])();
