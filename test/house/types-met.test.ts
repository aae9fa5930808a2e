import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typesExported, typesMet } from './types-met.ts';

const ENTRIES = ['index', 'client', 'forms', 'engine', 'fhirpath'].map(
  (name) => `packages/sdk/src/${name}.ts`,
);
const named = new Set(ENTRIES.flatMap((entry) => [...typesExported(entry)]));

for (const entry of ENTRIES) {
  test(`a page can name every type that it meets at ${entry}`, () => {
    assert.deepEqual(
      [...typesMet(entry)].filter((name) => !named.has(name)),
      [],
    );
  });

  test(`${entry} exports no type that a page never meets`, () => {
    const met = typesMet(entry);
    assert.deepEqual(
      [...typesExported(entry)].filter((name) => !met.has(name)),
      [],
    );
  });
}

test('a page meets a type in parameters, results, members and the types of those, not in a body or a private member', () => {
  assert.deepEqual([...typesMet('test/house/types-met.fixtures.ts')].toSorted(), [
    'Inner',
    'Member',
    'Outer',
    'Parameter',
    'Result',
  ]);
});
