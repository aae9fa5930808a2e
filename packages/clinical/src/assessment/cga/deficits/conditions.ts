import type { DeficitRule } from '../../types.ts';
import { CONDITIONS } from '../conditions.ts';
import { known } from './deficit.ts';

/** Each condition of the list. Unticked in a list that was answered is absent [P]; an unanswered list is not known. */
export const conditionDeficits: readonly DeficitRule[] = /* @__PURE__ */ Object.entries(CONDITIONS).map(
  ([condition, label]) =>
    known(condition, label, ({ choices }) => {
      const chosen = choices('conditions');
      return chosen.length === 0 ? null : chosen.includes(condition);
    }),
);
