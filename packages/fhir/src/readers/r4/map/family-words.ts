import { namesOf, type ConceptLike } from '../../../coding.ts';

/** [P] The people of a family, as records name them. */
export const RELATIVE =
  '(?:mother|father|mum|dad|parent|sister|brother|sibling|son|daughter|husband|wife|partner|spouse)';

/** All of them, with those who hardly ever care or ring. "Grand mal" is nobody. */
const ANY_RELATIVE =
  `(?:${RELATIVE}(?:[- ]in[- ]law)?|aunt|uncle|cousin|niece|nephew|` +
  '(?:great-?)?grand(?:mother|father|parent|son|daughter|child|ma|dad))';

/**
 * [P] Words by which a name is about the family: "FH: stroke", "mother had dementia". "Carer strain" is the
 * resident's.
 */
const OF_FAMILY = new RegExp(
  [
    String.raw`^\W*(?:fh|f\/h|fhx)\b`,
    String.raw`\bfamily(?: medical)? (?:history|hx|h\/o)\b`,
    String.raw`^(?:(?:her|his|the|patient['’]?s) )?(?:(?:maternal|paternal) )?(?:${ANY_RELATIVE}|carer)(?:['’]?s)? ` +
      String.raw`(?:has|have|had|with|died|dies|diagnosed|suffer\w*|is|was|not for|allerg\w+|intoleran\w+|takes?|reacts?)\b`,
    String.raw`^(?:(?:her|his|the) )?${RELATIVE}['’]s\b` +
      String.raw`(?! (?:help|support|care|view|wish|concern|report|request|death|loss|name|visit)\w*)`,
    String.raw`^(?:(?:maternal|paternal) )?${ANY_RELATIVE}(?::| [-–—]) `,
    String.raw`\b(?:maternal|paternal) ${ANY_RELATIVE}\b`,
    String.raw`\bin (?:her |his )?(?:${RELATIVE}|parents|siblings|family)$`,
  ].join('|'),
  'i',
);
/** A death in the family is the resident's own grief. */
const NO_FAMILY =
  /\bno (?:known |significant |relevant )?family(?: medical)? (?:history|hx)\b|^(?:\w+ )?(?:bereave|grie[fv])/i;

/** The end of a name that may be a relative alone: "(mother)", "- father", ", sister aged 50". */
const ENDS = [/\(([^()]*)\)\W*$/, /\s[-–—]\s([^–—]*)$/, /,([^,]*)$/];
const RELATIVES = new RegExp(`^${ANY_RELATIVE}s?$`, 'i');
/** What may stand beside a relative. "Daughter aware" is the resident's. */
const BESIDE =
  /^(?:fh|maternal|paternal|her|his|in|of|and|both|deceased|died|dx|diagnosed|age|aged|at|\d+s?|y|yrs?|years?|old)$/i;

/** Whether a name ends with nothing but relatives: "dementia (mother and aunt)". */
function endsWithRelatives(text: string): boolean {
  return ENDS.some((pattern) => {
    const said = (pattern.exec(text)?.[1] ?? '').split(/[\s,/&;:]+/).filter((word) => word !== '');
    const [relatives, others] = [said.filter(isRelative), said.filter((word) => !isRelative(word))];
    return relatives.length > 0 && others.every((word) => BESIDE.test(word));
  });
}

function isRelative(word: string): boolean {
  return RELATIVES.test(word);
}

/** [P] Words by which a name is about whoever else lives or works in the home: "another resident has scabies". */
const OF_OTHERS = new RegExp(
  String.raw`^(?:a(?:nother)? )?(?:(?:other )?residents?(?: in room \w+)|(?:an)?other residents?|room-?mate|staff(?: member)?|member of staff|visitor|next of kin|nok|neighbour) ` +
    String.raw`(?:has|have|had|with|died|diagnosed|tested|is|was)\b`,
  'i',
);

export const FAMILY_SAID = 'about the family, by its own words';
const OTHERS_SAID = 'about somebody else, by its own words';

/** What to say beside a name that is about the family or others. Empty: it is about the resident. */
export function aboutFamily(code: ConceptLike | undefined): readonly string[] {
  const names = namesOf(code);
  if (names.some((text) => OF_OTHERS.test(text))) return [OTHERS_SAID];
  return isOfFamily(...names) ? [FAMILY_SAID] : [];
}

/** Whether any of these names is about somebody of the family, or somebody else in the home. */
export function isOfFamily(...names: readonly (string | null | undefined)[]): boolean {
  return names
    .flatMap((text) => text ?? [])
    .some(
      (text) =>
        (OF_FAMILY.test(text) || endsWithRelatives(text) || OF_OTHERS.test(text)) && !NO_FAMILY.test(text),
    );
}
