import { codedAnswer, saidAnswer, type AnswerClass } from '../../../codes/answers.ts';
import type { ConceptLike } from '../../../coding.ts';
import { words } from '../../../text.ts';
import type { Quantity } from '../datatypes.ts';
import { reasonWords } from './absent-reason.ts';

/** The value of an Observation or of one of its components. */
export interface AnsweredValue {
  readonly valueBoolean?: boolean | undefined;
  readonly valueCodeableConcept?: ConceptLike | undefined;
  readonly valueString?: string | undefined;
  readonly valueInteger?: number | undefined;
  readonly valueQuantity?: Quantity | undefined;
  readonly valueDateTime?: string | undefined;
  readonly dataAbsentReason?: ConceptLike | undefined;
}

/**
 * How a value answers a finding that the code states. "Not for CPR" with the value No is not "not for CPR".
 * The value qualifies the code (R4 Observation.value), so the code alone may say the opposite.
 */
export type AnswerSense =
  /** There is no value, so the code itself is the finding. */
  | 'unanswered'
  /** Yes, present, true. */
  | 'yes'
  /** No, absent, false. */
  | 'no'
  /** There is no answer, and a reason is given. */
  | 'absent'
  /** The value has a meaning of its own. */
  | 'other';

/** How a value answers the finding that its code states. */
export function answerIn(value: AnsweredValue): AnswerSense {
  const { valueBoolean, valueCodeableConcept, valueString } = value;
  if (valueBoolean !== undefined) return valueBoolean ? 'yes' : 'no';
  if (valueCodeableConcept !== undefined) return conceptAnswer(valueCodeableConcept);
  const said = words(valueString);
  if (said !== null) return surely(saidAnswer(said));
  const { valueInteger, valueQuantity, valueDateTime, dataAbsentReason } = value;
  if (valueInteger !== undefined || valueQuantity !== undefined || valueDateTime !== undefined)
    return 'other';
  return dataAbsentReason === undefined ? 'unanswered' : 'absent';
}

/** The codes and the words of a concept as one answer. They must agree. */
function conceptAnswer(concept: ConceptLike): AnswerSense {
  const codings = concept.coding ?? [];
  const coded = codings.map((coding) => surely(codedAnswer(coding))).filter((said) => said !== 'other');
  const said = words(concept.text) ?? (coded.length === 0 ? words(codings[0]?.display) : null);
  const found = new Set(said === null ? coded : [...coded, surely(saidAnswer(said))]);
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : 'other';
}

/** Only what nobody could read in another way is an answer. */
function surely(said: AnswerClass): AnswerSense {
  if (said === 'yes' || said === 'no') return said;
  return said === 'unknown' ? 'absent' : 'other';
}

/** Why there is no answer, in words. */
export function absentWords({
  dataAbsentReason,
  valueCodeableConcept,
  valueString,
}: AnsweredValue): string | null {
  const reason = dataAbsentReason ?? valueCodeableConcept;
  return reason === undefined ? words(valueString) : reasonWords(reason);
}
