import { openForm, type Draft, type FormDefinition, type ItemKey } from '@ehch/clinical/form';
import { itemsById } from './write-questionnaire.ts';

/**
 * A draft that was read back, completed from its local copy with what a response never carries: answers that
 * are kept back or hidden, answers that were set aside, and disputes. Otherwise a merge would take each of
 * these for deleted.
 */
export function withUnsent(form: FormDefinition, read: Draft, own: Draft): Draft {
  const byId = itemsById(form.items);
  const { hidden } = openForm(form, read);
  // A copy of an answer that is shown and sent would bring back what the other person took away.
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
