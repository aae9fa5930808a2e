import type { NoneScope } from '@ehch/clinical';
import { saysNoProblem } from '../../../codes/absent-problems.ts';
import { KIND_WORDS } from '../../../codes/none-kinds.ts';
import { NONE_WORDS } from '../../../codes/none-words.ts';
import { NEGATIONS, type NoneSection } from '../../../codes/negations.ts';
import { NOBODY_KNOWS, SAYS_ABSENT } from '../../../codes/data-absent-reason.ts';
import { conceptWords, firstWords, type ConceptLike } from '../../../coding.ts';
import { joined, words } from '../../../text.ts';
import { codingsOf, reasonWords } from './absent-reason.ts';
import { EXCEPT } from './none-limited.ts';
import { saysUnknown } from './unknown-said.ts';

/** What a concept says about absence. */
export interface NoneSaid {
  /**
   * What the concept says there is none of; empty where it says nothing of the kind. Of two codes or wordings
   * the narrower counts.
   */
  readonly reach: readonly NoneScope[];
  /** A code says so. Words alone may have been typed to get past a mandatory field. */
  readonly coded: boolean;
  /** The concept says that nobody knows, or that nobody asked. */
  readonly unknown: boolean;
  /** The words in which it says so. */
  readonly text: string | null;
  /** What the concept also names. `null`: nothing. A concept without any "none" is named as a whole. */
  readonly named: ConceptLike | null;
}

/**
 * Tells "no known …" from an item on the list. A code counts as it is. Words count only if the whole text is
 * in a table: "no known allergies except plasters" is shown as it is written.
 */
export function noneSaid(section: NoneSection, concept: ConceptLike | undefined): NoneSaid {
  const codings = codingsOf(concept ?? {}).map((coding) => ({ coding, said: codingSays(section, coding) }));
  const text = words(concept?.text);
  const textSays = text === null ? null : wordsSay(section, text);
  const reaches = codings.flatMap(({ said }) => (said === null ? [] : [said]));
  const isNone = [...reaches, ...(textSays === null ? [] : [textSays])];
  const named = codings.filter(
    ({ coding, said }) => said === null && conceptWords({ coding: [coding] }, new Set()),
  );
  const nones = codings.filter(({ said }) => said !== null).map(({ coding }) => coding);
  const textNames =
    text !== null &&
    textSays === null &&
    !repeats(
      text,
      codings.map(({ coding }) => coding.display),
    );
  // Words beside a code for "none" limit it if they begin with a negation, or contain an exception: "except
  // plasters".
  const isNegation = text !== null && NEGATION.test(text);
  const limits = textNames && reaches.length > 0 && (isNegation || EXCEPT.test(text.toLowerCase()));
  const reach = narrowest(limits ? [...isNone, ['part']] : isNone);
  return {
    reach,
    coded: codings.some(({ coding }) => negationOf(section, coding) !== undefined),
    unknown: reach.length === 0 && isNone.includes('unknown'),
    text: textOf(concept, nones, textNames ? { isNegation, limits } : null),
    named:
      isNone.length === 0
        ? (concept ?? null)
        : namedBeside(
            named.map(({ coding }) => coding),
            textNames && !limits ? text : null,
          ),
  };
}

/** The statement in words. An exception comes after the statement that it limits. */
function textOf(
  concept: ConceptLike | undefined,
  nones: readonly Coding[],
  own: { readonly isNegation: boolean; readonly limits: boolean } | null,
): string | null {
  const ofCode = firstWords(
    nones.map((coding) => ({ coding: [coding] })),
    new Set(),
  );
  if (own !== null && !own.limits) return ofCode;
  const whole = conceptWords(concept, new Set()) ?? whyUnknown(nones);
  return own?.isNegation === false ? joined([ofCode, whole], ': ') : whole;
}

/** A reason in place of a name: "Declined". */
function whyUnknown(nones: readonly Coding[]): string | null {
  if (nones.length === 0) return null;
  const why = reasonWords({ coding: nones });
  return why.charAt(0).toUpperCase() + why.slice(1);
}

type Coding = NonNullable<ConceptLike['coding']>[number];
type Said = readonly NoneScope[] | 'unknown';

const NEGATION = /^(no|nil|none|not|nk\w*|denies|never|without|n\/[ak])\b/i;

function namedBeside(coding: readonly Coding[], text: string | null): ConceptLike | null {
  if (coding.length === 0 && text === null) return null;
  return { coding, ...(text === null ? {} : { text }) };
}

function repeats(text: string, displays: readonly (string | undefined)[]): boolean {
  return displays.some((display) => display !== undefined && normal(display) === normal(text));
}

function negationOf(section: NoneSection, { system, code }: Coding) {
  const all = NEGATIONS.filter((one) => one.system === system && one.code === code);
  return all.find((one) => one.section === section) ?? all[0];
}

