/**
 * An extension that a map reads may have a value of another type than its definition gives, or a code without words. The
 * summary still shows it, and loses nothing else.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gapWords } from '../../packages/elements/src/internal/section-words.ts';
import { buildView } from '../../packages/fhir/src/index.ts';
import { NOW, PATIENT, PLAIN, put, type Json, type Plain } from './plain-resources.ts';
import { READ_EXTENSIONS } from './read-extensions.ts';
import { wordsOf } from './words-of.ts';

/** A value of every type that extensions may have, with the part that must appear on screen. */
const VALUES: readonly (readonly [value: Json, said: RegExp])[] = [
  [{ valueString: 'Zz other' }, /zz other/i],
  [{ valueMarkdown: 'Zz other' }, /zz other/i],
  [{ valueCode: 'zz-other' }, /zz-other/i],
  [{ valueCoding: { system: 'https://zz.example', code: 'zz', display: 'Zz other' } }, /zz other/i],
  [{ valueCodeableConcept: { text: 'Zz other' } }, /zz other/i],
  [{ valueCodeableConcept: { coding: [{ system: 'https://zz.example', code: 'zz-other' }] } }, /zz-other/i],
  [{ valueCodeableConcept: 'Zz other' }, /zz other/i],
  [{ valueAnnotation: { text: 'Zz other' } }, /zz other/i],
  [{ valueReference: { display: 'Zz other' } }, /zz other/i],
  [{ valueDate: '2025-02-03' }, /03-Feb-2025|2025-02-03/],
  [{ valueDateTime: '2025-02-03' }, /03-Feb-2025|2025-02-03/],
  [{ valueInstant: '2025-02-03T09:00:00Z' }, /03-Feb-2025|2025-02-03/],
  [{ valuePeriod: { start: '2025-02-03' } }, /03-Feb-2025|2025-02-03/],
  [{ valueInteger: 7771 }, /7771/],
  [{ valueUnsignedInt: 7771 }, /7771/],
  [{ valueDecimal: 7771 }, /7771/],
  [{ valueQuantity: { value: 7771, unit: 'zz' } }, /7771/],
];

function said({ resource, beside = [] }: Plain): string {
  const type = resource['resourceType'];
  // A list that says "none" with a warning says neither. It warns of its entries beside an allergy that came.
  const listed = type === 'List' ? (PLAIN['AllergyIntolerance'] ?? []).map((plain) => plain.resource) : [];
  const others = type === 'Patient' ? beside : [PATIENT, ...beside, ...listed];
  const { view } = buildView({
    resident: 'r',
    patient: 'p',
    resources: [...others, resource],
    outcomes: {},
    now: NOW,
    sourceLabel: 'test',
  });
  // The frame of a section shows its gaps, and not the facts.
  const gaps = Object.values(view.sections).flatMap((section) => ('gaps' in section ? section.gaps : []));
  return [wordsOf(view, NOW), ...gaps.map(gapWords)].join('\n');
}

/** The extension with this value instead of its own, or instead of the value of each part. */
function withValue({ url, extension }: Json, value: Json): Json {
  if (!Array.isArray(extension)) return { url, ...value };
  return { url, extension: extension.map((part: Json) => ({ url: part['url'], ...value })) };
}

for (const { type, plain = '', at, extension, beside } of READ_EXTENSIONS) {
  test(`${type} ${plain} ${at}: the summary shows the extension whatever the type of its value (${extension.url})`, () => {
    const found = PLAIN[type]?.find(({ name }) => name === plain);
    assert.ok(found);
    const path = at.split('.');
    const leaf = path.at(-1) ?? '';
    const lost = VALUES.flatMap(([value, words]) => [
      [withValue(extension, value), words] as const,
      // Here the extension has a value of its own, although the map reads its parts.
      [{ url: extension.url, ...value }, words] as const,
    ]).filter(([odd, words]) => {
      const list = { extension: [odd] };
      const fields = leaf === 'extension' ? list : { [leaf]: list };
      const base = { ...found.resource, ...beside };
      return !words.test(said({ ...found, resource: put(base, path.slice(0, -1), fields) as Json }));
    });
    assert.deepEqual(
      lost.map(([odd]) => odd),
      [],
    );
  });
}
