/** The words of a section with no finding, while the engine could not read a part of the record. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Gap, ResidentView } from '../../packages/clinical/src/index.ts';
import { sections } from '../../packages/elements/src/resident-summary/sections/index.ts';
import { buildView } from '../../packages/fhir/src/index.ts';
import { NOW, PATIENT } from './plain-resources.ts';
import { wordsOf } from './words-of.ts';

const GAP: Gap = { why: 'more', what: 'pages that were not read' };
const BESIDE = 'nothing found in what was read · not complete';
const { view: plain } = buildView({
  resident: 'r',
  patient: 'p',
  resources: [PATIENT],
  outcomes: {},
  now: NOW,
  sourceLabel: 'test',
});
const names = sections.map(({ name }) => name);

/** A view with a gap in each of these sections, and no finding in any of them. */
function withGaps(gapped: readonly string[]): ResidentView {
  const found = Object.entries(plain.sections).map(([name, section]) =>
    gapped.includes(name) ? [name, { ...section, gaps: [GAP] }] : [name, section],
  );
  return { ...plain, sections: Object.fromEntries(found) as ResidentView['sections'] };
}

const times = (words: string, part: string) => words.split(part).length - 1;

for (const { name } of sections)
  test(`${name}: beside a gap it says "nothing found in what was read", and claims no more`, () => {
    assert.equal(times(wordsOf(plain, NOW), BESIDE), 0);
    const words = wordsOf(withGaps([name]), NOW);
    assert.equal(times(words, BESIDE), 1, words);
    assert.ok(words.includes('Not complete: the source holds more: pages that were not read.'), words);
  });

test('where every section has a gap, none says that nothing is recorded or that nothing waits', () => {
  const words = wordsOf(withGaps(names), NOW);
  assert.equal(times(words, BESIDE), names.length);
  for (const claim of [/nothing recorded/i, /nobody has recorded/i, /nothing is waiting/i])
    assert.doesNotMatch(words, claim);
});
