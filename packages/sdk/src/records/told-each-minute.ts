import type { PlaceConfiguration, ResidentView, StopSignal, WatchRequest } from '@ehch/clinical';
import { withGlance } from '@ehch/clinical/glance';
import type { Clock } from '@ehch/clinical/time';

/** Milliseconds between two tellings, because the glance counts the minutes that somebody waits. */
const TELL_EVERY_MS = 60_000;

/** What a glance needs beside the view. */
export interface TellingOptions {
  readonly clock: Clock;
  readonly place: PlaceConfiguration | null;
}

/** Gives a view that no engine keeps: once, or now and each minute with the glance that its reader asked for. */
export function giveTold(
  view: ResidentView,
  onView: (view: ResidentView) => void,
  signal: StopSignal,
  { since }: WatchRequest,
  { clock, place }: TellingOptions,
): void {
  // A page that worked the glance out itself knows its reader.
  if (since === undefined || view.glance !== undefined) return onView(view);
  const tell = () => onView(withGlance(view, { since, now: clock(), place }));
  const timer = setInterval(tell, TELL_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  tell();
}
