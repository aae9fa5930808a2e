import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { judgeOf, type Outcome } from './judge.ts';
import { nearTests } from './near-tests.ts';
import { mutantsOf, type Mutant } from './sample.ts';
import { trial } from './trial.ts';

const SOURCE = 'packages/clinical/src/band.ts';

/** A tree of one source file and its test. */
function ready(source: string, ...tests: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'judge-'));
  mkdirSync(join(root, 'packages/clinical/src'), { recursive: true });
  writeFileSync(join(root, SOURCE), source);
  writeFileSync(
    join(root, SOURCE.replace('.ts', '.test.ts')),
    [
      "import assert from 'node:assert/strict';",
      "import { test } from 'node:test';",
      "import { bandOf } from './band.ts';",
      ...tests,
    ].join('\n'),
  );
  return root;
}

/** The outcome of each mutant of a file that has these tests. */
async function judged(source: string, ...tests: readonly string[]): Promise<(readonly [Mutant, Outcome])[]> {
  const root = ready(source, ...tests);
  const judge = judgeOf({
    root,
    testsOf: nearTests(root),
    trial,
    typesAgainst: () => undefined,
    nearOnly: false,
  });
  const outcomes: (readonly [Mutant, Outcome])[] = [];
  for (const mutant of mutantsOf(root, [SOURCE])) outcomes.push([mutant, await judge(mutant)]);
  assert.equal(readFileSync(join(root, SOURCE), 'utf8'), source, 'the tree is left as it was');
  return outcomes;
}

const BAND = "export function bandOf(total: number) { return total >= 5 ? 'urgent' : 'low'; }";
const URGENT = "test('5 is urgent', () => assert.equal(bandOf(5), 'urgent'));";
const LOW = "test('4 is low', () => assert.equal(bandOf(4), 'low'));";
const states = (outcomes: (readonly [Mutant, Outcome])[]) =>
  outcomes.map(([{ kind, replacement }, { state }]) => `${kind} ${replacement}: ${state}`);

test('the test about a fault kills that fault', async () => {
  const outcomes = await judged(BAND, URGENT, LOW);
  assert.deepEqual(states(outcomes), [
    'condition true: killed',
    'condition false: killed',
    'comparison >: killed',
    'comparison <: killed',
    'number 6: killed',
  ]);
  const [, first] = outcomes[0] ?? [];
  assert.deepEqual(first, { state: 'killed', by: '4 is low' });
});

test('a fault that no test is about survives', async () => {
  assert.deepEqual(states(await judged(BAND, URGENT)), [
    'condition true: survived',
    'condition false: killed',
    'comparison >: killed',
    'comparison <: killed',
    'number 6: killed',
  ]);
});

test('a test that fails without a fault kills nothing, and is named', async () => {
  await assert.rejects(
    judged(BAND, "test('wrong', () => assert.equal(bandOf(5), 'low'));"),
    /band\.test\.ts does not pass as it is/,
  );
});

test('a fault that makes the tests run for ever is killed, unless they take as long without it', async () => {
  const root = ready(BAND, URGENT);
  const [mutant] = mutantsOf(root, [SOURCE]);
  assert.ok(mutant);
  const judgedWith = (unplanted: 'passed' | 'out of time') =>
    judgeOf({
      root,
      testsOf: nearTests(root),
      trial: async ({ planted }) => ({ state: planted ? 'out of time' : unplanted }),
      typesAgainst: () => undefined,
      nearOnly: false,
    })(mutant);
  assert.deepEqual(await judgedWith('passed'), { state: 'killed', by: 'the tests do not end' });
  assert.deepEqual(await judgedWith('out of time'), { state: 'undecided' });
});

test('tests that wait for ever are ended when their time is over', async () => {
  const root = ready(BAND, "test('waits', () => new Promise(() => setInterval(() => bandOf(5), 1000)));");
  const tests = [SOURCE.replace('.ts', '.test.ts')];
  assert.deepEqual(await trial({ root, runner: 'node', tests, limitMs: 1000 }), { state: 'out of time' });
});

test('a fault that no test is about is killed where it does not compile, and the types say why', async () => {
  const root = ready(BAND, URGENT);
  const [mutant] = mutantsOf(root, [SOURCE]);
  assert.ok(mutant);
  const typesAgainst = () => 'TS2322: no such band';
  const judge = judgeOf({ root, testsOf: nearTests(root), trial, typesAgainst, nearOnly: true });
  assert.deepEqual(await judge(mutant), { state: 'killed', by: 'the types: TS2322: no such band' });
});
