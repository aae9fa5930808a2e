import { EhchError } from '@ehch/clinical';
import type { Clock } from '@ehch/clinical/time';
import {
  engineClient,
  engineResidents,
  type EngineClient,
  type EnginePort,
  type EngineResidents,
  type HostSurface,
  type SignedIn,
} from '@ehch/sdk/client';
import { serveEngine } from '@ehch/sdk/engine';
import { browser } from '../browser.ts';
import type { Configuration } from './configuration.ts';
import { SEALED_ENGINE } from './sealed-engine.ts';

/** The session in which an engine works. Without one nobody is signed in, and everything is in memory. */
export interface EngineSession {
  readonly user: SignedIn;
  readonly host: HostSurface;
}

/** The sdk's engine, and the same as a source of residents. */
export interface OwnEngine {
  readonly residents: EngineResidents;
  /** What only a signed-in person's engine can do. */
  readonly client: EngineClient | null;
}

/** Milliseconds. Chrome ends a service worker whose `fetch` waits 30 seconds for a response, so we give up earlier. */
const DEADLINE_MS = 25_000;

/**
 * Runs the sdk's engine behind the same plain-JSON port as in a page: in a worker of its own where the browser has one
 * for us (Firefox), else in this service worker, which can start none. There it gives way while it reads, so that pages
 * and panels are heard in between.
 */
export function ownEngine(
  { fhirBaseUrl, sourceLabel, place }: Configuration,
  clock: Clock,
  session: EngineSession | null,
): OwnEngine {
  const isSealed = session !== null;
  const options = {
    open: () => ('Worker' in globalThis ? inOwnWorker(isSealed) : inServiceWorker(isSealed)),
    configuration: { fhirBaseUrl, sourceLabel, place, deadlineMs: DEADLINE_MS },
    clock,
  };
  if (session === null) {
    const network = { by: 'engine', token: false } as const;
    const configuration = { ...options.configuration, network };
    return { client: null, residents: engineResidents({ ...options, configuration, host: NOBODY }) };
  }
  const client = engineClient({
    ...options,
    // The vault runs each request itself: the token never leaves it, and it hears each answer.
    configuration: {
      ...options.configuration,
      network: { by: 'host' },
      user: session.user,
      keys: 'memory',
      keep: 'session',
    },
    host: session.host,
  });
  return { client, residents: client.residents };
}

const NOBODY: HostSurface = {
  getToken: () => Promise.resolve(null),
  request: () =>
    Promise.reject(
      new EhchError('forbidden', 'The vault does its own network. Configure the engine with `by: engine`.'),
    ),
};

function inServiceWorker(isSealed: boolean): EnginePort {
  const { port1, port2 } = new MessageChannel();
  // Where nobody signs in, nothing may lie on a disk that several people share.
  const end = serveEngine(port2, isSealed ? { secrets: 'host' } : { inMemory: true });
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

function inOwnWorker(isSealed: boolean): EnginePort {
  const name = isSealed ? SEALED_ENGINE : 'ehch-engine';
  const worker = new Worker(engineScript(), { type: 'module', name });
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
