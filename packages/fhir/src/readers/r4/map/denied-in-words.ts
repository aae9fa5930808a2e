import { namesOf } from '../../../coding.ts';
import type { Held } from '../record.ts';
import { words } from '../../../text.ts';

/** [P] Words by which a name or a note takes back the allergy or the problem that its codes state. "To be refuted" does not. */
const DENIED =
  /(?<!\b(?:not|not be|cannot be|never|to be|if|unless) )\b(?:refuted|disproved|disproven|de-?labell?ed|misdiagnos\w+|(?:entered|recorded|added|coded) in error|wrong (?:patient|resident|person)|no longer (?:allergic|has (?:this|it)|present|applies)|(?:not|never) allergic(?! to)|does not have (?:this|it))\b/i;

/** In a name, or as a whole note, these are about it; within a note they may be about something else: "PE ruled out". */
const OF_IT =
  /\b(?:ruled out|excluded|denie[sd]|disproved|resolved|healed|cured)\W*$|[:–-]\s*(?:no|none|nil)\W*$|^(?:tolerates|no longer|resolved|healed|cured)\b/i;
const WHOLE_NOTE =
  /^\W*(?:(?:now|since|this|it|was|has|been|is|all|fully|completely) )*(?:ruled out|excluded|resolved|healed|cleared|cured|recovered|tolerated|tolerates (?:it|this|well))\b(?! (?:if|when|until))/i;

/** Narrow: "diabetes without complication" is diabetes. */
const NEGATED = /^(?:no|not|nil|never|denies)\b|\b(?:not present|absent|negative)$/i;

/** [P] A name that only asks: "? dementia", "query UTI", "stroke (suspected)". "Fall ?cause" names a fall for certain. */
const ASKED =
  /^\W*\?|^\W*(?:query|queried|possibl[ey]|probabl[ey]|suspected|suspicion of|presumed|provisional|likely|rule out|r\/o|to exclude|may have|unable to exclude|cannot exclude|might have|could be|working diagnosis)\b|(?:\?|\b(?:query|queried|possible|probable|suspected|presumed|provisional|likely|unlikely|unconfirmed|not confirmed|to be confirmed|tbc|under investigation|not excluded|awaiting (?:diagnosis|assessment|results?|confirmation)))\W*$/i;

/** Whether any of these names says that what it names is not certain. */
export function isAskedInWords(...names: readonly (string | null | undefined)[]): boolean {
  return names.some((text) => ASKED.test(words(text?.replace(TAG, '')) ?? ''));
}

/** SNOMED CT's "(situation)". */
const TAG = /\((?:situation|finding|disorder)\)\s*$/;

/** Whether the own words of a record deny what it says. */
export function isDeniedInWords({ value }: Held<'AllergyIntolerance' | 'Condition'>): boolean {
  const { code, note = [] } = value;
  const names = namesOf(code);
  const notes = note.flatMap(({ text }) => words(text) ?? []);
  // "No dementia" coded as dementia: one of the two takes the other back.
  const denials = new Set(names.map((text) => NEGATED.test(text)));
  return (
    denials.size > 1 ||
    names.some((text) => DENIED.test(text) || OF_IT.test(text)) ||
    notes.some((text) => DENIED.test(text) || WHOLE_NOTE.test(text))
  );
}
