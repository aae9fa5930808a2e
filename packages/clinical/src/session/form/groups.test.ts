import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templateOf } from '../../assessment/templates.ts';
import { OneSession } from './one-session.fixtures.ts';
import { AROUND, NURSE, RULES, offerOf, viewOf, words } from './session.fixtures.ts';
import type { Surroundings } from './session.ts';

const [ofA, ofB] = [offerOf('a', 'r1:one'), offerOf('b', 'r1:two')];
const again = offerOf('a', 'r1:last', { from: 'last-assessment' });
const offering = (...all: readonly (typeof ofA)[]) => ({ ...AROUND, rules: { ...RULES, offers: () => all } });
const begun = (around: Surroundings = offering(ofA, ofB)) => new OneSession({ around }).loads();
const cga = () => new OneSession({ form: templateOf('cga') ?? assert.fail() }).loads();
const isOpen = ({ session }: OneSession, key: string) => session.screen.openGroups.get(key) === true;

test('A4: an offer that is not made any more is not taken over', () => {
  const one = begun().do({ kind: 'surroundings', around: offering(ofB) });
  const { session } = one;
  one.do({ kind: 'use', offer: ofA });
  assert.deepEqual([one.session.state === session.state, one.saved, one.did('tell-answered')], [true, [], 0]);
  one.do({ kind: 'use-all', group: 'a', shown: [ofA, ofB] });
  assert.deepEqual([one.says('a'), one.says('b')], [null, 'r1:two']);
});

test('A4: a row that the record offers becomes one row, and a second press makes no second one', () => {
  const one = begun({ ...AROUND, view: viewOf('r1') });
  const [, fall] = one.session.offered.all;
  assert.ok(fall);
  one.do({ kind: 'use', offer: fall }).do({ kind: 'use', offer: fall });
  assert.equal(one.says('where[1]'), 'r1:fell');
  assert.deepEqual(one.session.state?.draft.rows['fall'] ?? ['1'], ['1']);
});

test('A4: all of a group is what was shown of it, replaces no answer, and tells the page once', () => {
  const one = begun().answer('a', 'r1:mine');
  one.do({ kind: 'use-all', group: 'a', shown: [ofA] });
  assert.deepEqual([one.says('a'), one.says('b')], ['r1:mine', null]);
  one.do({ kind: 'use-all', group: 'b', shown: [ofB] });
  assert.deepEqual([one.says('b'), one.did('tell-answered')], ['r1:two', 1]);
});

test('"as last time" takes nothing from the record', () => {
  const one = begun(offering(ofB, again)).do({ kind: 'as-last-time', group: 'a' });
  one.do({ kind: 'as-last-time', group: 'b' });
  assert.deepEqual([one.says('a'), one.says('b')], ['r1:last', null]);
});

test('A2: "not assessed because" of a group says so of each open question, with who and when, and closes', () => {
  const one = cga().do({ kind: 'open-not-assessed-group', group: 'falls' });
  assert.equal(one.session.screen.whyNotGroup, 'falls');
  one.do({ kind: 'not-assessed-group', group: 'falls', state: 'unable', reason: 'asleep' });
  const all = Object.values(one.session.state?.draft.answers ?? {});
  assert.ok(all.length > 0);
  for (const answer of all)
    assert.partialDeepStrictEqual(answer, { state: 'unable', reason: 'asleep', by: NURSE });
  assert.deepEqual([one.session.screen.whyNotGroup, one.did('tell-answered')], [null, 1]);
});

test('A4: one press takes "not assessed" of a group back, only where it still stands, and tells the page once', () => {
  const one = cga().do({ kind: 'not-assessed-group', group: 'falls', state: 'unable', reason: null });
  const keys = Object.keys(one.session.state?.draft.answers ?? {});
  const [first = assert.fail()] = keys;
  const choice = one.session.state?.draft.answers[first];
  assert.equal(choice?.state, 'unable');
  one.do({ kind: 'not-assessed-group', group: 'skin-wounds', state: 'refused', reason: null });
  const elsewhere = Object.keys(one.session.state?.draft.answers ?? {}).filter((key) => !keys.includes(key));
  one.do({ kind: 'ask-again', group: 'falls', keys });
  assert.deepEqual(Object.keys(one.session.state?.draft.answers ?? {}), elsewhere);
  assert.equal(one.did('tell-answered'), 1);
  const { session } = one;
  assert.deepEqual(one.do({ kind: 'ask-again', group: 'falls', keys }).session.state, session.state);
});

