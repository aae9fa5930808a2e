import { EhchError } from '@ehch/clinical';
import type { FormDefinition } from '@ehch/clinical/form';

const known = new WeakSet<object>();

/**
 * A form as a page gave it, once its shape has been looked at. A page may give anything at all as a property.
 * @throws {EhchError} `bad-argument`: it has not the shape of a form.
 */
export function soundForm<Form extends FormDefinition>(form: Form): Form {
  if (known.has(form)) return form;
  if (!isNamed(form, 'id', 'version', 'title') || !Array.isArray(form.items) || !form.items.every(isItem)) {
    throw new EhchError(
      'bad-argument',
      'This is no form. Give `form` as `formFromQuestionnaire` returns it.',
    );
  }
  known.add(form);
  return form;
}

function isItem(item: unknown): boolean {
  if (!isNamed(item, 'id', 'type')) return false;
  const { items = [], options = [] } = item;
  return (
    Array.isArray(items) &&
    items.every(isItem) &&
    Array.isArray(options) &&
    options.every((one) => isNamed(one, 'value'))
  );
}

function isNamed(value: unknown, ...names: readonly string[]): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const of = value as Readonly<Record<string, unknown>>;
  return names.every((name) => typeof of[name] === 'string');
}
