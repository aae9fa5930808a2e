import { EXTENSION } from '../codes/systems.ts';

/** Extensions from FHIR R4, the SDC guide and others that Questionnaires have and this product reads. */
const CORE = 'http://hl7.org/fhir/StructureDefinition/';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';
/** Elements of R5, as extensions for R4. */
const R5 = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.';
/** A reserved name that nobody can register. It is an id, not an address. */
const OWN = 'https://ehch-kit.example/StructureDefinition/';

export const UCUM = 'http://unitsofmeasure.org';
/** Identifies a form of this product, whatever address it is published under. */
export const FORM_ID = 'https://ehch-kit.example/Id/form';

/** The extensions by a short name. Those whose name ends in 5 are elements of R5. */
export const EXT = {
  answerConstraint5: `${R5}item.answerConstraint`,
  answerExpression: `${SDC}answerExpression`,
  answerKey: `${SDC}answerKey`,
  answerOptionsToggle: `${SDC}answerOptionsToggleExpression`,
  assembleContext: `${SDC}assembleContext`,
  assembleDefinitionRoot: `${SDC}assembleDefinitionRoot`,
  assembledFrom: `${SDC}assembledFrom`,
  assembleExpectation: `${SDC}assemble-expectation`,
  baseType: `${CORE}questionnaire-baseType`,
  calculated: `${SDC}calculatedExpression`,
  candidateExpression: `${SDC}candidateExpression`,
  choiceColumn: `${SDC}choiceColumn`,
  choiceOrientation: `${CORE}questionnaire-choiceOrientation`,
  collapsible: `${SDC}collapsible`,
  columnCount: `${SDC}columnCount`,
  conceptComments: `${CORE}valueset-concept-comments`,
  conceptDefinition: `${CORE}valueset-concept-definition`,
  conceptOrder: `${CORE}valueset-conceptOrder`,
  constraint: `${CORE}questionnaire-constraint`,
  contextExpression: `${SDC}contextExpression`,
  copyrightLabel: `${CORE}artifact-copyrightLabel`,
  cqfCalculated: `${CORE}cqf-calculatedValue`,
  cqfExpression: `${CORE}cqf-expression`,
  cqfInitial: `${CORE}cqf-initialValue`,
  cqfLibrary: `${CORE}cqf-library`,
  dataAbsent: `${CORE}data-absent-reason`,
  derivationType: `${CORE}questionnaire-derivationType`,
  designNote: `${CORE}designNote`,
  disabledDisplay5: `${R5}item.disabledDisplay`,
  displayCategory: `${CORE}questionnaire-displayCategory`,
  enableWhenExpression: `${SDC}enableWhenExpression`,
  endpoint: `${SDC}endpoint`,
  entryFormat: `${CORE}entryFormat`,
  entryMode: `${SDC}entryMode`,
  externallyDefined: `${CORE}questionnaire-externallydefined`,
  fhirType: `${CORE}questionnaire-fhirType`,
  hidden: `${CORE}questionnaire-hidden`,
  initialExpression: `${SDC}initialExpression`,
  instruction: `${CORE}questionnaire-instruction`,
  isSubject: `${SDC}isSubject`,
  itemAnswerMedia: `${SDC}itemAnswerMedia`,
  itemControl: `${CORE}questionnaire-itemControl`,
  itemMedia: `${SDC}itemMedia`,
  itemWeight: `${CORE}itemWeight`,
  keyboard: `${SDC}keyboard`,
  launchContext: `${SDC}launchContext`,
  linkPeriod: `${SDC}observationLinkPeriod`,
  lookupQuestionnaire: `${SDC}lookupQuestionnaire`,
  maxDecimals: `${CORE}maxDecimalPlaces`,
  maxOccurs: `${CORE}questionnaire-maxOccurs`,
  maxQuantity: `${SDC}maxQuantity`,
  maxSize: `${CORE}maxSize`,
  maxValue: `${CORE}maxValue`,
  mimeType: `${CORE}mimeType`,
  minLength: `${CORE}minLength`,
  minOccurs: `${CORE}questionnaire-minOccurs`,
  minQuantity: `${SDC}minQuantity`,
  minValue: `${CORE}minValue`,
  oldAnswerRepeats: `${CORE}questionnaire-answerRepeats`,
  /** From the Argonaut guide, before `ordinalValue` existed. */
  oldScore: 'http://fhir.org/guides/argonaut-questionnaire/StructureDefinition/extension-score',
  openLabel: `${SDC}openLabel`,
  optionalDisplay: `${SDC}optionalDisplay`,
  optionExclusive: `${CORE}questionnaire-optionExclusive`,
  optionPrefix: `${CORE}questionnaire-optionPrefix`,
  optionRestriction: `${SDC}optionRestriction`,
  ordinalValue: `${CORE}ordinalValue`,
  performerType: `${SDC}performerType`,
  populationContext: `${SDC}itemPopulationContext`,
  questionnaireAdaptive: `${SDC}questionnaireAdaptive`,
  referenceFilter: `${CORE}questionnaire-referenceFilter`,
  referenceProfile: `${CORE}questionnaire-referenceProfile`,
  referenceResource: `${CORE}questionnaire-referenceResource`,
  regex: `${CORE}regex`,
  renderingMarkdown: `${CORE}rendering-markdown`,
  renderingStyle: `${CORE}rendering-style`,
  renderingXhtml: `${CORE}rendering-xhtml`,
  replaces: `${CORE}replaces`,
  shortText: `${SDC}shortText`,
  signatureRequired: `${CORE}questionnaire-signatureRequired`,
  sliderStep: `${CORE}questionnaire-sliderStepValue`,
  sourceQueries: `${SDC}sourceQueries`,
  sourceStructureMap: `${SDC}sourceStructureMap`,
  styleSensitive: `${CORE}rendering-styleSensitive`,
  subQuestionnaire: `${SDC}subQuestionnaire`,
  supportHyperlink: `${CORE}questionnaire-supportHyperlink`,
  supportLink: `${CORE}questionnaire-supportLink`,
  targetConstraint: `${CORE}targetConstraint`,
  terminologyServer: `${CORE}preferredTerminologyServer`,
  /** The earlier name of the extension. */
  terminologyServerOld: `${CORE}terminology-server`,
  terminologyServerSdc: `${SDC}preferredTerminologyServer`,
  translation: `${CORE}translation`,
  unit: `${CORE}questionnaire-unit`,
  unitOpen: `${SDC}unitOpen`,
  unitOption: `${CORE}questionnaire-unitOption`,
  unitSupplementalSystem: `${SDC}unitSupplementalSystem`,
  unitValueSet: `${CORE}questionnaire-unitValueSet`,
  usageMode: `${CORE}questionnaire-usageMode`,
  valueSetConceptMap: `${CORE}11179-permitted-value-conceptmap`,
  valueSetLabel: `${CORE}valueset-label`,
  valueSetMapped: `${CORE}11179-permitted-value-valueset`,
  valueSetTooCostly: `${CORE}valueset-toocostly`,
  valueSetUnclosed: `${CORE}valueset-unclosed`,
  variable: `${CORE}variable`,
  versionAlgorithm: `${CORE}artifact-versionAlgorithm`,
  width: `${SDC}width`,
} as const;

