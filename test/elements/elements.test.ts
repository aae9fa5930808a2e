/**
 * Proves over R4's own definitions that the reader silently drops no element. For every element of every type that a view
 * can show, the test reads a plain resource with a value there, and one without. The summary must differ, in words or in a
 * caution, unless a reviewed list calls the element harmless.
 *
 * Set `ELEMENTS=MedicationRequest` in the environment to test one type and print every failure.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildView } from '../../packages/fhir/src/index.ts';
import { RESOURCES, isReadableType } from '../../packages/fhir/src/readers/r4/resources/index.ts';
import { elementsOf, type ElementFound } from '../../packages/fhir/src/readers/r4/elements/walk.ts';
import { elementPaths, type ElementPath } from './definitions.ts';
import { isDecidedBy } from './decided-by.ts';
import { mutationOf, withoutElement } from './mutations.ts';
import { NOW, PATIENT, PLAIN, type Json, type Plain } from './plain-resources.ts';
import { wordsOf } from './words-of.ts';

const only = process.env['ELEMENTS'];

function said(resource: Json, beside: readonly Json[]): string {
  const others = resource['resourceType'] === 'Patient' ? beside : [PATIENT, ...beside];
  const { view } = buildView({
    resident: 'r',
    patient: 'p',
    resources: [...others, resource],
    outcomes: {},
    now: NOW,
    sourceLabel: 'test',
  });
  return wordsOf(view, NOW);
}

/** The fate of the element that the test put there, or of the unread element that holds it. */
function foundAt(type: string, resource: Json, path: string): ElementFound | undefined {
  if (!isReadableType(type)) return undefined;
  return elementsOf(RESOURCES[type], resource).find(
    (element) => path === element.path || path.startsWith(`${element.path}.`),
  );
}

function isDropped(type: string, { resource, beside = [] }: Plain, element: ElementPath): boolean {
  if (isDecidedBy(type, element)) return false;
  const mutation = mutationOf(type, resource, element);
  const found = foundAt(type, mutation.with, element.path);
  switch (found?.fate) {
    case 'harmless':
      return false;
    case 'more':
      return said(mutation.with, beside) === said(withoutElement(mutation.with, found.path), beside);
    default:
      return said(mutation.with, beside) === said(mutation.without, beside);
  }
}

function dropped(type: string, plain: Plain): readonly string[] {
  return elementPaths(type)
    .filter((element) => isDropped(type, plain, element))
    .map(({ path }) => path);
}

for (const [type, plains] of Object.entries(PLAIN)) {
  if (only !== undefined && only !== type) continue;
  for (const plain of plains) {
    test(`${type} ${plain.name}: no element is silently dropped`, () => {
      const lost = dropped(type, plain);
      if (only !== undefined && lost.length > 0) console.log(lost.join('\n'));
      assert.deepEqual(lost, []);
    });
  }
}
