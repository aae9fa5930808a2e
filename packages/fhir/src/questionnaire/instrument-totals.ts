import type { FormDefinition, FormItem, FormTotal } from '@ehch/clinical/form';
import { totalExpression } from '@ehch/clinical/instruments';

type Totalled = Parameters<typeof totalExpression>[0] & { readonly title: string };

/**
 * The form with a calculated total at the end of each instrument's group, `<instrument>/calculated-total`.
 * Any program that reads Questionnaires can then score it. An instrument whose rule is more than arithmetic
 * gets none.
 */
export function withInstrumentTotals(form: FormDefinition, instruments: readonly Totalled[]): FormDefinition {
  // Groups may be within groups, as in the CGA.
  const extended = (item: FormItem): FormItem => {
    if (item.type !== 'group') return item;
    const instrument = instruments.find(({ id }) => id === item.instrument);
    const expression = instrument === undefined ? null : totalExpression(instrument);
    const items = item.items.map(extended);
    if (instrument === undefined || expression === null) return { ...item, items };
    const total: FormTotal = {
      id: `${instrument.id}/calculated-total`,
      type: 'total',
      text: `${instrument.title}: total`,
      as: 'decimal',
      expression,
    };
    return { ...item, items: [...items, total] };
  };
  return { ...form, items: form.items.map(extended) };
}
