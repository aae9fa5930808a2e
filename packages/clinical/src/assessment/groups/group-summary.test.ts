import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { NotGiven } from '../../form/answer.ts';
import type { FormState } from '../../form/state.ts';
import { tallyOf, toAsk } from '../../form/to-ask.ts';
import { answered, NURSE, SEEN, type SaidByKey } from '../answered.fixtures.ts';
import { cga1 } from '../cga/cga-1.ts';
import { finishAssessment } from '../finish.ts';
import { KNOWN_VIEW, NOW } from '../offers/offers.fixtures.ts';
import { offersFor } from '../offers/offers-for.ts';
import { offersIn } from '../offers/offers-in.ts';
import { takeOver, takeOverAll } from '../offers/take-over.ts';
import { asLastTime } from './as-last-time.ts';
import { askAgain } from './ask-again.ts';
import { groupSummary } from './group-summary.ts';
import { notAssessed } from './not-assessed.ts';

const PRESSED = { at: NOW, by: NURSE };
const REFUSED: NotGiven = { state: 'refused', reason: 'asleep', at: NOW, by: NURSE };
const OFFERS = offersFor(cga1, KNOWN_VIEW, null, NOW);
const GROUPS = ['illness', 'falls', 'skin-wounds', 'eating', 'continence', 'comfort'];
const SKIN: SaidByKey = { skin: ['none'], 'skin-tool': 'none' };
const summary = (state: FormState, group: string, offers = OFFERS) => groupSummary(state, group, offers);

function before(said: SaidByKey) {
  return finishAssessment(answered(cga1, said), { at: SEEN, by: NURSE, template: cga1 });
}

test('the physical part has six groups', () => {
  const physical = cga1.items.find(({ id }) => id === 'physical');
  assert.deepEqual(physical?.type === 'group' ? physical.items.map(({ id }) => id) : [], GROUPS);
});

test('G1: what is offered and of which nothing is said is "offered"; with neither it is "to ask"', () => {
  const falls = summary(answered(cga1, {}), 'falls');
  assert.equal(falls.state, 'offered');
  assert.equal(falls.offers.length, 3);
  assert.equal(summary(answered(cga1, {}), 'skin-wounds').state, 'to-ask');
  assert.equal(summary(answered(cga1, {}), 'falls', []).state, 'to-ask');
});

test('G1: a group says how many are to ask, and is "answered" once none is', () => {
  assert.deepEqual(summary(answered(cga1, { skin: ['none'] }), 'skin-wounds').toAsk, 1);
  const { state, toAsk: open } = summary(answered(cga1, SKIN), 'skin-wounds');
  assert.deepEqual([state, open], ['answered', 0]);
  const wound = summary(answered(cga1, { ...SKIN, skin: ['leg'] }), 'skin-wounds');
  assert.deepEqual([wound.state, wound.toAsk], ['to-ask', 1]);
});

test('G1: nothing in it applies is said apart from nothing answered', () => {
  const state = answered(cga1, {});
  assert.equal(summary({ ...state }, 'dols-until').state, 'nothing-asked');
});

test('G2: as last time takes over what the last assessment said, and leaves what is decided anew to ask', () => {
  const last = before({ urine: 'full', bowels: 'full', 'bristol/type': '4', vision: 'good', pain: 'no' });
  const offers = offersFor(cga1, null, last, NOW);
  const { state, left } = asLastTime(answered(cga1, {}), 'continence', offers, PRESSED);
  assert.deepEqual(left, []);
  assert.deepEqual(toAsk(state, 'continence'), ['bristol/type']);
  assert.equal(summary(state, 'continence', offers).state, 'to-ask');
  const comfort = asLastTime(state, 'comfort', offers, PRESSED).state;
  assert.deepEqual(toAsk(comfort, 'comfort'), ['pain', 'sleep', 'hearing']);
});

test('G1: "as last time" is said only where every answer is that of the last time, taken over', () => {
  const last = before({ room: 'right', bell: 'uses', rails: 'none', sensor: ['none'] });
  const offers = offersFor(cga1, null, last, NOW);
  const { state } = asLastTime(answered(cga1, { infection: 'none' }), 'environment', offers, PRESSED);
  // Infection is asked anew each time.
  assert.equal(summary(state, 'environment', offers).state, 'answered');
  const visitors = before({ visitors: 'weekly' });
  const again = offersFor(cga1, null, visitors, NOW);
  const taken = asLastTime(answered(cga1, {}), 'visitors', again, PRESSED).state;
  assert.equal(summary(taken, 'visitors', again).state, 'as-last-time');
  assert.equal(summary(answered(cga1, { visitors: 'weekly' }), 'visitors', again).state, 'answered');
});

