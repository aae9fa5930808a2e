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

/** What a draft does not say of itself. */
export interface ResponseOptions {
  readonly status: 'in-progress' | 'completed';
  /** The reference of whom it is about: `Patient/17`. */
  readonly subject: string;
  /** Who answers for it. */
  readonly author?: { readonly reference?: string; readonly display?: string } | null;
  readonly authored: Instant;
  /** The address that the form is published under. Without it: the form's id, where that is one. */
  readonly url?: string;
  /**
   * What `readResponse` found no place for, where this takes the place of that response: it is put back as it was found, so
   * that nothing of other people's is lost by saving. What somebody has answered since takes its place.
   */
  readonly unread?: readonly Unread[];
  /** The open form, where there is one: its totals hold what an evaluator was asked. */
  readonly state?: FormState;
}

/**
 * A draft as a FHIR R4 QuestionnaireResponse, as plain JSON. What is not shown is not sent. Why a question was not answered,
 * and who answered when, are extensions of its item; a total that does not count every question yet says so. Of a question that
 * is kept back, it is sent that there is something and nothing of what.
 *
 * @throws {EhchError} `bad-argument` where `state` is not of this draft and form, or where two people's answers to one question
 *   are not settled and it is to be sent as completed.
 */
export function writeResponse(form: FormDefinition, draft: Draft, options: ResponseOptions): JsonObject {
  const { status, subject, author, authored, url = canonicalOf(form.id) } = options;
  const state = options.state ?? openForm(form, draft);
  if (!isOf(state, form, draft))
    throw new EhchError('bad-argument', 'Give the open form of the draft that is written.');
  // FHIR has no words for two answers of which nobody has chosen one; sent as completed, one of them would be gone.
  if (status === 'completed' && disputesIn(state.draft).length > 0)
    throw new EhchError(
      'bad-argument',
      'Settle what two people said otherwise before sending it as completed.',
    );
  const unread = new PutBack(options.unread ?? [], itemsById(form.items));
  const items = unread.intoTop(writeItems(form.items, [], null, { draft: state.draft, state, unread }));
  return defined({
    resourceType: 'QuestionnaireResponse',
    extension: [writeDraftNotes(state.draft)],
    questionnaire: url === undefined ? undefined : `${url}|${form.version}`,
    // Whoever reads the answers may not have the form, and then nothing else says which it was.
    _questionnaire: { extension: [{ url: EXTENSION.display, valueString: form.title }] },
    status,
    subject: { reference: subject },
    authored,
    author: author === null || author === undefined ? undefined : { ...author },
    item: items.length === 0 ? undefined : items,
  });
}

/** Guard: one resident's answers never leave under the name of another. */
function isOf(state: FormState, form: FormDefinition, { id, resident }: Draft): boolean {
  const { draft } = state;
  const sameForm = state.form.id === form.id && state.form.version === form.version;
  return sameForm && draft.id === id && draft.resident === resident;
}

interface Writing {
  readonly draft: Draft;
  readonly state: FormState;
  readonly unread: PutBack;
}

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

/** What is in each row of a group that has anything in it. */
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

function writeQuestion(item: FormQuestion, rows: readonly string[], writing: Writing): readonly JsonObject[] {
  const answer = answerOf(writing.state, itemKey(item.id, rows));
  if (answer === null) return [];
  // A response is read by everybody who may read the record: nothing of the answer, its reason or what is under it (clinical rule 11.4).
  if (item.keptBack === true)
    return [{ extension: [{ url: EXT.dataAbsent, valueCode: 'masked' }], ...heading(item) }];
  const about = { extension: writeNotes(answer), ...heading(item) };
  if (answer.state !== 'given') return [about];
  const names = hasRows(item) ? rowsUnder(writing.draft, item, rows) : null;
  const values = answer.values.map((value, i) => {
    const row = names?.[i];
    const inside = row === undefined ? rows : [...rows, row];
    // Under one answer alone there are no rows, and what is about it stands under the first.
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

/** What a plain number, or a quantity in the first unit, does not say. */
function numberNotes(item: FormQuestion, value: AnswerValue): readonly JsonObject[] {
  if (value.type !== 'number') return [];
  const parts = present([
    { url: 'unit', valueString: item.type === 'quantity' ? undefined : value.unit },
    { url: 'enteredValue', valueDecimal: value.entered?.value },
    { url: 'enteredUnit', valueString: value.entered?.unit },
  ]);
  return parts.length === 0 ? [] : [{ url: OWN_EXT.number, extension: parts }];
}

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

function totalValue(item: FormTotal, total: Extract<Total, { state: 'scored' | 'said' }>): JsonObject {
  const { value } = total;
  if (total.state === 'said' && total.coding !== undefined) return { valueCoding: { ...total.coding } };
  if (typeof value === 'boolean') return { valueBoolean: value };
  if (typeof value === 'string') return item.as === 'date' ? { valueDate: value } : { valueString: value };
  if (item.as === 'quantity') return { valueQuantity: writeQuantity(item, value, undefined) };
  return item.as === 'integer' ? { valueInteger: value } : { valueDecimal: value };
}
