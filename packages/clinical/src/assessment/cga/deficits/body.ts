import { RAISED_BURDEN_FROM } from '../../../instruments/acb/acb.ts';
import { POLYPHARMACY_FROM } from '../../../instruments/polypharmacy/polypharmacy.ts';
import type { DeficitRule } from '../../types.ts';
import { LOSS_FROM_PERCENT, weightLosses } from '../weight-losses.ts';
import { fallsInAYear } from '../falls-in-a-year.ts';
import { fallsAndFeet } from '../sections/physical/falls.ts';
import { physical } from '../sections/physical.ts';
import { graded, binaryDeficit, scoreFrom, YES } from './deficit.ts';

const SENSE = { good: 0, reduced: 0.5, poor: 1 } as const;
const CONTINENCE = { full: 0, sometimes: 0.5, not: 1 } as const;

export const bodyDeficits: readonly DeficitRule[] = [
  binaryDeficit('weight-loss', 'Weight loss', (facts) => {
    const losses = weightLosses(facts);
    if (losses.some(({ percent }) => percent >= LOSS_FROM_PERCENT)) return true;
    // A month without loss says nothing of the two before.
    return losses.some(({ months }) => months >= 3) ? false : null;
  }),
  ...graded(physical, {
    intake: { usual: 0, less: 0.5, little: 1 },
    swallow: { good: 0, difficult: 1, risk: 1 },
    mouth: { good: 0, sore: 1, dentist: 1 },
    pain: YES,
    urine: { ...CONTINENCE, catheter: 1 },
    bowels: CONTINENCE,
    vision: SENSE,
    hearing: SENSE,
    sleep: { good: 0, broken: 0.5, poor: 1 },
    breath: { no: 0, effort: 0.5, rest: 1 },
    dizzy: YES,
    feet: { good: 0, care: 0.5, painful: 1, ulcer: 1 },
  }),
  ...graded(fallsAndFeet, { 'fall-fear': YES }),
  binaryDeficit('constipation', 'Hard stools', ({ score }) => {
    const group = score('bristol')?.band ?? null;
    return group === null ? null : group === 'hard';
  }),
  binaryDeficit('skin', 'Skin damage', ({ choices }) => {
    const chosen = choices('skin');
    return chosen.length === 0 ? null : !chosen.includes('none');
  }),
  {
    id: 'falls',
    label: 'Falls',
    value(facts) {
      const { count } = fallsInAYear(facts);
      return count === null ? null : Math.min(count, 2) / 2;
    },
  },
  binaryDeficit('orthostatic', 'Blood pressure falls on standing', ({ score }) => {
    const result = score('orthostatic-bp');
    return result !== null && 'positive' in result && typeof result.positive === 'boolean'
      ? result.positive
      : null;
  }),
  // Clegg 2016 for 5 medicines; acbcalc.com for 3.
  scoreFrom('medicines', 'Five or more regular medicines', 'polypharmacy', POLYPHARMACY_FROM),
  scoreFrom('anticholinergic', 'Anticholinergic burden', 'acb', RAISED_BURDEN_FROM),
];
