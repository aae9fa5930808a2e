// The questionnaire of every contestant: instruments of ten questions each, and a grand total over their totals.

/** `plain`: totals in FHIRPath that every contestant can run. `weight`: the standard's own `weight().sum()`. */
export type Scoring = 'plain' | 'weight';

export const OPTIONS = ['Independent', 'Some help', 'Much help', 'Dependent'] as const;
export const CHOICES = 7;
const QUESTIONS = 10;
const TITLES = [
  'Mobility',
  'Transfers',
  'Continence',
  'Nutrition',
  'Cognition',
  'Mood',
  'Skin integrity',
  'Medication',
  'Falls',
  'Social',
];

const EXTENSION = {
  itemControl: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
  ordinalValue: 'http://hl7.org/fhir/StructureDefinition/ordinalValue',
  calculated: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
};

/** @param questions 20, 100 or 300: a multiple of ten. */
export function questionnaire(questions: number, scoring: Scoring): unknown {
  const groups = Array.from({ length: questions / QUESTIONS }, (_, index) => index);
  return {
    resourceType: 'Questionnaire',
    id: `bench-${questions}-${scoring}`,
    url: `urn:bench:${questions}-${scoring}`,
    status: 'active',
    title: `CGA ${questions}`,
    item: [
      ...groups.map((group) => instrument(group, scoring)),
      total('grand', 'CGA total', sumOfTotals(groups)),
    ],
  };
}

function instrument(group: number, scoring: Scoring): object {
  const id = `g${group}`;
  const title = TITLES[group] ?? `Extra ${group}`;
  const choices = Array.from({ length: CHOICES }, (_, index) => `${id}q${index + 1}`);
  return {
    linkId: id,
    text: title,
    type: 'group',
    item: [
      ...choices.map((linkId, index) => choice(linkId, title, index + 1)),
      { linkId: `${id}q8`, text: `${title}: recent change?`, type: 'boolean' },
      { linkId: `${id}q9`, text: `${title}: measured value`, type: 'decimal' },
      {
        linkId: `${id}q10`,
        text: `${title}: describe why fully dependent`,
        type: 'text',
        enableWhen: [
          { question: `${id}q1`, operator: '=', answerCoding: { system: 'urn:bench', code: '3' } },
        ],
      },
      total(`${id}total`, `${title} total`, scoring === 'weight' ? weightOf(id) : sumOfCodes(id, choices)),
    ],
  };
}

function choice(linkId: string, title: string, number: number): object {
  return {
    linkId,
    text: `${title} question ${number}: how much help does the resident need?`,
    type: 'choice',
    extension: [
      {
        url: EXTENSION.itemControl,
        valueCodeableConcept: {
          coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'radio-button' }],
        },
      },
    ],
    answerOption: OPTIONS.map((display, points) => ({
      extension: [{ url: EXTENSION.ordinalValue, valueDecimal: points }],
      valueCoding: { system: 'urn:bench', code: String(points), display },
    })),
  };
}

function total(linkId: string, text: string, expression: string): object {
  return {
    linkId,
    text,
    type: 'integer',
    readOnly: true,
    extension: [{ url: EXTENSION.calculated, valueExpression: { language: 'text/fhirpath', expression } }],
  };
}

const answer = (group: string, item: string) =>
  `%resource.item.where(linkId='${group}').item.where(linkId='${item}').answer.value`;

function sumOfCodes(group: string, items: readonly string[]): string {
  return sum(items.map((item) => ({ from: answer(group, item), as: '.code.toInteger()' })));
}

function sumOfTotals(groups: readonly number[]): string {
  return sum(groups.map((group) => ({ from: answer(`g${group}`, `g${group}total`), as: '' })));
}

/** Nothing while no part has a value, else the sum of those that have. Without `sum()`, which some contestants lack. */
function sum(parts: readonly { readonly from: string; readonly as: string }[]): string {
  const any = parts.map(({ from }) => `${from}.exists()`).join(' or ');
  const each = parts.map(({ from, as }) => `iif(${from}.exists(), ${from}${as}, 0)`).join(' + ');
  return `iif(${any}, ${each}, {})`;
}

function weightOf(group: string): string {
  return `%resource.item.where(linkId='${group}').item.where(linkId!='${group}total').answer.value.ofType(Coding).weight().sum()`;
}
