/** The form of which each line of words is an answer. Its items have the names of the line's fields. */
export const PLAN_FORM = 'https://ehch-kit.example/Questionnaire/care-plan';

/** The values of lists, such as `stay`, and the kinds of line as codes of a Task. */
export const PLAN_CODES = 'https://ehch-kit.example/CodeSystem/care-plan';

/** What FHIR has no element for, on a decision: where the original is and who has looked at it. */
export const PLAN_ORIGINAL = 'https://ehch-kit.example/StructureDefinition/plan-original';

/** The parts of that extension that are read. All are text. */
export const ORIGINAL_PARTS = [
  'originalAt',
  'sightedBy',
  'sightedOn',
  'madeIn',
  'reviewBy',
  'authority',
  'registered',
  'seenBy',
  'seenOn',
  'acts',
] as const;

/** The item by which a line says that it holds no longer, with the reason. */
export const ENDED = 'ended';

/** The item by which a line says that it is only proposed. */
export const PROPOSAL = 'proposal';

/** The item by which a proposal names the decision in whose place somebody wants it. */
export const REPLACES = 'replaces';
