import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gds15 } from '../gds15/gds15.ts';
import { gds4, scoreGds4 } from './gds4.ts';

test('each of the 16 complete scales has the total of the key', () => {
  for (const q1 of [true, false])
    for (const q3 of [true, false])
      for (const q6 of [true, false])
        for (const q7 of [true, false]) {
          const expected = [!q1, q3, q6, !q7].filter(Boolean).length;
          const { total, band } = scoreGds4({ q1, q3, q6, q7 });
          assert.equal(total, expected);
          assert.equal(band, expected === 0 ? 'none' : expected === 1 ? '1' : '2-or-more');
        }
});

test('the four questions have the same points as in the scale of fifteen', () => {
  for (const { id, options } of gds4.items)
    assert.deepEqual(options, gds15.items.find((item) => item.id === id)?.options, id);
});
