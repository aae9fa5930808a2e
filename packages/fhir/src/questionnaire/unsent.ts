import { openForm, type Draft, type FormDefinition, type ItemKey } from '@ehch/clinical/form';
import { itemsById } from './write-questionnaire.ts';

/**
 * A draft that was read back, with what its response never carried and the own copy of it still has: answers that are kept back
 * or hidden, what was set aside, and what is in dispute. Without these a merge would take each of them for taken away.
 */
export function withUnsent(form: FormDefinition, read: Draft, own: Draft): Draft {
  const byId = itemsById(form.items);
  const { hidden } = openForm(form, read);
  const isUnsent = (key: ItemKey) => {
    const item = byId.get(key) ?? byId.get(key.replace(/\[[^[]*\]$/, ''));
    return hidden.has(key) || (item !== undefined && 'keptBack' in item && item.keptBack);
  };
  const unsent = Object.entries(own.answers).filter(
    ([key]) => !Object.hasOwn(read.answers, key) && isUnsent(key),
  );
  const { setAside, disputed } = own;
  return {
    ...read,
    answers: { ...read.answers, ...Object.fromEntries(unsent) },
    ...(setAside === undefined ? {} : { setAside }),
    ...(disputed === undefined ? {} : { disputed }),
  };
}
