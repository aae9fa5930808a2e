import { EhchError } from '@ehch/clinical';
import type { Clock } from '@ehch/clinical/time';
import { engineResidents, type EnginePort, type EngineResidents } from '@ehch/sdk/client';
import { serveEngine } from '@ehch/sdk/engine';
import { browser } from '../browser.ts';
import type { Configuration } from './configuration.ts';

/**
 * Runs the sdk's engine in memory only, behind the same plain-JSON port as in a page: in a worker of its own where
 * the browser has one for us (Firefox), else in this service worker, which can start none. There it gives way while it
 * reads, so that pages and panels are heard in between.
 */
export function ownEngine({ fhirBaseUrl, sourceLabel, place }: Configuration, clock: Clock): EngineResidents {
  return engineResidents({
    open: () => ('Worker' in globalThis ? inOwnWorker() : inServiceWorker()),
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

function inServiceWorker(): EnginePort {
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
}

function inOwnWorker(): EnginePort {
  const worker = new Worker(engineScript(), { type: 'module', name: 'ehch-engine' });
  return {
    endpoint: worker,
    lost: new Promise((resolve) => {
      worker.addEventListener('error', () => resolve());
      worker.addEventListener('messageerror', () => resolve());
    }),
    close: () => worker.terminate(),
  };
}

/** The part of Trusted Types that this file uses. Firefox has it since version 148. */
interface ScriptPolicies {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: () => string },
  ): { createScriptURL(url: string): unknown };
}

/** The policy of the extension starts a script only by a policy with this name, which knows one script. */
function engineScript(): string {
  const url = browser.runtime.getURL('engine.js');
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies };
  const policy = trustedTypes?.createPolicy('ehch-engine', { createScriptURL: () => url });
  // The type of `Worker` does not know trusted addresses, which it takes.
  return (policy?.createScriptURL('') as string | undefined) ?? url;
}
