import type { FhirServer } from '@ehch/dev-server';
import type { ChaosClient } from './chaos-client.ts';
import { residentOf } from './chaos-home.ts';
import { SOURCE } from './chaos-presses.ts';
import type { Observed, ObservedClient } from './invariants/observed.ts';
import type { ServedRequest } from './served-request.ts';

/** Reads what the server and the clients hold, once all is quiet. */
export async function observe(
  server: FhirServer,
  clients: readonly ChaosClient[],
  served: readonly ServedRequest[],
  residents: readonly string[],
): Promise<Observed> {
  return {
    made: clients.flatMap(({ name, record }) =>
      record.made.map((operation) => ({ client: name, operation })),
    ),
    served,
    clients: await Promise.all(clients.map((client) => observedClient(client, residents))),
    live: liveOf(server),
  };
}

async function observedClient(
  { name, store, record }: ChaosClient,
  residents: readonly string[],
): Promise<ObservedClient> {
  const versions = await Promise.all(
    residents.map(async (resident) => [resident, await store.records(SOURCE).versions(resident)] as const),
  );
  return {
    name,
    entries: await store.outbox.entries(),
    acknowledgements: await store.outbox.acknowledgements(),
    discarded: record.discarded,
    joinedInto: record.joinedInto,
    offered: record.offered,
    held: new Map(versions),
    checkpoints: [],
    overtakenWrites: record.overtakenWrites,
  };
}

function liveOf(server: FhirServer): Observed['live'] {
  return [...server.repository.counts().keys()].flatMap((type) =>
    server.repository.living(type).map(({ id, vid, json }) => {
      const text = json ?? '{}';
      return {
        type,
        id,
        version: String(vid),
        resident: residentOf(JSON.parse(text) as object as never),
        text,
      };
    }),
  );
}
