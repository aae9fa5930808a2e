import { EhchError } from '@ehch/clinical';
import type { Clock } from '@ehch/clinical/time';
import { engineResidents, type EngineResidents } from '@ehch/sdk/client';
import { serveEngine } from '@ehch/sdk/engine';
import type { Configuration } from './configuration.ts';

/** Runs the sdk's engine in this service worker, in memory only, behind the same plain-JSON port as in a page. */
export function ownEngine({ fhirBaseUrl, sourceLabel, place }: Configuration, clock: Clock): EngineResidents {
  return engineResidents({
    open() {
      const { port1, port2 } = new MessageChannel();
      // Nobody can sign in here yet, so nothing may lie on a disk that several people share.
      const end = serveEngine(port2, { inMemory: true });
      // The engine lives in this worker and ends with it, so the port cannot be lost.
      return {
        endpoint: port1,
        lost: new Promise<never>(() => {}),
        close() {
          port1.close();
          end();
        },
      };
    },
    configuration: {
      fhirBaseUrl,
      network: { by: 'engine', token: false },
      sourceLabel,
      place,
      // Milliseconds. Chrome ends a service worker whose `fetch` waits 30 seconds for a response, so we give up
      // earlier.
      deadlineMs: 25_000,
    },
    host: {
      getToken: () => Promise.resolve(null),
      request: () =>
        Promise.reject(
          new EhchError(
            'forbidden',
            'The vault does its own network. Configure the engine with `by: engine`.',
          ),
        ),
    },
    clock,
  });
}
