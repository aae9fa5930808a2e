import { EhchError } from '@ehch/clinical';
import type { DraftKept, DraftOvertaken, KeptDraft, Receipt } from '@ehch/clinical';

// A port is the page's own code, often without types. What it gives is held against what `CareActions` promises: an answer
// of another kind is a failure that is said, and neither "none" nor a form that waits for ever.

const RECEIPTS: Readonly<Record<Receipt['state'], true>> = {
  'held-in-memory': true,
  'saved-on-device': true,
  unknown: true,
  sent: true,
  seen: true,
  answered: true,
  refused: true,
};

/** A draft, or that there is none. */
export function keptDraftFrom(given: unknown): KeptDraft | null {
  return given === null || given === undefined ? null : wholeDraft(given);
}

/** @throws {EhchError} `malformed` where the list, or one of it, is none: a draft that cannot be read is not "none begun". */
export function listedDraftsFrom(given: unknown): readonly KeptDraft[] {
  if (!Array.isArray(given)) throw malformed('listDrafts');
  return given.map(wholeDraft);
}

/** @throws {EhchError} `malformed` where it does not say where the draft is. */
export function savedFrom(given: unknown): DraftKept | DraftOvertaken {
  if (!isObject(given)) throw malformed('saveDraft');
  if (given['where'] === 'overtaken') wholeDraft(given['by']);
  else if (given['where'] !== 'memory' && given['where'] !== 'device') throw malformed('saveDraft');
  return given as unknown as DraftKept | DraftOvertaken;
}

/** `null`: the intent was taken over, and nothing that is known says what became of it. */
export function receiptFrom(given: unknown): Receipt | null {
  const isReceipt = isObject(given) && Object.hasOwn(RECEIPTS, String(given['state']));
  return isReceipt ? (given as unknown as Receipt) : null;
}

function wholeDraft(given: unknown): KeptDraft {
  const draft = isObject(given) ? given['draft'] : null;
  const isWhole = isObject(draft) && isObject(draft['form']) && isObject(draft['answers']);
  if (!isWhole || typeof draft['resident'] !== 'string') throw malformed('draft');
  return given as KeptDraft;
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null;
}

function malformed(what: string): EhchError {
  return new EhchError('malformed', `CareActions: give what the port promises (${what}).`);
}
