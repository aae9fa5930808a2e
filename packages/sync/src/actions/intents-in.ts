import type { TakenIntent } from '@ehch/clinical/session';
import { isObject } from '@ehch/fhir';
import type { Json, Store } from '@ehch/store';

/** Every intent that this device knows, in the order of the presses: waiting, and accepted in the last 30 days. */
export async function intentsIn({ outbox }: Pick<Store, 'outbox'>): Promise<readonly TakenIntent[]> {
  const [waiting, accepted] = await Promise.all([outbox.entries(), outbox.acknowledgements()]);
  const known = [
    ...accepted.map(({ about }) => about),
    ...waiting.flatMap(({ operation }) => operation?.about ?? []),
  ];
  return known
    .flatMap((about) => takenIntentIn(about) ?? [])
    .toSorted((a, b) => (a.pressedAt < b.pressedAt ? -1 : 1));
}

/** What an operation says of the intent behind it. `null`: it is of another form, such as an audit event. */
export function takenIntentIn(about: Json): TakenIntent | null {
  // `about` of a care intent is its trace, which this program wrote.
  const isTrace = isObject(about) && isObject(about['what']);
  return isTrace ? (about as unknown as TakenIntent) : null;
}
