import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** [P] Clinical rule 11.3: transfers, hoist, bed and chair, equipment. */
export const movingEquipment: ProblemRule = {
  id: 'moving-equipment',
  problem: 'Moving without the right equipment',
  raise: (facts) => {
    if (is(facts, 'equipment', 'missing')) return because('Equipment is missing', 'equipment');
    if (is(facts, 'transfers', 'hoist') && is(facts, 'hoist', 'none'))
      return because('Moves with a hoist, and none is named', 'transfers', 'hoist');
    return is(facts, 'bed-chair', 'bed|chair|both')
      ? because('Bed or chair is not right', 'bed-chair')
      : null;
  },
};