/** What a server makes of finished answers. */
export const EXTRACTION = [
  `${SDC}definitionExtract`,
  `${SDC}definitionExtractValue`,
  `${SDC}extractAllocateId`,
  `${SDC}itemExtractionContext`,
  `${SDC}observation-extract-category`,
  `${SDC}observationExtract`,
  `${SDC}observationExtractEntry`,
  `${SDC}targetStructureMap`,
  `${SDC}templateExtract`,
  `${SDC}templateExtractBundle`,
  `${SDC}templateExtractContext`,
  `${SDC}templateExtractValue`,
] as const;

/** This product's own extensions, for which FHIR has no element. */
export const OWN_EXT = {
  /** On an answered item of a response: when, by whom and from which source. */
  answered: EXTENSION.answered,
  /** On a response: what a draft holds besides its answers. */
  draft: EXTENSION.draft,
  /** On a group: its instrument. */
  instrument: `${OWN}form-instrument`,
  /** On a Questionnaire: what is not carried out of an imported form. */
  limit: `${OWN}form-limit`,
  /** On an item of a response: why it was not answered. */
  notGiven: EXTENSION.notGiven,
  /** On an option: its own value and words, where they differ from those of its code. */
  option: `${OWN}form-option`,
  /** On a question: the limits beyond which a value is queried, and the fact of a record that answers it. */
  question: `${OWN}form-question`,
  /** On an answer: its unit, and the number as typed where it was typed in another unit. */
  number: EXTENSION.number,
  /** On a group of a response: the name of the row. */
  row: `${OWN}form-row`,
  /** On a calculated item of a response: how many of the questions that it uses have no answer yet. */
  soFar: EXTENSION.soFar,
  /** On a unit: its ratio to the first unit. */
  unitSize: `${OWN}form-unit-size`,
} as const;
