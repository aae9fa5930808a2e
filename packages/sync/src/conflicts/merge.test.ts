import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '@ehch/store';
import fc from 'fast-check';
import { sameValue } from '../raw-json/same-value.ts';
import { editsBetween } from './edits-between.ts';
import { edited, merge } from './merge.ts';

const UNKNOWN = { url: 'https://vendor.example/colour', valueString: 'green' };
const contact = fc.record({ name: fc.constantFrom('Ann', 'Bo'), phone: fc.integer({ min: 1, max: 3 }) });
const rows = <Row>(row: fc.Arbitrary<Row>, key: (row: Row) => unknown): fc.Arbitrary<Row[]> =>
  fc.uniqueArray(row, { minLength: 1, maxLength: 3, selector: key });
const telecom = rows(
  fc.record({
    system: fc.constantFrom('phone', 'email'),
    use: fc.constantFrom('home', 'work'),
    value: fc.nat(3),
  }),
  ({ system, use }) => system + use,
);
const activity = rows(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    detail: fc.record({ status: fc.nat(2), text: fc.nat(2) }),
  }),
  ({ id }) => id,
);
const note = rows(
  fc.record({ authorString: fc.constantFrom('N', 'D'), text: fc.nat(2).map(String) }),
  (row) => JSON.stringify(row),
);
const resource = fc
  .record(
    {
      status: fc.constantFrom('active', 'completed'),
      telecom,
      activity,
      note,
      contact: fc.array(contact),
      title: fc.nat(2),
    },
    { requiredKeys: ['status'] },
  )
  .map((fields): Json => ({ id: 'r', ...fields, extension: [UNKNOWN] }));
const type = fc.constantFrom('Patient', 'CarePlan', 'Task', 'MedicationRequest', 'Observation');
const three = fc.tuple(type, resource, resource, resource);
const text = (value: Json): string => JSON.stringify(value);

test('merge(base, mine, base) = mine; merge(base, base, theirs) = theirs', () => {
  fc.assert(
    fc.property(type, resource, resource, (of, base, other) => {
      const mine = merge(of, text(base), text(other), text(base));
      assert.ok(mine.state === 'merged' && sameValue(JSON.parse(mine.body), other));
      const theirs = merge(of, text(base), text(base), text(other));
      assert.ok(theirs.state === 'merged' && theirs.body === text(other));
    }),
  );
});

/** All leaves with where they stand, rows by what they say. */
function leaves(value: Json, at = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((row: Json) => leaves(row, `${at}[]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, field]) => leaves(field, `${at}.${key}`));
  return [`${at}=${JSON.stringify(value)}`];
}

test('P10: a merge invents no value, and unknown extensions survive', () => {
  fc.assert(
    fc.property(three, ([of, base, mine, theirs]) => {
      const merged = merge(of, text(base), text(mine), text(theirs));
      if (merged.state === 'conflict') return;
      const given = new Set([...leaves(mine), ...leaves(theirs)]);
      const made = JSON.parse(merged.body) as { extension: Json };
      for (const leaf of leaves(made)) assert.ok(given.has(leaf), leaf);
      assert.deepEqual(made.extension, [UNKNOWN]);
    }),
  );
});

test('P10: two people’s merges give the same, whoever sends first', () => {
  const sorted = (value: Json): Json =>
    Array.isArray(value)
      ? [...value].map(sorted).sort((a, b) => (text(a) < text(b) ? -1 : 1))
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, field]) => [key, sorted(field)]))
        : value;
  fc.assert(
    fc.property(three, ([of, base, mine, theirs]) => {
      const one = merge(of, text(base), text(mine), text(theirs));
      const other = merge(of, text(base), text(theirs), text(mine));
      assert.equal(one.state, other.state);
      if (one.state === 'merged' && other.state === 'merged')
        assert.ok(sameValue(sorted(JSON.parse(one.body) as Json), sorted(JSON.parse(other.body) as Json)));
    }),
  );
});

test('P10: an activity of a care plan is never put together from two people’s halves', () => {
  fc.assert(
    fc.property(three, ([, base, mine, theirs]) => {
      const merged = merge('CarePlan', text(base), text(mine), text(theirs));
      if (merged.state === 'conflict') return;
      const whole = [mine, theirs].flatMap((each) => (each as { activity?: Json[] }).activity ?? []);
      for (const each of (JSON.parse(merged.body) as { activity?: Json[] }).activity ?? [])
        assert.ok(whole.some((known) => sameValue(known, each)));
    }),
  );
});

test('edits lead from one version to the other', () => {
  fc.assert(
    fc.property(resource, resource, (before, after) => {
      const made = edited(text(before), editsBetween(before, after));
      assert.ok(sameValue(JSON.parse(made), after));
    }),
  );
});
