import type { DeficitRule } from '../../types.ts';
import { CONDITIONS } from '../conditions.ts';
import { optionsOf } from '../sections/fields.ts';
import { binaryDeficit } from './deficit.ts';

/**
 * Each condition of the list. Ticked is there. Unticked is absent only where somebody says that the list is whole: a tick
 * says nothing of the other conditions, and an index that took it so would count as known what nobody looked for.
 */
export const conditionDeficits: readonly DeficitRule[] = optionsOf(CONDITIONS)
  .slice(1, -1)
  .map(({ value, text }) =>
    binaryDeficit(value, text, ({ answer, choices }) => {
      const chosen = choices('conditions');
      if (chosen.includes(value)) return true;
      return chosen.includes('none') || answer('conditions-all') === 'yes' ? false : null;
    }),
  );
