import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countHapi, countTests, failuresIn, run, runAll } from '../.ci/step.ts';

const OUTPUT = `✔ packages/a.test.ts: 3 (0.4 s)
✖ says its age (packages/b.test.ts:7)
AssertionError: ✖ is no line of its own here

"a" !== "b"
    at b.test.ts:7
✖ packages/b.test.ts: 1 (12.0 s)
a warning of a tool
node tests: 3 passed, 1 failed, 0 skipped
`;

test('a run that failed names each failure once more at its end, with what the test said', () => {
  assert.deepEqual(failuresIn(OUTPUT), [
    '✖ says its age (packages/b.test.ts:7)\n    AssertionError: ✖ is no line of its own here "a" !== "b"',
    '✖ packages/b.test.ts: 1 (12.0 s)',
  ]);
  assert.deepEqual(failuresIn('✔ packages/a.test.ts: 3\n'), []);
});

test('the counts come from the reporter’s closing line, and a runner without that line has none', () => {
  assert.deepEqual(countTests(OUTPUT), { passed: 3, failed: 1, skipped: 0 });
  assert.equal(countTests('3 passed'), null);
});

test('a machine without HAPI counts one skipped test, and one with it counts what ran', () => {
  assert.deepEqual(countHapi('HAPI skipped: Maven is not on this machine\n'), {
    passed: 0,
    failed: 0,
    skipped: 1,
  });
  assert.deepEqual(countHapi(OUTPUT), countTests(OUTPUT));
  assert.equal(countHapi('HAPI ready after 20 s'), null);
});

test('a runner that ran no test has failed, unless it may skip and says so', async () => {
  const skipping = {
    title: 'skipping',
    command: ['echo', 'HAPI skipped: no Java'] as const,
    count: countHapi,
  };
  assert.equal((await run(skipping)).failed, 1);
  assert.equal((await run({ ...skipping, maySkip: true })).failed, 0);
  assert.equal((await run({ ...skipping, command: ['echo', 'nothing'], maySkip: true })).failed, 1);
});

test('steps that run at the same time are each printed whole, and all of them count', async () => {
  const said = (title: string, ...lines: string[]) => ({
    title,
    command: ['node', '-e', `for (const line of ${JSON.stringify(lines)}) console.log(line)`] as const,
    count: countTests,
  });
  const printed: string[] = [];
  const sum = await runAll(
    [
      [
        said('one', 'first of one', 'node tests: 2 passed, 0 failed, 0 skipped'),
        said('other', '✖ a promise (x.test.ts:1)', 'node tests: 1 passed, 1 failed, 0 skipped'),
      ],
    ],
    (text) => void printed.push(text),
  );
  assert.deepEqual(sum, { passed: 3, failed: 1, skipped: 0 });
  const own = printed.filter((text) => text.includes('── one'));
  assert.equal(own.length, 1);
  assert.match(own[0] ?? '', /first of one[^]*node tests: 2 passed[^]*ok: one/);
  assert.match(printed.join(''), /Failed: other\n {2}✖ a promise/);
});
