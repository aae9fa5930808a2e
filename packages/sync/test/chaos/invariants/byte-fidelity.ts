import { isDeepStrictEqual } from 'node:util';
import { intentOfRequest, type ServedWrite } from '../served-request.ts';
import type { Invariant, MadeIntent } from './observed.ts';

/** I8: of a resource that we changed, every part that nobody edited is what it was, to the last digit. */
export const byteFidelity: Invariant = ({ served, made }) =>
  served.flatMap((request) => {
    if (request.by === 'outside') return [];
    const intent = intentOfRequest(request);
    const edited = made.find(({ operation }) => operation.intent === intent);
    return request.writes.flatMap((write) => {
      if (write.text === null || write.previousText === null || edited === undefined) return [];
      const changed = changesOf(write, edited);
      return changed.length === 0
        ? []
        : [{ invariant: 'I8', what: `${intent} changed ${changed.join(', ')} of ${write.type}/${write.id}` } as const];
    });
  });

/** What every server and our own mark change. */
const OURS: readonly string[] = ['meta', 'extension'];

function changesOf({ text, previousText, type, id }: ServedWrite, { operation }: MadeIntent): readonly string[] {
  const part = operation.parts.find((each) => each.type === type && each.id === id);
  const edited = part?.op === 'update' ? part.edits.map(({ path }) => String(path[0])) : [];
  const [before, after] = [exact(previousText ?? '{}'), exact(text ?? '{}')];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => !edited.includes(field) && !OURS.includes(field) && !isDeepStrictEqual(before[field], after[field]),
  );
}

type ReviverWithSource = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

/** Reads JSON with numbers as they are written, because 7.10 and 7.1 are one number and two measurements. */
function exact(text: string): Record<string, unknown> {
  const asWritten: ReviverWithSource = (_, value, { source }) =>
    typeof value === 'number' ? { number: source } : value;
  return JSON.parse(text, asWritten as Parameters<typeof JSON.parse>[1]) as Record<string, unknown>;
}
