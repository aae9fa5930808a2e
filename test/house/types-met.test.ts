import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typesExported, typesMet, typesUnexplained } from './types-met.ts';

const ENTRIES = ['index', 'client', 'forms', 'engine', 'fhirpath'].map(
  (name) => `packages/sdk/src/${name}.ts`,
);
const named = new Set(ENTRIES.flatMap((entry) => [...typesExported(entry)]));

for (const entry of [...ENTRIES, 'packages/sdk/src/drill.ts', 'packages/sdk/src/place.ts'])
  test(`${entry} exports no type without a docstring`, () => assert.deepEqual(typesUnexplained(entry), []));

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

test('a type is explained by the docstring right before it alone', () => {
  assert.deepEqual(typesUnexplained('test/house/explained.fixtures.ts'), ['NotByComment', 'NotByNeighbour']);
});
