import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, conceptWords, type ConceptLike } from '../../../coding.ts';
import { joined, words } from '../../../text.ts';
import type { Cautions } from '../cautions.ts';
import type { Annotation } from '../datatypes.ts';
import type { Held } from '../record.ts';
import { withheldName } from './absent-reason.ts';
import { HOW_ASKED } from './none-limited.ts';

/** What the resident is allergic to, and the notes that this does not use up. */
export interface Substance {
  readonly text: string;
  readonly notes: readonly Annotation[];
}

/**
 * Transfer-degraded drug allergy and transfer-degraded non-drug allergy (UK Core ValueSet AllergyCode). They
 * name no substance.
 */
const DEGRADED = ['196461000000101', '196471000000108'];

/** [P] Words in place of a name. Only the note beside them says what the resident is allergic to. */
const NAMELESS =
  /^(others?|other (drug|food|substance|allergy|allergies|allergen|medication|medicine)s?|allergy|drug allergy|food allergy|see (notes?|comments?|text)|free text|misc\w*|unlisted|not (listed|coded|in list)|allergen not (listed|found)|(non|un)-?coded( allergy| allergen)?|transfer[- ]degraded .*)$/i;

/**
 * The substance that the code names, with every other that a reaction names: "propensity to adverse reaction
 * to drug" must not hide trimethoprim. `null`: nothing names a substance.
 */
export function substanceOf(
  { value: { reaction = [], note = [] } }: Held<'AllergyIntolerance'>,
  code: ConceptLike | undefined,
  hasReacted: boolean,
  cautions: Cautions,
): Substance | null {
  const own = conceptWords(code, cautions) ?? withheldName(code);
  const others = reaction.flatMap(({ substance }) => conceptWords(substance, cautions) ?? []);
  const all = [own, ...others].flatMap((text) => text ?? []);
  const named = all.filter((text, place) => place === all.findIndex((one) => same(one, text)));
  const isNameless =
    own === null || NAMELESS.test(own) || codesIn(code, SNOMED).some((id) => DEGRADED.includes(id));
  const [first] = note;
  const noted = words(first?.text);
  if (isNameless && others.length === 0 && noted !== null && !HOW_ASKED.test(noted))
    return { text: joined([own ?? 'Not named', first?.text], ': ') ?? '', notes: withoutFirst(note) };
  const unnamed = hasReacted ? 'Not named' : null;
  const text =
    own === null ? (joined(named, ', ') ?? unnamed) : joined([own, joined(named.slice(1), ', ')], ': ');
  return text === null ? null : { text, notes: note };
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/**
 * The notes without the first, which serves as the name. A first note with an author or a date stays, because
 * only the note shows these.
 */
function withoutFirst(notes: readonly Annotation[]): readonly Annotation[] {
  const { time, authorString, authorReference } = notes[0] ?? {};
  return (time ?? authorString ?? authorReference) ? notes : notes.slice(1);
}
