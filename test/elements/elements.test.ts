/**
 * Proves over R4's own definitions that the reader silently drops no element. For every element of every type
 * that a view can show, the test reads a plain resource with a value there, and one without. The summary must
 * differ, in words or in a caution, unless a reviewed list calls the element harmless. What is read is there in
 * its own words, so that no map changes what a record says: the text, the day as people read it, the number,
 * the name of whom it points to.
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
import { ownWords } from './own-words.ts';
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

/** What became of a value: `dropped` changes nothing on screen; `unsaid` changes it without the value's own words. */
type Fate = 'said' | 'dropped' | 'unsaid';

function fateOf(type: string, { resource, beside = [] }: Plain, element: ElementPath): Fate {
  if (isDecidedBy(type, element)) return 'said';
  const mutation = mutationOf(type, resource, element);
  const found = foundAt(type, mutation.with, element.path);
  if (found?.fate === 'harmless') return 'said';
  const before = found?.fate === 'more' ? withoutElement(mutation.with, found.path) : mutation.without;
  const [now, then] = [said(mutation.with, beside), said(before, beside)];
  if (now === then) return 'dropped';
  const own = found?.fate === 'more' ? null : ownWords(type, element);
  return own === null || times(now, own) > times(then, own) ? 'said' : 'unsaid';
}

function times(words: string, pattern: RegExp): number {
  return [...words.matchAll(new RegExp(pattern, `${pattern.flags}g`))].length;
}

for (const [type, plains] of Object.entries(PLAIN)) {
  if (only !== undefined && only !== type) continue;
  for (const plain of plains) {
    const fates = Map.groupBy(elementPaths(type), (element) => fateOf(type, plain, element));
    const paths = (fate: Fate) => (fates.get(fate) ?? []).map(({ path }) => path);
    test(`${type} ${plain.name}: no element is silently dropped`, () => {
      if (only !== undefined) console.log(paths('dropped').join('\n'));
      assert.deepEqual(paths('dropped'), []);
    });

    test(`${type} ${plain.name}: what is read of it is on screen in its own words`, () => {
      if (only !== undefined) console.log(paths('unsaid').join('\n'));
      assert.deepEqual(paths('unsaid'), []);
    });
  }
}
