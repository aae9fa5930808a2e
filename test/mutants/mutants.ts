// `npm run mutants -- [--seed N] [--count M] [--area PATH]… [--near] [--only KEY]`: reports faults that no test notices.
import { root } from '../../.ci/step.ts';
import { isEquivalent } from './equivalents.ts';
import { judgeOf } from './judge.ts';
import { nearTests } from './near-tests.ts';
import { readOptions } from './options.ts';
import { change, scores, type Judged } from './report.ts';
import { mutantsOf, sample, sourcesAt, type Mutant } from './sample.ts';
import { trial } from './trial.ts';
import { typesAgainst } from './types.ts';

// With an exit of its own, so that nothing that runs is left behind.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const { areas, count, seed, nearOnly, only } = readOptions(process.argv.slice(2));
const testsOf = nearTests(root);
const judge = judgeOf({ root, testsOf, trial, typesAgainst, nearOnly });

const mutants = mutantsOf(
  root,
  areas.flatMap((area) => sourcesAt(root, area)),
).filter((mutant) => !isEquivalent(mutant));
const chosen =
  only.length > 0 ? mutants.filter(({ key }) => only.includes(key)) : sample(mutants, count, seed);
console.log(`${chosen.length} of ${mutants.length} mutants, seed ${seed}`);

const judged: Judged[] = [];
for (const mutant of chosen) judged.push(await judgeAloud(mutant));
for (const line of scores(judged)) console.log(line);

async function judgeAloud(mutant: Mutant): Promise<Judged> {
  const started = performance.now();
  const outcome = await judge(mutant);
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const what = outcome.state === 'killed' ? `by: ${outcome.by}` : `\n${change(root, mutant)}`;
  console.log(`${outcome.state} (${seconds}) ${mutant.file} ${mutant.kind} ${what}`);
  return { mutant, outcome };
}
