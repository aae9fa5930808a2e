/**
 * Every JavaScript object answers to "constructor" and "toString". As a code from outside, such a word is only
 * an unknown code: no table of the reader may answer to it, and no record may break a view.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildView } from '../../packages/fhir/src/index.ts';
import { elementPaths } from './definitions.ts';
import { mutationWith } from './mutations.ts';
import { NOW, PATIENT, PLAIN, type Json } from './plain-resources.ts';
import { wordsOf } from './words-of.ts';

const INHERITED = 'constructor';

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

/** What is said where the reader took a function or an object of JavaScript for words. */
const NO_WORDS = /native code|\[object |undefined/;

/** Why the word breaks the view. `null`: it does not. */
function broken(resource: Json, beside: readonly Json[]): string | null {
  try {
    return NO_WORDS.exec(said(resource, beside))?.[0] ?? null;
  } catch (error) {
    return String(error);
  }
}

for (const [type, plains] of Object.entries(PLAIN))
  for (const { name, resource, beside = [] } of plains)
    test(`${type} ${name}: a word that every object answers to is an unknown code`, () => {
      const found = elementPaths(type)
        .filter(({ types }) => types.at(-1) === 'code' || types.at(-1) === 'string')
        .flatMap((element) => {
          const why = broken(mutationWith(type, resource, element, INHERITED).with, beside);
          return why === null ? [] : [`${element.path}: ${why}`];
        });
      assert.deepEqual(found, []);
    });
