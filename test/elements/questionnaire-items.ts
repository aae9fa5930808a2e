import type { ItemKind } from '../../packages/fhir/src/questionnaire/fate.ts';
import type { Json } from './plain-resources.ts';

const CALCULATED = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';
const coded = (code: string): Json => ({
  valueCoding: { system: 'urn:test', code, display: code.toUpperCase() },
});
const choices = { answerOption: [coded('a'), coded('b')] };
const calculated = {
  extension: [{ url: CALCULATED, valueExpression: { language: 'text/fhirpath', expression: '1' } }],
};
const kilograms = { system: 'http://unitsofmeasure.org', code: 'kg', display: 'kg' };

/** A plain item of each kind, under the linkId "x". */
export const PLAIN_ITEMS: readonly { readonly name: string; readonly kind: ItemKind; readonly json: Json }[] =
  [
    {
      name: 'group',
      kind: 'group',
      json: { type: 'group', item: [{ linkId: 'in', type: 'string', text: 'In' }] },
    },
    { name: 'display', kind: 'display', json: { type: 'display' } },
    { name: 'choice', kind: 'choice', json: { type: 'choice', ...choices } },
    { name: 'choice of several', kind: 'choice', json: { type: 'choice', repeats: true, ...choices } },
    { name: 'open-choice', kind: 'open-choice', json: { type: 'open-choice', ...choices } },
    { name: 'boolean', kind: 'boolean', json: { type: 'boolean' } },
    { name: 'integer', kind: 'integer', json: { type: 'integer' } },
    { name: 'decimal', kind: 'decimal', json: { type: 'decimal' } },
    {
      name: 'quantity',
      kind: 'quantity',
      json: {
        type: 'quantity',
        extension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption', valueCoding: kilograms },
        ],
      },
    },
    { name: 'date', kind: 'date', json: { type: 'date' } },
    { name: 'dateTime', kind: 'date', json: { type: 'dateTime' } },
    { name: 'time', kind: 'time', json: { type: 'time' } },
    { name: 'string', kind: 'text', json: { type: 'string' } },
    { name: 'text', kind: 'text', json: { type: 'text' } },
    { name: 'url', kind: 'text', json: { type: 'url' } },
    { name: 'reference', kind: 'closed', json: { type: 'reference' } },
    { name: 'attachment', kind: 'closed', json: { type: 'attachment' } },
    { name: 'calculated decimal', kind: 'total', json: { type: 'decimal', ...calculated } },
    { name: 'calculated choice', kind: 'total', json: { type: 'choice', ...choices, ...calculated } },
  ].map(({ name, kind, json }) => ({
    name,
    kind: kind as ItemKind,
    json: { linkId: 'x', text: 'X', ...json },
  }));

/** A question of each kind that a condition can test. */
const SOURCES: readonly Json[] = ['boolean', 'integer', 'decimal', 'date', 'time', 'string', 'quantity'].map(
  (type) => ({ linkId: `q-${type}`, type, text: type }),
);

/** A form with the item, and with the questions on which it may depend. */
export function formWith(item: Json, more: Json = {}): Json {
  const first = { linkId: 'q', type: 'choice', text: 'Q', ...choices };
  return {
    resourceType: 'Questionnaire',
    url: 'urn:test:form',
    version: '1',
    title: 'Form',
    status: 'active',
    item: [first, ...SOURCES, item],
    ...more,
  };
}
