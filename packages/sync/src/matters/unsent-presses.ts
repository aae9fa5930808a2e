import type { ResidentId } from '@ehch/clinical';
import { isObject, textAt } from '@ehch/fhir';
import type { OutboxEntry } from '@ehch/store';

/** The presses on threads that no server is known to have, by whom they are about; `null`: people who are on no list. */
export async function unsentPresses(outbox: {
  entries(): Promise<readonly OutboxEntry[]>;
}): Promise<ReadonlyMap<ResidentId | null, readonly OutboxEntry[]>> {
  const presses = (await outbox.entries()).filter(({ operation }) => {
    const what = isObject(operation?.about) ? operation.about['what'] : null;
    return textAt(what, 'kind') === 'thread-entry';
  });
  return Map.groupBy(presses, ({ operation }) => operation?.resident ?? null);
}
