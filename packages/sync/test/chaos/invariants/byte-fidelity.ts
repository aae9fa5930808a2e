import { isDeepStrictEqual } from 'node:util';
import type { FieldEdit, Operation } from '@ehch/store';
import { intentOfRequest, type ServedWrite } from '../served-request.ts';
import type { Invariant, Observed } from './observed.ts';

/** I8: of a resource that we changed, every part that nobody edited is what it was, to the last digit. */
export const byteFidelity: Invariant = (observed) =>
  observed.served.flatMap((request) => {
    if (request.by === 'outside') return [];
    const intent = intentOfRequest(request);
    const carried = carriedBy(observed, intent);
    return request.writes.flatMap((write) => {
      if (write.text === null || write.previousText === null) return [];
      const edits = carried
        .flatMap(({ parts }) => parts)
        .filter(({ type, id }) => type === write.type && id === write.id)
        .flatMap((part) => (part.op === 'update' ? part.edits : []));
      if (edits.length === 0) return [];
      const changed = changesOf(write, edits);
      return changed.length === 0
        ? []
        : [
            {
              invariant: 'I8',
              what: `${intent} changed ${changed.join(', ')} of ${write.type}/${write.id}`,
            } as const,
          ];
    });
  });

/** The operation of an intent, and those that were joined into it before it was sent. */
function carriedBy({ made, clients }: Observed, intent: string | null): readonly Operation[] {
  const joined = new Map(clients.flatMap(({ joinedInto }) => [...joinedInto]));
  const carrierOf = (name: string): string => {
    const next = joined.get(name);
    return next === undefined || next === null ? name : carrierOf(next);
  };
  return made.map(({ operation }) => operation).filter((each) => carrierOf(each.intent) === intent);
}

/** What every server and our own mark change. */
const OURS: readonly string[] = ['meta', 'extension'];

function changesOf({ text, previousText }: ServedWrite, edits: readonly FieldEdit[]): readonly string[] {
  const edited = edits.map(({ path }) => path[0]);
  const [before, after] = [exact(previousText ?? '{}'), exact(text ?? '{}')];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) =>
      !edited.includes(field) && !OURS.includes(field) && !isDeepStrictEqual(before[field], after[field]),
  );
}

type ReviverWithSource = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

/** Reads JSON with numbers as they are written, because 7.10 and 7.1 are one number and two measurements. */
function exact(text: string): Record<string, unknown> {
  const asWritten: ReviverWithSource = (_, value, { source }) =>
    typeof value === 'number' ? { number: source } : value;
  return JSON.parse(text, asWritten as Parameters<typeof JSON.parse>[1]) as Record<string, unknown>;
}
