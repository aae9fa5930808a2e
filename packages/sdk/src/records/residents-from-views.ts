import { EhchError, type ResidentSource, type ResidentView } from '@ehch/clinical';
import { checkClock } from '../check-options.ts';
import { viewWithout } from '../client/view-without.ts';
import { deviceClock } from '../device-clock.ts';
import { checkedPlace } from '../place/checked-place.ts';
import { giveTold, type TellingOptions } from './told-each-minute.ts';

/** What a view without a glance is told by. */
export type ViewsOptions = { readonly [name in keyof TellingOptions]?: TellingOptions[name] | undefined };

/**
 * Makes a source from views that the host page made, in plain JSON. It uses no server, worker or storage.
 *
 * A view without a glance gets one for its reader, by the `clock` (the device's) and with the facts of the `place`.
 *
 * @throws EhchError `bad-argument` for what is no list of views or no place, and for a clock that gives no ISO instant
 */
export function residentsFromViews(
  views: readonly ResidentView[],
  { clock = deviceClock, ...given }: ViewsOptions = {},
): ResidentSource {
  if (!Array.isArray(views))
    throw new EhchError('bad-argument', 'Give the views as a list. One resident’s view is a list of one.');
  checkClock(clock);
  const place = given.place ? checkedPlace(given.place) : null;
  const byResident = new Map(views.map((view) => [view.resident, view]));
  return {
    watch(resident, onView, signal, asked = {}) {
      if (signal.aborted) return;
      const view = byResident.get(resident);
      if (view === undefined) return onView(viewWithout(resident, '', 'not-found', clock()));
      giveTold(view, onView, signal, asked, { clock, place });
    },
    async refresh() {
      // Plain JSON does not change, and there is no server to ask.
    },
  };
}
