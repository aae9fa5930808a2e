import {
  converted,
  itemKey,
  type Answer,
  type AnswerValue,
  type Draft,
  type FormDefinition,
  type FormItem,
  type FormQuestion,
  type ItemKey,
} from '@ehch/clinical/form';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import { readGiven, readNotGiven, type Otherwise } from './answer-notes.ts';
import { answerValueOf } from './answer-value.ts';
import { extension, extensionValue, polymorphic } from './json-value.ts';
import { hasRows, isRowName } from './rows.ts';
import type { Unread } from './unread.ts';
import { OWN_EXT } from './urls.ts';
import { itemsById } from './write-questionnaire.ts';

/** A calculated value as the response has it. */
export interface RecordedTotal {
  readonly linkId: string;
  readonly json: unknown;
  readonly value: unknown;
}

/** What has been read so far. */
interface Gathering {
  readonly byId: ReadonlyMap<string, FormItem>;
  readonly otherwise: Otherwise;
  /** The rows that the response names. */
  readonly named: Draft['rows'];
  readonly answers: Record<ItemKey, Answer>;
  readonly rows: Record<ItemKey, readonly string[]>;
  readonly unread: Unread[];
  readonly totals: Map<ItemKey, RecordedTotal>;
}

/** The answers of a response, by the key of their item and row. */
export function readAnswers(
  json: JsonObject,
  form: FormDefinition,
  otherwise: Otherwise,
  named: Draft['rows'],
): Pick<Gathering, 'answers' | 'rows' | 'unread' | 'totals'> {
  const byId = itemsById(form.items);
  const all: Gathering = { byId, otherwise, named, answers: {}, rows: {}, unread: [], totals: new Map() };
  readItems(listAt(json, 'item'), form.items, [], null, all);
  return all;
}

/** The elements of a response item that the draft has a place for. */
const FIELDS = new Set(['id', 'extension', 'linkId', 'definition', 'text', 'answer', 'item']);

/** Reads the items of one place. Whatever fits no item of the form goes to `unread` with its reason. */
function readItems(
  list: readonly unknown[],
  items: readonly FormItem[],
  path: readonly string[],
  under: ItemKey | null,
  all: Gathering,
): void {
  const counts = new Map<string, number>();
  for (const json of list) {
    const linkId = textAt(json, 'linkId');
    const item = items.find(({ id }) => id === linkId) ?? elsewhere(linkId, path, all);
    if (!isObject(json) || item === undefined || item.type === 'display') {
      all.unread.push({ linkId, under, why: 'no-such-item', json });
    } else if (json['modifierExtension'] !== undefined) {
      all.unread.push({ linkId, under, why: 'unknown-modifier', json });
    } else {
      const count = (counts.get(item.id) ?? 0) + 1;
      counts.set(item.id, count);
      if (Object.keys(json).some((name) => !FIELDS.has(name)))
        all.unread.push({ linkId, under, why: 'no-place', json });
      readItem(json, item, path, count, under, all);
    }
  }
}

/**
 * Finds an item by its id where another program put it in another place. Within rows this could confuse two
 * rows, so it is not done.
 */
function elsewhere(
  linkId: string | null,
  path: readonly string[],
  { byId }: Gathering,
): FormItem | undefined {
  return path.length === 0 && linkId !== null ? byId.get(linkId) : undefined;
}

function readItem(
  json: JsonObject,
  item: FormItem,
  path: readonly string[],
  count: number,
  under: ItemKey | null,
  all: Gathering,
): void {
  const key = itemKey(item.id, path);
  if (item.type === 'total') {
    readTotal(json, item, key, all);
  } else if (item.type === 'group') {
    if (listAt(json, 'answer').length > 0)
      all.unread.push({ linkId: item.id, under, why: 'does-not-fit', json: json['answer'] });
    if (count > 1 && !hasRows(item)) all.unread.push({ linkId: item.id, under, why: 'too-many', json });
    else {
      const inside = rowPath(json, item, path, count, all);
      readItems(listAt(json, 'item'), item.items, inside, itemKey(item.id, inside), all);
    }
  } else if (item.type !== 'display') {
    if (count > 1 || Object.hasOwn(all.answers, key))
      all.unread.push({ linkId: item.id, under, why: 'too-many', json });
    else readQuestion(json, item, path, under, all);
  }
}

