import { conceptWords } from '../../../coding.ts';
import { saidAnswer } from '../../../codes/answers.ts';
import type { RecordedEvent } from '../../../recorded-view.ts';
import { joined } from '../../../text.ts';
import type { PatientRecord } from '../record.ts';
import { whyNotAssessed } from './absent-reason.ts';
import { answerIn } from './answered.ts';
import { saidValue } from './cpr-reading.ts';
import { AFTER_A_FALL, tellsOfFall } from './fall-words.ts';
import { RELATIVE } from './family-words.ts';
import { codedKinds, kindOf } from './kind-of-code.ts';
import { cautionsForObservation, isAboutResident, observed, type Observation } from './observation-kind.ts';

/**
 * [P] Titles about falls that are not one fall: how many, how likely, when the last one was, what came of it.
 */
const NOT_ONE =
  /\bfalls\b|\?|\b(?:any|cause\w*|class\w*|count|date|days?|ever|frequency|history|how|injur\w*|last|level|many|mechanism|months?|number|past|post|previous\w*|reason|recurrent|review|risk|scale|score|severity|type|weeks?|when|years?)\b/i;

/** [P] Titles under which homes record incidents. */
const INCIDENT =
  /^(?:accident|incident|adverse event|event)(?: (?:type|report|form|details?|description))?$/i;

/** [P] "No injury" describes the fall, and does not say that there was none. */
const UNHURT =
  /^(?:no|nil|not|without) (?:\w+ ){0,2}(?:injur|harm|pain|hurt|fracture|head|loss|concern|complain)/i;

/** [P] Words by which nobody fell, or somebody else did. */
const NOT_THE_RESIDENT = new RegExp(
  String.raw`^\W*near[- ]?miss|^(?:(?:her|his|the|a) )?(?:${RELATIVE}|visitor|carer|staff|nurse|resident in)\b(?: \w+){0,2} (?:fell|fall|fallen|slipped)\b`,
  'i',
);

/** [P] A title may name this scale beside a fall: "Fall, GCS 15". What follows the scale says when it was taken. */
const SCALE_BESIDE = /\b(?:glasgow coma|gcs)\b.*$/i;

/**
 * Whether an observation records a fall that happened. A number or a date is about falls, and records none.
 */
export function isFallEvent({ value }: Observation): boolean {
  const title = (conceptWords(value.code, new Set()) ?? '').replace(SCALE_BESIDE, '');
  const said = saidValue(value) ?? '';
  const kind = kindOf(value.code);
  const isTitled = kind === null || (kind === 'gcs' && codedKinds(value.code ?? {}).size === 0);
  const isNumber = value.valueInteger ?? value.valueQuantity ?? value.valueDateTime ?? value.valueRange;
  if (!isTitled || isNumber !== undefined || whyNotAssessed(value) !== null) return false;
  if (INCIDENT.test(title)) return tellsOfFall(said.replaceAll(AFTER_A_FALL, ' ')) && !said.includes('?');
  if (!tellsOfFall(title.replaceAll(AFTER_A_FALL, ' ')) || NOT_ONE.test(title)) return false;
  const answer = answerIn(value);
  if (answer !== 'other') return answer === 'yes' || answer === 'unanswered';
  return UNHURT.test(said) || (saidAnswer(said) === 'other' && !NOT_THE_RESIDENT.test(said));
}

/** A fall that a home recorded as an observation, as an event. It is shown and counted there alone. */
export function fallEvent(record: PatientRecord, held: Observation): readonly RecordedEvent[] {
  if (!isFallEvent(held) || !isAboutResident(record, held)) return [];
  record.show(held, 'events');
  const cautions = cautionsForObservation(held);
  const title = conceptWords(held.value.code, cautions);
  const said = answerIn(held.value) === 'yes' ? null : saidValue(held.value);
  const text = joined([title, said], ': ') ?? 'Fall';
  return [{ ...observed(record, held, cautions), kind: 'fall', text, until: null, notDone: null }];
}
