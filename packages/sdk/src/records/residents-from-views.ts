import type { ResidentSource, ResidentView } from '@ehch/clinical';
import { viewWithout } from '../client/view-without.ts';

/** Makes a source from views that the host page made, in plain JSON. It uses no server, worker or storage. */
export function residentsFromViews(views: readonly ResidentView[]): ResidentSource {
  const byResident = new Map(views.map((view) => [view.resident, view]));
  return {
    watch(resident, onView, signal) {
      if (signal.aborted) return;
      onView(byResident.get(resident) ?? viewWithout(resident, '', 'not-found', new Date().toISOString()));
    },
    async refresh() {
      // Plain JSON does not change, and there is no server to ask.
    },
  };
}
