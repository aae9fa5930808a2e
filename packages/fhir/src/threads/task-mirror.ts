import { KINDS, type KindName, type ThreadAct, type ThreadEntry } from '@ehch/clinical/thread';
import { readInstant } from '@ehch/clinical/time';
import { byCode } from '../by-code.ts';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import type { JsonValue, WrittenEdit } from '../writers/operations/operation.ts';
import { answerOutput, isForeignOutput } from './task-output.ts';
import { INTENT, OWNER_PRESS, THREAD_ACT } from './thread-codes.ts';

/** What one press means for the Task of its thread, as plain JSON that waits until the entry is on the server. */
export interface TaskMove {
  readonly thread: string;
  readonly entry: string;
  readonly matter: KindName;
  /** Who pressed, in words. */
  readonly by: string;
  /** The moment of the press by the server's clock. */
  readonly at: string;
  readonly act: Extract<ThreadAct, { kind: MirroredAct }>;
}

type MirroredAct = 'see' | 'take' | 'let-go' | 'answer' | 'worse' | 'happened' | 'withdraw';

/** R4 task-status in the order in which a Task of a thread goes. It never goes back. */
const OPEN_STATUSES = ['requested', 'received', 'accepted'] as const;

/**
 * The last presses that leave a Task of ours in each status. `null`: none but the raising. Any other pair is not
 * ours.
 */
const OWN = byCode<readonly (string | null)[]>({
  requested: [null, 'worse'],
  received: ['see', 'worse'],
  accepted: ['see', 'take', 'let-go', 'answer', 'worse'],
  completed: ['happened'],
  cancelled: ['withdraw'],
  'entered-in-error': ['withdraw'],
});

/** What an entry means for the Task. `null`: nothing, as for a question. */
export function taskMoveOf(entry: ThreadEntry, matter: KindName): TaskMove | null {
  const { act, by, clockOffsetMs, pressedAt } = entry;
  switch (act.kind) {
    case 'see':
    case 'take':
    case 'let-go':
    case 'answer':
    case 'worse':
    case 'happened':
    case 'withdraw': {
      const pressed = readInstant(pressedAt);
      const at = pressed === null ? pressedAt : new Date(pressed + (clockOffsetMs ?? 0)).toISOString();
      const name = by.role === null ? by.name : `${by.name}, ${by.role}`;
      return { thread: entry.thread, entry: entry.id, matter, by: name, at, act };
    }
    default:
      return null;
  }
}

/** Whether a Task is one of ours that only our own presses have moved. Another system has its own words for it. */
export function isMovedByUsAlone(task: JsonObject): boolean {
  const own = OWN[textAt(task, 'status') ?? ''] ?? [];
  const stage = stageOf(task);
  const isOwnOwner =
    task['owner'] === undefined || (isObject(task['owner']) && ownerPress(task['owner']) !== null);
  return stage !== undefined && own.includes(stage) && isOwnOwner && !isForeignOutput(task);
}

/** The press that the Task shows as the last one. `null`: none; `undefined`: another system's words stand there. */
function stageOf(task: JsonObject): string | null | undefined {
  if (task['businessStatus'] === undefined) return null;
  const codings = listAt(task['businessStatus'], 'coding');
  return (
    textAt(
      codings.find((one) => textAt(one, 'system') === THREAD_ACT),
      'code',
    ) ?? undefined
  );
}

function ownerPress(owner: JsonObject): string | null {
  return textAt(
    listAt(owner, 'extension').find((one) => textAt(one, 'url') === OWNER_PRESS),
    'valueString',
  );
}

/**
 * The edits by which a press moves the newest version of its Task forward (decision 20). None: it is there
 * already, it is further on, it has ended, or another system has moved it. Nothing here is ever a conflict.
 */
export function mirrorEdits(task: JsonObject, move: TaskMove): readonly WrittenEdit[] {
  const status = OPEN_STATUSES.find((one) => one === textAt(task, 'status'));
  if (!isTaskOf(task, move.thread) || status === undefined || !isMovedByUsAlone(task)) return [];
  const known = readInstant(textAt(task, 'lastModified') ?? '');
  const pressed = readInstant(move.at);
  // A press from before what the Task shows: it may move the status on, and takes back nothing that came after it.
  const isLate = known !== null && pressed !== null && pressed < known;
  const after = moved({ task, status, move, isLate });
  return Object.entries(after).flatMap(([field, to]): readonly WrittenEdit[] =>
    JSON.stringify(task[field]) === JSON.stringify(to)
      ? []
      : [{ path: [field], from: valueOf(task[field]), to: valueOf(to) }],
  );
}

