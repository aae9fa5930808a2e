import { harmless, namedWith, ofAnswers, READ, WHERE, type Fate, type Fates } from './fate.ts';
import { EXT, EXTRACTION, OWN_EXT } from './urls.ts';

const UNDER_OPTIONS = 'The form lists answers for this; here any answer is taken.';
const FILLED_IN = 'The form fills this in at the start; here it does not.';
const FROM_A_RECORD = 'The form fills this in from a record; here it begins empty.';
const LIMITS = 'The form sets limits for this; they are not checked here.';
const OF_LINKS = 'The form limits what may be linked or attached; that is not checked here.';
const RESTRICTED_CHOICES = 'The form hides some of the choices at times; here all of them are shown.';
const CALCULATED_WORDS = 'The words of this are made by a calculation; here they are as written.';
const HOW_MANY = 'The form says how many values this has; that is not checked here.';
const UNIT = 'The form gives a unit for this; it is not used here.';

const LOOKS = harmless('How it looks on a screen; the words and the answers are the same.');
const AFTERWARDS = harmless(
  'What a server makes of the answers afterwards; the answers are whole without it.',
);
const FOR_AUTHORS = harmless('For those who write forms.');
const LOOKED_UP = harmless(
  'Where choices that are kept elsewhere could be looked up; that they are not here is said.',
);

/** Also recognised in a form that was imported before, so that one reason is not given twice. */
export const CALCULATED_CHOICES =
  'The choices of this are made by a calculation that is not carried out here.';

const UNITS: Fate = {
  read: WHERE.numbers,
  harmless: [
    'A calculated number has its first unit; what is no number has none.',
    [...WHERE.notAnswered, 'total'],
  ],
  words: UNIT,
};

const LISTED: Fate = {
  read: ['choice', 'open-choice'],
  harmless: [
    'Nobody chooses here. A calculation that reads the choices has them.',
    [...WHERE.notAnswered, 'total'],
  ],
  words: UNDER_OPTIONS,
};

/** Every element of an item in R4, and those of STU3 and R5 that are read too. */
export const ITEM_ELEMENTS: Fates = {
  id: harmless('A name within the file.'),
  linkId: READ,
  // The definition may have words, but R4 requires the item to repeat them (Questionnaire.item.text).
  definition: harmless('Where the question is defined; what it asks is written in the item itself.'),
  code: READ,
  prefix: READ,
  text: READ,
  type: READ,
  item: READ,
  enableWhen: READ,
  enableBehavior: READ,
  required: {
    read: WHERE.questions,
    harmless: [
      'Nobody answers this; a total that cannot be scored says so.',
      [...WHERE.notAnswered, 'total'],
    ],
    words: 'The form requires an answer in this part; that is not checked here.',
  },
  repeats: {
    read: [...WHERE.questions, 'group'],
    harmless: ['Nobody answers this here.', WHERE.notAnswered],
    words: 'The form takes several values for this; here there is one, or none where there would be several.',
  },
  readOnly: {
    read: WHERE.questions,
    harmless: ['Nobody answers this here.', [...WHERE.notAnswered, 'total']],
    words: 'The form lets nobody change this part; here its questions can be answered.',
  },
  maxLength: ofAnswers('The form limits how long an answer is; that is not checked here.', ...WHERE.texts),
  answerOption: LISTED,
  answerValueSet: LISTED,
  initial: ofAnswers(FILLED_IN, ...WHERE.questions),
  option: LISTED,
  options: LISTED,
  answerConstraint: READ,
  disabledDisplay: READ,
};

