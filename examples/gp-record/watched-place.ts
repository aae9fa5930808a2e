import type { PlaceConfiguration } from '@ehch/sdk';
import { placeFaultWords, watchPlace, type PlaceInForce } from '@ehch/sdk/place';

/** Where a page's place file comes from, and what becomes of it. */
export interface WatchedPlace {
  /** The path of the file on the demonstration's server. */
  readonly file: string;
  /** Names the page, because each keeps its own last good file. */
  readonly page: string;
  readonly clock: () => string;
  /** Hears of another place in force. */
  readonly changed: (place: PlaceConfiguration) => unknown;
}

/**
 * The place's file says what differs here: homes, services, the ladder. A fault names the line and what to do, and leaves the
 * last good file in force. While the page is open the file is asked for again: what is withdrawn is gone from the screen without
 * a reload.
 *
 * @returns the place in force at first. The watch ends with the page
 */
export async function watchedPlace({
  file,
  page,
  clock,
  changed,
}: WatchedPlace): Promise<PlaceConfiguration> {
  const kept = `${page}-place`;
  const left = new AbortController();
  addEventListener('pagehide', () => left.abort());
  const inForce = await watchPlace({
    fetchText: async () => {
      const answer = await fetch(file, { cache: 'no-cache' });
      if (!answer.ok) throw new Error(`The place file: ${answer.status}`);
      return answer.text();
    },
    keeper: {
      // A place's file names services and homes, and nobody who lives there.
      load: async () => localStorage.getItem(kept),
      save: async (text) => localStorage.setItem(kept, text),
    },
    clock,
    changed: (now) => {
      tellFaults(now);
      return now.place === null ? null : changed(now.place);
    },
    signal: left.signal,
  });
  tellFaults(inForce);
  if (inForce.place === null) throw new Error(inForce.faults.map(placeFaultWords).join('\n'));
  return inForce.place;
}

function tellFaults({ faults }: PlaceInForce): void {
  for (const fault of faults) console.info(placeFaultWords(fault));
}
