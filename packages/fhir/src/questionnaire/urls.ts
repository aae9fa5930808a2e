import { EXTENSION } from '../codes/systems.ts';

/** Extensions of FHIR R4, the SDC guide and others that Questionnaires carry and this program reads. */
const CORE = 'http://hl7.org/fhir/StructureDefinition/';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';
/** A reserved name that nobody can register: an id, not an address. */
const OWN = 'https://ehch-kit.example/StructureDefinition/';

export const UCUM = 'http://unitsofmeasure.org';
/** Names a form of ours whatever address it is published under. */
export const FORM_ID = 'https://ehch-kit.example/Id/form';

export const EXT = {
  answerExpression: `${SDC}answerExpression`,
  answerOptionsToggle: `${SDC}answerOptionsToggleExpression`,
  calculated: `${SDC}calculatedExpression`,
  candidateExpression: `${SDC}candidateExpression`,
  constraint: `${CORE}questionnaire-constraint`,
  cqfCalculated: `${CORE}cqf-calculatedValue`,
  cqfExpression: `${CORE}cqf-expression`,
  dataAbsent: `${CORE}data-absent-reason`,
  displayCategory: `${CORE}questionnaire-displayCategory`,
  enableWhenExpression: `${SDC}enableWhenExpression`,
  entryFormat: `${CORE}entryFormat`,
  externallyDefined: `${CORE}questionnaire-externallydefined`,
  hidden: `${CORE}questionnaire-hidden`,
  initialExpression: `${SDC}initialExpression`,
  instruction: `${CORE}questionnaire-instruction`,
  itemControl: `${CORE}questionnaire-itemControl`,
  itemMedia: `${SDC}itemMedia`,
  itemWeight: `${CORE}itemWeight`,
  maxDecimals: `${CORE}maxDecimalPlaces`,
  maxOccurs: `${CORE}questionnaire-maxOccurs`,
  maxQuantity: `${SDC}maxQuantity`,
  maxValue: `${CORE}maxValue`,
  minLength: `${CORE}minLength`,
  minOccurs: `${CORE}questionnaire-minOccurs`,
  minQuantity: `${SDC}minQuantity`,
  minValue: `${CORE}minValue`,
  optionExclusive: `${CORE}questionnaire-optionExclusive`,
  optionPrefix: `${CORE}questionnaire-optionPrefix`,
  optionRestriction: `${SDC}optionRestriction`,
  ordinalValue: `${CORE}ordinalValue`,
  /** Of the Argonaut guide, before `ordinalValue`. */
  oldScore: 'http://fhir.org/guides/argonaut-questionnaire/StructureDefinition/extension-score',
  regex: `${CORE}regex`,
  subQuestionnaire: `${SDC}subQuestionnaire`,
  targetConstraint: `${CORE}targetConstraint`,
  unit: `${CORE}questionnaire-unit`,
  unitOpen: `${SDC}unitOpen`,
  unitOption: `${CORE}questionnaire-unitOption`,
  unitValueSet: `${CORE}questionnaire-unitValueSet`,
  usageMode: `${CORE}questionnaire-usageMode`,
  variable: `${CORE}variable`,
} as const;

/** What FHIR has no words for. */
export const OWN_EXT = {
  /** On an answered item of a response: when, by whom and where from. */
  answered: EXTENSION.answered,
  /** On a response: what a draft holds besides its answers. */
  draft: EXTENSION.draft,
  /** On a group: the instrument that it is. */
  instrument: `${OWN}form-instrument`,
  /** On a Questionnaire: what of an imported form is not carried out. */
  limit: `${OWN}form-limit`,
  /** On an item of a response: why it was not answered. */
  notGiven: EXTENSION.notGiven,
  /** On an option: its own value and words, where they are not those of its code. */
  option: `${OWN}form-option`,
  /** On a question: beyond which a value is questioned, and which fact of a record answers it. */
  question: `${OWN}form-question`,
  /** On an answer: its unit, and what was typed where that was another one. */
  number: EXTENSION.number,
  /** On a group of a response: the row's name. */
  row: `${OWN}form-row`,
  /** On a calculated item of a response: how many of the questions that it reads have no answer yet. */
  soFar: EXTENSION.soFar,
  /** On a unit: how many of the first unit it is. */
  unitSize: `${OWN}form-unit-size`,
} as const;
