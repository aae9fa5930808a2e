// `npm run differential` compares every total of every form with fhirpath.js, on random answer sets.
//   npm run differential -- --sets 1000   answer sets for each form (default 10,000)
//   npm run differential -- --seed 7      the first seed (default 1)
//   npm run differential -- news2 phq     only forms whose name contains one of these words
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { setsFor, type Comparison } from './compare.ts';
import { importedForms, sharedAreHere } from './forms.ts';

const { values, positionals } = parseArgs({
  options: { sets: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});

const waiting = importedForms()
  .filter(({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)))
  .map((form) => ({ name: form.name, sets: setsFor(form, Number(values.sets)), seed: Number(values.seed) }));
const forms = waiting.length;
let [same, compared] = [0, 0];

if (!sharedAreHere) console.log('The shared questionnaires are not on this machine: our own forms alone.');
await Promise.all(Array.from({ length: Math.min(forms, availableParallelism()) }, work));
console.log(`\n${forms} forms, ${same} of ${compared} totals equal`);
process.exitCode = same === compared && forms > 0 ? 0 : 1;

/** Runs one worker until no form is waiting. */
async function work(): Promise<void> {
  const worker = new Worker(new URL('./compare.worker.ts', import.meta.url));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const task = next;
    const start = performance.now();
    const result = await new Promise<Comparison>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.postMessage(task);
    });
    worker.removeAllListeners('error');
    tell(result, (performance.now() - start) / 1000);
  }
  await worker.terminate();
}

function tell(
  { name, sets, differences, numbers, calculated, ...result }: Comparison,
  seconds: number,
): void {
  const equal = result.compared - differences.length;
  same += equal;
  compared += result.compared;
  console.log(
    `${differences.length === 0 ? 'ok  ' : 'DIFF'} ${name.padEnd(50)} ${String(sets).padStart(5)} sets, ` +
      `${equal} of ${result.compared} totals equal, ${numbers} of them numbers; ` +
      `${calculated.own} calculated here, ${calculated.foreign} not; ${seconds.toFixed(0)} s`,
  );
  for (const { seed, key, ours, theirs } of differences.slice(0, 3))
    console.log(`       seed ${seed}, ${key}\n         ours   ${ours}\n         theirs ${theirs}`);
}