function codingSays(section: NoneSection, coding: Coding): Said | null {
  const negation = negationOf(section, coding);
  // "No known allergy" in a list of medicines is no medicine, and says nothing about medicines.
  if (negation !== undefined) {
    if (negation.reach === 'unknown') return 'unknown';
    if (EXCEPT.test(coding.display?.toLowerCase() ?? '')) return ['part'];
    return [negation.section === section ? negation.reach : 'part'];
  }
  if (SAYS_ABSENT.test(coding.system ?? '') && NOBODY_KNOWS.includes(coding.code ?? '')) return 'unknown';
  const display = words(coding.display);
  return display === null ? null : wordsSay(section, display);
}

function narrowest(said: readonly Said[]): readonly NoneScope[] {
  const scopes = new Set(said.flatMap((one) => (one === 'unknown' ? [] : one)));
  if (scopes.size > 1) scopes.delete('all');
  return [...scopes];
}

/** Narrower scopes come before "all", in case a wording is in both lists. */
const REACHES = ['unknown', 'part', 'drug', 'food', 'other', 'all'] as const;

/** What the whole of a text says. `null`: something else, or more. */
export function wordsSay(section: NoneSection, text: string): Said | null {
  const said = normal(text);
  const table = NONE_WORDS[section];
  const reach = REACHES.find((one) => table[one]?.includes(said) === true);
  if (reach !== undefined) return reach === 'unknown' ? 'unknown' : [reach];
  if (section === 'allergies' && NO_RECORD.test(said)) return 'unknown';
  // "Unable to communicate" may be a problem.
  if (section !== 'problems' && saysUnknown(text)) return 'unknown';
  if (section === 'allergies') return noAllergyTo(said);
  if (section === 'medicines') return null;
  // "No known allergies" among the problems is no problem, and says nothing about other problems.
  const ofOthers = (['allergies', 'medicines'] as const).map((other) => wordsSay(other, text));
  const isOther = ofOthers.some((also) => also !== null && also !== 'unknown');
  return isOther || saysNoProblem(text.toLowerCase().replace(SAID_BY, ''), said) ? ['part'] : null;
}

/** "No recorded penicillin allergy" says what nobody wrote, and not what there is. */
const NO_RECORD =
  /^(?:no|nil) (?:record(?:ed)?|documented|documentation|information)\b.*\b(?:allerg(?:y|ies)|reactions?|sensitivit(?:y|ies)|intolerances?)$/;

const NO_ALLERGY = [
  /^(?:there (?:is|are) )?(?:no|nil)(?: known| current)*(?: history of)? (?<what>.+?) (?:allerg(?:y|ies)|allergic reactions?|sensitivit(?:y|ies)|intolerances?|adverse reactions?)(?: known)?$/,
  /^(?:no|nil)(?: known| history of)* allerg(?:y|ies) to (?<what>.+)$/,
  /^not (?:known to be )?allergic to (?<what>.+)$/,
];

/**
 * What a text about allergies denies: "no known latex allergy", "no known drug or food allergies", "no
 * allergy to penicillin".
 */
function noAllergyTo(said: string): readonly NoneScope[] | null {
  const what = NO_ALLERGY.map((pattern) => pattern.exec(said)?.groups?.['what']).find(
    (found) => found !== undefined,
  );
  if (what === undefined || EXCEPT.test(what)) return null;
  const kinds = what.split(/ or | and |\//).map((part) => part.replace(/^known /, '').trim());
  return [...new Set(kinds.map((kind) => KIND_WORDS[kind] ?? 'part'))];
}

/** The text as the tables have it: lower case, without punctuation, brackets and SNOMED CT tags. */
function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/\((situation|finding|disorder|event|observable entity|qualifier value)\)\s*$/, '')
    .replaceAll('.', '')
    .replaceAll(/\s*,\s*|\s*[&+]\s*/g, ' and ')
    .replaceAll(/["'’:;!()[\]]|(?<=\s)[-–—](?=\s)/g, ' ')
    .replace(/\s(currently|at present|at this time|to date)\s*$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(SAID_BY, '')
    .replace(WHO_HAS, '');
}

/** "Patient has no known drug allergies" says what "no known drug allergies" says. */
const WHO_HAS = /^(?:(?:patient|resident|she|he) )?has (?=(?:no|nil)\b)/;

/** [P] Who said so: "patient states no allergies", "daughter reports she has no allergies". */
const SAID_BY =
  /^(?:patient|resident|family|daughter|son|wife|husband|carer|staff|gp) (?:states?|reports?|says|said|stated|reported) (?:that )?(?:(?:she|he|they) (?=(?:has|have|is) no|is not|takes no))?(?=(?:has|have|is|no|nil|none|not)\b)/;
