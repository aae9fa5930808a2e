import {
  BEGINS_WITH_NO,
  NO_CODES,
  NO_WORDS,
  NOT_ASSESSED_WORDS,
  NOT_MEASURED_WORDS,
  UNKNOWN_CODES,
  UNKNOWN_WORDS,
} from '../../../codes/answers.ts';
import { ABSENT_WORDS, DATA_ABSENT_REASON, MASKED, SAYS_ABSENT } from '../../../codes/data-absent-reason.ts';
import { EXTENSION } from '../../../codes/systems.ts';
import { conceptWords, type ConceptLike } from '../../../coding.ts';
import { textAt } from '../../../entry.ts';
import { extensionsOf } from '../../../extensions.ts';
import { joined, words } from '../../../text.ts';
import type { Valued } from './value-words.ts';

/** A status in which there is no result, whatever value stands beside it (R4 observation-status). */
const NO_RESULT: ReadonlyMap<string, string> = new Map([
  ['cancelled', 'not performed (cancelled)'],
  ['registered', 'no result yet (registered only)'],
]);

/** Why there is no value, in words; `null`: nothing says that there is none. */
export function whyAbsent(valued: Valued): string | null {
  return reasonGiven(valued) ?? NO_RESULT.get(valued.status ?? '') ?? null;
}

/** The reason that stands in the place of a value. */
export function reasonGiven(valued: Valued): string | null {
  const reason = valued.dataAbsentReason;
  if (reason !== undefined) return reasonWords(reason);
  const { valueCodeableConcept: concept } = valued;
  const codings = concept?.coding ?? [];
  const isNothing = codings.length > 0 && codings.every(({ system }) => SAYS_ABSENT.test(system ?? ''));
  return isNothing ? reasonWords(concept ?? {}) : null;
}

/** Whether there is a result at all: the observation was not cancelled, and not only registered. */
export function isMade({ status }: Valued): boolean {
  return !NO_RESULT.has(status ?? '');
}

/** Why a number is not there, where words stand in its place: "declined", "asleep". A text with a number is none of these. */
export function whyNoNumber(valued: Valued): string | null {
  const absent = whyAbsent(valued);
  if (absent !== null) return absent;
  if (valued.valueQuantity !== undefined || valued.valueInteger !== undefined) return null;
  const said = saidIn(valued);
  return said !== null && NOT_MEASURED_WORDS.test(said) && !/\d/.test(said) ? said : null;
}

/** Why there is no finding in words. "Unable to walk" is one. */
export function whyNotAssessed(valued: Valued): string | null {
  const absent = whyAbsent(valued);
  if (absent !== null) return absent;
  const said = saidIn(valued);
  return said !== null && NOT_ASSESSED_WORDS.test(said) ? said : null;
}

/** Why nobody knows whether a finding that the code names holds, in the words that stand there; `null`: it is told. */
export function whyNotKnown(valued: Valued): string | null {
  if (answerTo(valued) !== 'not-known') return null;
  return whyAbsent(valued) ?? saidIn(valued) ?? 'not known';
}

function saidIn({ valueCodeableConcept, valueString }: Valued): string | null {
  return joined([conceptWords(valueCodeableConcept, new Set()), words(valueString)], '; ');
}

/** A reason in words: its own, else those of its code. */
export function reasonWords(reason: ConceptLike): string {
  const text = words(reason.text);
  if (text !== null) return text;
  for (const { code, display } of reason.coding ?? []) {
    const known = ABSENT_WORDS.get(code ?? '') ?? words(display) ?? words(code);
    if (known !== null) return known;
  }
  return 'no value, reason not stated';
}

/** The codings of a concept, and the reason in place of one: R4 lets an extension of the concept say why there is none. */
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

export const WITHHELD_NAME = 'Name withheld by the source';

/** What stands in place of a name that its source keeps back: the fact is there all the same. */
export function withheldName(concept: ConceptLike | undefined): string | null {
  const isMasked = codingsOf(concept ?? {}).some(
    ({ system, code }) => SAYS_ABSENT.test(system ?? '') && MASKED.includes(code ?? ''),
  );
  return isMasked ? WITHHELD_NAME : null;
}

/**
 * What the value says of a finding that the code names: "severe frailty: no" denies it. `stands` where there is no value, and
 * where the value is no answer to it.
 */
export function answerTo(valued: Valued): 'stands' | 'denied' | 'not-known' {
  if (whyAbsent(valued) !== null) return 'not-known';
  if (valued.valueBoolean === false) return 'denied';
  const codes = (valued.valueCodeableConcept?.coding ?? []).map(({ code }) => code ?? '');
  if (codes.some((code) => NO_CODES.has(code))) return 'denied';
  if (codes.some((code) => UNKNOWN_CODES.has(code))) return 'not-known';
  const { valueCodeableConcept, valueString } = valued;
  const texts = [
    valueCodeableConcept?.text,
    ...(valueCodeableConcept?.coding ?? []).map(({ display }) => display),
    valueString,
  ];
  if (texts.some((text) => NO_WORDS.test(text ?? ''))) return 'denied';
  // "No change since May" neither denies the finding nor confirms it.
  return texts.some((text) => UNKNOWN_WORDS.test(text ?? '') || BEGINS_WITH_NO.test(text ?? ''))
    ? 'not-known'
    : 'stands';
}
