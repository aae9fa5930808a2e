import fc from 'fast-check';
import { carryOut, sequences } from '../commands/commands.ts';
import { print } from './print.ts';

/** Random sequences of commands. Returns how many ended with something that must not be. */
export async function soakCommands(from: number, runs: number): Promise<number> {
  let failed = 0;
  for (const [at, sequence] of fc.sample(sequences, { seed: from, numRuns: runs }).entries()) {
    const broken = await carryOut(sequence);
    if (broken.length === 0) continue;
    failed += 1;
    const names = sequence.commands.map(({ name }) => name).join(', ');
    print('FAILED', `sequence ${at} of seed ${from}`, names, ...broken.map((what) => `\n  ${what}`));
  }
  print(`commands: ${failed} of ${runs} sequences failed`);
  return failed;
}
