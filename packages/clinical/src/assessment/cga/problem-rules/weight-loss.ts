import type { ProblemRule } from '../../types.ts';
import { LOSS_FROM_PERCENT, weightLosses } from '../weight-losses.ts';
import { because } from './because.ts';

/** See {@link LOSS_FROM_PERCENT}. Nothing is adjusted for fluid; it is said. */
export const weightLoss: ProblemRule = {
  id: 'weight-loss',
  problem: 'Weight loss',
  raise(facts) {
    const losses = weightLosses(facts).filter(({ percent }) => percent >= LOSS_FROM_PERCENT);
    if (losses.length === 0) return null;
    const fluid = facts.answer('bmi/oedema') === true ? ', with fluid at a weighing' : '';
    const words = losses.map(({ months, percent }) => `${Number(percent.toFixed(1))} % in ${months} m`);
    return because(`Lost ${words.join(', ')}${fluid}`, 'bmi/kg', ...losses.map(({ item }) => item));
  },
};