function isTaskOf(task: JsonObject, thread: string): boolean {
  const named = listAt(task, 'identifier').some(
    (one) => textAt(one, 'system') === INTENT && textAt(one, 'value') === thread,
  );
  return task['resourceType'] === 'Task' && named;
}

interface Moving {
  readonly task: JsonObject;
  readonly status: (typeof OPEN_STATUSES)[number];
  readonly move: TaskMove;
  readonly isLate: boolean;
}

/** The fields of the Task after the press. A field that is `undefined` goes. */
function moved(moving: Moving): Readonly<Record<string, unknown>> {
  const { task, status, move, isLate } = moving;
  const { act, by } = move;
  const stage = stageOf(task);
  switch (act.kind) {
    case 'see':
      // Whoever is on it has seen it. "Worse" asks again, so a press of "seen" after it is told.
      if (status !== 'requested' && (isLate || stage !== 'worse')) return {};
      return forward(moving, 'received', `Seen by ${by}`);
    case 'take':
      return { ...forward(moving, 'accepted', `Taken by ${by}`), ...(!isLate && { owner: ownerOf(move) }) };
    case 'let-go':
      if (isLate || stage !== 'take') return {};
      return { ...forward(moving, status, `Let go by ${by}`), owner: undefined };
    case 'answer': {
      const words = KINDS[move.matter].outcomes.find(({ id }) => id === act.outcome)?.words ?? act.outcome;
      const output = answerOutput(move, act, words);
      return { ...forward(moving, 'accepted', `Answered by ${by}: ${words}`), ...(!isLate && { output }) };
    }
    case 'worse':
      return worse(moving, act.words);
    case 'happened':
      return isLate ? {} : { ...forward(moving, 'completed', `${by} confirmed that it happened`) };
    case 'withdraw': {
      const to = act.why === 'wrong-resident' ? 'entered-in-error' : 'cancelled';
      const why = {
        'wrong-resident': 'Wrong resident',
        mistake: 'A mistake',
        'not-needed': 'No longer needed',
      };
      const text = [why[act.why], act.words].filter((one) => one !== '').join(': ');
      return { ...forward({ ...moving, isLate: false }, to, `Withdrawn by ${by}`), statusReason: { text } };
    }
  }
}

/** The status as far as it is further on, and what was pressed last, unless the Task shows something later. */
function forward({ status, move, isLate, task }: Moving, to: string, words: string) {
  const [from, next] = [OPEN_STATUSES.indexOf(status), OPEN_STATUSES.findIndex((one) => one === to)];
  const isFurther = next === -1 || next > from;
  const isUnsaid = isLate && isFurther && stageOf(task) === null;
  if (isLate && !isUnsaid) return isFurther ? { status: to } : {};
  return {
    status: isFurther ? to : status,
    businessStatus: { coding: [{ system: THREAD_ACT, code: move.act.kind }], text: words },
    lastModified: move.at,
  };
}

const PRIORITIES = ['routine', 'urgent', 'asap', 'stat'];

/** "Worse" asks again: the priority rises by a step, once for each press, and the old answer does not count for it. */
function worse(moving: Moving, words: string): Readonly<Record<string, unknown>> {
  const { task, status, move, isLate } = moving;
  const note = { authorString: move.by, time: move.at, text: words === '' ? 'Worse' : `Worse: ${words}` };
  const notes = listAt(task, 'note');
  // The note is the trace of this press, so that a retry raises nothing twice.
  if (notes.some((one) => isSameNote(one, note))) return {};
  const next = PRIORITIES[PRIORITIES.indexOf(textAt(task, 'priority') ?? 'routine') + 1] ?? 'stat';
  return {
    ...forward(moving, status, `Worse, said by ${move.by}`),
    priority: next,
    note: [...notes, note],
    ...(!isLate && { output: undefined }),
  };
}

/** A server may order the fields of a note otherwise, and write its moment in another form. */
function isSameNote(
  one: unknown,
  note: { readonly authorString: string; readonly time: string; readonly text: string },
): boolean {
  const isOf = (name: 'authorString' | 'text') => textAt(one, name) === note[name];
  const at = textAt(one, 'time');
  return isOf('authorString') && isOf('text') && at !== null && readInstant(at) === readInstant(note.time);
}

/** Who has it. The press stands in it, so that an owner whom another system named is never taken for ours. */
function ownerOf({ by, entry }: TaskMove): JsonObject {
  return { extension: [{ url: OWNER_PRESS, valueString: entry }], display: by };
}

function valueOf(value: unknown): WrittenEdit['from'] {
  return value === undefined ? { is: 'absent' } : { is: 'value', value: value as JsonValue };
}
