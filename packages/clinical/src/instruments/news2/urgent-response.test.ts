import assert from 'node:assert/strict';
import { test } from 'node:test';
import { news2Band } from './news2.table.ts';
import { asksForUrgentResponse } from './urgent-response.ts';

test('from a total of 5, and for a 3 in one part at any total, the response is urgent', () => {
  for (let total = 0; total <= 20; total += 1) {
    assert.equal(asksForUrgentResponse(news2Band(total, false).band), total >= 5, `${total}`);
    assert.equal(asksForUrgentResponse(news2Band(total, true).band), true, `${total} with a 3`);
  }
});

test('no band, and a band that NEWS2 does not have, ask for nothing', () => {
  for (const band of [null, '', 'red']) assert.equal(asksForUrgentResponse(band), false);
});
