import { EhchError } from '../../errors.ts';
import { isObject } from '../../is-object.ts';
import type { DraftKept, DraftOvertaken, Receipt, TakenBackBefore } from '../../ports/care-actions.ts';
import { readInstant } from '../../time/london.ts';

// A port may be anybody's, and forget to return what it promises. What it did not say is not taken for said.

/** Whether a port says what became of a draft. One that says nothing may have kept it or not (K3). */
export function isKeptAnswer(answer: unknown): answer is DraftKept | DraftOvertaken {
  if (!isObject(answer)) return false;
  switch (answer['where']) {
    case 'memory':
      return true;
    case 'device':
      return isInstant(answer['at']);
    case 'overtaken':
      return isObject(answer['by']);
    default:
      return false;
  }
}

const STATES: readonly unknown[] = [
  'held-in-memory',
  'saved-on-device',
  'unknown',
  'sent',
  'seen',
  'answered',
  'refused',
  'given-up',
] satisfies readonly Receipt['state'][];

/** Whether a port says what became of an intent. */
export function isReceipt(answer: unknown): answer is Receipt {
  return isObject(answer) && STATES.includes(answer['state']);
}

/** Whether a port says what became of a signature that was taken back, and that the server does not have that yet. */
export function isTakenBack(answer: unknown): answer is TakenBackBefore {
  return (
    isObject(answer) &&
    typeof answer['intent'] === 'string' &&
    isReceipt(answer['receipt']) &&
    answer['receipt'].state !== 'sent'
  );
}

/** What stands for the answer of a port that gave none. */
export function noAnswer(of: 'saveDraft' | 'enqueue' | 'listDrafts'): EhchError {
  return new EhchError('malformed', `The port gave no answer. Let ${of} return what CareActions says.`);
}

export function isInstant(value: unknown): value is string {
  return typeof value === 'string' && readInstant(value) !== null;
}
