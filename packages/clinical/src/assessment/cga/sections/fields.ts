import type {
  Condition,
  FormCode,
  FormDisplay,
  FormGroup,
  FormItem,
  FormOption,
  FormQuestion,
} from '../../../form/types.ts';
import { formOfInstrument, type AskedInstrument } from '../../../form/form-of-instrument.ts';

/** Of a day that has happened. */
export const PAST = { past: true } as const;

/** What a question may say beside its name and words. */
type More = Omit<Partial<FormQuestion>, 'id' | 'type' | 'text'>;

/**
 * Options with `|` between them: `Good|Broken|Poor`. Each is sent and stored as its words in small letters, `with-one-person`,
 * or as what stands before a `=`: `one=With one person`.
 */
export function optionsOf(options: string): readonly FormOption[] {
  return options.split('|').map((option) => {
    const [first = '', ...rest] = option.split('=');
    if (rest.length > 0) return { value: first, text: rest.join('=') };
    return { value: first.toLowerCase().replace(/[^a-z0-9]+/g, '-'), text: first };
  });
}

export function choice(id: string, text: string, options: string, more?: More): FormQuestion {
  return { id, type: 'choice', text, options: optionsOf(options), ...more };
}

/** Several may be chosen; `none` takes the others away. */
export function several(id: string, text: string, options: string, more?: More): FormQuestion {
  const all = optionsOf(options);
  const list = all.map((option) => (option.value === 'none' ? { ...option, exclusive: true } : option));
  return { id, type: 'choice', text, options: list, repeats: true, ...more };
}

/** [P] "Not known" stands beside yes and no: behind another press it would be answered "no". */
export function yesNoNotKnown(id: string, text: string, more?: More): FormQuestion {
  return choice(id, text, 'Yes|No|Not known', more);
}

export function words(id: string, text: string, more?: More): FormQuestion {
  return { id, type: 'text', text, maxLength: 1000, ...more };
}

export function day(id: string, text: string, more?: More): FormQuestion {
  return { id, type: 'date', text, ...more };
}

export function whole(id: string, text: string, min: number, max: number, more?: More): FormQuestion {
  return { id, type: 'integer', text, limits: { min, max }, ...more };
}

export function group(id: string, text: string, ...items: readonly FormItem[]): FormGroup {
  return { id, type: 'group', text, items };
}

/** A list: as many rows as there are things to say. */
export function list(id: string, text: string, ...items: readonly FormItem[]): FormGroup {
  return { id, type: 'group', text, repeats: true, items };
}

export function note(id: string, text: string): FormDisplay {
  return { id, type: 'display', text };
}

/** The instrument with its own items and its own rule. */
export function scored(instrument: AskedInstrument): FormGroup {
  const { items } = formOfInstrument(instrument);
  return items.find((item) => item.type === 'group') ?? group(instrument.id, instrument.title);
}

/** Asked only where another question has one of these answers. */
export function askedWhen<Item extends FormItem>(asked: string, values: string, item: Item): Item {
  return { ...item, when: isOneOf(asked, values) };
}

/** Asked only where one of several tests holds. */
export function askedWhenAny<Item extends FormItem>(tests: Tests, item: Item): Item {
  return { ...item, when: { match: 'any', tests } };
}

/** The values of all options but one, as a question that depends on them names them. */
export function anyBut(left: string, options: string): string {
  return optionsOf(options)
    .flatMap(({ value }) => (value === left ? [] : [value]))
    .join('|');
}

/** The same question about another moment: what the record says of today does not answer it. */
export function asOtherMoment(item: FormItem, id: string): FormItem {
  const { fact: _, when: __, codes: ___, ...question } = item as FormQuestion;
  return { ...question, id };
}

type Tests = Exclude<Condition, { match: 'expression' }>['tests'];

/** Of each tool its own questions, once it is the one that is used. The options are the instruments' ids. */
export function chosenTool(
  id: string,
  text: string,
  tools: Readonly<Record<string, AskedInstrument>>,
  { when: only, ...more }: More = {},
): readonly FormItem[] {
  const names = Object.entries(tools).map(([name, tool]) => `${tool.id}=${name}`);
  return [
    // A result is never brought over from the last time, so neither is the choice of its tool.
    choice(id, text, [...names, 'none=None this time'].join('|'), {
      fresh: true,
      ...more,
      ...(only === undefined ? {} : { when: only }),
    }),
    ...Object.values(tools).map((tool) => askedWhen(id, tool.id, scored(tool))),
  ];
}

export function snomed(...codes: readonly string[]): { readonly codes: readonly FormCode[] } {
  return { codes: codes.map((code) => ({ system: SNOMED, code })) };
}

export const SNOMED = 'http://snomed.info/sct';

/** `values`: one, or several with `|` between them. */
export function isOneOf(item: string, values: string): Condition {
  const tests = values
    .split('|')
    .map((value) => ({ item, operator: '=', value: { type: 'option', value } }) as const);
  return { match: 'any', tests };
}
