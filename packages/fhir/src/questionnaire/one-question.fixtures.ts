import assert from 'node:assert/strict';
import type { FormQuestion } from '@ehch/clinical/form';
import { readQuestionnaire } from './read-questionnaire.ts';

export type Json = Readonly<Record<string, unknown>>;

export const CORE = 'http://hl7.org/fhir/StructureDefinition/';
export const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';
/** A Questionnaire of these items. */
export const form = (...item: readonly Json[]) => ({ resourceType: 'Questionnaire', item });
/** A question "x". */
export const q = (type: string, more: Json = {}): Json => ({ linkId: 'x', type, text: 'X', ...more });
export const ext = (url: string, value: Json) => ({ extension: [{ url, ...value }] });

/** The form that the reader makes of them. */
export function read(...items: readonly Json[]) {
  const { form: found, refused } = readQuestionnaire(form(...items));
  assert.ok(found, JSON.stringify(refused));
  return found;
}
/** What the reader makes of one item. */
export function question(json: Json): FormQuestion {
  const [item] = read(json).items;
  assert.ok(item !== undefined && item.type !== 'group' && item.type !== 'display' && item.type !== 'total');
  return item;
}
/** The limits of the form, in words. */
export const said = (...items: readonly Json[]) =>
  (read(...items).limits ?? []).map(({ words }) => words).join(' ');
