import { EhchError, type Receipt } from '@ehch/clinical';
import { createFhirServer, type FhirServer } from '@ehch/dev-server';
import { place } from '../../test/connected-engine.ts';
import { NURSE, PRESS } from '../actions/actions.fixtures.ts';
import type { Http } from '../http/http.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import type { EngineSurface } from '../protocol.ts';

const BASE = 'https://record.test/fhir';
const PATIENT = { resourceType: 'Patient', id: 'one', name: [{ family: 'Farrow', given: ['Gwen'] }] };

export const configuration: EngineConfiguration = {
  fhirBaseUrl: BASE,
  network: { by: 'engine', token: false },
  sourceLabel: 'test',
  place: null,
  deadlineMs: 2000,
  user: NURSE,
};

/** A place with one home, whose residents are those of one group of the server. */
export const PLACE = place({ kind: 'group', id: 'g' });

/** A server in this process, whose plug can be pulled. */
export function pluggable() {
  const server: FhirServer = createFhirServer({ base: BASE, resources: [PATIENT] });
  const plug = { isIn: true, tries: 0 };
  const http: Http = {
    async request(request) {
      if (!plug.isIn) plug.tries += 1;
      if (!plug.isIn) throw new EhchError('unreachable', 'The plug is pulled.');
      return server.request(request);
    },
  };
  return { server, plug, http };
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

export const receiptOf = async (engine: EngineSurface): Promise<Receipt | undefined> =>
  (await engine.receiptsOf({ intents: [PRESS] }))[PRESS];

export const count = ({ repository }: FhirServer, type: string) => repository.counts().get(type) ?? 0;
