import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerOf } from '../../form/answer-of.ts';
import type { Offer } from '../../form/offer.ts';
import type { FormState } from '../../form/state.ts';
import { answered, NURSE, SEEN, type SaidByKey } from '../answered.fixtures.ts';
import { cga1 } from '../cga/cga-1.ts';
import { finishAssessment } from '../finish.ts';
import { isInReach, rowSays } from './in-reach.ts';
import { KNOWN_VIEW, NOW } from './offers.fixtures.ts';
import { offersFor } from './offers-for.ts';
import { offersIn } from './offers-in.ts';
import { takeOver } from './take-over.ts';

/** The plain way: whatever is offered is taken over, one after the other, and what is in reach on the way is shown. */
function byTryingAll(state: FormState, offers: readonly Offer[]): readonly Offer[] {
  const isOpen = (now: FormState, offer: Offer) =>
    offer.kind === 'answer' ? answerOf(now, offer.item) === null : !rowSays(now, offer);
  const waiting = offers.filter((offer) => isOpen(state, offer));
  const found = new Set<Offer>();
  let then = state;
  for (;;) {
    const next = waiting.find((offer) => !found.has(offer) && isInReach(then, offer));
    if (next === undefined) return waiting.filter((offer) => found.has(offer));
    found.add(next);
    if (isOpen(then, next)) then = takeOver(then, next, { at: NOW, by: null }).state;
  }
}

const saying: fc.Arbitrary<SaidByKey> = fc
  .array(
    fc.constantFrom<SaidByKey>(
      { 'falls-12m': 2 },
      { 'falls-12m': 0 },
      { 'fall-fear': 'yes' },
      { 'fall-injury[1]': 'serious' },
      { conditions: ['stroke'] },
      { respect: 'no' },
      { dementia: 'no' },
      { lpa: 'no' },
      { 'bmi/kg': 50 },
      { skin: ['none'] },
      { sleep: 'poor' },
      { preferred: 'here' },
      { 'kin-name[1]': 'A', 'kin-relation[1]': 'son' },
    ),
    { maxLength: 5 },
  )
  .map((said) => Object.assign({}, ...said) as SaidByKey);

test('O7: what is shown is what trying every offer would find, whatever was answered now and the last time', () => {
  fc.assert(
    fc.property(saying, fc.option(saying), (now, then) => {
      const finish = { at: SEEN, by: NURSE, template: cga1 };
      const last = then === null ? null : finishAssessment(answered(cga1, then), finish);
      const offers = offersFor(cga1, KNOWN_VIEW, last, NOW);
      const state = answered(cga1, now);
      assert.deepEqual(offersIn(state, offers), byTryingAll(state, offers));
    }),
    { numRuns: 30 },
  );
});
