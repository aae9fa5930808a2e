import {
  codedAnswer,
  NOT_ASSESSED_WORDS,
  NOT_MEASURED_WORDS,
  saidAnswer,
  type AnswerClass,
} from '../../../codes/answers.ts';
import { ABSENT_WORDS, DATA_ABSENT_REASON, MASKED, SAYS_ABSENT } from '../../../codes/data-absent-reason.ts';
import { EXTENSION } from '../../../codes/systems.ts';
import { conceptWords, type ConceptLike } from '../../../coding.ts';
import { textAt } from '../../../entry.ts';
import { extensionsOf } from '../../../extensions.ts';
import { joined, words } from '../../../text.ts';
import type { Valued } from './value-words.ts';

/** Statuses without a result, whatever value is present (R4 observation-status). */
const NO_RESULT: ReadonlyMap<string, string> = new Map([
  ['cancelled', 'not performed (cancelled)'],
  ['registered', 'no result yet (registered only)'],
]);

/** Why there is no value, in words. `null`: the record gives no reason. */
export function whyAbsent(valued: Valued): string | null {
  return reasonGiven(valued) ?? NO_RESULT.get(valued.status ?? '') ?? null;
}

/** The reason that stands in place of a value. */
export function reasonGiven(valued: Valued): string | null {
  const reason = valued.dataAbsentReason;
  if (reason !== undefined) return reasonWords(reason);
  // Some senders put the reason into the value itself, as a code of NullFlavor or data-absent-reason.
  const { valueCodeableConcept: concept } = valued;
  const codings = concept?.coding ?? [];
  const isNothing = codings.length > 0 && codings.every(({ system }) => SAYS_ABSENT.test(system ?? ''));
  return isNothing ? reasonWords(concept ?? {}) : null;
}

/** Whether there is any result: the observation was neither cancelled nor only registered. */
export function isMade({ status }: Valued): boolean {
  return !NO_RESULT.has(status ?? '');
}

/**
 * Why there is no number, where words stand in its place: "declined", "asleep". A text with a number is no
 * such reason.
 */
export function whyNoNumber(valued: Valued): string | null {
  const absent = whyAbsent(valued);
  if (absent !== null) return absent;
  if (valued.valueQuantity !== undefined || valued.valueInteger !== undefined) return null;
  const said = saidIn(valued);
  return said !== null && NOT_MEASURED_WORDS.test(said) && !/\d/.test(said) ? said : null;
}

/** Why there is no finding, in words. "Unable to walk" is a finding. */
export function whyNotAssessed(valued: Valued): string | null {
  const absent = whyAbsent(valued);
  if (absent !== null) return absent;
  const said = saidIn(valued);
  return said !== null && NOT_ASSESSED_WORDS.test(said) ? said : null;
}

/**
 * Why nobody knows whether the finding named by the code is present, in the record's words. `null`: it is
 * known.
 */
export function whyNotKnown(valued: Valued): string | null {
  if (answerTo(valued) !== 'not-known') return null;
  return whyAbsent(valued) ?? saidIn(valued) ?? 'not known';
}

function saidIn({ valueCodeableConcept, valueString }: Valued): string | null {
  return joined([conceptWords(valueCodeableConcept, new Set()), words(valueString)], '; ');
}

/** A reason in words: its own text, else the words of its code. */
export function reasonWords(reason: ConceptLike): string {
  const text = words(reason.text);
  if (text !== null) return text;
  for (const { code, display } of reason.coding ?? []) {
    const known = ABSENT_WORDS.get(code ?? '') ?? words(display) ?? words(code);
    if (known !== null) return known;
  }
  return 'no value, reason not stated';
}

/**
 * The codings of a concept, and the reason for a missing one. R4 lets an extension of the concept state that
 * reason.
 */
export function codingsOf(
  concept: ConceptLike & { readonly extension?: unknown },
): NonNullable<ConceptLike['coding']> {
  const reasons = extensionsOf(concept.extension, EXTENSION.dataAbsentReason);
  return [
    ...(concept.coding ?? []),
    ...reasons.flatMap((reason) => {
      const code = textAt(reason, 'valueCode');
      return code === null ? [] : [{ system: DATA_ABSENT_REASON, code }];
    }),
  ];
}

/** Stands in place of a name that the source withholds. */
export const WITHHELD_NAME = 'Name withheld by the source';

/**
 * The words for a name that the source withholds. The fact itself is still shown. `null`: nothing is
 * withheld.
 */
export function withheldName(concept: ConceptLike | undefined): string | null {
  const isMasked = codingsOf(concept ?? {}).some(
    ({ system, code }) => SAYS_ABSENT.test(system ?? '') && MASKED.includes(code ?? ''),
  );
  return isMasked ? WITHHELD_NAME : null;
}

/**
 * What the value says about a finding that the code names. "Severe frailty: no" denies it. `stands`: there is
 * no value, or the value is no answer. A denial beside anything else counts as `not-known`, and a person must
 * read it.
 */
export function answerTo(valued: Valued): 'stands' | 'denied' | 'not-known' {
  if (whyAbsent(valued) !== null) return 'not-known';
  const found = new Set(answersIn(valued));
  const denies = found.has('no') || found.has('denied');
  if (!denies) return found.has('unknown') || found.has('unsure') ? 'not-known' : 'stands';
  return [...found].every((said) => said === 'no' || said === 'denied') ? 'denied' : 'not-known';
}

function answersIn({ valueBoolean, valueCodeableConcept, valueString }: Valued): readonly AnswerClass[] {
  const { coding = [], text } = valueCodeableConcept ?? {};
  const names = coding.flatMap(({ display }) => words(display) ?? []);
  const said = [words(text), words(valueString)].filter((one) => one !== null);
  return [
    ...(valueBoolean === undefined ? [] : [valueBoolean ? ('yes' as const) : ('no' as const)]),
    ...[...coding.map(codedAnswer), ...names.map(saidAnswer)].filter((one) => one !== 'other'),
    // The display of a code only repeats the code.
    ...said.filter((one) => !names.includes(one)).map(saidAnswer),
  ];
}
