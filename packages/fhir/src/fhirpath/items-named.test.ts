import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compiledIn } from './compile.fixtures.ts';

/** The questions that an expression beyond our subset may read; `null`: any. */
function mayRead(path: string): readonly string[] | null {
  const expression = compiledIn(`${path}.toString().matches('1')`);
  assert.ok(expression.op === 'foreign', path);
  return expression.items;
}

test('an expression for another program reads the questions that it names, by whichever step it comes to them', () => {
  for (const step of ['item', 'descendants()', 'children()'])
    assert.deepEqual(
      mayRead(`%resource.${step}.where(linkId = 'weight').answer.value.unit`),
      ['weight'],
      step,
    );
});

test('one that comes to questions without naming them may read any', () => {
  for (const step of ['item', 'descendants()', 'repeat(item)', 'children()']) {
    assert.equal(mayRead(`%resource.${step}.answer.value.unit`), null, step);
    assert.equal(mayRead(`%resource.${step}.where(answer.exists()).answer.value.unit`), null, step);
  }
});

test('a variable that may hold answers is read whole, and one from outside the form holds none', () => {
  assert.equal(mayRead('%something'), null);
  assert.deepEqual(mayRead('%patient.gender'), []);
});
