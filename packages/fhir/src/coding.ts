import type { Caution } from '@ehch/clinical';
import { answerInWords } from './codes/answers.ts';
import { wellKnownWords } from './codes/well-known.ts';
import { DMD, SNOMED } from './codes/systems.ts';
import { words } from './text.ts';

/** The fields of a FHIR Coding that this package reads. */
interface CodingLike {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
  readonly display?: string | undefined;
  readonly userSelected?: boolean | undefined;
}

/** The fields of a FHIR CodeableConcept that this package reads. */
export interface ConceptLike {
  readonly coding?: readonly CodingLike[] | undefined;
  readonly text?: string | undefined;
}

/** Systems whose codings say "unknown" in place of a concept. */
const NOTHING = /(v3-NullFlavor|data-absent-reason)$/i;

/**
 * A concept in words: its own text, else the display of a SNOMED CT or dm+d coding, else any display. Else it is
 * what everybody knows the code to mean (yes, no, next of kin), or the bare codes, with the caution `code-only`.
 * `null` when the concept says nothing.
 */
export function conceptWords(concept: ConceptLike | undefined, cautions: Set<Caution>): string | null {
  if (concept === undefined) return null;
  const codings = saying(concept);
  const uk = codings.filter((coding) => coding.system === SNOMED || coding.system === DMD);
  const chosen = codings.filter((coding) => coding.userSelected === true);
  // R4 CodeableConcept.text is the concept as its author saw, chose or entered it, so it comes first.
  const inWords = [concept.text, ...[...uk, ...chosen, ...codings].map((coding) => coding.display)];
  for (const candidate of inWords) {
    const text = words(candidate);
    if (text !== null) return text;
  }
  const [answer = null, ...others] = new Set(codings.map((one) => answerInWords(one) ?? wellKnownWords(one)));
  if (answer !== null && others.length === 0) return answer;
  // Nobody here knows whether two codes mean the same.
  const codes = bareCodes(concept);
  if (codes.length === 0) return null;
  cautions.add('code-only');
  return codes.join(', ');
}

/** The codes of a concept, each once, without those that say "unknown" in place of one. */
export function bareCodes(concept: ConceptLike): readonly string[] {
  return [...new Set(saying(concept).flatMap(({ code }) => words(code) ?? []))];
}

/** The codings of a concept without those that say "unknown" in place of one. */
export function saying({ coding = [] }: ConceptLike): readonly CodingLike[] {
  return coding.filter(({ system }) => !NOTHING.test(system ?? ''));
}

/** The words of the first concept that says something. */
export function firstWords(
  concepts: readonly ConceptLike[] | undefined,
  cautions: Set<Caution>,
): string | null {
  for (const concept of concepts ?? []) {
    const text = conceptWords(concept, cautions);
    if (text !== null) return text;
  }
  return null;
}

/** Every name of the concepts: their own text, and the display of each coding. */
export function namesOf(...concepts: readonly (ConceptLike | undefined)[]): readonly string[] {
  return concepts.flatMap((concept) =>
    [concept?.text, ...(concept?.coding ?? []).map(({ display }) => display)].flatMap(
      (text) => words(text) ?? [],
    ),
  );
}

/** All codes that the concept has in one code system. */
export function codesIn(concept: ConceptLike | undefined, system: string): readonly string[] {
  return (concept?.coding ?? []).flatMap((coding) =>
    coding.system === system && coding.code !== undefined ? [coding.code] : [],
  );
}

/**
 * The first of these codes that the concept has, in any code system. For small FHIR code systems such as
 * statuses only.
 */
export function statusCode<C extends string>(
  concept: ConceptLike | undefined,
  codes: readonly C[],
): C | null {
  for (const coding of concept?.coding ?? []) {
    const found = codes.find((code) => code === coding.code);
    if (found !== undefined) return found;
  }
  return null;
}
