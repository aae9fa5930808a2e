import type { ResidentId } from '@ehch/clinical';
import { isObject, listAt, textAt } from '@ehch/fhir';
import type { Json, Operation, OperationAuthor, Store } from '@ehch/store';
import type { Instant } from '@ehch/clinical/time';

/** A link that a person has made, as the local database remembers it (SPEC J4). */
export interface LinkNote {
  readonly from: ResidentId;
  readonly to: ResidentId;
  /** The intents of the linked signatures. */
  readonly items: readonly string[];
}

const KIND = 'linked';

/** Writes a link down in the local database, sealed under the resident's key. */
export async function keepLinkNote(
  { outbox }: Store,
  { from, to, items }: LinkNote,
  by: OperationAuthor,
  at: Instant,
): Promise<void> {
  const intent = crypto.randomUUID();
  const note: Operation = {
    format: 1,
    intent,
    resident: from,
    class: 'admin',
    author: by,
    pressedAt: at,
    clockOffsetMs: null,
    dependsOn: [],
    parts: [],
    about: { kind: KIND, from, to, items } satisfies Json,
  };
  await outbox.enqueue(note);
  const kept = (await outbox.entries()).find((entry) => entry.intent === intent);
  if (kept) await outbox.change(kept.n, ['queued'], null, { kind: 'accept', at, bodies: [] });
}

/** The link that an acknowledgement is; `null`: it is another one. */
export function linkNoteOf(about: unknown): LinkNote | null {
  if (!isObject(about) || textAt(about, 'kind') !== KIND) return null;
  const [from, to] = [textAt(about, 'from'), textAt(about, 'to')];
  if (from === null || to === null) return null;
  return { from, to, items: listAt(about, 'items').filter((item) => typeof item === 'string') };
}
