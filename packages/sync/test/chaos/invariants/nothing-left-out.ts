import type { OutboxEntry } from '@ehch/store';
import type { Invariant, ObservedClient } from './observed.ts';

/** I2: what `enqueue` took is accepted, waiting, in front of a person, or given up by a person. */
export const nothingLeftOut: Invariant = ({ made, clients }) =>
  made.flatMap(({ client, operation: { intent } }) => {
    const own = clients.find(({ name }) => name === client);
    if (own !== undefined && isKnown(own, intent)) return [];
    return [{ invariant: 'I2', what: `${intent} has left ${client} without a trace` } as const];
  });

function isKnown(client: ObservedClient, intent: string): boolean {
  const carrier = client.joinedInto.get(intent);
  if (carrier !== undefined) return carrier === null || isKnown(client, carrier);
  return (
    client.entries.some((entry) => entry.intent === intent) ||
    client.acknowledgements.some((acknowledgement) => acknowledgement.intent === intent) ||
    client.discarded.has(intent)
  );
}

/** States in which an entry waits for a person, as long as it takes. */
const FOR_A_PERSON: readonly OutboxEntry['state'][] = ['conflict', 'rejected', 'held'];

/** When all is quiet, nothing waits but for a person, for an author who is away, or behind such an entry. */
export const nothingStuck: Invariant = ({ clients }) =>
  clients.flatMap(({ name, entries }) => {
    const stops = entries.filter(({ state }) => FOR_A_PERSON.includes(state) || state === 'wait-auth');
    const stopped = new Set(stops.flatMap(keysOf));
    return entries
      .filter((entry) => !stops.includes(entry) && !keysOf(entry).some((key) => stopped.has(key)))
      .filter(
        ({ operation }) =>
          !operation?.dependsOn.some((intent) => stops.some((stop) => stop.intent === intent)),
      )
      .map(
        ({ intent, state }) => ({ invariant: 'stuck', what: `${intent} is ${state} at ${name}` }) as const,
      );
  });

function keysOf({ operation }: OutboxEntry): readonly string[] {
  return operation?.parts.map(({ type, id }) => `${type}/${id}`) ?? [];
}