test('a form without the kit’s own rules takes no press for a group', () => {
  const one = begun({ ...AROUND, rules: null });
  const { session } = one;
  for (const press of [
    { kind: 'use', offer: ofA },
    { kind: 'use-all', group: 'a', shown: [ofA] },
    { kind: 'as-last-time', group: 'a' },
    { kind: 'not-assessed-group', group: 'a', state: 'refused', reason: null },
    { kind: 'ask-again', group: 'a', keys: ['a'] },
  ] as const)
    assert.deepEqual(one.do(press).session, session, press.kind);
});

test('A5: a section opens its first group with something to ask, once; what a person closed stays closed', () => {
  const one = cga().do({ kind: 'show-section', key: 'physical', focus: false });
  assert.deepEqual([...one.session.screen.openGroups], [['illness', true]]);
  one.do({ kind: 'open-group', key: 'illness', open: false });
  one.do({ kind: 'show-section', key: 'function', focus: false });
  one.do({ kind: 'show-section', key: 'physical', focus: false });
  assert.equal(isOpen(one, 'illness'), false);
});

test('A5: a group that is done opens the next one that asks something, and stays open itself', () => {
  const one = cga().do({ kind: 'show-section', key: 'physical', focus: false });
  one.do({ kind: 'not-assessed-group', group: 'illness', state: 'not-asked', reason: null });
  assert.deepEqual(
    [isOpen(one, 'illness'), isOpen(one, 'falls'), isOpen(one, 'skin-wounds')],
    [true, true, false],
  );
});

test('A5: the way to a question brings its section in front and opens what it stands in', () => {
  const one = cga().do({ kind: 'go-to', key: 'pain' });
  assert.deepEqual([one.session.screen.section, isOpen(one, 'comfort')], ['physical', true]);
  assert.deepEqual(one.effects[0], { kind: 'focus', focus: { on: 'question', key: 'pain' } });
});

test('the next unanswered question follows the last one, comes round again, and after the last one it is time to finish', () => {
  const one = begun();
  const next = () => one.do({ kind: 'go-to-next', from: one.session.screen.last }).effects[0];
  assert.deepEqual(next(), { kind: 'focus', focus: { on: 'question', key: 'a' } });
  one.answer('b', 'r1:1');
  assert.deepEqual(next(), { kind: 'focus', focus: { on: 'question', key: 'where[1]' } });
  one.do({ kind: 'answer', key: 'where[1]', values: words('r1:2') });
  assert.deepEqual(next(), { kind: 'focus', focus: { on: 'question', key: 'a' } });
  one.answer('a', 'r1:3');
  assert.deepEqual(next(), { kind: 'focus', focus: { on: 'finish' } });
});

test('A4, N2: what was refused in a field is neither replaced by an offer nor called not assessed with its group', () => {
  const number = { id: 'temp', type: 'decimal', text: 'Temperature' } as const;
  const words = { id: 'note', type: 'text', text: 'Note' } as const;
  const group = { id: 'obs', type: 'group', text: 'Observations', items: [number, words] } as const;
  const form = { id: 'words', title: 'Words', version: '1', items: [group] } as const;
  const offer = { ...offerOf('temp', 'r1:last'), values: [{ type: 'number', value: 36.5 }] } as const;
  const last = { ...offer, id: 'last', from: 'last-assessment' } as const;
  for (const press of [
    { kind: 'use-all', group: 'obs', shown: [offer] },
    { kind: 'as-last-time', group: 'obs' },
    { kind: 'not-assessed-group', group: 'obs', state: 'unable', reason: null },
  ] as const) {
    const one = new OneSession({ form, around: offering(offer, last) }).loads();
    one.do({ kind: 'type', key: 'temp', field: { part: 'text', n: 0 }, text: '38,4' }).do(press);
    assert.equal(one.session.state?.draft.answers['temp'], undefined, press.kind);
    assert.equal(one.session.entries.get('temp')?.typed?.fields.answers[0]?.text, '38,4');
  }
});
