import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInstant } from '../../time/london.ts';
import type { FormAction } from './action.ts';
import { scoreAt } from './answer.ts';
import { OneSession } from './one-session.fixtures.ts';
import { AROUND, CARER, NURSE, RULES, offerOf, viewOf, words } from './session.fixtures.ts';

const opened = (around = AROUND) => new OneSession({ around }).loads();
const CHANGES: readonly FormAction[] = [
  { kind: 'answer', key: 'a', values: words('r1:2') },
  { kind: 'answer', key: 'a', values: null },
  { kind: 'not-assessed', key: 'a', state: 'refused', reason: null },
  { kind: 'confirm', key: 'a' },
  { kind: 'add-row', group: 'fall' },
  { kind: 'remove-row', group: 'fall', row: '1' },
  { kind: 'type-seen', part: 'year', text: '2025' },
  { kind: 'finish', despiteFew: true },
];

test('A1: nothing changes while the form is read only, or is about somebody who has died', () => {
  for (const around of [
    { ...AROUND, readOnly: true },
    { ...AROUND, view: viewOf('r1', 'died') },
  ])
    for (const action of CHANGES) {
      const one = opened().answer('a', 'r1:1').do({ kind: 'surroundings', around });
      const { state, phase } = one.session;
      one.do(action);
      assert.deepEqual([one.session.state, one.session.phase], [state, phase], action.kind);
      assert.deepEqual([one.saved, one.enqueued, one.did('tell-answered')], [[], [], 0], action.kind);
    }
});

test('A1: nothing changes before the form is open', () => {
  for (const action of CHANGES) {
    const one = new OneSession();
    const before = one.session;
    assert.deepEqual(one.do(action).session, before, action.kind);
    assert.deepEqual(one.effects, [], action.kind);
  }
});

test('A2: every answer carries when it was given and by whom', () => {
  const one = opened().answer('a', 'r1:1');
  const { at } = one.session.state?.draft.answers['a'] ?? assert.fail();
  assert.equal(at, one.session.state?.draft.changedAt);
  assert.equal(one.session.state?.draft.answers['a']?.by, NURSE);
  one.do({ kind: 'not-assessed', key: 'b', state: 'unable', reason: 'r1:asleep' });
  assert.partialDeepStrictEqual(one.session.state?.draft.answers['b'], {
    state: 'unable',
    reason: 'r1:asleep',
    by: NURSE,
  });
});

test('A2: a name that a person gives counts where the page gives none, and nowhere else', () => {
  const named: FormAction = { kind: 'name-author', author: CARER };
  const byPage = opened().do(named).answer('a', 'r1:1');
  assert.equal(byPage.session.state?.draft.answers['a']?.by?.name, NURSE.name);
  const byHand = opened({ ...AROUND, author: null })
    .do(named)
    .answer('a', 'r1:1');
  assert.equal(byHand.session.state?.draft.answers['a']?.by?.name, CARER.name);
});

test('A2: what was taken over carries its own day and source', () => {
  const offer = offerOf('a', 'r1:offer', { recordedOn: '2026-06-02', source: 'GP record' });
  const rules = { ...RULES, offers: () => [offer] };
  const one = opened({ ...AROUND, rules }).do({ kind: 'use', offer });
  assert.partialDeepStrictEqual(one.session.state?.draft.answers['a'], {
    from: { kind: 'accepted', recordedOn: '2026-06-02', source: 'GP record' },
  });
  // To type the same is to have looked: it is an answer of one's own.
  one.answer('a', 'r1:offer');
  assert.partialDeepStrictEqual(one.session.state?.draft.answers['a'], { from: { kind: 'entered' } });
});

