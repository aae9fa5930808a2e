import { EhchError } from '@ehch/clinical';
import { disputesIn } from '@ehch/clinical/assessment';
import {
  answerOf,
  itemKey,
  openForm,
  type AnswerValue,
  type Draft,
  type FormDefinition,
  type FormItem,
  type FormQuestion,
  type FormState,
  type FormTotal,
  type ItemKey,
  type Total,
} from '@ehch/clinical/form';
import type { Instant } from '@ehch/clinical/time';
import { EXTENSION } from '../codes/systems.ts';
import type { JsonObject } from '../entry.ts';
import { present, writeNotes } from './answer-notes.ts';
import { writeDraftNotes } from './draft-notes.ts';
import { defined } from './json-value.ts';
import { PutBack } from './put-back.ts';
import { hasRows, rowsUnder } from './rows.ts';
import type { Unread } from './unread.ts';
import { EXT, OWN_EXT } from './urls.ts';
import { canonicalOf, itemsById } from './write-questionnaire.ts';
import { field, writeQuantity, valueOf } from './write-value.ts';

/** What a draft does not state itself. */
export interface ResponseOptions {
  readonly status: 'in-progress' | 'completed';
  /** The reference to the resident: `Patient/17`. */
  readonly subject: string;
  /** The person who is responsible for the answers. */
  readonly author?: { readonly reference?: string; readonly display?: string } | null;
  readonly authored: Instant;
  /** The address under which the form is published. Without it: the form's id, where that is one. */
  readonly url?: string;
  /**
   * The parts of the earlier response that `readResponse` found no place for, where this response replaces
   * it. They are put back as they were, so that saving loses nothing of other people's work. A newer answer
   * replaces them.
   */
  readonly unread?: readonly Unread[];
  /** The open form, where there is one. Its totals hold the results of an evaluator. */
  readonly state?: FormState;
}

/**
 * A draft as a FHIR R4 QuestionnaireResponse, in plain JSON.
 * Hidden answers are not sent. The reason for a missing answer, and who answered when, are extensions of the
 * item. A total that does not count every question yet says so. For a question that is kept back, the
 * response only says that there is an answer.
 * @throws {EhchError} `bad-argument` where `state` belongs to another draft or form; or where the response is
 * to be completed although two people's answers to one question are not settled
 */
export function writeResponse(form: FormDefinition, draft: Draft, options: ResponseOptions): JsonObject {
  const { status, subject, author, authored, url = canonicalOf(form.id) } = options;
  const state = options.state ?? openForm(form, draft);
  if (!isOf(state, form, draft))
    throw new EhchError(
      'bad-argument',
      'The open form belongs to another draft. Pass the state of the draft that is to be written.',
    );
  // FHIR cannot express two answers without a choice between them. In a completed response, one of them would
  // be lost.
  if (status === 'completed' && disputesIn(state.draft).length > 0)
    throw new EhchError(
      'bad-argument',
      'Two people gave different answers. Settle which answer counts before sending the form as completed.',
    );
  const unread = new PutBack(options.unread ?? [], itemsById(form.items));
  const items = unread.intoTop(writeItems(form.items, [], null, { draft: state.draft, state, unread }));
  return defined({
    resourceType: 'QuestionnaireResponse',
    extension: [writeDraftNotes(state.draft)],
    questionnaire: url === undefined ? undefined : `${url}|${form.version}`,
    // Whoever reads the answers may not have the form, and nothing else says which form it was.
    _questionnaire: { extension: [{ url: EXTENSION.display, valueString: form.title }] },
    status,
    subject: { reference: subject },
    authored,
    author: author === null || author === undefined ? undefined : { ...author },
    item: items.length === 0 ? undefined : items,
  });
}

/** A guard: the answers of one resident must never leave under the name of another. */
function isOf(state: FormState, form: FormDefinition, { id, resident }: Draft): boolean {
  const { draft } = state;
  const sameForm = state.form.id === form.id && state.form.version === form.version;
  return sameForm && draft.id === id && draft.resident === resident;
}

/** What is needed to write the items of a response. */
interface Writing {
  readonly draft: Draft;
  readonly state: FormState;
  readonly unread: PutBack;
}