test('G3: "not assessed" of a group answers all that is to ask, and leaves what somebody answered', () => {
  const begun = answered(cga1, { breath: 'rest' });
  const { state } = notAssessed(begun, 'physical', REFUSED);
  assert.deepEqual(toAsk(state, 'physical'), []);
  assert.equal(state.draft.answers['breath'], begun.draft.answers['breath']);
  assert.equal(summary(state, 'physical').state, 'answered');
  assert.equal(summary(state, 'falls').state, 'not-assessed');
  assert.deepEqual(toAsk(state, 'function'), toAsk(begun, 'function'));
  assert.equal(tallyOf(state, 'falls').known, tallyOf(state, 'falls').notAssessed);
});

test('A4: of what was not assessed only what the last press set is taken back, and every other answer stays', () => {
  const begun = answered(cga1, { breath: 'rest' });
  const falls = notAssessed(begun, 'falls', REFUSED).state;
  const later = { ...REFUSED, at: '2026-11-21T18:00:00Z' };
  const all = notAssessed(falls, 'physical', later).state;
  const { lastNotAssessed, notAssessed: many } = summary(all, 'physical');
  assert.ok(lastNotAssessed.length > 0 && lastNotAssessed.length < many);
  const back = askAgain(all, lastNotAssessed, later.at).state;
  assert.deepEqual(back.draft.answers, falls.draft.answers);
  const mended = answered(cga1, { breath: 'rest' });
  assert.equal(askAgain(mended, ['breath'], later.at).state, mended);
});

test('G3: whatever was answered, a group that is not assessed ends, with every earlier answer as it was', () => {
  const questions = fc.constantFrom<SaidByKey>(
    { 'falls-12m': 2 },
    { 'fall-head[1]': 'yes' },
    { 'fall-fear': 'yes' },
    { pain: 'cannot-say' },
    { urine: 'catheter' },
    { swallow: 'risk' },
    { conditions: ['stroke'] },
    { 'usual-change': 'anew' },
  );
  fc.assert(
    fc.property(fc.array(questions, { maxLength: 5 }), fc.constantFrom(...GROUPS), (said, group) => {
      const begun = answered(cga1, Object.assign({}, ...said));
      const { state } = notAssessed(begun, group, REFUSED);
      assert.deepEqual(toAsk(state, group), []);
      for (const [key, answer] of Object.entries(begun.draft.answers))
        assert.equal(state.draft.answers[key], answer);
    }),
    { numRuns: 30 },
  );
});

test('G4: the line of a group has each answer with its question, and its day where that is another one', () => {
  assert.equal(
    summary(answered(cga1, SKIN), 'skin-wounds').words,
    'Skin: Whole and healthy; Pressure ulcer risk tool: None this time',
  );
  const falls = OFFERS.find((offer) => offer.kind === 'answer' && offer.item === 'falls-12m');
  const { state } = takeOver(answered(cga1, { 'fall-fear': 'yes' }), falls ?? assert.fail(), PRESSED);
  assert.equal(
    summary(state, 'falls').words,
    'Falls in the last 12 months: 2, 21-Nov-2026; Afraid of falling: Yes',
  );
});

test('G4: a score is named with what it came to, never a bare number, and one that nobody used is not named', () => {
  const { words } = summary(answered(cga1, { intake: 'less', 'must/total': 2 }), 'eating');
  assert.equal(words, 'MUST total: 2 (high); Eating and drinking: Less than usual');
  assert.match(summary(answered(cga1, { 'bmi/kg': 50 }), 'eating').words, /^Body mass index: not complete$/);
});

test('G4: what is usual for somebody is never said without its group', () => {
  const { words } = summary(answered(cga1, { 'usual-news2': 0, breath: 'no' }), 'illness');
  assert.match(
    words,
    /^What is usual for them, as a clinician sets it: Usual NEWS2 total: 0; Breathless: No$/,
  );
});

test('the record of a known resident leaves less to ask in each part that it speaks of', () => {
  const begun = answered(cga1, {});
  const { state } = takeOverAll(begun, offersIn(begun, OFFERS), PRESSED);
  for (const group of ['about-me', 'illness', 'eating', 'mind', 'social', 'medicines', 'limits'])
    assert.ok(summary(state, group).toAsk < summary(begun, group).toAsk + 1, group);
  assert.equal(summary(state, 'limits').state, 'to-ask');
});
