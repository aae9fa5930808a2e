import { reportCaught } from '@ehch/clinical/diagnostics';
import { londonDate, type Clock } from '@ehch/clinical/time';
import {
  heard,
  keepGood,
  placeInForce,
  textOrNull,
  type PlaceInForce,
  type PlaceKeeper,
} from './place-in-force.ts';

/** Where a place's file comes from, and who hears that another one is in force. */
export interface PlaceWatch {
  /** Asks for the file anew. A browser's cache must not answer: fetch with `cache: 'no-cache'`. */
  readonly fetchText: () => Promise<string>;
  readonly keeper: PlaceKeeper;
  readonly clock: Clock;
  /**
   * Hears of every later change of what is in force, or of what is to be said of the file. Where it throws, or rejects, it hears of the
   * same again at the next look.
   */
  readonly changed: (inForce: PlaceInForce) => unknown;
  /** Ends the watch. */
  readonly signal: AbortSignal;
}

/**
 * [P] How often an open page asks for the file. A withdrawal counts "at once", and the file is small. Whoever comes back to the
 * page does not wait for it.
 */
const EVERY_MS = 60_000;

/**
 * Takes a place's file into force as `openPlace` does, and goes on asking for it while the page is open: each minute, and
 * whenever somebody comes back to the page or the network does. A broken file, or none, leaves the last good one in force.
 *
 * @returns what is in force at first
 */
export async function watchPlace({
  fetchText,
  keeper,
  clock,
  changed,
  signal,
}: PlaceWatch): Promise<PlaceInForce> {
  // A keeper that fails must not take the place away from a page on which it was good once.
  let lastGood = await textOrNull(() => keeper.load());
  const look = async (): Promise<PlaceInForce> => {
    const offered = await textOrNull(fetchText);
    const inForce = placeInForce(offered, lastGood, { today: londonDate(clock()) });
    void keepGood(inForce, lastGood, keeper);
    lastGood = inForce.keep ?? lastGood;
    return inForce;
  };
  const first = await look();
  let told = JSON.stringify(first);
  whileOpen(signal, async () => {
    const inForce = await look();
    const now = JSON.stringify(inForce);
    if (signal.aborted || now === told) return;
    // A page that fails to take it, or never ends, hears of it again at the next look.
    await heard(async () => changed(inForce));
    told = now;
  });
  return first;
}

/** Looks each minute and whenever somebody comes back. Of several wishes to look during a look, one look follows. */
function whileOpen(signal: AbortSignal, look: () => Promise<void>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looks: 'none' | 'one' | 'and-again' = 'none';
  const again = async (): Promise<void> => {
    if (signal.aborted) return;
    clearTimeout(timer);
    if (looks !== 'none') {
      looks = 'and-again';
      return;
    }
    looks = 'one';
    // A listener of the page that throws must not end the watch.
    await look().catch((error: unknown) => reportCaught(error, 'sdk/place/watch'));
    const wanted = looks as 'one' | 'and-again';
    looks = 'none';
    if (wanted === 'and-again') return again();
    if (!signal.aborted) timer = setTimeout(() => void again(), EVERY_MS);
  };
  const wake = (): void => void again();
  const seen = (): void => {
    if (document.visibilityState === 'visible') wake();
  };
  document.addEventListener('visibilitychange', seen, { signal });
  for (const event of ['focus', 'online', 'pageshow']) addEventListener(event, wake, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  if (!signal.aborted) timer = setTimeout(wake, EVERY_MS);
}
