import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertTotal } from '../whole-entry.fixtures.ts';
import { bristol, groupBristol, type BristolInput } from './bristol.ts';

test('any input has a result, and only a type gives a type', () => {
  assertTotal(groupBristol, 'type');
  for (const type of [0, 8, 1.5, '0', '8', '07', ' 4', true, [4], Number.NaN])
    assert.equal(groupBristol({ type } as BristolInput).status, 'invalid');
});

test('a higher number is never called worse, and no type is called diarrhoea', () => {
  assert.equal(bristol.direction, 'none');
  assert.doesNotMatch(JSON.stringify(bristol), /diarrh/i);
});
