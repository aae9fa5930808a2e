import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { GUARDS } from './guards.ts';
import type { FormGuards } from './guards.ts';
import { Race } from './race.fixtures.ts';
import { race } from './race-steps.fixtures.ts';

interface Course {
  readonly guards?: FormGuards;
  readonly withRevisions?: boolean;
  readonly runs: number;
  readonly seed?: number;
}

/** In any order of presses, pages and late answers, what `Race` checks holds. */
function run({ guards, withRevisions, runs, seed }: Course): void {
  let count = 0;
  fc.assert(
    fc.property(race, (steps) => {
      const one = new Race({ guards, withRevisions, freezes: (count += 1) % 8 === 0 });
      for (const step of steps) one.take(step);
      one.end();
    }),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }), endOnFailure: seed !== undefined },
  );
}

test('S1, G1–G5, K1–K4, F2–F4: two windows over one port keep every answer under its resident in 10,000 random orders', () => {
  run({ runs: 10_000 });
});

const WITHOUT: readonly (readonly [string, Partial<FormGuards>, RegExp])[] = [
  ['G2: the race goes red when a draft of another counts', { isOf: () => true }, /stands in a form of/],
  ['G3: the race goes red when a view of another counts', { isAbout: () => true }, /stands in a form of/],
  ['G4: the race goes red when any answer counts for the last', { isLast: () => true }, /on (their|its) way/],
  ['K1: the race goes red when drafts go out beside each other', { mayBeSaved: () => true }, /on their way/],
  [
    'F3: the race goes red when a draft may still be on its way',
    { mayBeFinished: () => true },
    /it is signed/,
  ],
  ['F2: the race goes red when all signings are the same', { isSameSigning: () => true }, /another name/],
  ['F2: the race goes red when no two signings are', { isSameSigning: () => false }, /has two ids/],
];

for (const [title, part, why] of WITHOUT)
  test(title, () => {
    assert.throws(() => run({ guards: { ...GUARDS, ...part }, runs: 3000, seed: 5 }), causedBy(why));
  });

test('K2: the race goes red over a port that knows no revisions', () => {
  assert.throws(() => run({ withRevisions: false, runs: 3000, seed: 5 }), causedBy(/is lost/));
});

function causedBy(why: RegExp): (error: unknown) => boolean {
  return (error) => error instanceof Error && error.cause instanceof Error && why.test(error.cause.message);
}
