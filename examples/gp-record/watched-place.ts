import type { Ehch, EhchProvider, PlaceConfiguration } from '@ehch/sdk';
import { placeFaultWords, watchPlace, type PlaceInForce } from '@ehch/sdk/place';

/** Where a page's place file comes from, and who hears of it. */
export interface WatchedPlace {
  /** The path of the file on the demonstration's server. */
  readonly file: string;
  /** Names the page, because each keeps its own last good file. */
  readonly page: string;
  readonly clock: () => string;
  readonly provider: EhchProvider;
  /** The page's engine, which hears of a newer place. It is made from the first one, so it is asked for only then. */
  readonly engine: () => Pick<Ehch, 'placeChanged'>;
  /** What this page makes of the file. Left out: the file as it is. */
  readonly read?: (place: PlaceConfiguration) => PlaceConfiguration;
}

/**
 * The place's file says what differs here: homes, services, the ladder. A fault names the line and what to do, and
 * leaves the last good file in force. The page asks for the file again while it is open. What is withdrawn then goes
 * from the screen without a reload.
 *
 * @returns the place in force at first, which the provider has then. The watch ends with the page
 */
export async function watchedPlace({
  file,
  page,
  clock,
  provider,
  engine,
  read = (place) => place,
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
      if (now.place === null) return null;
      const place = read(now.place);
      provider.place = place;
      return engine().placeChanged(place);
    },
    signal: left.signal,
  });
  tellFaults(inForce);
  if (inForce.place === null) throw new Error(inForce.faults.map(placeFaultWords).join('\n'));
  const place = read(inForce.place);
  provider.place = place;
  return place;
}

function tellFaults({ faults }: PlaceInForce): void {
  for (const fault of faults) console.info(placeFaultWords(fault));
}
