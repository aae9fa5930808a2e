import type { ProblemRule } from '../../types.ts';
import { because, raisedBy } from './raised-by.ts';

const MISSING = raisedBy('moving-equipment', 'Moving without the right equipment', {
  equipment: 'missing',
  'bed-chair': 'bed|chair|both',
});

/** [P] Clinical rule 11.3: transfers, hoist, bed and chair, equipment. */
export const movingEquipment: ProblemRule = {
  ...MISSING,
  raise(facts) {
    const hoistless = facts.answer('transfers') === 'hoist' && facts.answer('hoist') === 'none';
    return hoistless ? because(facts, '', 'transfers', 'hoist') : MISSING.raise(facts);
  },
};
