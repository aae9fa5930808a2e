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
        ({ path }) => ({ invariant: 'P7', what: `${intent} wrote over another ${String(path[0])}` }) as const,
      );
    });
  });
};

function wasSeen({ previousText }: ServedWrite, { path, from }: FieldEdit): boolean {
  const before = JSON.parse(previousText ?? '{}') as Record<string, unknown>;
  return isDeepStrictEqual(before[String(path[0])], from.is === 'value' ? from.value : undefined);
}
