import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countTests, failuresIn } from '../.ci/step.ts';

const OUTPUT = `✔ packages/a.test.ts: 3
✖ says its age (packages/b.test.ts:7)
AssertionError: ✖ is no line of its own here
✖ packages/b.test.ts: 1
node tests: 3 passed, 1 failed, 0 skipped
`;

test('a run that failed names each failure once more at its end', () => {
  assert.deepEqual(failuresIn(OUTPUT), ['✖ says its age (packages/b.test.ts:7)', '✖ packages/b.test.ts: 1']);
  assert.deepEqual(failuresIn('✔ packages/a.test.ts: 3\n'), []);
});

test('the counts come from the reporter’s closing line, and a runner without that line has none', () => {
  assert.deepEqual(countTests(OUTPUT), { passed: 3, failed: 1, skipped: 0 });
  assert.equal(countTests('3 passed'), null);
});
