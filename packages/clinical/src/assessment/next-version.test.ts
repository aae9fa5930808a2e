import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openForm } from '../form/open.ts';
import type { FormItem } from '../form/definition.ts';
import { answered } from './answered.fixtures.ts';
import { cga1 } from './cga/cga-1.ts';
import { findItem } from './find-item.ts';
import { nextVersion } from './next-version.ts';

const choice = (id: string, text: string, ...options: readonly string[]): FormItem => ({
  id,
  type: 'choice',
  text,
  options: options.map((value) => ({ value, text: value })),
});
const second = nextVersion(cga1, {
  version: '2',
  changed: [choice('sleep', 'Sleep at night', 'good', 'broken', 'poor', 'too much')],
  added: { sleep: [choice('naps', 'Naps by day', 'none', 'some', 'most of the day')] },
  removed: ['feet'],
});
const itemOf = (form: { readonly items: readonly FormItem[] }, id: string) =>
  findItem(form.items, (item) => item.id === id);

test('a second version is what differs from the first, which stays what it was', () => {
  const print = JSON.stringify(cga1.items);
  assert.equal(itemOf(second, 'sleep')?.text, 'Sleep at night');
  assert.equal(itemOf(second, 'naps')?.text, 'Naps by day');
  assert.equal(itemOf(second, 'feet'), null);
  assert.equal(itemOf(cga1, 'sleep')?.text, 'Sleep');
  assert.ok(itemOf(cga1, 'feet') !== null && itemOf(cga1, 'naps') === null);
  assert.equal(JSON.stringify(cga1.items), print);
  assert.equal(second.problemRules, cga1.problemRules);
  assert.deepEqual([second.id, second.version], ['cga', '2']);
});

test('V1: a draft of the first keeps its answers in the second, and what has no place is set aside', () => {
  const { draft } = openForm(second, answered(cga1, { sleep: 'poor', feet: 'ulcer', breath: 'no' }).draft);
  assert.deepEqual(Object.keys(draft.answers).toSorted(), ['breath', 'sleep']);
  assert.deepEqual(
    (draft.setAside ?? []).map(({ key, why, form }) => [key, why, form.version]),
    [['feet', 'no-such-item', '1']],
  );
});

test('a version that changes what is not there, has the same number or two items of one id is refused', () => {
  const refused = { code: 'bad-configuration' };
  assert.throws(() => nextVersion(cga1, { version: '2', removed: ['toes'] }), refused);
  assert.throws(() => nextVersion(cga1, { version: '2', added: { toes: [] } }), refused);
  assert.throws(() => nextVersion(cga1, { version: '2', changed: [choice('toes', 'Toes')] }), refused);
  assert.throws(() => nextVersion(cga1, { version: '1' }), refused);
  assert.throws(
    () => nextVersion(cga1, { version: '2', added: { sleep: [choice('feet', 'Feet')] } }),
    refused,
  );
});
