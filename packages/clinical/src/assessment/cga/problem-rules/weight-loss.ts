import type { ProblemRule } from '../../types.ts';
import { LOSS_FROM_PERCENT, weightLosses } from '../weight-losses.ts';
import { because } from './raised-by.ts';

/** See {@link LOSS_FROM_PERCENT}. Nothing is adjusted for fluid; it is said. */
export const weightLoss: ProblemRule = {
  id: 'weight-loss',
  problem: 'Weight loss',
  raise(facts) {
    const losses = weightLosses(facts).filter(({ percent }) => percent >= LOSS_FROM_PERCENT);
    if (losses.length === 0) return null;
    const words = losses
      .map(({ months, percent }) => `${Number(percent.toFixed(1))} % in ${months} m`)
      .join(', ');
    const fluid = facts.answer('bmi/oedema') === true ? ', with fluid at a weighing' : '';
    return because(facts, `${words}${fluid}`, 'bmi/kg', ...losses.map(({ item }) => item));
  },
};
