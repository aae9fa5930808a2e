import type { GroupSummary } from '@ehch/clinical/assessment';
import type { FormState, ItemKey, Offer } from '@ehch/clinical/form';
import type { GroupsLook } from '../form/look.ts';
import type { SessionView } from './session-view.ts';

/** Reckoned once for the same answers and offers: to see what can be taken over, each offer is tried. */
const known = new WeakMap<FormState, Map<ItemKey, Reckoned>>();

interface Reckoned {
  readonly offers: readonly Offer[];
  readonly summary: GroupSummary;
}

/** How the groups of an assessment stand. `undefined`: an instrument, an imported form, or one that cannot be changed. */
export function groupsLook({
  session,
  state,
  screen,
  template,
  own,
  locked,
}: SessionView): GroupsLook | undefined {
  if (template === null || own === null || locked !== null) return undefined;
  const { all } = session.offered;
  return {
    open: screen.openGroups,
    whyNot: screen.whyNotGroup,
    summary: (group) => {
      const before = known.get(state)?.get(group);
      if (before?.offers === all) return before.summary;
      const summary = own.groupSummary(state, group, all);
      known.set(
        state,
        (known.get(state) ?? new Map<ItemKey, Reckoned>()).set(group, { offers: all, summary }),
      );
      return summary;
    },
  };
}
