import { EhchError, type DeviceStatus, type Receipt } from '@ehch/clinical';
import { createFhirServer, type FhirServer } from '@ehch/dev-server';
import { isObject, listAt, textAt } from '@ehch/fhir';
import { NURSE } from '../actions/actions.fixtures.ts';
import type { Http, HttpRequest, HttpResponse } from '../http/http.ts';
import { queuedLocks, type Locks } from '../locks.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import type { EngineSurface } from '../protocol.ts';
import { createDeviceEngine, type DeviceEngine } from './device-engine.ts';
import type { Stores } from './stores.ts';

const BASE = 'https://record.test/fhir';
const PATIENT = { resourceType: 'Patient', id: 'one', name: [{ family: 'Farrow', given: ['Gwen'] }] };

/** Before anybody has signed in. */
export const SIGNED_OUT: EngineConfiguration = {
  fhirBaseUrl: BASE,
  network: { by: 'engine', token: false },
  sourceLabel: 'test',
  place: null,
  deadlineMs: 2000,
  user: null,
};
export const SIGNED_IN: EngineConfiguration = { ...SIGNED_OUT, user: NURSE };

/** A server in this process, and engines of windows that reach it while the plug is in. */
export function world() {
  const server: FhirServer = createFhirServer({ base: BASE, resources: [PATIENT] });
  const plug = { isIn: true };
  const http: Http & { before: (request: HttpRequest) => HttpResponse | null } = {
    before: () => null,
    async request(request) {
      if (!plug.isIn) throw new EhchError('unreachable', 'The plug is pulled.');
      return http.before(request) ?? server.request(request);
    },
  };
  return {
    server,
    plug,
    /** `before` may answer in the place of the server. */
    http,
    engine: (stores: Stores, locks: Locks = queuedLocks()): DeviceEngine =>
      createDeviceEngine({ connect: () => http, onChange: () => undefined, stores, locks }),
    count: (type: string) => server.repository.counts().get(type) ?? 0,
    /** The people in the one Provenance on the server: each with what they did. */
    people: (): readonly string[] => {
      const [marker] = server.repository.living('Provenance');
      const agents = listAt(JSON.parse(marker?.json ?? '{}'), 'agent').filter(isObject);
      const said = agents.map(({ type, who }) => {
        const [coding] = listAt(type, 'coding');
        return `${textAt(coding, 'code')}: ${textAt(who, 'display')}`;
      });
      return said.filter((each) => !each.startsWith('assembler'));
    },
  };
}

/** Waits until something holds, without a fixed pause. */
export async function until<T>(ask: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}

export async function receiptIn(engine: EngineSurface, intent: string): Promise<Receipt | undefined> {
  return (await engine.receiptsOf({ intents: [intent] }))[intent];
}

export function whenSent(engine: EngineSurface, intent: string): Promise<Receipt | undefined> {
  return until(
    () => receiptIn(engine, intent),
    (receipt) => receipt?.state === 'sent',
  );
}

/** What a status says of the work of nobody. */
export function ofNobodyIn({ unsent, waitingForPerson, ofNobody, lasts, lost }: DeviceStatus) {
  return { total: unsent.total, waitingForPerson, ofNobody, lasts, lost };
}