/** The extensions of an item, from FHIR R4, the SDC guide and this product. */
export const ITEM_EXTENSIONS: Fates = {
  [EXT.hidden]: READ,
  [EXT.variable]: harmless('A calculation with a name; what uses it carries it, or is named.'),
  [EXT.enableWhenExpression]: READ,
  [EXT.calculated]: {
    read: [...WHERE.questions, 'total'],
    words: 'A calculation belongs here; it is not carried out.',
  },
  [EXT.initialExpression]: ofAnswers(FROM_A_RECORD, ...WHERE.questions),
  [EXT.unit]: UNITS,
  [EXT.unitOption]: UNITS,
  [EXT.unitOpen]: UNITS,
  [EXT.unitValueSet]: UNITS,
  [EXT.unitSupplementalSystem]: ofAnswers('Units other than those listed cannot be given here.'),
  [EXT.minValue]: ofAnswers(LIMITS, ...WHERE.questions),
  [EXT.maxValue]: ofAnswers(LIMITS, ...WHERE.questions),
  [EXT.minQuantity]: ofAnswers(LIMITS, ...WHERE.questions),
  [EXT.maxQuantity]: ofAnswers(LIMITS, ...WHERE.questions),
  [EXT.minLength]: ofAnswers(
    'The form asks for a longer answer; its length is not checked here.',
    ...WHERE.texts,
  ),
  [EXT.maxDecimals]: ofAnswers(
    'The form limits the decimal places; they are not checked here.',
    'decimal',
    'quantity',
  ),
  // The code that reads them names or carries them out, depending on the type of question.
  [EXT.minOccurs]: ofAnswers(HOW_MANY, ...WHERE.questions, 'group'),
  [EXT.maxOccurs]: ofAnswers(HOW_MANY, ...WHERE.questions, 'group'),
  [EXT.usageMode]: READ,
  [EXT.constraint]: READ,
  [EXT.targetConstraint]: READ,
  [EXT.instruction]: READ,
  [EXT.entryFormat]: READ,
  [EXT.isSubject]: READ,
  [EXT.oldAnswerRepeats]: READ,
  // A regular expression by somebody else can keep a browser busy for ever.
  [EXT.regex]: ofAnswers('The form checks how this is written; here it is not checked.'),
  [EXT.itemMedia]: namedWith('A picture or sound belongs here; it is not shown.'),
  [EXT.cqfExpression]: namedWith(CALCULATED_WORDS),
  [EXT.cqfCalculated]: namedWith('A calculation belongs here; it is not carried out.'),
  [EXT.cqfInitial]: ofAnswers(FILLED_IN),
  [EXT.answerExpression]: ofAnswers(CALCULATED_CHOICES),
  [EXT.candidateExpression]: ofAnswers('The form suggests answers from a record; here it does not.'),
  [EXT.answerOptionsToggle]: ofAnswers(RESTRICTED_CHOICES),
  [EXT.optionRestriction]: ofAnswers(RESTRICTED_CHOICES),
  [EXT.subQuestionnaire]: namedWith('A part of another form belongs here; it is not included.'),
  [EXT.externallyDefined]: ofAnswers('The choices of this are kept elsewhere and cannot be opened here.'),
  [EXT.contextExpression]: namedWith('The form shows something of the record beside this; here it does not.'),
  [EXT.linkPeriod]: ofAnswers(FROM_A_RECORD),
  [EXT.populationContext]: namedWith(FROM_A_RECORD),
  [EXT.signatureRequired]: namedWith('The form asks for a signature here; none is taken.'),
  [EXT.supportLink]: namedWith('The form has a link to more about this; it is not shown here.'),
  [EXT.supportHyperlink]: namedWith('The form has a link to more about this; it is not shown here.'),
  [EXT.sliderStep]: ofAnswers('The form takes numbers in steps; that is not checked here.'),
  [EXT.lookupQuestionnaire]: ofAnswers(OF_LINKS),
  [EXT.referenceResource]: ofAnswers(OF_LINKS),
  [EXT.referenceProfile]: ofAnswers(OF_LINKS),
  [EXT.referenceFilter]: ofAnswers(OF_LINKS),
  [EXT.mimeType]: ofAnswers(OF_LINKS),
  [EXT.maxSize]: ofAnswers(OF_LINKS),
  [EXT.disabledDisplay5]: READ,
  [EXT.answerConstraint5]: {
    read: WHERE.everywhere.filter((kind) => kind !== 'open-choice'),
    harmless: ['It takes other answers too. That only those listed are taken is named.', ['open-choice']],
  },
  [EXT.itemControl]: LOOKS,
  [EXT.displayCategory]: LOOKS,
  [EXT.choiceOrientation]: LOOKS,
  [EXT.choiceColumn]: LOOKS,
  [EXT.collapsible]: LOOKS,
  [EXT.columnCount]: LOOKS,
  [EXT.width]: LOOKS,
  [EXT.keyboard]: LOOKS,
  [EXT.shortText]: harmless('A shorter form of the same words.'),
  [EXT.openLabel]: harmless('Words beside the answer that is written freely; it says itself what it is.'),
  [EXT.optionalDisplay]: FOR_AUTHORS,
  [EXT.designNote]: FOR_AUTHORS,
  [EXT.baseType]: FOR_AUTHORS,
  [EXT.fhirType]: FOR_AUTHORS,
  [EXT.assembleDefinitionRoot]: FOR_AUTHORS,
  [EXT.cqfLibrary]: harmless('Where other calculations are kept; a calculation that needs them is named.'),
  [EXT.terminologyServer]: LOOKED_UP,
  [EXT.terminologyServerOld]: LOOKED_UP,
  [EXT.terminologyServerSdc]: LOOKED_UP,
  ...Object.fromEntries(EXTRACTION.map((url) => [url, AFTERWARDS])),
  ...Object.fromEntries(Object.values(OWN_EXT).map((url) => [url, READ])),
};

/** Extensions of a primitive element, as in `_text`. */
export const PRIMITIVE_EXTENSIONS: Fates = {
  [EXT.cqfExpression]: namedWith('A part of this is worked out by a calculation; here it is as written.'),
  [EXT.renderingStyle]: LOOKS,
  [EXT.renderingXhtml]: harmless('The same words with marks; FHIR has the plain words beside them.'),
  [EXT.renderingMarkdown]: harmless('The same words with marks; FHIR has the plain words beside them.'),
  [EXT.styleSensitive]: namedWith(
    'The form relies on how this is printed, such as in bold; here it is plain.',
  ),
  [EXT.translation]: harmless('The same words in another language.'),
  [EXT.valueSetConceptMap]: FOR_AUTHORS,
  [EXT.valueSetMapped]: FOR_AUTHORS,
};
