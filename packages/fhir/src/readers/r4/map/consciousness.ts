import type { Caution } from '@ehch/clinical';
import { ACVPU_VALUES, ACVPU_WORDS } from '../../../codes/acvpu.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, conceptWords, namesOf, type ConceptLike } from '../../../coding.ts';
import type { Acvpu } from '../../../recorded-view.ts';
import { words } from '../../../text.ts';
import { answerTo } from './absent-reason.ts';
import { valueWords, type Valued } from './value-words.ts';

/**
 * The level of consciousness, as an answer or as the finding that the code names. `null`: a person must read it.
 * With the code for "alert" and the word "unresponsive", the word is shown and nothing is scored.
 */
export function acvpuOf(valued: Valued, cautions: Set<Caution>): Acvpu | null {
  const concept = levelConcept(valued);
  const levels = new Set(codesIn(concept, SNOMED).flatMap((code) => ACVPU_VALUES.get(code) ?? []));
  if (levels.size > 1) cautions.add('contradicts-itself');
  const [level] = levels;
  if (level === undefined || levels.size > 1 || isPartUnknown(concept, level)) return null;
  const names = namesOf(concept);
  const said = LEVEL_WORDS.flatMap(([known, pattern]) =>
    names.some((name) => pattern.test(name)) ? [known] : [],
  );
  const isLessThanAlert = level === 'A' && names.some(isNotAlert);
  const isOther = said.some((one) => one !== level) && !(said.includes(level) && names.length === 1);
  if (names.some((name) => NOT_SO.test(name)) || isOther || isLessThanAlert) {
    cautions.add('contradicts-itself');
    return null;
  }
  return level;
}

/** Whether the words of an answer add to its level: "alert but in pain". */
export function saysMoreThanLevel({ valueCodeableConcept }: Valued): boolean {
  const bare = new Set<Caution>();
  const said = conceptWords(valueCodeableConcept, bare) ?? '';
  return !bare.has('code-only') && said.replaceAll(NO_MORE, '') !== '';
}

/** Words that only name a level, and whatever is no word. */
const NO_MORE =
  /\b(?:[acvpu]|alert|mentally|new(?:ly)?|acute|onset|confus(?:ed|ion)|respon(?:ds?|ding|sive|se)|to|voice|verbal|vocal|speech|stimul(?:us|i|ation)|pain(?:ful)?|unresponsive|finding)\b|[^a-z\d]+/gi;

/** Whether the code itself is a level: "unresponsive" is a finding with or without an answer. */
export function isLevel(code: ConceptLike | undefined): boolean {
  return codesIn(code, SNOMED).some((one) => ACVPU_VALUES.has(one));
}

/**
 * An answer without a text of its own in words: each of its codes, because nobody knows which of two was meant.
 * `null`: it has no codes, or a text that says it.
 */
export function levelsSaid(valued: Valued, cautions: Set<Caution>): string | null {
  const { text, coding = [] } = valued.valueCodeableConcept ?? {};
  if (words(text) !== null) return null;
  const said = coding.flatMap(({ system, code, display }) => {
    const level = system === SNOMED ? ACVPU_VALUES.get(code ?? '') : undefined;
    const known = words(display) ?? (level === undefined ? null : ACVPU_WORDS[level]);
    if (known === null && words(code) !== null) cautions.add('code-only');
    return known ?? words(code) ?? [];
  });
  return said.length === 0 ? null : [...new Set(said)].join(', and also ');
}

/** Where the level stands: in the answer, else in a code that nothing denies or qualifies. */
function levelConcept(valued: Valued): ConceptLike | undefined {
  if (valued.valueCodeableConcept !== undefined || !isLevel(valued.code)) return valued.valueCodeableConcept;
  const isPlain = valueWords(valued, new Set()) === null || valued.valueBoolean === true;
  return isPlain && answerTo(valued) === 'stands' ? valued.code : undefined;
}

/** Whether the answer has another code without words. It may be the name of the level, or of another level. */
function isPartUnknown(concept: ConceptLike | undefined, level: Acvpu): boolean {
  return (concept?.coding ?? []).some(
    ({ system, code, display }) =>
      words(code) !== null &&
      words(display) === null &&
      code !== level &&
      !(system === SNOMED && ACVPU_VALUES.has(code ?? '')),
  );
}

function isNotAlert(name: string): boolean {
  return NOT_ALERT.test(CHANGED.test(name) ? name : name.replaceAll(USUAL_CONFUSION, ' '));
}

const LEVEL_WORDS: readonly (readonly [Acvpu, RegExp])[] = [
  ['A', /\balert\b/i],
  ['C', /\bconfus/i],
  ['V', /\b(voice|verbal|speech)\b/i],
  ['P', /\bpain/i],
  ['U', /\bunrespons/i],
];
// [P] Words for somebody who is not simply alert.
const NOT_ALERT =
  /\b(?:drows|sleepy|somnolen|letharg|agitat|confus|muddl|deliri|disorient|reduced|impaired|unconscious|coma|rous|withdrawn|stupor|obtund|vacant)/i;
// [P] Words for the usual confusion, which is Alert. Any other counts as new (clinical rule 2.1).
const USUAL_CONFUSION =
  /(?<!\bthan )\b(?:usual|normal|long[- ]standing) confusion\b|\bconfus(?:ed|ion) as (?:usual|normal)\b/gi;
// [P] Words for a confusion that is no longer the usual one.
const CHANGED = /\b(?:wors\w*|more|increas\w*|new(?:ly)?|sudden\w*|acute\w*|deteriorat\w*)\b/i;
// Words that may deny the level in the code.
const NOT_SO = /\b(not|no|no longer)\b/i;
