import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Instrument } from '../instrument.ts';
import type { ScoreResult } from '../score.ts';
import { filledForm } from './filled-form.fixtures.ts';
import { inputOf, typedInput } from './form-input.fixtures.ts';
import { instruments } from './index.ts';

const every: readonly Instrument<never>[] = instruments;
const STATES = ['unable', 'refused', 'not-asked', 'not-known'] as const;

/** The score refuses answers that contradict each other, although each of them is possible. */
const CONTRADICTIONS: Readonly<Record<string, RegExp>> = {
  charlson: /^one-of-/,
  efi2: /^another-index$/,
  'frailty-index': /^(not-halves|more-)/,
  'gait-speed': /^impossible-speed$/,
  'orthostatic-bp': /^impossible-(lyingDbp|standing)/,
  'weight-change': /^dates-in-wrong-order$/,
};

/** What a complete form may still leave open. */
const UNSETTLED: Readonly<Record<string, (result: ScoreResult) => boolean>> = {
  // "Not known" is an answer, but leaves the clearance without a sex.
  'cockcroft-gault': ({ status, items }) => status === 'not-applicable' || items['sex']?.value === 'unknown',
  'frail-scale': ({ flags }) => flags.includes('weight-loss-5-not-settled'),
  'frailty-index': ({ flags }) => flags.some((flag) => flag.startsWith('too-')),
  // Both readings are needed, and their minutes are answers.
  'orthostatic-bp': ({ missing }) => missing.every((part) => part.startsWith('standing-')),
};

for (const { id, tier, items, score } of every) {
  const run = (input: object, settings?: unknown) => score(input as never, settings);
  const parts = Object.keys(run({}).items);
  const isContradicted = ({ flags }: ScoreResult) =>
    flags.some((flag) => CONTRADICTIONS[id]?.test(flag) === true);

  test(`${id} accepts every answer that its form accepts: none is impossible to the score`, () => {
    fc.assert(
      fc.property(filledForm(items, { open: 2, notGiven: 2 }), (form) => {
        const result = run(inputOf(items, form));
        const refused = result.flags.filter((flag) => flag.startsWith('impossible-'));
        assert.deepEqual(
          refused.filter((flag) => CONTRADICTIONS[id]?.test(flag) !== true),
          [],
        );
        assert.ok(result.status !== 'invalid' || isContradicted(result));
      }),
      { numRuns: 500 },
    );
  });

  test(`${id} scores a form like the same answers given by code`, () => {
    fc.assert(
      fc.property(filledForm(items, { open: 2, notGiven: 1 }), (form) => {
        const input = inputOf(items, form);
        assert.deepEqual(withoutValues(run(input)), withoutValues(run(typedInput(items, input))));
      }),
      { numRuns: 500 },
    );
  });

  test(`${id} is complete when every question of its form is answered`, () => {
    fc.assert(
      fc.property(filledForm(items), (form) => {
        const result = run(inputOf(items, form));
        if (isContradicted(result) || UNSETTLED[id]?.(result) === true) return;
        assert.deepEqual([result.status, result.missing], ['complete', []]);
      }),
      { numRuns: 500 },
    );
  });

  test(`${id} names an unanswered question and the reason; an empty side note is not a note`, () => {
    for (const item of items) {
      if (item.type === 'group') continue;
      for (const state of STATES) {
        const result = run({ [item.id]: state });
        if (parts.includes(item.id)) {
          assert.equal(result.status, 'incomplete');
          assert.ok(result.missing.includes(item.id));
          assert.ok(result.flags.includes(`${state}-${item.id}`));
        } else if (!(item.id === 'reason' && state === 'refused')) {
          // People also write "refused" as the reason why a measurement was not possible.
          assert.deepEqual(result, run({}));
        }
      }
    }
  });

  test(`${id} carries the day of the assessment, or the day on which a finished result was reached`, () => {
    const assessedAt = '2026-06-01T09:15:00+01:00';
    assert.equal(run({ assessedAt }).assessedAt, assessedAt);
    for (const none of ['2026-06-01', 'today', 7, null])
      assert.ok(!('assessedAt' in run({ assessedAt: none })));
    const reached = run({ assessedAt, on: '2026-03' });
    if (tier === 'B') assert.deepEqual([reached.assessedAt, reached.reachedOn], [undefined, '2026-03']);
    assert.equal(run({ assessedAt, on: 'unable' }).assessedAt, assessedAt);
  });

  test(`${id} works with any settings of a place, and gives no band by settings that it cannot read`, () => {
    fc.assert(
      fc.property(filledForm(items), fc.oneof(fc.anything(), settings()), (form, set) => {
        const input = inputOf(items, form);
        const { status, total } = run(input, set);
        if (status !== 'complete') assert.equal(total, null);
      }),
      { numRuns: 200 },
    );
  });
}

test('consciousness, scale and oxygen are read as the form gives them', () => {
  const [news2] = every.filter(({ id }) => id === 'news2');
  const parts = { rr: 16, spo2: 94, sbp: 120, pulse: 80, temp: 37, oxygen: true };
  const form = news2?.score({ ...parts, scale: '2', acvpu: 'V' } as never);
  // On oxygen, scale 2: 94 % scores 1, oxygen 2, voice 3.
  assert.deepEqual([form?.status, form?.total], ['complete', 6]);
});

/** Objects with the names of settings and any values. */
function settings(): fc.Arbitrary<unknown> {
  const names = fc.constantFrom('source', 'rows', 'fiveCounts', 'above', 'creatinineFloorUmolL');
  return fc.dictionary(names, fc.oneof(fc.anything(), fc.constant('X'), fc.array(fc.anything())));
}

function withoutValues({ items, ...result }: ScoreResult): object {
  return { ...result, items: Object.entries(items).map(([part, item]) => [part, item.score]) };
}
