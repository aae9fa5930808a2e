import assert from 'node:assert/strict';
import { test } from 'node:test';
import { root } from '../../.ci/step.ts';
import { nearTests } from './near-tests.ts';

const testsOf = nearTests(root);
const filesOf = (source: string) => testsOf(source).map(({ file }) => file);

test('the test beside a file comes first, even if it reaches the file through others', () => {
  const allergies = 'packages/fhir/src/readers/r4/map/allergies';
  assert.equal(filesOf(`${allergies}.ts`)[0], `${allergies}.test.ts`);
});

test('every test of the package that loads the file through others is run', () => {
  const files = filesOf('packages/clinical/src/time/civil-date.ts');
  assert.ok(files.includes('packages/clinical/src/display/age.test.ts'));
  assert.deepEqual(
    files.filter((file) => !file.startsWith('packages/clinical/')),
    [],
  );
});

test('a file of another package is found by its exported name', () => {
  assert.ok(
    filesOf('packages/sdk/src/client/carry-over.ts').includes('packages/sdk/test/carry-over.test.ts'),
  );
});

test('a rule that has worked examples is asked by the test that runs them all', () => {
  const registry = 'packages/clinical/src/instruments/registry.test.ts';
  for (const rule of ['rules/snomed-id', 'rules/nhs-number', 'instruments/efi/efi'])
    assert.ok(filesOf(`packages/clinical/src/${rule}.ts`).includes(registry), rule);
});

test('a reader is asked by the proof that nothing of a resource is dropped, which stands outside its package', () => {
  const files = filesOf('packages/fhir/src/readers/r4/resources/condition.ts');
  assert.ok(files.includes('test/elements/extensions.test.ts'));
});

test('each test has the runner of its folder', () => {
  assert.deepEqual(
    new Set(testsOf('packages/elements/src/internal/text.ts').map(({ runner }) => runner)),
    new Set(['chromium']),
  );
  assert.deepEqual(
    new Set(testsOf('packages/sync/src/engine.ts').map(({ runner }) => runner)),
    new Set(['node']),
  );
});

test('types alone load nothing: a file of types has no test', () => {
  assert.deepEqual(filesOf('packages/clinical/src/ports/care-actions.ts'), []);
});
