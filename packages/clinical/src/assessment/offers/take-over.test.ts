import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerItem } from '../../form/answer-item.ts';
import { answerOf } from '../../form/answer-of.ts';
import type { Offer } from '../../form/offer.ts';
import type { FormState } from '../../form/state.ts';
import { toAsk } from '../../form/to-ask.ts';
import { answered, answerOfWord, find, NURSE, SEEN } from '../answered.fixtures.ts';
import { cga1 } from '../cga/cga-1.ts';
import { finishAssessment } from '../finish.ts';
import { KNOWN_VIEW, NOW } from './offers.fixtures.ts';
import { offersFor } from './offers-for.ts';
import { offersIn } from './offers-in.ts';
import { takeOver, takeOverAll } from './take-over.ts';

const PRESSED = { at: NOW, by: NURSE };
const OFFERS = offersFor(cga1, KNOWN_VIEW, null, NOW);
const empty = () => answered(cga1, {});
const named = (offers: readonly Offer[]) =>
  offers.map((offer) => (offer.kind === 'row' ? `${offer.list}+` : offer.item));
const offerOf = (item: string, offers = OFFERS) =>
  offers.find((offer) => offer.kind === 'answer' && offer.item === item) ?? assert.fail(item);

test('O6: one press takes one offer over, with its date and source and who pressed', () => {
  const { state } = takeOver(empty(), offerOf('falls-12m'), PRESSED);
  assert.deepEqual(answerOf(state, 'falls-12m'), {
    state: 'given',
    values: [{ type: 'number', value: 2 }],
    at: NOW,
    by: NURSE,
    from: { kind: 'accepted', recordedOn: '2026-11-21T14:00:00Z', source: 'Shared record' },
  });
});

test('O6: what the form does not ask now cannot be taken over', () => {
  assert.throws(() => takeOver(empty(), offerOf('respect-on'), PRESSED), { code: 'bad-argument' });
});

test('O6: to a question with several answers it is added, and "none of these" gives way', () => {
  const chosen = (said: readonly string[]) => {
    const { state } = takeOver(answered(cga1, { conditions: said }), offerOf('conditions'), PRESSED);
    const answer = answerOf(state, 'conditions');
    return answer?.state === 'given' ? answer.values.map(({ value }) => value) : [];
  };
  assert.deepEqual(chosen(['diabetes', 'rhythm']), ['diabetes', 'rhythm', 'hypertension']);
  assert.deepEqual(chosen(['none']), ['rhythm', 'hypertension']);
});

test('O6: a row is made for each fall, the first one in the row that is empty, and none twice', () => {
  const falls = OFFERS.filter((offer) => offer.kind === 'row' && offer.list === 'fall');
  const once = falls.reduce<FormState>((state, offer) => takeOver(state, offer, PRESSED).state, empty());
  assert.deepEqual(once.draft.rows['fall'], ['1', '2']);
  assert.deepEqual(
    ['1', '2'].map((row) => {
      const answer = answerOf(once, `fall-on[${row}]`);
      return answer?.state === 'given' ? answer.values[0]?.value : null;
    }),
    ['2026-11-18', '2026-11-11'],
  );
  assert.deepEqual(named(offersIn(once, OFFERS, 'falls')), ['falls-12m']);
  const again = falls.reduce<FormState>((state, offer) => takeOver(state, offer, PRESSED).state, once);
  assert.equal(again, once);
});

test('O7: shown is what is asked, and what is asked once those before are taken over', () => {
  const shown = named(offersIn(empty(), OFFERS, 'limits'));
  assert.deepEqual(shown, ['respect', 'respect-on', 'respect-where', 'cpr-form', 'cpr-where', 'preferred']);
  assert.deepEqual(named(offersIn(answered(cga1, { respect: 'no' }), OFFERS, 'limits')), [
    'cpr-form',
    'cpr-where',
    'preferred',
  ]);
});

