import { noticesOfInstrument } from '../instrument-notices.ts';
import type { Instrument } from '../instrument.ts';
import type { FormDefinition, FormGroup, FormItem } from './definition.ts';

/** The part of an instrument that a form is made of. */
export type AskedInstrument = Pick<
  Instrument,
  'id' | 'title' | 'version' | 'source' | 'permission' | 'items'
>;

const made = new WeakMap<AskedInstrument, FormDefinition>();

/** An instrument as a form. The same one each time it is asked for. */
export function formOfInstrument(instrument: AskedInstrument): FormDefinition {
  const { id, title, version } = instrument;
  const form = made.get(instrument) ?? { id, title, version, items: [groupOfInstrument(instrument)] };
  made.set(instrument, form);
  return form;
}

/**
 * An instrument as a group of a form: its items, however deep they stand, as `<instrument>/<item>`. Its notices go with it
 * into every form.
 */
export function groupOfInstrument(instrument: AskedInstrument): FormGroup {
  const { id, title, items } = instrument;
  const notices = noticesOfInstrument(instrument);
  const within = (item: FormItem): FormItem => {
    const { when } = item;
    return {
      ...item,
      id: `${id}/${item.id}`,
      // An instrument's items are shown by tests alone: its arithmetic is its own.
      ...(when !== undefined && 'tests' in when
        ? { when: { ...when, tests: when.tests.map((test) => ({ ...test, item: `${id}/${test.item}` })) } }
        : {}),
      ...('dayOf' in item && item.dayOf !== undefined
        ? { dayOf: item.dayOf.map((each) => `${id}/${each}`) }
        : {}),
      ...('items' in item && item.items !== undefined ? { items: item.items.map(within) } : {}),
    };
  };
  return { id, type: 'group', text: title, instrument: id, notices, items: items.map(within) };
}
