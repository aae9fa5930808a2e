import type { HomeMatters } from './home-matters.ts';
import type { StopSignal } from './stop-signal.ts';
import type { Instant, PartialDate } from '../time/types.ts';
import type { Looks } from '../thread/night/night-of.ts';
import type { ResidentId } from '../resident/identity.ts';
import type { SectionName } from '../resident/sections.ts';
import type { ResidentView } from '../resident/view.ts';

/** What a watcher wants beside the record itself. */
export interface WatchRequest {
  /**
   * When the reader last looked: the views then bring a glance. `null`: the source may know it, and else nobody does.
   * Without it, no glance is worked out.
   */
  readonly since?: PartialDate | null;
}

/**
 * The port from which components get residents: a fixture, a host page's own data, the engine in a worker, a message
 * port. It carries plain data only, so that it can cross any boundary.
 */
export interface ResidentSource {
  /**
   * Calls `onView` with the view of one resident now and at every change, until `signal` aborts.
   *
   * The first call may come at once. A source that cannot reach its data says so in the sections and does not throw.
   * Every view carries the `resident` that was asked for. One reader's watch may begin anew with another `since`, and it
   * does so before the former watch aborts.
   */
  watch(
    resident: ResidentId,
    onView: (view: ResidentView) => void,
    signal: StopSignal,
    asked?: WatchRequest,
  ): void;

  /** Asks again for one section, or for all. Settles when the requests have ended, whatever the outcome. */
  refresh(resident: ResidentId, section?: SectionName): Promise<void>;

  /**
   * Calls `onMatters` with the threads of the place's homes now and at every change, until `signal` aborts. `null`: they are
   * not known, as while the records are locked. Without this method a page lists the threads of one resident alone, and says so.
   */
  watchMatters?(onMatters: (matters: HomeMatters | null) => void, signal: StopSignal): void;

  /**
   * Who has looked at one resident's record since a moment, as the audit of the server has it. It rejects where the audit could not be
   * read, which is not "nobody". Without this method the night on one page says that the audit was not read.
   */
  lookedAt?(resident: ResidentId, since: Instant): Promise<Looks>;
}