test('O8: all of a group takes over every offer that was shown, and nothing is offered after', () => {
  for (const group of [
    'visit',
    'about-me',
    'illness',
    'falls',
    'eating',
    'mind',
    'social',
    'medicines',
    'limits',
  ]) {
    const shown = offersIn(empty(), OFFERS, group);
    const { state, left } = takeOverAll(empty(), shown, PRESSED);
    assert.ok(shown.length > 0, group);
    assert.deepEqual(left, [], group);
    assert.deepEqual(offersIn(state, OFFERS, group), [], group);
  }
});

test('O8: no answer is replaced, be it a "not assessed", and no offer is taken that was not shown', () => {
  const refused = { state: 'refused', reason: null, at: SEEN, by: NURSE } as const;
  const begun = answered(cga1, { 'falls-12m': 5, 'bmi/kg': refused });
  const { state } = takeOverAll(begun, offersIn(begun, OFFERS), PRESSED);
  assert.equal(answerOf(state, 'falls-12m'), answerOf(begun, 'falls-12m'));
  assert.equal(answerOf(state, 'bmi/kg'), answerOf(begun, 'bmi/kg'));
  const { state: some } = takeOverAll(empty(), [offerOf('falls-12m')], PRESSED);
  assert.deepEqual(Object.keys(some.draft.answers), ['falls-12m']);
});

test('O8: where the record and the last assessment differ, neither is taken and a person is asked', () => {
  const finish = { at: SEEN, by: NURSE, template: cga1 };
  const before = finishAssessment(answered(cga1, { dementia: 'no', preferred: 'here' }), finish);
  const offers = offersFor(cga1, KNOWN_VIEW, before, NOW);
  const { state, left } = takeOverAll(empty(), offersIn(empty(), offers), PRESSED);
  assert.equal(answerOf(state, 'dementia'), null);
  assert.deepEqual([...new Set(named(left))], ['dementia', 'dementia-type']);
  assert.equal(answerOf(state, 'preferred')?.state, 'given');
});

test('O3: taking over all there is never says that a list of conditions is whole', () => {
  const { state } = takeOverAll(empty(), offersIn(empty(), OFFERS), PRESSED);
  assert.equal(answerOf(state, 'conditions-all'), null);
  assert.ok(toAsk(state).includes('conditions-all'));
});

test('O8: whatever was answered before, all that is taken over was shown, and all answers stand', () => {
  const ids = ['falls-12m', 'dementia', 'respect', 'smr', 'lpa', 'pain', 'swallow', 'vaccines-due'];
  const options = (id: string) => {
    const { question } = find(cga1.items, id, null);
    return (question.options ?? []).map(({ value }) => value);
  };
  const press = fc
    .constantFrom(...ids)
    .chain((id) =>
      fc.tuple(
        fc.constant(id),
        fc.constantFrom<string | number>(...(id === 'falls-12m' ? [0, 1, 9] : options(id))),
      ),
    );
  fc.assert(
    fc.property(fc.array(press, { maxLength: 8 }), (said) => {
      const before = said.reduce<FormState>((state, [id, value]) => {
        const { question } = find(cga1.items, id, null);
        const several = question.repeats === true && typeof value === 'string' ? [value] : value;
        return answerItem(state, id, answerOfWord(question, several)).state;
      }, empty());
      const shown = offersIn(before, OFFERS);
      const { state } = takeOverAll(before, shown, PRESSED);
      for (const [key, answer] of Object.entries(before.draft.answers))
        assert.equal(state.draft.answers[key], answer, key);
      const values = shown.flatMap((offer) =>
        offer.kind === 'row' ? offer.answers.flatMap((each) => each.values) : offer.values,
      );
      for (const [key, answer] of Object.entries(state.draft.answers)) {
        if (Object.hasOwn(before.draft.answers, key) || answer.state !== 'given') continue;
        for (const value of answer.values)
          assert.ok(
            values.some((each) => each.value === value.value),
            key,
          );
      }
    }),
    { numRuns: 25 },
  );
});
