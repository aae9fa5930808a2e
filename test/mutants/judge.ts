import { readFileSync } from 'node:fs';
import { plant } from './mutations.ts';
import type { NearTest, NearTests } from './near-tests.ts';
import type { Mutant } from './sample.ts';
import type { Planted, Runner, Trial, Verdict } from './trial.ts';
import type { TypesAgainst } from './types.ts';

export type Outcome =
  | { readonly state: 'killed'; readonly by: string }
  | { readonly state: 'survived'; readonly tests: number }
  /** The time ran out, and would have without the fault too. So the fault neither was killed nor survived. */
  | { readonly state: 'undecided' };

export interface Judging {
  readonly root: string;
  readonly testsOf: NearTests;
  readonly trial: (trial: Trial) => Promise<Verdict>;
  /** Asked about what the nearest tests let pass: a fault that does not compile is noticed. */
  readonly typesAgainst: TypesAgainst;
  /** Runs the nearest tests only. That is quicker, and makes the score a lower bound. */
  readonly nearOnly: boolean;
}

interface Round {
  readonly runner: Runner;
  readonly tests: readonly string[];
  readonly isNear: boolean;
}

/** How many tests to run first, and then next. Few at first, because the test beside the file kills most faults. */
const NEAREST = { node: [3, 12], chromium: [2, 4] };
/** How long the nearest tests may take, in milliseconds. */
const NEAR_MS = 90_000;
const REST_MS = 4 * NEAR_MS;

/** Gives the judge of mutants. It remembers which tests pass as things are: only those can kill. */
export function judgeOf(judging: Judging): (mutant: Mutant) => Promise<Outcome> {
  const { root, testsOf, trial, typesAgainst, nearOnly } = judging;
  const asTheyAre = new Map<string, Promise<Verdict>>();
  /** How many faults a test has killed in this run. A test that noticed one fault of an area often notices the next. */
  const kills = new Map<string, number>();
  const withoutFault = (runner: Runner, tests: readonly string[], limitMs: number) => {
    const key = `${limitMs} ${tests.join()}`;
    const once = () => trial({ root, runner, tests, limitMs });
    // A busy machine fails a test that waits for an answer: twice is no chance.
    const known =
      asTheyAre.get(key) ?? once().then((verdict) => (verdict.state === 'failed' ? once() : verdict));
    asTheyAre.set(key, known);
    return known;
  };

  const ask = async ({ runner, tests, isNear }: Round, planted: Planted): Promise<Outcome | undefined> => {
    const limitMs = isNear ? NEAR_MS : REST_MS;
    const verdict = await trial({ root, runner, tests, planted, limitMs });
    if (verdict.state === 'passed') return undefined;
    if (verdict.state === 'failed') {
      const file = verdict.file === undefined ? tests : [verdict.file];
      const before = await withoutFault(runner, file, REST_MS);
      if (before.state !== 'passed')
        throw new Error(`${file.join(', ')} does not pass as it is. Mend it first.`);
      for (const killer of file) kills.set(killer, (kills.get(killer) ?? 0) + 1);
      return { state: 'killed', by: verdict.by };
    }
    // An endless loop counts as noticed, unless the tests take as long without the fault.
    const { state } = await withoutFault(runner, tests, limitMs / 3);
    return state === 'passed' ? { state: 'killed', by: 'the tests do not end' } : { state: 'undecided' };
  };

  return async (mutant) => {
    const text = plant(readFileSync(`${root}/${mutant.file}`, 'utf8'), mutant);
    const planted = { file: mutant.file, text };
    const tests = withKillers(testsOf(mutant.file), kills);
    const all = rounds(tests, nearOnly);
    const near = all.filter(({ isNear }) => isNear);
    const rest = all.filter(({ isNear }) => !isNear);
    const askEach = async (some: readonly Round[]) => {
      for (const round of some) {
        const outcome = await ask(round, planted);
        if (outcome) return outcome;
      }
      return undefined;
    };
    const byTypes = (): Outcome | undefined => {
      const said = typesAgainst(root, planted);
      return said === undefined ? undefined : { state: 'killed', by: `the types: ${said}` };
    };
    return (
      (await askEach(near)) ??
      byTypes() ??
      (await askEach(rest)) ?? { state: 'survived', tests: tests.length }
    );
  };
}

/** The nearest test stays first. Behind it come the two that have killed most. */
function withKillers(tests: readonly NearTest[], kills: ReadonlyMap<string, number>): readonly NearTest[] {
  const [nearest, ...others] = tests;
  if (nearest === undefined) return [];
  const killsOf = ({ file }: NearTest) => kills.get(file) ?? 0;
  const best = others
    .filter((test) => killsOf(test) > 0)
    .toSorted((a, b) => killsOf(b) - killsOf(a))
    .slice(0, 2);
  return [nearest, ...best, ...others.filter((test) => !best.includes(test))];
}

function rounds(tests: readonly NearTest[], nearOnly: boolean): readonly Round[] {
  const of = (turn: number): readonly Round[] =>
    (['node', 'chromium'] as const).map((runner) => {
      const files = tests.filter((test) => test.runner === runner).map(({ file }) => file);
      const [from = files.length, to = files.length] = [0, ...NEAREST[runner]].slice(turn);
      return { runner, tests: files.slice(from, to), isNear: turn < 2 };
    });
  const turns = nearOnly ? [0, 1] : [0, 1, 2];
  return turns.flatMap(of).filter((round) => round.tests.length > 0);
}
