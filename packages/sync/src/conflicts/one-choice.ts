import { cprCodes, planLineText } from '@ehch/fhir';
import type { FieldEdit } from '@ehch/store';
import { atomOf } from './mergeable.ts';

/**
 * [P] The types of which a person may take one field from here and another from the server. Of every other type a version
 * is taken whole: a dose of one prescriber and a medicine of another make a prescription that nobody wrote.
 */
const BY_FIELD: ReadonlySet<string> = new Set(['Patient', 'CarePlan', 'Goal', 'Task', 'Communication']);

/** [P] Words after which a record may be about the limits of treatment, CPR, a refusal in advance, or capacity. */
const ABOUT_LIMITS =
  /\b(dna)?cpr\b|resus|respect|escalation|ceiling|limits? of|advance (decision|directive|statement)|\badrt\b|refus|capacity|best interest|power of attorney|\blpa\b|hospital admission|life.sustaining|do not/i;

/** The choice under which all fields of one resource are taken, where they may not be taken apart. */
const WHOLE = 'whole';

/**
 * Whether the two versions are taken whole (P17). Half of one decision and half of another is a decision that nobody made.
 *
 * @param texts every version at hand
 */
export function isOneChoice(type: string, texts: readonly string[]): boolean {
  // A line of the plan is known by its kind, and its words may speak of anything.
  const lines = type === 'QuestionnaireResponse' ? texts.map(planLineText) : [];
  if (lines.includes('line')) return lines.includes('decision');
  const codes = cprCodes().map(({ code }) => `"${code}"`);
  return (
    !BY_FIELD.has(type) ||
    texts.some((text) => ABOUT_LIMITS.test(text) || codes.some((code) => text.includes(code)))
  );
}

/** The name of the choice to which an edit belongs. Edits of one choice are taken together. */
export function choiceOf(isOne: boolean, edit: FieldEdit): string {
  return isOne ? WHOLE : atomOf(edit);
}

/**
 * Whether an edit only says who wrote a line of the plan last, and when. Nobody chooses that: it goes with what was chosen, and
 * whoever decides is named in the marker.
 *
 * @param texts every version at hand
 */
export function isStamp(type: string, { path: [field], to }: FieldEdit, texts: readonly string[]): boolean {
  const isAmended = field === 'status' && to.is === 'value' && to.value === 'amended';
  const isOfLine =
    type === 'QuestionnaireResponse' && (field === 'authored' || field === 'author' || isAmended);
  return isOfLine && texts.some((text) => planLineText(text) === 'line');
}
