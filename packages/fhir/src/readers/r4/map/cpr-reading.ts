import type { CprDecision } from '@ehch/clinical';
import { CPR_CODES } from '../../../codes/limits.ts';
import { namesOf, type ConceptLike } from '../../../coding.ts';
import { joined, words } from '../../../text.ts';
import { absentWords, answerIn, type AnsweredValue } from './answered.ts';
import { cprMeaning, plainCpr, type CprMeaning } from './cpr-words.ts';

/** What a record about CPR comes to. `unclear`: it is about CPR, and nobody here can tell what it says. */
export type CprReading = CprDecision['decision'] | 'undecided' | 'form' | 'unclear';

/** What a concept says about CPR, by all its codes and words; `null` when it is not about it. */
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
  // "Withdrawn on Monday" as the text of a coded decision: the code alone would be half of the statement.
  else if (text !== null && found.size > 0) found.add('unclear');
  if (found.size > 1) found.delete('question');
  const [only] = found;
  return found.size > 1 ? 'unclear' : (only ?? null);
}

/** Whether any of these is about CPR at all, whichever way it goes. */
export function isAboutCpr(...concepts: readonly (ConceptLike | undefined)[]): boolean {
  return concepts.some((concept) => conceptMeaning(concept) !== null);
}

/** A statement that stands alone: a flag, a problem, an order. What only names CPR says nothing of it. */
export function statedReading(concept: ConceptLike | undefined): CprReading | null {
  const meaning = conceptMeaning(concept);
  return meaning === 'question' ? 'unclear' : meaning;
}

/** A statement with its value: the value qualifies the code. "Not for CPR: No" is no decision, either way. */
export function answeredReading(code: ConceptLike | undefined, value: AnsweredValue): CprReading | null {
  const asked = conceptMeaning(code);
  const said = conceptMeaning(value.valueCodeableConcept) ?? cprMeaning(value.valueString);
  if (asked === null && said === null) return null;
  if (said !== null) return answerAbout(asked, said);
  // That there is a form, or none, or where it is kept, is no decision.
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

function answerAbout(asked: CprMeaning | null, said: CprMeaning): CprReading {
  if (said === 'question') return 'unclear';
  return asked === null || asked === 'question' || asked === 'form' || asked === said ? said : 'unclear';
}

/** An order, or its opposite. "Do not perform: not for CPR" says it twice over, and nobody knows which way. */
export function orderedReading(
  order: ConceptLike | undefined,
  doNotPerform: boolean | undefined,
): CprReading | null {
  const meaning = conceptMeaning(order);
  if (meaning === null || doNotPerform !== true) return statedReading(order);
  return namesCprItself(order) ? 'do-not-attempt' : 'unclear';
}

/** The procedure itself: "CPR", "attempted CPR". */
export function namesCprItself(concept: ConceptLike | undefined): boolean {
  const isProcedure = (concept?.coding ?? []).some(({ code }) => code === '89666000');
  const said = namesOf(concept);
  const plain = said.every((text) => /^(?:attempted )?cpr(?: procedure)?$/.test(plainCpr(text)));
  return plain && (isProcedure || said.length > 0);
}

/** All that a concept says of itself: its text, and the words of its codes that say something else. */
export function saidWords(concept: ConceptLike | undefined): string | null {
  const named = (concept?.coding ?? []).map(
    ({ system = '', code = '', display }) =>
      words(display) ?? CPR_CODES.get(`${system}|${code}`)?.words ?? words(code),
  );
  const texts = [words(concept?.text), ...named].filter((text) => text !== null);
  return joined([...new Set(texts)], ' / ');
}

/** The value in words, also where there is none for a reason. */
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
