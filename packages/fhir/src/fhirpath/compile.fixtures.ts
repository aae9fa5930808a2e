import type { Expression } from '@ehch/clinical/form';
import { readQuestionnaire } from '../questionnaire/read-questionnaire.ts';

type Json = Readonly<Record<string, unknown>>;

const extension = (name: string, text: string, variable?: string) => ({
  url: name,
  valueExpression: {
    ...(variable === undefined ? {} : { name: variable }),
    language: 'text/fhirpath',
    expression: text,
  },
});
const CALCULATED = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';
const VARIABLE = 'http://hl7.org/fhir/StructureDefinition/variable';
const ORDINAL = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';

export const scored = (linkId: string, more: Json = {}): Json => ({
  linkId,
  type: 'choice',
  text: linkId,
  answerOption: [0, 1, 2].map((points) => ({
    extension: [{ url: ORDINAL, valueDecimal: points }],
    valueCoding: { system: 'urn:test', code: `c${points}`, display: `C ${points}` },
  })),
  ...more,
});
export const item = (linkId: string, type: string, more: Json = {}): Json => ({
  linkId,
  type,
  text: linkId,
  ...more,
});
export const calculated = (linkId: string, text: string, more: Json = {}): Json => ({
  ...item(linkId, 'decimal', more),
  extension: [extension(CALCULATED, text)],
});

/** Questions of most types: alone, in a group, in rows, and under an answer. */
const ITEMS: readonly Json[] = [
  scored('a'),
  item('g', 'group', { item: [scored('b'), scored('c'), item('n', 'integer')] }),
  item('rows', 'group', { repeats: true, item: [item('m', 'decimal'), scored('d')] }),
  scored('many', { repeats: true }),
  item('yes', 'boolean', { item: [item('under', 'integer')] }),
  item('weight', 'quantity'),
  item('words', 'string'),
];

interface Around {
  readonly variables?: Readonly<Record<string, string>>;
  readonly items?: readonly Json[];
  /** The type of the calculated item. */
  readonly type?: string;
}

/** A form of `ITEMS` with one calculated item at its end, as a Questionnaire. */
export function questionnaireWith(
  text: string,
  { variables = {}, items = ITEMS, type = 'decimal' }: Around = {},
): Json {
  return {
    resourceType: 'Questionnaire',
    extension: Object.entries(variables).map(([name, its]) => extension(VARIABLE, its, name)),
    item: [...items, { ...calculated('total', text), type }],
  };
}

/** What an expression becomes at the end of such a form. */
export function compiledIn(text: string, around: Around = {}): Expression {
  const { form } = readQuestionnaire(questionnaireWith(text, around));
  const total = form?.items.at(-1);
  if (total?.type !== 'total') throw new Error('no total');
  return total.expression;
}
