import type { Caution, MoreInRecord } from '@ehch/clinical';
import { listAt, textAt, type JsonObject } from '../../entry.ts';
import { hasModifierExtension } from '../../json.ts';
import { hasLabel } from '../../labels.ts';
import { moreOf } from './elements/more.ts';
import { isMistakenInWords } from './map/over-in-words.ts';
import { readResource, type ResourceReading } from './read-resource.ts';
import type { Held } from './record.ts';
import { RESOURCES, type ReadableType, type ResourceOf } from './resources/index.ts';

/** Labels for a record of which the server sends only a part (R4 meta.tag and meta.security). */
const PARTIAL = new Set(['SUBSETTED', 'REDACTED', 'MASKED']);

/** The label "test health data" (v3-ActReason, which R4 names for meta.security). */
const TEST_DATA = new Set(['HTEST']);

/** Reads one resource into the form that the maps use. */
export function hold<T extends ReadableType>(
  type: T,
  raw: JsonObject,
  key: string,
  fullUrl: string | null,
): Held<T> | Extract<ResourceReading, { ok: false }> {
  const reading = readResource(RESOURCES[type], raw);
  if (!reading.ok) return reading;
  const cautions: Caution[] = [];
  if (hasModifierExtension(raw) || 'implicitRules' in raw) cautions.push('unknown-modifier');
  if (reading.dropped.length > 0 || hasLabel(raw['meta'], PARTIAL)) cautions.push('partly-unreadable');
  if (hasLabel(raw['meta'], TEST_DATA)) cautions.push('test-data');
  if (!DOUBTED_ELSEWHERE.has(type) && isMistakenByNote(raw)) cautions.push('mistaken-in-words');
  // The schema of this type has just accepted the value, so the cast is safe.
  const more = [...moreOf(RESOURCES[type], raw), ...labelsOf(raw['meta'])];
  return { type, value: reading.value as ResourceOf[T], key, fullUrl, raw, cautions, more };
}

/**
 * Types whose notes are read elsewhere: their words may also end a medicine or deny a problem. The note of a task or a
 * message tells a story: "had the tablets of the wrong resident".
 */
const DOUBTED_ELSEWHERE: ReadonlySet<ReadableType> = new Set<ReadableType>([
  'AllergyIntolerance',
  'Condition',
  'MedicationRequest',
  'MedicationStatement',
  'Task',
  'Communication',
]);

/** Whether a note says that the record is not the resident's. */
export function isMistakenByNote(raw: JsonObject): boolean {
  return listAt(raw, 'note').some((note) => isMistakenInWords(textAt(note, 'text')));
}

/** Ordinary confidentiality (v3-Confidentiality): unrestricted, low, moderate, normal. */
const ORDINARY = new Set(['U', 'L', 'M', 'N']);

/** Labels about access or use that no rule here knows. They are shown with the fact. */
function labelsOf(meta: unknown): readonly MoreInRecord[] {
  return listAt(meta, 'security').flatMap((label) => {
    const code = textAt(label, 'code') ?? '';
    if ([PARTIAL, ORDINARY, TEST_DATA].some((known) => known.has(code))) return [];
    return [{ name: 'security label', text: textAt(label, 'display') ?? (code || null) }];
  });
}
