import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry } from '../../entry.ts';
import { build, observation, snomed, value } from '../../record.fixtures.ts';
import { inOwnOrder } from './own-order.ts';

const entry = (resource: unknown, fullUrl: string | null = null): Entry => ({ fullUrl, resource });

test('entries without an id are told apart by their content, and a value that is no record comes last', () => {
  const entries = [
    entry(null),
    entry({ resourceType: 'Flag', code: { text: 'b' } }),
    entry({ resourceType: 'Flag', code: { text: 'a' } }),
    entry({ resourceType: 'Flag', id: 'z' }),
  ];
  const ordered = inOwnOrder(entries).map(({ entry: one }) => one);
  const again = inOwnOrder(entries.toReversed()).map(({ entry: one }) => one);
  assert.deepEqual(ordered, again);
  assert.deepEqual(ordered, [entries[3], entries[2], entries[1], entries[0]]);
});

test('the ledger stays in the order of the input', () => {
  const { ledger } = build([
    observation('b', snomed('27113001'), {}),
    observation('a', snomed('27113001'), {}),
  ]);
  assert.deepEqual(
    ledger.map(({ id }) => id),
    ['p1', 'b', 'a'],
  );
});

test('the id of a computed NEWS2 set is the same in any order of its observations', () => {
  const vital = (id: string, code: string, amount: number, unit: string) =>
    observation(id, snomed(code), { valueQuantity: { value: amount, unit } });
  const set = [
    vital('pulse', '364075005', 96, '/min'),
    vital('breaths', '86290005', 22, '/min'),
    vital('warmth', '276885007', 38.2, 'Cel'),
    vital('oxygen', '103228002', 94, '%'),
  ];
  const ids = [set, set.toReversed()].map((order) => value('news2', order).scores.map(({ id }) => id));
  assert.equal(ids[0]?.length, 1);
  assert.deepEqual(ids[0], ids[1]);
});
