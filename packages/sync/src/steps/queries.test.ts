import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COUNTED_TYPES, RESOURCE_TYPES } from '@ehch/fhir';
import { FEEDS, queries } from './queries.ts';

test('the engine asks for every type of a section, for one resident and for a home alike', () => {
  const all = new Set<string | undefined>(RESOURCE_TYPES);
  assert.deepEqual(new Set(queries('one').map(({ path }) => path.split(/[/?]/)[0])), all);
  assert.deepEqual(new Set<string | undefined>(FEEDS.map(({ kind }) => kind)), all);
});

// A summary says so in words: what is asked for one day has to lose those words.
test('what was dispensed or given, adverse events and the like are counted if they come, and never asked for', () => {
  const asked: ReadonlySet<string> = new Set(FEEDS.map(({ kind }) => kind));
  assert.ok(COUNTED_TYPES.includes('MedicationDispense') && COUNTED_TYPES.includes('AdverseEvent'));
  assert.deepEqual(
    COUNTED_TYPES.filter((type) => asked.has(type)),
    [],
  );
});

test('the docs name every type that is counted and not asked for', () => {
  const docs = readFileSync(new URL('../../../../docs/data.md', import.meta.url), 'utf8');
  assert.deepEqual(
    COUNTED_TYPES.filter((type) => !docs.includes(type)),
    [],
  );
});
