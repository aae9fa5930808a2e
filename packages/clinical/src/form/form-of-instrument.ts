import type { Instrument } from '../instrument.ts';
import type { FormDefinition, FormGroup, FormItem } from './definition.ts';
import type { Condition } from './expression.ts';
import { renameItems } from './evaluate/rename-items.ts';

/** The part of an instrument that a form is made of. */
export type AskedInstrument = Pick<Instrument, 'id' | 'title' | 'version' | 'source' | 'items'>;

const made = /* @__PURE__ */ new WeakMap<AskedInstrument, FormDefinition>();

/** An instrument as a form. The same one each time it is asked for. */
export function formOfInstrument(instrument: AskedInstrument): FormDefinition {
  const { id, title, version, source } = instrument;
  const notices = [source.notice, source.citation, source.licence].filter((each) => each !== undefined);
  const form = made.get(instrument) ?? {
    id,
    title,
    version,
    items: [groupOfInstrument(instrument)],
    notices,
  };
  made.set(instrument, form);
  return form;
}

/** An instrument as a group of a form: its items, however deep they stand, as `<instrument>/<item>`. */
export function groupOfInstrument({ id, title, items }: AskedInstrument): FormGroup {
  const rename = (item: string) => `${id}/${item}`;
  return {
    id,
    type: 'group',
    text: title,
    instrument: id,
    items: items.map((item) => renamed(item, rename)),
  };
}

type Rename = (id: string) => string;

function renamed(item: FormItem, rename: Rename): FormItem {
  const id = rename(item.id);
  const when = item.when === undefined ? {} : { when: renamedWhen(item.when, rename) };
  if (item.type === 'total')
    return { ...item, id, ...when, expression: renameItems(item.expression, rename) };
  if (item.type === 'display' || item.items === undefined) return { ...item, id, ...when };
  return { ...item, id, ...when, items: item.items.map((each) => renamed(each, rename)) };
}

function renamedWhen(when: Condition, rename: Rename): Condition {
  return when.match === 'expression'
    ? { ...when, expression: renameItems(when.expression, rename) }
    : { ...when, tests: when.tests.map((test) => ({ ...test, item: rename(test.item) })) };
}
