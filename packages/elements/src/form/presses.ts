import type { AnswerValue, FormQuestion, ItemKey, NotGiven } from '@ehch/clinical';
import { isChoice, valueOf } from './choice.ts';
import { doubtWords } from './doubt-words.ts';
import { readEntry, readText } from './read-entry.ts';
import { FORGOTTEN } from './sheet.ts';
import type { Sheet } from './sheet.ts';

/** Where a person did something. */
export interface Used {
  readonly sheet: Sheet;
  readonly key: ItemKey;
  readonly item: HTMLElement;
}

/** A button was pressed. */
export function takePress({ sheet, key }: Used, button: HTMLElement): void {
  const { press } = sheet;
  const { do: what, n = '' } = button.dataset;
  switch (what) {
    case 'not':
      sheet.change(key, { opened: sheet.note(key).opened !== true });
      break;
    case 'clear':
      press.answer(key, null);
      break;
    case 'yes':
      press.confirm(key);
      break;
    case 'use': {
      const suggestion = sheet.look.suggestions.get(key)?.[Number(n)];
      if (suggestion !== undefined) press.accept(suggestion);
      break;
    }
    case 'add':
      press.addRow(key);
      break;
    case 'remove':
      press.removeRow(key, n);
      break;
    case 'why':
      press.why(key);
      break;
    default:
  }
}

/** Something is typed: kept as it is, and not read yet. */
export function takeTyping({ sheet, key, item }: Used, { dataset, value }: HTMLInputElement): void {
  sheet.change(key, dataset['f'] === 'q' ? { search: value } : { typed: fieldsIn(item) });
}

/** A control was changed, or left after typing. */
export function takeChange(used: Used, question: FormQuestion, control: HTMLInputElement): void {
  const { f: field } = control.dataset;
  if (field === 'q') return;
  if (field === 'n' || field === 'r') takeNotGiven(used);
  else if (isChoice(question)) takeChoice(used, question, control);
  else takeEntry(used, question, fieldsIn(used.item), false);
}

/** Text that was left for a moment while typing is kept; it stands in the field as it is typed. */
export function takePause({ sheet, key, item }: Used, question: FormQuestion): void {
  if (question.type === 'text') takeEntry({ sheet, key, item }, question, fieldsIn(item), true);
}

function takeEntry({ sheet, key }: Used, question: FormQuestion, typed: Fields, going: boolean): void {
  const { values, refused, within } = readEntry(question, typed);
  if (going && refused !== null) return;
  const stays = going || refused !== null;
  sheet.change(key, {
    typed: stays ? typed : undefined,
    refused: refused ?? undefined,
    within: within === true ? true : undefined,
  });
  takeValues(sheet, key, values);
}

function takeChoice({ sheet, key, item }: Used, question: FormQuestion, control: HTMLInputElement): void {
  const other = item.querySelector<HTMLInputElement>('[data-f=x]');
  const many = question.repeats === true;
  const isOther = control === other;
  const read = other === null || (!many && !isOther) ? null : readText(question, other.value);
  const refused = read !== null && 'kind' in read ? doubtWords(question, read) : undefined;
  // Also where the answer will be the same: what the browser did to its control by itself is then taken back.
  sheet.change(key, { typed: refused === undefined ? undefined : fieldsIn(item), refused });
  const own = read !== null && 'type' in read ? [read] : [];
  if (!many) return takeValues(sheet, key, isOther ? own : [valueOf(question, control.value)]);
  const ticked = [...item.querySelectorAll<HTMLInputElement>('[data-f=o]:checked')];
  takeValues(sheet, key, [...ticked.map(({ value }) => valueOf(question, value)), ...own]);
}

function takeNotGiven({ sheet, key, item }: Used): void {
  const state = item.querySelector<HTMLInputElement>('[data-f=n]:checked')?.value as NotGiven['state'];
  // Words without a reason are kept until there is one.
  if (state === undefined) return;
  const reason = item.querySelector<HTMLInputElement>('[data-f=r]')?.value.trim() ?? '';
  sheet.change(key, FORGOTTEN);
  sheet.press.notGiven(key, state, reason === '' ? null : reason);
}

/** An entry that comes to nothing leaves no earlier answer in force; where there is none, nothing has happened. */
function takeValues(sheet: Sheet, key: ItemKey, values: readonly AnswerValue[]): void {
  sheet.typedIsAnswered(key);
  if (values.length > 0) sheet.press.answer(key, values);
  else if (sheet.answer(key) !== null) sheet.press.answer(key, null);
}

type Fields = Readonly<Record<string, string>>;

/** What is typed in every field of a question, and which unit is chosen. */
function fieldsIn(item: HTMLElement): Fields {
  const fields: Record<string, string> = {};
  for (const field of item.querySelectorAll<HTMLInputElement>('[data-f]')) {
    const { f = '' } = field.dataset;
    if (/^[onq]$/.test(f) || (field.type === 'radio' && !field.checked)) continue;
    fields[f] = field.value;
  }
  return fields;
}
