import type { FieldEdit, Operation, OperationPart, OutboxEntry } from '@ehch/store';
import { decideEdits } from '../conflicts/decide-edits.ts';
import { same } from '../conflicts/merge.ts';
import { pathWords } from '../conflicts/path-words.ts';
import type { PushGuards } from './guards.ts';
import { isReadable, laneOf, type ReadableEntry } from './lanes.ts';

/** Entries that one entry can stand for. */
export interface Squash {
  readonly replaced: readonly [number, number];
  readonly by: Operation;
}

/** [P] Two changes of one author within five minutes are one act of writing: the second corrects the first. */
const ONE_ACT_MS = 300_000;

/**
 * Finds two neighbours of one lane that can become one entry (P11): the same author changes the same resource twice
 * within five minutes, and neither was ever sent. The first sent copy of an entry may still be on its way, so what was
 * ever sent stays as it is. Escalations and audit events are never joined: each is an act of its own.
 */
export function findSquash(
  entries: readonly OutboxEntry[],
  guards: Pick<PushGuards, 'squashNeverSent'>,
): Squash | null {
  const lanes = new Map<string, ReadableEntry>();
  for (const entry of [...entries].sort((one, other) => one.n - other.n)) {
    if (!isReadable(entry)) continue;
    const lane = laneOf(entry.operation);
    const before = lanes.get(lane);
    lanes.set(lane, entry);
    if (before === undefined || !isOneAct(before, entry, guards)) continue;
    const by = squashed(before.operation, entry.operation);
    // Others wait for these intents by name.
    const isNamed = entries.some(({ operation }) =>
      operation?.dependsOn.some((intent) => intent === before.intent || intent === entry.intent),
    );
    if (by !== undefined && !isNamed) return { replaced: [before.n, entry.n], by };
  }
  return null;
}

function isOneAct(
  first: ReadableEntry,
  second: ReadableEntry,
  guards: Pick<PushGuards, 'squashNeverSent'>,
): boolean {
  const [one, other] = [first.operation, second.operation];
  const apart = Date.parse(other.pressedAt) - Date.parse(one.pressedAt);
  return (
    [first, second].every(
      ({ state, attempts, sent }) =>
        !guards.squashNeverSent || (state === 'queued' && attempts === 0 && sent.length === 0),
    ) &&
    one.author.sub === other.author.sub &&
    // Each names in its own marker whom it was taken over from.
    one.takenOver === undefined &&
    other.takenOver === undefined &&
    one.class === other.class &&
    (one.class === 'clinical' || one.class === 'admin') &&
    apart >= 0 &&
    apart <= ONE_ACT_MS
  );
}

/**
 * The operation that does what two do one after the other. `undefined`: there is none. It keeps the second intent's id,
 * whose press the person saw last.
 */
export function squashed(first: Operation, second: Operation): Operation | undefined {
  const [part, more] = first.parts;
  const [change, others] = second.parts;
  if (part === undefined || change === undefined || more !== undefined || others !== undefined)
    return undefined;
  if (part.type !== change.type || part.id !== change.id || change.op !== 'update') return undefined;
  const joined = joinedPart(part, change.edits);
  if (joined === undefined) return undefined;
  const dependsOn = [...new Set([...first.dependsOn, ...second.dependsOn])].filter(
    (id) => id !== first.intent,
  );
  const carried = [...(first.joined ?? []), first.intent, ...(second.joined ?? [])];
  return { ...second, dependsOn, joined: carried, parts: [joined] };
}

function joinedPart(part: OperationPart, edits: readonly FieldEdit[]): OperationPart | undefined {
  if (part.op === 'create') {
    const decision = decideEdits(edits, part.body);
    return decision.state === 'conflict'
      ? undefined
      : decision.state === 'safe'
        ? { ...part, body: decision.body }
        : part;
  }
  const joined = joinedEdits(part.edits, edits);
  if (joined === undefined) return undefined;
  // Nothing is left where the second took back what the first had done. It is accepted without a write.
  return { ...part, edits: joined };
}

/** The first `from` and the last `to` of each path. Edits within each other's values are left as they are. */
function joinedEdits(
  first: readonly FieldEdit[],
  second: readonly FieldEdit[],
): readonly FieldEdit[] | undefined {
  const edits = new Map(first.map((edit) => [pathWords(edit.path), edit]));
  if (edits.size < first.length) return undefined;
  for (const edit of second) {
    const at = pathWords(edit.path);
    const before = edits.get(at);
    if (before !== undefined && !same(before.to, edit.from)) return undefined;
    if (before === undefined && [...edits.keys()].some((other) => isWithin(at, other) || isWithin(other, at)))
      return undefined;
    edits.set(at, before === undefined ? edit : { ...edit, from: before.from });
  }
  return [...edits.values()].filter(({ from, to }) => !same(from, to));
}

function isWithin(inner: string, outer: string): boolean {
  return inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}
