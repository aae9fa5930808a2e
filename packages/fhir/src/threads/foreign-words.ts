import { formatDateTime } from '@ehch/clinical/display';
import { readInstant } from '@ehch/clinical/time';
import { conceptWords } from '../coding.ts';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import { lines } from '../text.ts';
import { isMovedByUsAlone } from './task-mirror.ts';

/**
 * What another system says of a thread, where it has moved the Task. It is nobody's press of ours: it makes nothing seen, taken or
 * answered. `null`: only our own presses have moved it.
 */
export function foreignWords(task: JsonObject): string | null {
  if (isMovedByUsAlone(task)) return null;
  const owner = textAt(task['owner'], 'display') ?? textAt(task['owner'], 'reference');
  const changed = textAt(task['lastModified'] === undefined ? task['meta'] : task, changedIn(task));
  const said = [
    (textAt(task, 'status') ?? 'status not stated').replaceAll('-', ' '),
    owner === null ? null : `owner ${owner}`,
    concept(task['businessStatus']),
    concept(task['statusReason']),
    ...listAt(task, 'output').map(outputWords),
    changed === null || readInstant(changed) === null ? null : formatDateTime(changed),
  ].flatMap((one) => lines(one ?? undefined) ?? []);
  return `Another system says: ${said.join(', ')}`;
}

function changedIn(task: JsonObject): string {
  return task['lastModified'] === undefined ? 'lastUpdated' : 'lastModified';
}

function concept(value: unknown): string | null {
  return isObject(value) ? conceptWords(value, new Set()) : null;
}

/** A value of a form that has no words here is said to be there. */
function outputWords(output: unknown): string {
  if (!isObject(output)) return 'an output that cannot be read';
  const [, value] = Object.entries(output).find(([name]) => name.startsWith('value')) ?? [];
  const said = typeof value === 'string' ? value : (concept(value) ?? 'in the record');
  return `${concept(output['type']) ?? 'output'}: ${said}`;
}
