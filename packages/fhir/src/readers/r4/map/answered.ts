import { LOINC, SNOMED } from '../../../codes/systems.ts';
import { SAYS_ABSENT } from '../../../codes/data-absent-reason.ts';
import type { ConceptLike } from '../../../coding.ts';
import { words } from '../../../text.ts';
import type { Quantity } from '../datatypes.ts';
import { reasonWords } from './absent-reason.ts';

/** The value of an Observation or of one of its components. */
export interface Valued {
  readonly valueBoolean?: boolean | undefined;
  readonly valueCodeableConcept?: ConceptLike | undefined;
  readonly valueString?: string | undefined;
  readonly valueInteger?: number | undefined;
  readonly valueQuantity?: Quantity | undefined;
  readonly valueDateTime?: string | undefined;
  readonly dataAbsentReason?: ConceptLike | undefined;
}

/**
 * What the value makes of a finding that its code states: "not for CPR" with the value No is not "not for CPR". The value
 * qualifies the code (R4 Observation.value), and the code read alone turns the sentence round.
 */
export type Answer =
  /** Nothing stands beside the code, which is the finding itself. */
  | 'unanswered'
  /** Yes, present, true. */
  | 'yes'
  /** No, absent, false. */
  | 'no'
  /** No answer, for a reason that is given. */
  | 'absent'
  /** It says something of its own. */
  | 'other';

/** SNOMED CT qualifiers; LOINC answers LL361-7; HL7 table 0136. */
const YES = new Set([`${SNOMED}|373066001`, `${SNOMED}|52101004`, `${LOINC}|LA33-6`]);
const NO = new Set([`${SNOMED}|373067005`, `${SNOMED}|2667000`, `${SNOMED}|260385009`, `${LOINC}|LA32-8`]);
const HL7_YES_NO = /\/(?:v2-0136|v2\/0136|expandedYesNoIndicator|v2-0532)$/;
const UNKNOWN = `${SNOMED}|261665006`;
const SAYS_YES = /^(?:yes|y|true|present|positive)$/i;
const SAYS_NO = /^(?:no|n|false|absent|negative|not present|none|nil)$/i;
const SAYS_UNKNOWN = /^(?:unknown|not known|not asked|not stated|not recorded|n\/a)$/i;

export function answerIn(value: Valued): Answer {
  const { valueBoolean, valueCodeableConcept, valueString } = value;
  if (valueBoolean !== undefined) return valueBoolean ? 'yes' : 'no';
  if (valueCodeableConcept !== undefined) return conceptAnswer(valueCodeableConcept);
  const said = words(valueString);
  if (said !== null) return textAnswer(said);
  const { valueInteger, valueQuantity, valueDateTime, dataAbsentReason } = value;
  if (valueInteger !== undefined || valueQuantity !== undefined || valueDateTime !== undefined)
    return 'other';
  return dataAbsentReason === undefined ? 'unanswered' : 'absent';
}

/** Codes and words must say the same. */
function conceptAnswer(concept: ConceptLike): Answer {
  const codings = concept.coding ?? [];
  const found = new Set<Answer>();
  for (const { system = '', code = '' } of codings) {
    const key = `${system}|${code}`;
    if (YES.has(key) || (HL7_YES_NO.test(system) && code === 'Y')) found.add('yes');
    else if (NO.has(key) || (HL7_YES_NO.test(system) && code === 'N')) found.add('no');
    else if (SAYS_ABSENT.test(system) || key === UNKNOWN) found.add('absent');
  }
  const said = words(concept.text) ?? (found.size === 0 ? words(codings[0]?.display) : null);
  if (said !== null) found.add(textAnswer(said));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : 'other';
}

function textAnswer(text: string): Answer {
  const said = text.replace(/[.!]$/, '').replace(/ \(.*\)$/, '');
  if (SAYS_YES.test(said)) return 'yes';
  if (SAYS_NO.test(said)) return 'no';
  return SAYS_UNKNOWN.test(said) ? 'absent' : 'other';
}

/** Why there is no answer, in words. */
export function absentWords({ dataAbsentReason, valueCodeableConcept, valueString }: Valued): string | null {
  const reason = dataAbsentReason ?? valueCodeableConcept;
  return reason === undefined ? words(valueString) : reasonWords(reason);
}
