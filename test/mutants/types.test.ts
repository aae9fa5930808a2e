import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { root } from '../../.ci/step.ts';
import { typesAgainst } from './types.ts';

const file = 'packages/clinical/src/section.ts';
const source = readFileSync(`${root}/${file}`, 'utf8');

test('a fault that compiles is not noticed by the types, and one that does not is', () => {
  assert.equal(typesAgainst(root, { file, text: `${source}\nexport const five = 5;` }), undefined);
  const refused = typesAgainst(root, { file, text: `${source}\nexport const five: number = null;` });
  assert.match(refused ?? '', /^TS2322: Type 'null' is not assignable to type 'number'/);
});
