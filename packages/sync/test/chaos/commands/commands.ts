import fc from 'fast-check';
import { CommandWorld, MINUTE } from './world.ts';

/** One thing that people or fate do. It has a name, so that a failing sequence can be read. */
export interface Command {
  readonly name: string;
  run(world: CommandWorld): unknown;
}

const command = (name: string, run: Command['run']): Command => ({ name, run });
const nth = fc.nat({ max: 40 });
const DAY = 24 * 60 * MINUTE;

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(command('press', (world) => world.press())) },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(1, 5, 20)
      .map((minutes) => command(`${minutes} minutes pass`, (world) => world.pass(minutes))),
  },
  { weight: 2, arbitrary: nth.map((at) => command(`edit outside ${at}`, (world) => world.editOutside(at))) },
  {
    weight: 1,
    arbitrary: nth.map((at) => command(`delete outside ${at}`, (world) => world.deleteOutside(at))),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('nurse', 'carer', null)
      .map((who) => command(`${who ?? 'nobody'} signs in`, (world) => world.signIn(who))),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map((is) => command(is ? 'lock' : 'unlock', (world) => world.lock(is))),
  },
  { weight: 2, arbitrary: fc.constant(command('crash', (world) => world.crash())) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('calm', 'stormy', 'away')
      .map((is) => command(`network ${is}`, (world) => world.network(is))),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(0, -365 * DAY, -10 * MINUTE, 10 * MINUTE, 365 * DAY)
      .map((ms) => command(`clock ${ms}`, (world) => world.setClock(ms))),
  },
  { weight: 1, arbitrary: fc.constant(command('restore', (world) => world.restore())) },
);

/** Random sequences of commands, each with the dice of its world. */
export const sequences = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  commands: fc.array(anyCommand, { minLength: 5, maxLength: 30 }),
});

/** Carries a sequence out, and says what must not be. */
export async function carryOut({ seed, commands }: { seed: number; commands: readonly Command[] }) {
  const world = await CommandWorld.begin(seed);
  for (const each of commands) {
    await each.run(world);
    // A press and what happens next are seldom at one moment.
    await world.time.pass(world.time.random() * MINUTE);
  }
  return world.judge();
}
