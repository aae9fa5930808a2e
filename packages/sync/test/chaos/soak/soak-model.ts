import { runModel } from '../model/model-run.ts';
import { REMOVED_RULES, without } from '../model/model-table.ts';
import { AS_DESIGNED, BEHAVIOURS, type Behaviour, type Rules } from '../model/rules.ts';
import { print } from './print.ts';

/** Prints the table of the protocol: each server with every rule, and then without one. */
export async function soakModel(from: number, runs: number): Promise<number> {
  print('| as designed, on a server of kind | failing runs | conflicts a run | transient doubles in 1000 |');
  print('| --- | --- | --- | --- |');
  let failed = 0;
  for (const behaviour of Object.values(BEHAVIOURS)) {
    const { failing, conflicts, doubles } = await tried(behaviour, AS_DESIGNED, from, runs);
    print(`| ${behaviour.name} | ${percent(failing)} | ${conflicts.toFixed(1)} | ${doubles.toFixed(1)} |`);
    if (failing > 0 && behaviour !== BEHAVIOURS.ifNoneMatchIgnored) failed += 1;
  }
  print('\n| one rule removed | failing runs | transient doubles in 1000 |');
  print('| --- | --- | --- |');
  for (const removed of REMOVED_RULES) {
    const { failing, doubles } = await tried(removed.on, without(removed), from, runs);
    print(`| ${removed.name} (on ${removed.on.name}) | ${percent(failing)} | ${doubles.toFixed(1)} |`);
  }
  return failed;
}

async function tried(behaviour: Behaviour, rules: Rules, from: number, runs: number) {
  let failing = 0;
  let conflicts = 0;
  let doubles = 0;
  let intents = 0;
  for (let seed = from; seed < from + runs; seed++) {
    const result = await runModel(seed, behaviour, rules);
    if (result.faults.length > 0) failing += 1;
    conflicts += result.conflicts;
    doubles += result.transientDoubles;
    intents += result.intents;
  }
  return { failing: failing / runs, conflicts: conflicts / runs, doubles: (1000 * doubles) / intents };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
