import { textAt } from '@ehch/fhir';
import type { Acknowledgement, OutboxEntry, Store } from '@ehch/store';

/** The intents for which an entry stands: its own, those that were joined into it, and the one in whose place it came. */
export function intentsOf({ intent, operation }: OutboxEntry): readonly string[] {
  return [intent, ...(operation?.joined ?? []), ...(operation?.resolves ? [operation.resolves.intent] : [])];
}

export function standsFor(entry: OutboxEntry, intent: string): boolean {
  return intentsOf(entry).includes(intent);
}

/** What was accepted of an intent, or in its place: that still says which intent it was about. `null`: nothing was. */
export async function acceptedAs(
  { outbox }: Pick<Store, 'outbox'>,
  intent: string,
): Promise<Acknowledgement | null> {
  const own = await outbox.acknowledgement(intent);
  if (own !== null) return own;
  return (await outbox.acknowledgements()).find(({ about }) => textAt(about, 'id') === intent) ?? null;
}
