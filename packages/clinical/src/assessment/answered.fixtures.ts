import { answerItem } from '../form/answer-item.ts';
import type { Answer, AnswerValue } from '../form/answer.ts';
import type { FormDefinition, FormItem, FormQuestion } from '../form/definition.ts';
import type { Draft } from '../form/draft.ts';
import { openForm } from '../form/open.ts';
import { addRow } from '../form/rows.ts';
import { startDraft } from '../form/start.ts';
import type { FormState } from '../form/state.ts';
import type { Author } from '../recorded.ts';
import { instruments } from '../instruments/index.ts';
import { splitKey } from '../form/key.ts';

export const SEEN = '2026-11-12T09:15:00Z';
export const NURSE: Author = { name: 'Nurse One', role: 'nurse' };

type Said = string | number | boolean | readonly string[] | null | Answer;

/** Answers by key, in the plainest form: `{ transfers: 'hoist', 'bmi/kg': 52, 'fall-injury[2]': 'serious' }`. */
export type SaidByKey = Readonly<Record<string, Said>>;

export function opened(form: FormDefinition, draft: Draft): FormState {
  return openForm(form, draft, { instruments, scoring: { facts: { ageYears: 85 }, settings: {} } });
}

/** A form in which this was said, question by question, as a person would. Rows come as they are named. */
export function answered(
  form: FormDefinition,
  said: SaidByKey,
  { at = SEEN, by = NURSE, from = startOf(form) } = {},
) {
  const state = Object.entries(said).reduce(
    (before, [key, value]) => {
      const { id, rows } = splitKey(key);
      const { question, list } = find(form.items, id, null);
      const now = list === null || rows[0] === undefined ? before : withRow(before, list, rows[0]);
      const change = answerItem(now, key, value === null ? null : answerOfWord(question, value, at, by));
      if (change.refused !== undefined) throw new Error(`${key} refused: ${JSON.stringify(change.refused)}`);
      return change.state;
    },
    opened(form, from),
  );
  return state;
}

/** The state in which a list has that row: rows are added until it does. */
function withRow(state: FormState, list: string, row: string): FormState {
  const there = (state.draft.rows[list] ?? ['1']).includes(row);
  return there ? state : withRow(addRow(state, list).state, list, row);
}

export function startOf(form: FormDefinition, at = SEEN): Draft {
  return startDraft({ id: 'draft-1', resident: 'resident-1', form, at });
}

export function answerOfWord(
  question: FormQuestion,
  said: Exclude<Said, null>,
  at = SEEN,
  by: Author | null = NURSE,
): Answer {
  if (typeof said === 'object' && 'state' in said) return said;
  const all: readonly (string | number | boolean)[] = typeof said === 'object' ? said : [said];
  return {
    state: 'given',
    values: all.map((each) => valueOf(question, each)),
    at,
    by,
    from: { kind: 'entered' },
  };
}

function valueOf({ type, options, units }: FormQuestion, said: string | number | boolean): AnswerValue {
  if (typeof said === 'boolean') return { type: 'boolean', value: said };
  if (typeof said === 'number') {
    const unit = units?.[0]?.code;
    return { type: 'number', value: said, ...(unit === undefined ? {} : { unit }) };
  }
  if (type === 'date') return { type: 'date', value: said };
  const isOption = options?.some(({ value }) => value === said) === true;
  return isOption ? { type: 'option', value: said } : { type: 'text', value: said };
}

/** The question of an id, and the repeating group that it stands in. */
export function find(
  items: readonly FormItem[],
  id: string,
  list: string | null,
): { question: FormQuestion; list: string | null } {
  const found = search(items, id, list);
  if (found === null) throw new Error(`No question ${id}`);
  return found;
}

function search(items: readonly FormItem[], id: string, list: string | null): ReturnType<typeof find> | null {
  for (const item of items) {
    if (item.type === 'display' || item.type === 'total') continue;
    if (item.id === id && item.type !== 'group') return { question: item, list };
    const inside = item.type === 'group' && item.repeats === true ? item.id : list;
    const found = search(item.items ?? [], id, inside);
    if (found !== null) return found;
  }
  return null;
}
