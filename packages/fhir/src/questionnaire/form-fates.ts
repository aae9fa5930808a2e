import { harmless, namedWith, READ, type Fates } from './fate.ts';
import { EXT, EXTRACTION, OWN_EXT } from './urls.ts';

const ABOUT_THE_FILE = harmless('About the file; the questions are the same.');
const WHO_AND_WHEN = harmless('Who looks after the form, and when they last looked at it.');
const FOR_AUTHORS = harmless('For those who write forms, or choose one.');
const FROM_A_RECORD = namedWith('The form fills in answers from a record; here it begins empty.');
const SIGNATURE = namedWith('The form asks for a signature; none is taken here.');
const LINK = namedWith('The form has a link to more about it; it is not shown here.');

/** Every element of R4's Questionnaire. */
export const FORM_ELEMENTS: Fates = {
  resourceType: READ,
  id: READ,
  identifier: harmless('Other numbers of the form; ours is read by its own system.'),
  url: READ,
  version: READ,
  name: harmless('A name for programs; it stands in for the title where there is none.'),
  title: READ,
  status: READ,
  experimental: READ,
  subjectType: READ,
  effectivePeriod: READ,
  copyright: READ,
  copyrightLabel: READ,
  contained: READ,
  item: READ,
  meta: ABOUT_THE_FILE,
  language: ABOUT_THE_FILE,
  text: harmless('The form again, as one text that programs make.'),
  derivedFrom: FOR_AUTHORS,
  date: WHO_AND_WHEN,
  publisher: WHO_AND_WHEN,
  contact: WHO_AND_WHEN,
  approvalDate: WHO_AND_WHEN,
  lastReviewDate: WHO_AND_WHEN,
  description: FOR_AUTHORS,
  purpose: FOR_AUTHORS,
  jurisdiction: FOR_AUTHORS,
  code: harmless('What the form is called in a code system; its title is shown.'),
  useContext: namedWith('The form is meant for certain people or places; that is not checked here.'),
};

/** The extensions of a form, from FHIR R4, the SDC guide and this product. */
export const FORM_EXTENSIONS: Fates = {
  [EXT.variable]: harmless('A calculation with a name; what uses it carries it, or is named.'),
  [EXT.constraint]: READ,
  [EXT.targetConstraint]: READ,
  [EXT.copyrightLabel]: READ,
  [EXT.calculated]: namedWith('A calculation belongs to the whole form; it is not carried out.'),
  [EXT.signatureRequired]: SIGNATURE,
  [EXT.supportLink]: LINK,
  [EXT.supportHyperlink]: LINK,
  [EXT.endpoint]: namedWith('The form asks for its answers to be sent somewhere; they are not sent there.'),
  [EXT.entryMode]: namedWith(
    'The form sets the order of its questions; here they can be answered in any order.',
  ),
  [EXT.performerType]: namedWith('The form is to be filled in by certain people; that is not checked here.'),
  [EXT.assembleExpectation]: namedWith('Parts of other forms may belong to this one; they are not included.'),
  [EXT.assembleContext]: namedWith('The form is a part of another one, and may not be whole by itself.'),
  [EXT.questionnaireAdaptive]: namedWith(
    'The form gets its next questions from a server; here only these are asked.',
  ),
  [EXT.sourceQueries]: FROM_A_RECORD,
  [EXT.sourceStructureMap]: FROM_A_RECORD,
  [EXT.populationContext]: FROM_A_RECORD,
  [EXT.launchContext]: harmless(
    'What of a record its calculations may read; one that reads a record is named.',
  ),
  [EXT.cqfLibrary]: harmless('Where other calculations are kept; a calculation that needs them is named.'),
  [EXT.terminologyServer]: FOR_AUTHORS,
  [EXT.terminologyServerOld]: FOR_AUTHORS,
  [EXT.terminologyServerSdc]: FOR_AUTHORS,
  [EXT.assembledFrom]: FOR_AUTHORS,
  [EXT.assembleDefinitionRoot]: FOR_AUTHORS,
  [EXT.answerKey]: FOR_AUTHORS,
  [EXT.derivationType]: FOR_AUTHORS,
  [EXT.designNote]: FOR_AUTHORS,
  [EXT.replaces]: FOR_AUTHORS,
  [EXT.versionAlgorithm]: FOR_AUTHORS,
  ...Object.fromEntries(
    EXTRACTION.map((url) => [url, harmless('What a server makes of the answers afterwards.')]),
  ),
  ...Object.fromEntries(Object.values(OWN_EXT).map((url) => [url, READ])),
};