/** The row of a repeated group: by the name that this product gave it, else by its number. */
function rowPath(
  json: JsonObject,
  group: FormItem,
  path: readonly string[],
  count: number,
  { rows }: Gathering,
): readonly string[] {
  if (!hasRows(group)) return path;
  const key = itemKey(group.id, path);
  const taken = rows[key] ?? [];
  const stated = extensionValue(json, OWN_EXT.row);
  const row = isRowName(stated) && !taken.includes(stated) ? stated : free(count, taken);
  rows[key] = [...taken, row];
  return [...path, row];
}

/** A free row name. Another program may copy a row with its name, and the copy is still a row of its own. */
function free(wanted: number, taken: readonly string[]): string {
  let row = wanted;
  while (taken.includes(String(row))) row += 1;
  return String(row);
}

/** Reads the answers to a question. A reason for a missing answer counts only if there is none. */
function readQuestion(
  json: JsonObject,
  item: FormQuestion,
  path: readonly string[],
  place: ItemKey | null,
  all: Gathering,
): void {
  const { answers, unread, otherwise, named } = all;
  const { id, items = [] } = item;
  const key = itemKey(id, path);
  const written = listAt(json, 'answer');
  const notGiven = written.length === 0 ? readNotGiven(json, otherwise) : null;
  if (notGiven !== null) answers[key] = notGiven;
  // Several answers to a question that takes one: nobody here may choose between them.
  if (written.length > 1 && item.repeats !== true) {
    unread.push({ linkId: id, under: place, why: 'too-many', json });
    return;
  }
  const found = written.map((each) => ({ each, value: isTurned(each) ? null : valueIn(item, each) }));
  for (const { each, value } of found) {
    const why = isTurned(each) ? 'unknown-modifier' : 'does-not-fit';
    if (value === null) unread.push({ linkId: id, under: place, why, json: each });
  }
  const fitting = found.filter((one): one is typeof one & { value: AnswerValue } => one.value !== null);
  if (fitting.length > 0 || extension(json, OWN_EXT.answered) !== undefined)
    answers[key] = {
      state: 'given',
      values: fitting.map(({ value }) => value),
      ...readGiven(json, otherwise),
    };
  const rows = Object.hasOwn(named, key) ? named[key] : undefined;
  for (const [i, { each }] of fitting.entries()) {
    const row = rows?.length === fitting.length ? rows[i] : undefined;
    const under = hasRows(item) ? [...path, row ?? String(i + 1)] : path;
    readItems(listAt(each, 'item'), items, under, itemKey(id, under), all);
  }
  // R4 puts items under an answer. Some programs put them beside it.
  const first = hasRows(item) ? [...path, rows?.[0] ?? '1'] : path;
  readItems(listAt(json, 'item'), items, first, itemKey(id, first), all);
}

/** Whether an answer has a modifier extension, which may reverse its meaning. */
function isTurned(answer: unknown): boolean {
  return isObject(answer) && answer['modifierExtension'] !== undefined;
}

/** A value that fits the question, with its unit as given. */
function valueIn(item: FormQuestion, answer: unknown): AnswerValue | null {
  const found = polymorphic(answer, 'value');
  const value = found === null ? null : answerValueOf(item, found);
  const own = isObject(answer) ? extension(answer, OWN_EXT.number) : undefined;
  if (value?.type !== 'number' || own === undefined) return value;
  const [unit, number, entered] = ['unit', 'enteredValue', 'enteredUnit'].map((name) =>
    extensionValue(own, name),
  );
  return {
    ...value,
    ...(typeof unit === 'string' ? { unit } : {}),
    ...(typeof number === 'number' &&
    typeof entered === 'string' &&
    comesTo(item, number, entered, value.value)
      ? { entered: { value: number, unit: entered } }
      : {}),
  };
}

/**
 * Whether the typed number still gives the value. Another program may have corrected the value, and left the
 * typed number as it was.
 */
function comesTo({ units = [] }: FormQuestion, typed: number, code: string, value: number): boolean {
  const unit = units.find((each) => each.code === code);
  return unit !== undefined && converted(typed, unit) === value;
}

/** Keeps a calculated value for comparison. It is never taken over, because the engine calculates its own. */
function readTotal(json: JsonObject, item: FormItem, key: ItemKey, all: Gathering): void {
  const answers = listAt(json, 'answer');
  const [first] = answers.map((each) => polymorphic(each, 'value')?.value);
  // The number of a quantity, or the words of a coding.
  const value = isObject(first) ? (first['value'] ?? first['display']) : first;
  all.totals.set(key, { linkId: item.id, json, value: answers.length === 1 ? value : null });
  // Items under a calculated item are beside it in this product's form.
  for (const each of answers) readItems(listAt(each, 'item'), [], [], key, all);
}
