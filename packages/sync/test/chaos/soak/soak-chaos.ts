import { newName, openInSession } from '../../../../store/test/sealed-anywhere.ts';
import { runChaos, type ChaosOptions } from '../chaos-run.ts';
import { personalityOf } from './personalities.ts';
import { print } from './print.ts';

type Kind = Pick<ChaosOptions, 'isRestored' | 'openStore'>;

/** Seeded runs of the real client in bad weather. Returns how many broke an invariant. */
export function soakChaos(from: number, runs: number): Promise<number> {
  return soaked('chaos', from, runs, {});
}

/** The same, on a server that is set back. Without a history nobody can tell what it has lost below a later version. */
export function soakRestores(from: number, runs: number): Promise<number> {
  return soaked('restore', from, runs, { isRestored: true });
}

/** The same, on the store that lies sealed in a database. */
export function soakSealed(from: number, runs: number): Promise<number> {
  return soaked('sealed', from, runs, { openStore: () => openInSession(newName(), { secret: null }) });
}

/** Runs after which a long run says how far it is. */
const TOLD_EVERY = 25;

async function soaked(name: string, from: number, runs: number, kind: Kind): Promise<number> {
  let failed = 0;
  let done = 0;
  let intents = 0;
  let waiting = 0;
  for (let seed = from; seed < from + runs; seed++) {
    const personality = personalityOf(seed);
    if (kind.isRestored === true && personality.includes('no-history')) continue;
    const { broken, observed } = await runChaos({ seed, personality, ...kind });
    done += 1;
    intents += observed.made.length;
    waiting += observed.clients.reduce((sum, { entries }) => sum + entries.length, 0);
    if (done % TOLD_EVERY === 0) print(`${name}: ${done} runs done, ${failed} failed`);
    if (broken.length === 0) continue;
    failed += 1;
    print(
      'FAILED',
      `${name} seed ${seed}`,
      personality,
      ...broken.map(({ invariant, what }) => `\n  ${invariant} ${what}`),
    );
  }
  print(
    `${name}: ${failed} of ${done} runs failed; ${intents} intents, ${waiting} of them in front of a person`,
  );
  return failed;
}
