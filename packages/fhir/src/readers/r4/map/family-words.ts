import { namesOf, type ConceptLike } from '../../../coding.ts';

/** [P] The people of a family, as records name them. */
export const RELATIVE =
  '(?:mother|father|parent|sister|brother|sibling|son|daughter|husband|wife|partner|spouse)';

/**
 * [P] Words by which a name is about the family: "FH: stroke", "mother had dementia". "Carer strain" is the
 * resident's.
 */
const OF_FAMILY = new RegExp(
  [
    String.raw`^\W*(?:fh|f\/h|fhx)\b`,
    String.raw`\bfamily(?: medical)? history\b`,
    String.raw`^(?:(?:her|his|the|patient['’]?s) )?(?:${RELATIVE}|carer|aunt|uncle|cousin|grand\w+)(?:['’]?s)? ` +
      String.raw`(?:has|have|had|with|died|dies|diagnosed|suffer\w*|is|was|allerg\w+|intoleran\w+|takes?|reacts?)\b`,
    String.raw`^(?:(?:her|his|the) )?${RELATIVE}['’]s\b` +
      String.raw`(?! (?:help|support|care|view|wish|concern|report|request|death|loss|name|visit)\w*)`,
    String.raw`\bin (?:her |his )?(?:${RELATIVE}|parents|siblings|family)$`,
  ].join('|'),
  'i',
);
const NO_FAMILY = /\bno (?:known |significant |relevant )?family(?: medical)? history\b/i;

export const FAMILY_SAID = 'about the family, by its own words';

/** What to say beside a name that is about the family. Empty: it is about the resident. */
export function aboutFamily(code: ConceptLike | undefined): readonly string[] {
  return isOfFamily(...namesOf(code)) ? [FAMILY_SAID] : [];
}

/** Whether any of these names is about somebody of the family. */
export function isOfFamily(...names: readonly (string | null | undefined)[]): boolean {
  return names.some((text) => OF_FAMILY.test(text ?? '') && !NO_FAMILY.test(text ?? ''));
}
