import type { CprDecision } from '@ehch/clinical';
import { CPR_CODES } from '../../../codes/limits.ts';
import { namesOf, type ConceptLike } from '../../../coding.ts';
import { joined, words } from '../../../text.ts';
import { absentWords, answerIn, type AnsweredValue } from './answered.ts';
import { cprMeaning, plainCpr, type CprMeaning } from './cpr-words.ts';

/** What a record about CPR says. `unclear`: it is about CPR, but nobody here can tell what it says. */
export type CprReading = CprDecision['decision'] | 'undecided' | 'form' | 'unclear';

/** What a concept says about CPR, by all its codes and words. `null`: it is not about CPR. */
export function conceptMeaning(concept: ConceptLike | undefined): CprMeaning | null {
  const found = new Set<CprMeaning>();
  for (const { system = '', code = '', display } of concept?.coding ?? []) {
    const coded = CPR_CODES.get(`${system}|${code}`)?.means;
    if (coded !== undefined) found.add(coded);
    const said = cprMeaning(display);
    if (said !== null) found.add(said);
  }
  const text = words(concept?.text);
  const said = cprMeaning(text);
  if (said !== null) found.add(said);
  // A coded decision may have the text "withdrawn on Monday". The code alone would be half the statement.
  else if (text !== null && found.size > 0) found.add('unclear');
  if (found.size > 1) found.delete('question');
  const [only] = found;
  return found.size > 1 ? 'unclear' : (only ?? null);
}

/** Whether any of these is about CPR, whatever it says. */
export function isAboutCpr(...concepts: readonly (ConceptLike | undefined)[]): boolean {
  return concepts.some((concept) => conceptMeaning(concept) !== null);
}

/** What a statement without a value says: a flag, a problem, an order. One that only names CPR is unclear. */
export function statedReading(concept: ConceptLike | undefined): CprReading | null {
  const meaning = conceptMeaning(concept);
  return meaning === 'question' ? 'unclear' : meaning;
}

/**
 * What a statement with a value says. The value qualifies the code. "Not for CPR: No" is no decision either
 * way.
 */
export function answeredReading(code: ConceptLike | undefined, value: AnsweredValue): CprReading | null {
  const asked = conceptMeaning(code);
  const said = conceptMeaning(value.valueCodeableConcept) ?? cprMeaning(value.valueString);
  if (asked === null && said === null) return null;
  if (said !== null) return answerAbout(asked, said);
  // Whether a form exists, and where it is kept, is no decision.
  if (asked === 'form') return asked;
  switch (answerIn(value)) {
    case 'absent':
      return 'undecided';
    case 'unanswered':
    case 'yes':
      return asked === 'question' || asked === null ? 'unclear' : asked;
    case 'no':
    case 'other':
      return 'unclear';
  }
}

// The value decides, unless the title states another decision.
function answerAbout(asked: CprMeaning | null, said: CprMeaning): CprReading {
  if (said === 'question') return 'unclear';
  return asked === null || asked === 'question' || asked === 'form' || asked === said ? said : 'unclear';
}

/**
 * What an order says, or an order not to do something. "Do not perform: not for CPR" is a double negative,
 * and unclear.
 */
export function orderedReading(
  order: ConceptLike | undefined,
  doNotPerform: boolean | undefined,
): CprReading | null {
  const meaning = conceptMeaning(order);
  if (meaning === null || doNotPerform !== true) return statedReading(order);
  return namesCprItself(order) ? 'do-not-attempt' : 'unclear';
}

/** Whether a concept is the procedure itself: "CPR", "attempted CPR". */
export function namesCprItself(concept: ConceptLike | undefined): boolean {
  const isProcedure = (concept?.coding ?? []).some(({ code }) => code === '89666000');
  const said = namesOf(concept);
  const plain = said.every((text) => /^(?:attempted )?cpr(?: procedure)?$/.test(plainCpr(text)));
  return plain && (isProcedure || said.length > 0);
}

/** All words of a concept: its text, and those displays of its codes that differ. */
export function saidWords(concept: ConceptLike | undefined): string | null {
  const named = (concept?.coding ?? []).map(
    ({ system = '', code = '', display }) =>
      words(display) ?? CPR_CODES.get(`${system}|${code}`)?.words ?? words(code),
  );
  const texts = [words(concept?.text), ...named].filter((text) => text !== null);
  return joined([...new Set(texts)], ' / ');
}

/** A value in words, or the reason why there is none. */
export function saidValue(value: AnsweredValue): string | null {
  const { valueBoolean, valueCodeableConcept, valueString, valueInteger, valueQuantity, valueDateTime } =
    value;
  if (valueBoolean !== undefined) return valueBoolean ? 'Yes' : 'No';
  if (answerIn(value) === 'absent') return absentWords(value);
  const number = valueInteger ?? valueQuantity?.value;
  return (
    saidWords(valueCodeableConcept) ??
    words(valueString) ??
    joined([valueQuantity?.comparator, number?.toString(), valueQuantity?.unit]) ??
    words(valueDateTime)
  );
}
