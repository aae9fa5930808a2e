import type { FieldEdit } from '@ehch/store';
import { isDeepStrictEqual } from 'node:util';
import { intentOfRequest, type ServedWrite } from '../served-request.ts';
import type { Invariant } from './observed.ts';

/** P7: no value is written over that the person had not seen. */
export const seenValues: Invariant = ({ served, made, clients }) => {
  const joined = new Set(clients.flatMap(({ joinedInto }) => [...joinedInto.values()]));
  return served.flatMap((request) => {
    const intent = intentOfRequest(request);
    // What several presses were joined into replaces what the first of them saw.
    if (request.by === 'outside' || joined.has(intent)) return [];
    const parts = made.find(({ operation }) => operation.intent === intent)?.operation.parts ?? [];
    return request.writes.flatMap((write) => {
      const part = parts.find(({ type, id }) => type === write.type && id === write.id);
      const unseen = part?.op === 'update' ? part.edits.filter((edit) => !wasSeen(write, edit)) : [];
      return unseen.map(
        (edit) => ({ invariant: 'P7', what: `${intent} wrote over another ${fieldOf(edit)}` }) as const,
      );
    });
  });
};

/** The runs edit fields of the resource itself alone. */
function fieldOf({ path: [field] }: FieldEdit): string {
  return typeof field === 'string' ? field : '';
}

function wasSeen({ previousText }: ServedWrite, edit: FieldEdit): boolean {
  const { from } = edit;
  const before = JSON.parse(previousText ?? '{}') as Record<string, unknown>;
  return isDeepStrictEqual(before[fieldOf(edit)], from.is === 'value' ? from.value : undefined);
}
