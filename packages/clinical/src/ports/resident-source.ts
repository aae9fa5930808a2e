import type { StopSignal } from './stop-signal.ts';
import type { ResidentId } from '../resident/identity.ts';
import type { ResidentView, SectionName } from '../resident/view.ts';

/**
 * Where components get residents from: a fixture, a vendor's own data, the engine in a worker, a message port.
 * The whole port is plain data, so that it can cross any boundary.
 */
export interface ResidentSource {
  /**
   * Gives the view of one resident now and whenever it changes, until `signal` aborts.
   *
   * The first call of `onView` may come at once. A source that cannot reach its data says so in the
   * sections; it does not throw. Every view it gives carries the `resident` that was asked for.
   */
  watch(resident: ResidentId, onView: (view: ResidentView) => void, signal: StopSignal): void;

  /** Asks again for one section, or for all. Settles when the asking is done, whatever the outcome. */
  refresh(resident: ResidentId, section?: SectionName): Promise<void>;
}
