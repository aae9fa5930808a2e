import { parseArgs } from 'node:util';
import { findRuleSets } from './vectors/rule-sets.ts';
import { describeOutcome, runSet } from './vectors/run.ts';
import { readVectorFile, VectorFileError } from './vectors/vector-file.ts';

const USAGE = 'Usage: npm run vectors -- FILE [--require set,set,…]';

/** Runs a file of worked examples. 0: every set is implemented and agrees, and every required set is there. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { require: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new VectorFileError(USAGE);
  const required = (values.require ?? '').split(',').map((name) => name.trim());
  if (values.require !== undefined && required.includes('')) throw new VectorFileError(USAGE);

  const sets = readVectorFile(file);
  const ruleSets = await findRuleSets();
  const outcomes = sets.map((set) => runSet(set, ruleSets));
  const problems: string[] = [];
  for (const outcome of outcomes) {
    console.log(describeOutcome(outcome));
    for (const { id, differences } of outcome.failures) problems.push(`${id}: ${differences.join('; ')}`);
  }
  for (const name of values.require === undefined ? [] : required) {
    const outcome = outcomes.find((one) => one.name === name);
    if (outcome?.state === 'left-out') problems.push(`${name} is required and left out.`);
    if (outcome === undefined) problems.push(`${name} is required and not in the file.`);
  }
  // A set that nobody implements proves nothing, so it fails the run.
  for (const { name, state } of outcomes)
    if (state === 'not-implemented') problems.push(`${name} is not implemented.`);
  for (const problem of problems) console.error(problem);
  return problems.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  // Bad arguments and bad files end here too, without a stack that would hide the message.
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
