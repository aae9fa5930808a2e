import type { ResidentSource, ResidentView } from '@ehch/clinical';
import { viewWithout } from '../client/view-without.ts';
import { deviceClock } from '../device-clock.ts';
import { giveTold, type TellingOptions } from './told-each-minute.ts';

/**
 * Makes a source from views that the host page made, in plain JSON. It uses no server, worker or storage.
 *
 * A view without a glance gets one for its reader, by the `clock` (the device's) and with the facts of the `place`.
 */
export function residentsFromViews(
  views: readonly ResidentView[],
  { clock = deviceClock, place = null }: Partial<TellingOptions> = {},
): ResidentSource {
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
