import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PLAN_GUARDS, type PlanGuards } from './guards.ts';
import { planRace, PlanRace, type RaceStep } from './race.fixtures.ts';

/** In any order of presses, readings, answers and sendings, what `PlanRace` checks holds. */
function run({ guards, runs, seed }: { guards?: PlanGuards; runs: number; seed?: number }): void {
  fc.assert(
    fc.property(planRace, (steps) => {
      const race = new PlanRace(guards);
      for (const step of steps) race.take(step);
      race.end();
    }),
    { numRuns: runs, ...(seed === undefined ? {} : { seed, endOnFailure: true }) },
  );
}

test('L1–L8, S1, S5, G3: two people at one plan lose nothing and decide nothing that is not theirs, in 10,000 random orders', () => {
  run({ runs: 10_000 });
});

test('L3: an order that was found by chance, in which two change a part of one decision alike', () => {
  const race = new PlanRace();
  const press = (who: 0 | 1, one: Extract<RaceStep, { kind: 'press' }>['press']) =>
    race.take({ kind: 'press', who, press: one });
  const save = { kind: 'save', at: 0, twice: false, goes: true } as const;
  press(0, { kind: 'open', line: 2 });
  press(0, { kind: 'write', at: 0, field: 0, text: 'words 3' });
  press(0, save);
  press(1, { kind: 'open', line: 2 });
  race.take({ kind: 'read', who: 1, of: 'own' });
  press(1, { kind: 'write', at: 0, field: 2, text: 'words 0' });
  press(1, { kind: 'write', at: 0, field: 0, text: 'words 3' });
  press(1, save);
  race.end();
});

const WITHOUT: readonly (readonly [string, Partial<PlanGuards>, RegExp])[] = [
  ['G3: the race goes red when lines of another resident count', { isAbout: () => true }, /words of another/],
  ['L2: the race goes red when a saving stays open', { closesAtSaving: () => false }, /two intents/],
  ['L3: the race goes red when nobody has to choose', { isSettled: () => true }, /nobody has chosen/],
  ['L4: the race goes red when own savings count as others’', { isTheirs: () => true }, /somebody else’s/],
  ['L5: the race goes red when everybody decides', { mayDecide: () => true }, /only proposes/],
  ['L6: the race goes red when a decision needs no name and day', { isDecided: () => true }, /who decided/],
];

for (const [title, part, why] of WITHOUT)
  test(title, () => {
    assert.throws(
      () => run({ guards: { ...PLAN_GUARDS, ...part }, runs: 6000, seed: 5 }),
      (error) => error instanceof Error && error.cause instanceof Error && why.test(error.cause.message),
    );
  });
