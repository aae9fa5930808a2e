import { harmless, namedWith, READ, type Fates } from './fate.ts';
import { EXT, OWN_EXT } from './urls.ts';

const NAME_IN_FILE = harmless('A name within the file.');
const DESCRIBES = harmless('Describes the code for those who list codes; the choice has its words.');

const POINTS: Fates = {
  [EXT.ordinalValue]: READ,
  [EXT.itemWeight]: READ,
  [EXT.oldScore]: READ,
};

/** Elements of an `answerOption`. Its value is in `value[x]`, like the value that a form fills in. */
export const OPTION_ELEMENTS: Fates = { id: NAME_IN_FILE, initialSelected: READ, extension: READ };

/** Extensions of an `answerOption`. */
export const OPTION_EXTENSIONS: Fates = {
  ...POINTS,
  [EXT.optionPrefix]: READ,
  [EXT.optionExclusive]: READ,
  [OWN_EXT.option]: READ,
  [EXT.itemAnswerMedia]: namedWith('A picture or sound belongs to a choice; it is not shown.'),
};

/** Elements of a coding, and of a concept in a value set. */
export const CODING_ELEMENTS: Fates = {
  id: NAME_IN_FILE,
  extension: READ,
  system: READ,
  code: READ,
  display: READ,
  contains: READ,
  abstract: READ,
  version: harmless('The same code in another edition; with other points it is refused.'),
  userSelected: harmless('Of a choice that somebody has yet to make it says nothing.'),
  designation: DESCRIBES,
  inactive: namedWith('A choice is marked as no longer to be used.'),
};

/** Extensions of a coding, and of a concept in a value set. */
export const CODING_EXTENSIONS: Fates = {
  ...POINTS,
  [OWN_EXT.unitSize]: READ,
  [EXT.conceptDefinition]: DESCRIBES,
  [EXT.conceptComments]: namedWith('A choice has a comment in the form; it is not shown here.'),
  [EXT.conceptOrder]: harmless('The order of choices; they stand in the order of the form.'),
  [EXT.valueSetLabel]: harmless('A letter or number beside a choice.'),
};

/** Elements of a value that the form fills in. */
export const INITIAL_ELEMENTS: Fates = { id: NAME_IN_FILE };

/** Elements of an `enableWhen`. Its value is in `answer[x]`. */
export const CONDITION_ELEMENTS: Fates = {
  id: NAME_IN_FILE,
  question: READ,
  operator: READ,
  hasAnswer: READ,
};
