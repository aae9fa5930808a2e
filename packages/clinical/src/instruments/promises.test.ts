import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FormItem, FormQuestion } from '../form/types.ts';
import type { Instrument } from '../instrument.ts';
import { instruments } from './index.ts';

const NO_ANSWER = [undefined, null, 'unable', 'refused', 'not-asked', 'not-known'];

/** Answers to a question: mostly ones that the form accepts, some reasons for no answer, and some nonsense. */
function answer(question: FormQuestion): fc.Arbitrary<unknown> {
  const { min = -10, max = 1000 } = question.limits ?? {};
  const fitting =
    question.options !== undefined
      ? fc.constantFrom(...question.options.map(({ value }) => value))
      : question.type === 'boolean'
        ? fc.boolean()
        : ['integer', 'decimal', 'quantity'].includes(question.type)
          ? fc.oneof(
              fc.integer({ min: Math.ceil(min), max: Math.floor(max) }),
              fc
                .integer({ min: Math.ceil(min * 100), max: Math.floor(max * 100) })
                .map((cents) => cents / 100),
            )
          : fc.string();
  return fc.oneof(
    { weight: 8, arbitrary: fitting },
    { weight: 1, arbitrary: fc.constantFrom(...NO_ANSWER) },
    { weight: 1, arbitrary: fc.anything() },
  );
}

function answers(items: readonly FormItem[]): fc.Arbitrary<Record<string, unknown>> {
  const questions = items.filter(
    (item): item is FormQuestion => !['group', 'display', 'total'].includes(item.type),
  );
  return fc.record(Object.fromEntries(questions.map((question) => [question.id, answer(question)])), {
    requiredKeys: [],
  });
}

const every: readonly Instrument<never>[] = instruments;
for (const { id, items, range, score } of every) {
  const run = (input: unknown) => score(input as never);

  test(`${id} has a result for any input, and a total exactly if it is complete`, () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), answers(items)), (input) => {
        const { status, total, band } = run(input);
        if (status !== 'complete') assert.deepEqual({ total, band }, { total: null, band: null });
        else if (range !== null) assert.ok(total !== null && total >= range[0] && total <= range[1]);
      }),
      { numRuns: 500 },
    );
  });

  test(`${id} keeps every part that nobody answered, also where its result is stored and read again`, () => {
    const parts = Object.keys(run({}).items);
    for (const none of NO_ANSWER) {
      const result = run(Object.fromEntries(parts.map((part) => [part, none])));
      const stored: unknown = JSON.parse(JSON.stringify(result));
      assert.deepEqual(stored, result, String(none));
    }
  });

  test(`${id} gives the same result for any order of answers`, () => {
    fc.assert(
      fc.property(answers(items), (input) => {
        assert.deepEqual(run(Object.fromEntries(Object.entries(input).toReversed())), run(input));
      }),
      { numRuns: 200 },
    );
  });

  // Only a sum has a score so far.
  if (run({}).atLeast === undefined) continue;
  test(`${id} never falls with one more answer, and has no total with one fewer`, () => {
    fc.assert(
      fc.property(answers(items), (input) => {
        const whole = run(input);
        for (const part of Object.keys(whole.items)) {
          const { [part]: _, ...rest } = input;
          const without = run(rest);
          assert.equal(without.total, null);
          assert.ok(without.missing.includes(part));
          assert.ok((without.atLeast ?? Number.NaN) <= (whole.total ?? whole.atLeast ?? Number.NaN));
        }
      }),
      { numRuns: 200 },
    );
  });
}
