import fc from 'fast-check';

/** One thing that happens in a race of two windows over one port. */
export type RaceStep =
  /** The world comes to one of what it was asked. */
  | {
      readonly do: 'world';
      readonly which: number;
      /** `done-overdue` and `overdue`: it counts as failed by the deadline, was or is done all the same, and that is said later. */
      readonly how:
        'answers' | 'fails' | 'done-and-lost' | 'done-and-late' | 'done-overdue' | 'overdue' | 'says-nothing';
    }
  /** It answers once more what it has answered. */
  | { readonly do: 'again'; readonly which: number }
  | ({ readonly window: 0 | 1 } & (
      | {
          readonly do: 'open';
          readonly resident: number;
          readonly from: 'kept' | 'empty';
          readonly draft: 'none' | 'kept' | 'other';
        }
      | { readonly do: 'leave' | 'save-all-again' | 'start-from-finished' }
      | { readonly do: 'around'; readonly what: (typeof AROUND)[number] }
      | { readonly do: 'page-gives'; readonly what: 'echo' | 'older' | 'of-another-resident' | 'other' }
      | { readonly do: 'press'; readonly at: number; readonly what: (typeof PRESSES)[number] }
    ));

const AROUND = [
  'own-view',
  'view-of-another',
  'died',
  'no-view',
  'read-only',
  'author',
  'no-author',
  'no-rules',
  'rules',
  'evaluator',
] as const;

const PRESSES = [
  'answer',
  'clear',
  'not-assessed',
  'use',
  'use-row',
  'use-all',
  'not-assessed-group',
  'add-row',
  'remove-row',
  'settle',
  'merge',
  'load-again',
  'start-empty',
  'save-again',
  'finish',
  'withdraw',
  'enter-in-error',
  'note-changes',
  'type',
  'enter-all',
  'seen-by-somebody',
] as const;

const window = fc.constantFrom(0 as const, 1 as const);
const small = fc.nat(5);
const often = <const T extends string>(...all: readonly (readonly [number, T])[]) =>
  fc.oneof(...all.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

const open = fc.record({
  do: fc.constant('open' as const),
  window,
  resident: fc.constantFrom(0, 0, 0, 1, 2),
  from: often([9, 'kept'], [1, 'empty']),
  draft: often([8, 'none'], [1, 'kept'], [1, 'other']),
});

const press = fc.record({
  do: fc.constant('press' as const),
  window,
  at: small,
  what: fc.oneof(
    { weight: 12, arbitrary: fc.constant('answer' as const) },
    { weight: 8, arbitrary: fc.constant('finish' as const) },
    { weight: 10, arbitrary: fc.constantFrom(...PRESSES) },
  ),
});

const step: fc.Arbitrary<RaceStep> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('world' as const),
      which: small,
      how: often(
        [8, 'answers'],
        [3, 'fails'],
        [2, 'done-and-lost'],
        [2, 'done-and-late'],
        [2, 'done-overdue'],
        [1, 'overdue'],
        [1, 'says-nothing'],
      ),
    }),
  },
  { weight: 12, arbitrary: press },
  { weight: 4, arbitrary: open },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const), which: fc.nat(20) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: often([3, 'leave'], [2, 'save-all-again'], [1, 'start-from-finished']),
      window,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('around' as const),
      window,
      what: fc.oneof(fc.constantFrom(...AROUND), fc.constant('author' as const)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('page-gives' as const),
      window,
      what: often([2, 'echo'], [2, 'older'], [1, 'of-another-resident'], [2, 'other']),
    }),
  },
);

/** Both windows open a form of somebody, and then anything happens. */
export const race: fc.Arbitrary<readonly RaceStep[]> = fc
  .array(step, { minLength: 4, maxLength: 24 })
  .map((steps) => [
    { do: 'open', window: 0, resident: 0, from: 'kept', draft: 'none' },
    { do: 'world', which: 0, how: 'answers' },
    { do: 'open', window: 1, resident: 0, from: 'kept', draft: 'none' },
    { do: 'world', which: 0, how: 'answers' },
    ...steps,
  ]);
