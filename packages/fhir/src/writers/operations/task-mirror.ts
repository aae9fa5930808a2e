import type { CareIntent } from '@ehch/clinical';
import { taskIdOf } from '../../threads/write-entry.ts';
import { taskMoveOf, type TaskMove } from '../../threads/task-mirror.ts';
import { derivedId } from './derived-id.ts';
import { textAt } from '../../entry.ts';
import type { JsonValue, WrittenOperation } from './operation.ts';

const MIRROR = 'task-mirror';

/** What a mirror takes over from the operation of its press. */
type PressedOperation = Pick<
  WrittenOperation,
  'intent' | 'resident' | 'author' | 'pressedAt' | 'clockOffsetMs'
>;

/**
 * What follows a press on a thread for its Task: an operation of its own, after the press, so that the press never waits for it.
 * It is the trace of a press as an audit event is of a view: no person waits for it, and none decides about it. Which fields change
 * is decided on the newest version, at sending. `null`: the press means nothing for the Task.
 */
export function taskMirror({ what }: CareIntent, operation: PressedOperation): WrittenOperation | null {
  if (what.kind !== 'thread-entry') return null;
  const { entry, matter } = what;
  const { clockOffsetMs, intent, resident, author, pressedAt } = operation;
  const move = taskMoveOf({ ...entry, clockOffsetMs: entry.clockOffsetMs ?? clockOffsetMs }, matter);
  if (move === null) return null;
  return {
    format: 1,
    intent: derivedId(intent, 3),
    resident,
    author,
    pressedAt,
    clockOffsetMs,
    class: 'audit',
    dependsOn: [intent],
    parts: [{ op: 'update', type: 'Task', id: taskIdOf(entry.thread), edits: [], base: null }],
    // A move is plain JSON: it is made of an entry, which has crossed the port.
    about: { kind: MIRROR, move: move as unknown as JsonValue },
  };
}

/** The move that an operation carries. `null`: it is no mirror of a press. */
export function mirroredMove({ about }: { readonly about: unknown }): TaskMove | null {
  if (textAt(about, 'kind') !== MIRROR) return null;
  return (about as { readonly move: TaskMove }).move;
}
