// One word stands on the screens of many residents: it must not make a man "she", or a woman "he".
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const files = globSync(
  ['packages/{clinical,fhir,store,sync,elements,sdk}/src/**/*.ts', 'extension/src/**/*.ts'],
  {
    cwd: root,
    exclude: (name) => /node_modules/.test(name),
  },
).filter((file) => !/\.(test|fixtures|vectors)\.ts$|display\/pronouns\.ts$/.test(file));

/** Comments and the end of a line of code that is one. A comment is about nobody, or about one example. */
const COMMENT = /^\s*(?:\/\/|\/?\*).*$|\s\/\/ .*$/gm;

/** Between spaces, quotes and stops. Patterns that read what others wrote have such words between bars and brackets. */
const FOR_ONE_GENDER = /(?<![^\s'"`])(?:she|he|her|him|his|hers)(?![^\s'"`.,;:?!])/gi;

test('no words of the product call every resident she or he', () => {
  assert.ok(files.length > 400, `only ${files.length} files were looked at`);
  const found = files.flatMap((file) => {
    const code = readFileSync(join(root, file), 'utf8').replaceAll(COMMENT, '');
    return [...code.matchAll(FOR_ONE_GENDER)].map(
      ({ index }) => `${file}: ${code.slice(Math.max(0, index - 30), index + 20).replaceAll(/\s+/g, ' ')}`,
    );
  });
  assert.deepEqual(found, []);
});
