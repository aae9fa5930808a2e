import type { DeficitRule } from '../../types.ts';
import { CONDITIONS } from '../conditions.ts';
import { optionsOf } from '../sections/fields.ts';
import { known } from './deficit.ts';

/** Each condition of the list. Unticked in a list that was answered is absent [P]; an unanswered list is not known. */
export const conditionDeficits: readonly DeficitRule[] = /* @__PURE__ */ (() =>
  optionsOf(CONDITIONS)
    .slice(1, -1)
    .map(({ value, text }) =>
      known(value, text, ({ choices }) => {
        const chosen = choices('conditions');
        return chosen.length === 0 ? null : chosen.includes(value);
      }),
    ))();