test('A3: one press tells the page once, and the same answer again is no other answer', () => {
  const one = opened().answer('a', 'r1:1');
  assert.deepEqual([one.did('tell-answered'), one.did('announce'), one.session.touched], [1, 1, true]);
  const before = one.session;
  one.answer('a', 'r1:1');
  assert.deepEqual([one.session, one.effects], [before, []]);
  one.do({ kind: 'add-row', group: 'fall' });
  const told = one.effects.flatMap((effect) => (effect.kind === 'tell-answered' ? [effect.answered] : []));
  assert.deepEqual(
    told.map(({ key, answer, draft }) => [key, answer, draft === one.session.state?.draft]),
    [['fall', null, true]],
  );
  one.do({ kind: 'remove-row', group: 'fall', row: '2' });
  assert.equal(one.did('tell-answered'), 1);
});

test('A3: when the resident was seen is told once, and what is no moment is not told', () => {
  const one = opened().answer('a', 'r1:1').do({ kind: 'type-seen', part: 'year', text: '2025' });
  const told = one.effects.flatMap((effect) => (effect.kind === 'tell-answered' ? [effect.answered] : []));
  assert.deepEqual(
    told.map(({ key, draft }) => [key, draft.assessedAt.slice(0, 4)]),
    [[null, '2025']],
  );
  assert.equal(one.session.screen.last, 'a');
  assert.equal(one.do({ kind: 'type-seen', part: 'year', text: '2062' }).did('tell-answered'), 0);
});

test('a "yes, it is right" is kept with its answer', () => {
  const one = opened().answer('a', 'r1:1').do({ kind: 'confirm', key: 'a' });
  assert.partialDeepStrictEqual(one.session.state?.draft.answers['a'], { confirmed: true });
  assert.deepEqual(one.do({ kind: 'confirm', key: 'b' }).effects, []);
});

test('only a moment that has passed can be when the person was seen', () => {
  const one = opened().do({ kind: 'type-seen', part: 'year', text: '2027' });
  const seen = one.session.state?.draft.assessedAt;
  assert.equal(one.session.screen.seen?.year, '2027');
  one.do({ kind: 'type-seen', part: 'year', text: ' 2025 ' });
  assert.notEqual(one.session.state?.draft.assessedAt, seen);
  assert.equal(new Date(readInstant(one.session.state?.draft.assessedAt ?? '') ?? 0).getUTCFullYear(), 2025);
  assert.deepEqual([one.session.screen.seen, one.session.touched], [null, true]);
});

test('a change of answers is no signing of before, and what was copied is old', () => {
  const one = opened().answer('a', 'r1:1').saves().signs().enqueueFails();
  one.do({ kind: 'copied', text: 'r1:copy', how: 'taken' });
  assert.notEqual(one.session.signing, null);
  one.answer('b', 'r1:2');
  assert.deepEqual([one.session.signing, one.session.screen.copied], [null, null]);
  assert.deepEqual(one.session.phase, { state: 'open', failure: null });
});

test('a question of no instrument has no score', () => {
  assert.equal(scoreAt(opened().session.state ?? assert.fail(), 'a'), null);
});

test('S2: a press on a question, row or group that has gone changes nothing', () => {
  const gone: readonly FormAction[] = [
    { kind: 'answer', key: 'where[9]', values: null },
    { kind: 'not-assessed', key: 'where[9]', state: 'refused', reason: null },
    { kind: 'answer', key: 'sum', values: null },
    { kind: 'confirm', key: 'where[9]' },
    { kind: 'add-row', group: 'gone' },
    { kind: 'add-row', group: 'a' },
    { kind: 'remove-row', group: 'gone', row: '1' },
    { kind: 'remove-row', group: 'fall', row: '9' },
    { kind: 'as-last-time', group: 'gone' },
    { kind: 'use-all', group: 'gone', shown: [] },
    { kind: 'not-assessed-group', group: 'gone', state: 'refused', reason: null },
    { kind: 'go-to', key: 'where[9]' },
  ];
  for (const action of gone) {
    const one = new OneSession().loads();
    const before = one.session;
    one.do(action);
    assert.deepEqual([one.session.state === before.state, one.effects], [true, []], JSON.stringify(action));
  }
});
