import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SECTION_ORDER } from '../../resident/sections.ts';
import type { Section } from '../../section.ts';
import {
  fact,
  known,
  medicine,
  recordedAs,
  viewWith,
  NOW,
  type Sections,
} from '../../form/suggest/view.fixtures.ts';
import { atAGlance, event, limitsOf, matter, wordsOf } from '../glance.fixtures.ts';

const FAILED = { state: 'failed', error: { code: 'timeout' }, at: NOW } as const;
const everySection = (section: Section<never>): Partial<Sections> =>
  Object.fromEntries(SECTION_ORDER.map((name) => [name, section]));

test('"nothing new" is a line with the day of the last look and whether anything waits', () => {
  assert.deepEqual(wordsOf('nothing-new', {}), [
    'Nothing new since 12-Nov-2026. Nothing waits for an answer',
  ]);
  assert.deepEqual(wordsOf('nothing-new', {}, { since: null }), [
    'Nothing new in the last 28 days. Nothing waits for an answer',
  ]);
  assert.deepEqual(wordsOf('nothing-new', { open: recordedAs([matter('2026-11-01')]) }), [
    'Nothing new since 12-Nov-2026',
  ]);
});

test('"nothing new" is not said while anything is new, and only as "found" if entries have no date', () => {
  assert.deepEqual(wordsOf('nothing-new', { events: recordedAs([event('document', '2026-11-18')]) }), []);
  const undated = { medicines: recordedAs({ medicines: [medicine('regular')], reviewed: null }) };
  assert.match(
    wordsOf('nothing-new', undated)[0] ?? '',
    /^Nothing new found since .*; some entries carry no date/,
  );
});

test('no section that failed, is withheld, loading, stale, incomplete or disputed reads as "nothing new"', () => {
  const states: Record<string, Section<never>> = {
    'could not be loaded': FAILED,
    'withheld for your role': { state: 'withheld', why: 'role' },
    withheld: { state: 'withheld', why: 'consent' },
    'still loading': { state: 'loading' },
    'not read lately': known({ kind: 'not-recorded' }, { freshness: 'stale' }),
    'not complete': known({ kind: 'not-recorded' }, { gaps: [{ why: 'failed', what: 'falls' }] }),
    'records disagree': known<never>({ kind: 'disagree', sides: [], common: null }),
  };
  for (const [words, section] of Object.entries(states)) {
    for (const name of [
      'limits',
      'allergies',
      'news2',
      'weight',
      'medicines',
      'problems',
      'events',
    ] as const) {
      assert.deepEqual(wordsOf('nothing-new', { [name]: section }), [], `${name} ${words}`);
      assert.match(
        wordsOf('not-known', { [name]: section })[0] ?? '',
        new RegExp(`^Not known: .*\\(${words}\\)$`),
      );
    }
    assert.match(wordsOf('not-known', { open: section })[0] ?? '', /^Not known: what is asked/);
    assert.deepEqual(wordsOf('not-known', everySectionButIdentity(section)), [
      `Not known: this record (${words})`,
    ]);
  }
});

function everySectionButIdentity(section: Section<never>): Partial<Sections> {
  const { identity: _identity, ...others } = everySection(section);
  return others;
}

test('a line about what is not known keeps its place among the five, however many others there are', () => {
  const matters = Array.from({ length: 9 }, (_, index) => matter('2026-11-20', { id: `m${index}` }));
  const view = viewWith({ open: recordedAs(matters), medicines: FAILED });
  const glance = atAGlance({ view, since: null, now: NOW });
  assert.equal(glance?.lines.length, 5);
  assert.equal(glance.lines.at(-1)?.rule, 'not-known');
  assert.equal(glance.more.length, 5);
});

test('a resident whose records disagree, or who has died, has no glance', () => {
  const disputed = known<never>({ kind: 'disagree', sides: [], common: null });
  assert.equal(atAGlance({ view: viewWith({ identity: disputed }), since: null, now: NOW }), null);
});

test('the last days have their own line, above the changes', () => {
  const limits = recordedAs(limitsOf({ lastDays: { ...fact('2026-11-19'), text: 'Comfort.' } }));
  assert.deepEqual(wordsOf('last-days', { limits }), [
    'Last days of life: comfort and wishes first. No scores are shown. | 2026-11-19',
  ]);
});
