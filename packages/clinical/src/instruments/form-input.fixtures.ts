import type { Answer, FormItem, FormQuestion } from '../form/types.ts';
import { itemKey } from '../form/key.ts';
import type { FilledForm } from './filled-form.fixtures.ts';

/**
 * The input that a filled form gives to `score`: an option by its value, a missing answer by its reason, a repeating
 * group as a list of rows. It does not use the form engine, so that a test can compare the two.
 */
export function inputOf(items: readonly FormItem[], form: FilledForm): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const item of items) {
    if (item.type === 'group') {
      const rows = (form.rows[item.id] ?? []).flatMap((row) => {
        const fields = item.items.flatMap((child): [string, unknown][] => fieldOf(child.id, form, [row]));
        return fields.length === 0 ? [] : [Object.fromEntries(fields)];
      });
      if (rows.length > 0) input[item.id] = rows;
    } else if (isShown(item, form)) {
      for (const [id, value] of fieldOf(item.id, form, [])) input[id] = value;
    }
  }
  return input;
}

/** The same answers as code gives them: booleans for yes and no, numbers for options that are numbers. */
export function typedInput(
  items: readonly FormItem[],
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const questions = items.filter((item): item is FormQuestion => item.type === 'choice');
  return Object.fromEntries(
    Object.entries(input).map(([id, value]) => {
      const options = questions.find((question) => question.id === id)?.options ?? [];
      if (!options.some((option) => option.value === value)) return [id, value];
      if (options.length === 2 && (value === 'yes' || value === 'no')) return [id, value === 'yes'];
      return [id, /^\d+$/.test(String(value)) ? Number(value) : value];
    }),
  );
}

function fieldOf(id: string, form: FilledForm, rows: readonly string[]): [string, unknown][] {
  const answer = form.answers[itemKey(id, rows)];
  return answer === undefined ? [] : [[id, valueIn(answer)]];
}

function valueIn(answer: Answer): unknown {
  return answer.state === 'given' ? answer.values[0]?.value : answer.state;
}

/** Instruments use only one kind of condition: another question has this answer. */
function isShown({ when }: FormItem, form: FilledForm): boolean {
  if (when === undefined || when.match === 'expression') return true;
  return when.tests.every(({ item, value }) => {
    const answer = form.answers[itemKey(item)];
    return answer?.state === 'given' && answer.values[0]?.value === value.value;
  });
}
