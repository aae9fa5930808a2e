import { noticesOf, type FormDefinition, type FormItem, type FormOption } from '@ehch/clinical/form';

/** A form as FHIR can express it: without what only this product holds, and with what FHIR always states. */
export function saidInFhir(form: FormDefinition): FormDefinition {
  const { id, title, version, items, limits } = form;
  const notices = noticesOf(form);
  return {
    id,
    title,
    version,
    items: items.map(said),
    ...(notices.length === 0 ? {} : { notices }),
    ...(limits === undefined || limits.length === 0 ? {} : { limits }),
  };
}

/**
 * Elements of an item that are data of a form. An instrument may keep more beside a question, such as a
 * weight.
 */
const FIELDS = new Set([
  'id',
  'type',
  'text',
  'when',
  'codes',
  'hidden',
  'repeats',
  'instrument',
  'required',
  'units',
  'limits',
  'plausible',
  'maxLength',
  'initial',
  'readOnly',
  'sentAs',
  'optionsIn',
  'fact',
  'optional',
  'fresh',
  'keptBack',
  'past',
  'future',
  'dayOf',
  'hint',
  'expression',
  'as',
  'unit',
]);

function said(item: FormItem): FormItem {
  const own = Object.fromEntries(
    Object.entries(item).filter(([name, value]) => FIELDS.has(name) && value !== false),
  );
  const when =
    item.when !== undefined && item.when.match !== 'expression' && item.when.tests.length === 1
      ? { when: { ...item.when, match: 'all' } }
      : {};
  const options =
    'options' in item && item.options !== undefined ? { options: item.options.map(option) } : {};
  const items =
    'items' in item && item.items !== undefined && (item.type === 'group' || item.items.length > 0)
      ? { items: item.items.map(said) }
      : {};
  return { ...own, ...when, ...options, ...items } as FormItem;
}

function option({ code, ...rest }: FormOption): FormOption {
  if (code === undefined) return rest;
  const display = code.display ?? rest.text;
  // A code that equals the option's own value and words adds nothing.
  const plain = code.system === undefined && code.code === rest.value && display === rest.text;
  return plain ? rest : { ...rest, code: { ...code, display } };
}
