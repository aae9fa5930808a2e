import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pressesOn } from './plan.ts';

for (const questions of [20, 100, 300]) {
  it(`each press on ${questions} questions changes both totals that the driver times`, () => {
    const painted = new Map<string, string>();
    const presses = pressesOn(questions);
    assert.equal(presses.length, 7);
    for (const { total, expected } of presses) {
      assert.notEqual(painted.get(total), expected.total);
      assert.notEqual(painted.get('grand'), expected.grand);
      painted.set(total, expected.total).set('grand', expected.grand);
    }
    const grand = Number(painted.get('grand'));
    painted.delete('grand');
    assert.equal(
      grand,
      [...painted.values()].reduce((sum, total) => sum + Number(total), 0),
    );
  });
}
