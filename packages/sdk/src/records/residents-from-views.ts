import type { ResidentSource, ResidentView } from '@ehch/clinical';
import { viewWithout } from '../client/view-without.ts';

/** Residents from plain JSON: views that the embedder made. No server, no worker, no storage. */
export function residentsFromViews(views: readonly ResidentView[]): ResidentSource {
  const byResident = new Map(views.map((view) => [view.resident, view]));
  return {
    watch(resident, onView, signal) {
      if (signal.aborted) return;
      onView(byResident.get(resident) ?? viewWithout(resident, '', 'not-found', new Date().toISOString()));
    },
    async refresh() {
      // Plain JSON does not change: there is nobody to ask.
    },
  };
}