/** The items of one place. Hidden items and displays are not written. */
function writeItems(
  items: readonly FormItem[],
  rows: readonly string[],
  under: ItemKey | null,
  writing: Writing,
): readonly JsonObject[] {
  const written = items.flatMap((item) => {
    if (writing.state.hidden.has(itemKey(item.id, rows)) || item.type === 'display') return [];
    if (item.type === 'total') return writeTotal(item, rows, writing);
    return item.type === 'group'
      ? groupRows(item, rows, writing).map(([row, under]) => ({
          ...(row === null ? {} : { extension: [{ url: OWN_EXT.row, valueString: row }] }),
          ...heading(item),
          item: under,
        }))
      : writeQuestion(item, rows, writing);
  });
  return under === null ? written : writing.unread.into(under, written);
}

function heading({ id, text }: FormItem): JsonObject {
  return { linkId: id, ...(text === '' ? {} : { text }) };
}

/** The rows of a group that have content. */
function groupRows(
  item: Extract<FormItem, { type: 'group' }>,
  rows: readonly string[],
  writing: Writing,
): readonly (readonly [string | null, readonly JsonObject[]])[] {
  const all = hasRows(item) ? rowsUnder(writing.draft, item, rows) : [null];
  return all
    .map((row) => {
      const inside = row === null ? rows : [...rows, row];
      return [row, writeItems(item.items, inside, itemKey(item.id, inside), writing)] as const;
    })
    .filter(([, under]) => under.length > 0);
}

/**
 * A question with its answers, or with the reason for having none. A question that nobody came to is not
 * written.
 */
function writeQuestion(item: FormQuestion, rows: readonly string[], writing: Writing): readonly JsonObject[] {
  const answer = answerOf(writing.state, itemKey(item.id, rows));
  if (answer === null) return [];
  // Everybody who may read the record can read a response. So it holds nothing of the answer, its reason or
  // the items under it (clinical rule 11.4).
  if (item.keptBack === true)
    return [{ extension: [{ url: EXT.dataAbsent, valueCode: 'masked' }], ...heading(item) }];
  const about = { extension: writeNotes(answer), ...heading(item) };
  if (answer.state !== 'given') return [about];
  const names = hasRows(item) ? rowsUnder(writing.draft, item, rows) : null;
  const values = answer.values.map((value, i) => {
    const row = names?.[i];
    const inside = row === undefined ? rows : [...rows, row];
    // Under a single answer there are no rows. Items about it stand under the first value.
    const under =
      names === null && i > 0 ? [] : writeItems(item.items ?? [], inside, itemKey(item.id, inside), writing);
    const extension = numberNotes(item, value);
    return {
      ...(extension.length === 0 ? {} : { extension }),
      ...field('value', valueOf(item, value)),
      ...(under.length === 0 ? {} : { item: under }),
    };
  });
  return [{ ...about, ...(values.length === 0 ? {} : { answer: values }) }];
}

/** What a plain number, or a quantity in the first unit, does not state. */
function numberNotes(item: FormQuestion, value: AnswerValue): readonly JsonObject[] {
  if (value.type !== 'number') return [];
  const parts = present([
    { url: 'unit', valueString: item.type === 'quantity' ? undefined : value.unit },
    { url: 'enteredValue', valueDecimal: value.entered?.value },
    { url: 'enteredUnit', valueString: value.entered?.unit },
  ]);
  return parts.length === 0 ? [] : [{ url: OWN_EXT.number, extension: parts }];
}

/** A calculated value. A total that cannot be scored is not written, and never becomes zero. */
function writeTotal(item: FormTotal, rows: readonly string[], { state }: Writing): readonly JsonObject[] {
  const total = state.totals.get(itemKey(item.id, rows));
  if (total?.state !== 'scored' && total?.state !== 'said') return [];
  const { missing } = total;
  return [
    {
      ...(missing.length === 0 ? {} : { extension: [{ url: OWN_EXT.soFar, valueInteger: missing.length }] }),
      ...heading(item),
      answer: [totalValue(item, total)],
    },
  ];
}

/** The value of a total in the type of its item. */
function totalValue(item: FormTotal, total: Extract<Total, { state: 'scored' | 'said' }>): JsonObject {
  const { value } = total;
  if (total.state === 'said' && total.coding !== undefined) return { valueCoding: { ...total.coding } };
  if (typeof value === 'boolean') return { valueBoolean: value };
  if (typeof value === 'string') return item.as === 'date' ? { valueDate: value } : { valueString: value };
  if (item.as === 'quantity') return { valueQuantity: writeQuantity(item, value, undefined) };
  return item.as === 'integer' ? { valueInteger: value } : { valueDecimal: value };
}
