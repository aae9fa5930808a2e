import { runChaos } from '../chaos-run.ts';
import { personalityOf } from './personalities.ts';
import { print } from './print.ts';

/** Seeded runs of the real client in bad weather. Returns how many broke an invariant. */
export async function soakChaos(from: number, runs: number): Promise<number> {
  let failed = 0;
  let intents = 0;
  let waiting = 0;
  for (let seed = from; seed < from + runs; seed++) {
    const personality = personalityOf(seed);
    const { broken, observed } = await runChaos({ seed, personality });
    intents += observed.made.length;
    waiting += observed.clients.reduce((sum, { entries }) => sum + entries.length, 0);
    if (broken.length === 0) continue;
    failed += 1;
    print(
      'FAILED',
      `seed ${seed}`,
      personality,
      ...broken.map(({ invariant, what }) => `\n  ${invariant} ${what}`),
    );
  }
  print(
    `chaos: ${failed} of ${runs} runs failed; ${intents} intents, ${waiting} of them in front of a person`,
  );
  return failed;
}
