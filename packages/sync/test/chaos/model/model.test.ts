import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runModel } from './model-run.ts';
import { REMOVED_RULES, without } from './model-table.ts';
import { AS_DESIGNED, BEHAVIOURS } from './rules.ts';

/** `npm run soak` runs 200. */
const SEEDS = 8;

for (const behaviour of Object.values(BEHAVIOURS)) {
  // A late copy of a creation may overwrite there. That risk is known, and the probe refuses such creates.
  if (behaviour === BEHAVIOURS.ifNoneMatchIgnored) continue;
  test(`I1 I2 I3 I4: the protocol loses, doubles and overwrites nothing on a server of kind "${behaviour.name}"`, async () => {
    for (let seed = 1; seed <= SEEDS; seed++)
      assert.deepEqual((await runModel(seed, behaviour, AS_DESIGNED)).faults, [], `seed ${seed}`);
  });
}

for (const removed of REMOVED_RULES) {
  const { name, on, harm, witness } = removed;
  test(`without ${name}, a run ends with something ${harm}`, async () => {
    const [weak, whole] = [
      await runModel(witness, on, without(removed)),
      await runModel(witness, on, AS_DESIGNED),
    ];
    assert.deepEqual(whole.faults, []);
    if (harm === 'transient') assert(weak.transientDoubles > whole.transientDoubles);
    else assert(weak.faults.some((fault) => fault.startsWith(harm)));
  });
}
