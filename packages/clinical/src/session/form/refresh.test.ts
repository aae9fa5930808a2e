import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OneSession } from './one-session.fixtures.ts';
import { AROUND, RULES, offerOf, viewOf } from './session.fixtures.ts';
import { lockedBy, openOptions } from './surroundings.ts';

const around = { ...AROUND, view: viewOf('r1') };
const offers = ({ session }: OneSession) => [...session.offered.at.values()].flat().map(({ text }) => text);
const offering = (text: string) => ({
  ...RULES,
  offers: () => [offerOf('a', text)],
});

test('G3: a view of somebody else says nothing here', () => {
  const one = new OneSession({ around: { ...AROUND, view: viewOf('r2', 'died') } }).loads();
  assert.deepEqual([one.session.around.view, offers(one)], [null, []]);
  one.do({ kind: 'surroundings', around: { ...AROUND, view: viewOf('r2', 'died') } }).answer('a', 'r1:1');
  assert.deepEqual([one.session.around.view, one.says('a')], [null, 'r1:1']);
});

test('E1: what the record says while a form is open changes no answer, and is said once', () => {
  let text = 'r1:first';
  const rules = { ...RULES, offers: () => offering(text).offers() };
  const one = new OneSession({ around: { ...around, rules } }).loads().answer('b', 'r1:1');
  const { draft } = one.session.state ?? assert.fail();
  text = 'r1:second';
  one.do({ kind: 'surroundings', around: { ...around, rules, view: viewOf('r1') } });
  assert.deepEqual([one.session.state?.draft, offers(one)], [draft, ['r1:second']]);
  assert.equal(one.session.elsewhere.record, true);
  one.do({ kind: 'note-changes' });
  assert.equal(one.session.elsewhere.record, false);
});

test('E1: the record has changed only for whoever answered, and only where it says something else', () => {
  const untouched = new OneSession({ around }).loads();
  const other = { ...around, view: viewOf('r1'), rules: offering('r1:other') };
  untouched.do({ kind: 'surroundings', around: other });
  assert.equal(untouched.session.elsewhere.record, false);
  const same = new OneSession({ around }).loads().answer('b', 'r1:1');
  const { offered } = same.session;
  same.do({ kind: 'surroundings', around: { ...around, view: viewOf('r1') } });
  assert.deepEqual([same.session.elsewhere.record, same.session.offered === offered], [false, true]);
  // The record that arrives first, or rules that arrive late, are no change of it.
  const first = new OneSession({ around: AROUND }).loads().answer('b', 'r1:1');
  assert.equal(first.do({ kind: 'surroundings', around }).session.elsewhere.record, false);
  const late = new OneSession({ around: { ...around, rules: null } }).loads().answer('b', 'r1:1');
  assert.equal(late.do({ kind: 'surroundings', around: other }).session.elsewhere.record, false);
});

test('scores are worked out anew where what they are told changes, and nowhere else', () => {
  const one = new OneSession({ around }).loads().answer('a', 'r1:1');
  const { state } = one.session;
  one.do({ kind: 'surroundings', around: { ...around, author: null } });
  assert.equal(one.session.state, state);
  const facts = { ...RULES, scoringFacts: () => ({ ageYears: 64 }) };
  one.do({ kind: 'surroundings', around: { ...around, rules: facts } });
  assert.notEqual(one.session.state, state);
  assert.equal(one.says('a'), 'r1:1');
  const evaluator = { evaluate: () => Promise.resolve([1]) };
  one.do({ kind: 'surroundings', around: { ...around, rules: facts, evaluator } });
  assert.equal(one.did('evaluate'), 1);
});

test('the evaluator is asked once for each thing, and an answer to an asking that is over changes nothing', () => {
  const evaluator = { evaluate: () => Promise.resolve([1]) };
  const one = new OneSession({ around: { ...around, evaluator } }).loads();
  const asked = () => one.effects.flatMap((each) => (each.kind === 'evaluate' ? [each.evaluation] : []));
  const [first] = asked();
  assert.ok(first);
  one.answer('a', 'r1:1');
  const [second] = asked();
  assert.ok(second);
  const { state } = one.session;
  one.do({ kind: 'evaluated', evaluation: first, outcome: [9] });
  assert.deepEqual([one.session.state === state, one.effects], [true, []]);
  one.do({ kind: 'evaluated', evaluation: second, outcome: [3] });
  assert.partialDeepStrictEqual(one.session.state?.totals.get('sum'), { state: 'scored', value: 3 });
  assert.deepEqual([one.session.evaluating, one.did('announce')], [[], 1]);
});

test('A1: who has died is said before what is read only, and a place’s settings go to their instruments', () => {
  assert.equal(lockedBy({ ...AROUND, view: viewOf('r1', 'died'), readOnly: true }), 'died');
  assert.equal(lockedBy({ ...AROUND, view: viewOf('r1'), readOnly: true }), 'read-only');
  assert.equal(lockedBy({ ...AROUND, view: viewOf('r1') }), null);
  assert.deepEqual(openOptions({ ...AROUND, rules: null }, '2026-11-21T14:00:00Z'), {
    instruments: [],
    scoring: { facts: {}, settings: {} },
    evaluator: null,
  });
});
