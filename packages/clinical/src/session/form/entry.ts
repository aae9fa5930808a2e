import { answerOf } from '../../form/answer-of.ts';
import type { Answer, ItemKey } from '../../form/answer.ts';
import { asked } from '../../form/asked.ts';
import type { FormQuestion } from '../../form/definition.ts';
import type { EntryDoubt } from '../../form/number-entry.ts';
import { questionAt } from '../../form/question-at.ts';
import type { FormState } from '../../form/state.ts';
import type { Field, Fields } from './fields.ts';
import type { FormSession } from './session.ts';
import { keysOf } from './keys-of.ts';

/** What stands on the screen at one question and is no answer. */
export interface Entry {
  /** `null`: the fields show the answer. */
  readonly typed: Typed | null;
  /** "Not assessed because …" is open. */
  readonly isNotAssessedOpen: boolean;
  /** What a long list of options is searched for. */
  readonly search: string;
}

/** Text in the fields of a question. While it stands there they show it and not the answer. */
export interface Typed {
  readonly fields: Fields;
  /** The field that was typed into last. */
  readonly last: Field;
  /** The answer that was there, or was made of it. When another comes from elsewhere, the text gives way to that. */
  readonly over: Answer | null;
  /** Why it is no answer. `null`: it is one, or was not read yet. */
  readonly doubt: EntryDoubt | null;
  /** The person is still in the middle of a date: why it is none yet is not said. */
  readonly isWithinDate: boolean;
}

export type Entries = ReadonlyMap<ItemKey, Entry>;

export const NO_ENTRIES: Entries = new Map();

/** Nothing stands at a question but its answer. */
export const NO_ENTRY: Entry = { typed: null, isNotAssessedOpen: false, search: '' };

/** What stands in a field and is no answer, and why. */
export interface RefusedEntry {
  readonly key: ItemKey;
  readonly question: FormQuestion;
  readonly doubt: EntryDoubt;
}

/** The session with a part of one entry changed. An entry that holds nothing any more goes. */
export function withEntry(session: FormSession, key: ItemKey, part: Partial<Entry>): FormSession {
  const entry = { ...(session.entries.get(key) ?? NO_ENTRY), ...part };
  const entries = new Map(session.entries);
  if (entry.typed === null && !entry.isNotAssessedOpen && entry.search === '') entries.delete(key);
  else entries.set(key, entry);
  return { ...session, entries };
}

/**
 * What still stands after a change of the answers (N3). Text gives way to an answer that it did not make. Nothing stays of
 * a row that has gone, as its key may come again.
 */
export function stillStanding(session: FormSession): FormSession {
  const { entries, state } = session;
  if (entries.size === 0 || state === null) return session;
  let next = session;
  for (const [key, { typed }] of entries) {
    if (questionAt(state, key) === null) next = withEntry(next, key, NO_ENTRY);
    else if (typed !== null && !isSame(typed.over, answerOf(state, key)))
      next = withEntry(next, key, { typed: null });
  }
  return next;
}

/** Whether text stands in a field that was not handed over, or came to no answer. */
export function isTyping({ entries }: FormSession): boolean {
  return [...entries.values()].some(({ typed }) => typed !== null);
}

/** What stands in fields and is no answer, of the questions that are asked now. */
export function refusedEntries({
  entries,
  state,
}: {
  readonly entries: Entries;
  readonly state: FormState | null;
}): readonly RefusedEntry[] {
  const doubtful = [...entries].flatMap(([key, { typed }]) => {
    const doubt = typed?.doubt ?? null;
    return doubt === null ? [] : [{ key, doubt }];
  });
  if (doubtful.length === 0 || state === null) return [];
  const now = new Set(keysOf(asked(state)));
  return doubtful.flatMap(({ key, doubt }) => {
    const question = now.has(key) ? questionAt(state, key) : null;
    return question === null ? [] : [{ key, question, doubt }];
  });
}

/** The same answer may be another object: a page hands drafts back, and they are opened anew. */
function isSame(one: Answer | null, other: Answer | null): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
