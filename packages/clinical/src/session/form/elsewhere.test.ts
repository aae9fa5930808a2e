import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disputesIn } from '../../assessment/merge/disputes.ts';
import type { Draft } from '../../form/draft.ts';
import { OneSession } from './one-session.fixtures.ts';
import { AROUND, RULES, draftWith } from './session.fixtures.ts';

const kept = draftWith({ a: 'r1:kept' }, { seconds: 1 });
const opened = (around = AROUND) => new OneSession({ around }).loads({ draft: kept, revision: 'first' });
const given = (draft: Draft) => ({ kind: 'draft-given', draft }) as const;
const theirs = (answers: Readonly<Record<string, string>>) =>
  draftWith({ a: 'r1:kept', ...answers }, { seconds: 600 });
const disputed = ({ session }: OneSession) => (session.state === null ? [] : disputesIn(session.state.draft));

/** What the page is told by the last step (A3). */
const told = ({ effects }: OneSession) =>
  effects.flatMap((one) => (one.kind === 'tell-answered' ? [one.answered] : []));

test('K2: two sessions of one form are put together, and the later saving does not win', () => {
  const one = opened()
    .answer('b', 'r1:mine')
    .isOvertakenBy(theirs({ 'where[1]': 'r1:theirs' }));
  assert.deepEqual([one.says('b'), one.says('where[1]')], ['r1:mine', 'r1:theirs']);
  assert.deepEqual([one.session.elsewhere.merged, one.did('announce')], [true, 1]);
  // A3: the page hears it once, with the draft as it is now.
  assert.deepEqual(told(one), [{ key: null, answer: null, draft: one.session.state?.draft, score: null }]);
  const [save] = one.effects.flatMap((effect) => (effect.kind === 'save' ? [effect] : []));
  assert.deepEqual([save?.revision, save?.draft], ['theirs', one.session.state?.draft]);
});

test('K2: what both answered differently waits for a person', () => {
  const one = opened()
    .answer('b', 'r1:mine')
    .isOvertakenBy(theirs({ b: 'r1:theirs' }));
  assert.deepEqual([one.says('b'), disputed(one).length], [null, 1]);
});

test('K2: what they said of an answer that they had from here is no dispute', () => {
  const one = opened().answer('b', 'r1:mine').saves('second').answer('where[1]', 'r1:2');
  one.isOvertakenBy(theirs({ b: 'r1:corrected' }));
  assert.deepEqual([one.says('b'), one.says('where[1]'), disputed(one)], ['r1:corrected', 'r1:2', []]);
});

test('K2: what two began apart is one draft, and nothing of either is taken for taken back', () => {
  const one = new OneSession().loads().answer('a', 'r1:mine');
  const other = draftWith({ b: 'r1:theirs' }, { id: 'other' });
  one.isOvertakenBy(other);
  assert.deepEqual([one.says('a'), one.says('b')], ['r1:mine', 'r1:theirs']);
  assert.equal(one.session.state?.draft.id, 'other');
});

test('K2: drafts that wait for the rules are put together once they are there', () => {
  const one = opened({ ...AROUND, rules: null }).answer('b', 'r1:mine');
  const other = theirs({ 'where[1]': 'r1:theirs' });
  one.isOvertakenBy(other);
  assert.deepEqual([one.session.keep.keeping.state, one.did('fetch-rules')], ['overtaken', 1]);
  one.do({ kind: 'surroundings', around: { ...AROUND, rules: null } });
  assert.deepEqual(one.saved, []);
  one.do({ kind: 'surroundings', around: AROUND });
  assert.equal(one.saved.length, 1);
  one.isOvertakenBy(other);
  assert.deepEqual([one.says('b'), one.says('where[1]')], ['r1:mine', 'r1:theirs']);
});

test('K2: what cannot be put together is not kept, both stay, and the session says so', () => {
  const newer = { ...theirs({}), form: { id: 'words', version: '2' } };
  const ofAnother = draftWith({ a: 'r2:1' }, { resident: 'r2' });
  const broken = { id: 'draft-1' } as unknown as Draft;
  for (const [by, waits] of [
    [newer, newer],
    [ofAnother, null],
    [broken, null],
  ] as const) {
    const one = opened().answer('b', 'r1:mine').isOvertakenBy(by);
    assert.deepEqual([one.session.keep.keeping.state, one.says('b')], ['overtaken', 'r1:mine']);
    assert.deepEqual([one.session.elsewhere.draft, one.did('announce')], [waits, 1]);
  }
});

test('E1, E2: a draft that the page gives waits once something was answered', () => {
  const one = opened()
    .answer('b', 'r1:mine')
    .do(given(theirs({ b: 'r1:theirs' })));
  assert.deepEqual(
    [one.says('b'), one.session.elsewhere.draft?.changedAt],
    ['r1:mine', theirs({}).changedAt],
  );
  const typing = opened().do({ kind: 'type', key: 'b', field: { part: 'text', n: 0 }, text: 'r1:ha' });
  typing.do(given(theirs({ b: 'r1:theirs' })));
  assert.deepEqual([typing.says('b'), typing.session.elsewhere.draft === null], [null, false]);
});

test('E2: a draft that came of these answers, or an older one, is an echo', () => {
  const one = opened().answer('b', 'r1:1').answer('b', 'r1:2');
  const all = [kept, ...one.session.drafts.own];
  for (const draft of all) {
    one.do(given(structuredClone(draft)));
    assert.deepEqual([one.session.elsewhere.draft, one.says('b'), one.effects], [null, 'r1:2', []]);
  }
});

test('E2: a page may be twenty answers behind with what it hands back', () => {
  const one = opened();
  for (let n = 0; n < 20; n += 1) one.answer('b', `r1:${n}`);
  const oldest = one.session.drafts.own.at(-1);
  assert.equal(oldest?.answers['b']?.state === 'given' && oldest.answers['b'].values[0]?.value, 'r1:0');
  assert.equal(one.answer('b', 'r1:20').session.drafts.own.length, 20, 'and no draft is kept for longer');
});

test('E2: before anything was answered the page’s draft opens, and what the port has waits', () => {
  const newer = opened().do(given(theirs({ b: 'r1:theirs' })));
  assert.deepEqual([newer.says('b'), newer.session.keep.revision], ['r1:theirs', 'first']);
  assert.equal(newer.did('focus'), 0, 'whoever reads is left where they are');
  const other = draftWith({ b: 'r1:page' }, { id: 'page' });
  const beside = opened().do(given(other));
  assert.deepEqual([beside.says('b'), beside.session.elsewhere.draft], ['r1:page', kept]);
  assert.equal(beside.session.keep.revision, null);
});

test('O2: a draft that breaks its contract closes no form that is open', () => {
  const broken = { ...kept, id: 'x', answers: 7 } as unknown as Draft;
  for (const draft of [broken, {} as unknown as Draft]) {
    const one = opened().do(given(draft));
    assert.deepEqual([one.session.phase.state, one.says('a')], ['open', 'r1:kept']);
  }
});

test('G2: a draft of another resident is none of this form', () => {
  for (const one of [new OneSession(), opened(), opened().answer('b', 'r1:1')]) {
    const before = one.session;
    one.do(given(draftWith({ a: 'r2:1' }, { resident: 'r2' })));
    assert.deepEqual([one.session, one.effects], [before, []]);
  }
});

test('E3: answers from elsewhere come in by a press, and the press is once', () => {
  const one = opened()
    .answer('b', 'r1:mine')
    .do(given(theirs({ b: 'r1:theirs', 'where[1]': 'r1:2' })));
  one.do({ kind: 'merge' });
  assert.deepEqual([one.says('where[1]'), disputed(one).length], ['r1:2', 1]);
  assert.equal(one.session.elsewhere.draft, null);
  assert.deepEqual(told(one), [{ key: null, answer: null, draft: one.session.state?.draft, score: null }]);
  const before = one.session;
  assert.deepEqual([one.do({ kind: 'merge' }).session, told(one)], [before, []]);
  one.do({ kind: 'settle', dispute: 0, said: 1 });
  assert.deepEqual([one.says('b'), disputed(one), one.did('tell-answered')], ['r1:theirs', [], 1]);
});

test('E3: without rules nothing is put together by a press', () => {
  const one = opened({ ...AROUND, rules: null })
    .answer('b', 'r1:mine')
    .do(given(theirs({ b: 'r1:2' })));
  assert.equal(one.did('fetch-rules'), 1);
  one.do({ kind: 'merge' });
  assert.deepEqual([one.says('b'), one.session.elsewhere.draft === null], ['r1:mine', false]);
});

test('E1: a newer last assessment waits for a press once something was answered', () => {
  const previous = RULES.finish(opened().session.state ?? assert.fail(), {
    at: kept.changedAt,
    by: null,
    template: null,
  });
  const fresh = opened().do({ kind: 'previous-given', previous });
  assert.equal(fresh.session.previous, previous);
  const one = opened().answer('b', 'r1:1').do({ kind: 'previous-given', previous });
  assert.deepEqual([one.session.previous, one.session.elsewhere.previous], [null, previous]);
  one.do({ kind: 'adopt-previous' });
  assert.deepEqual([one.session.previous, one.session.elsewhere.previous], [previous, null]);
  const { draft } = previous;
  const ofAnother = { ...previous, draft: { ...draft, resident: 'r2' } };
  assert.equal(opened().do({ kind: 'previous-given', previous: ofAnother }).session.previous, null);
  assert.equal(new OneSession({ previous: ofAnother }).session.previous, null);
});

test('E1: what was noted is not said again', () => {
  const one = opened()
    .answer('b', 'r1:1')
    .isOvertakenBy(theirs({ 'where[1]': 'r1:2' }));
  one.do({ kind: 'note-changes' });
  assert.deepEqual([one.session.elsewhere.merged, one.session.elsewhere.record], [false, false]);
});

test('E3: a last assessment that the page fetches while the port is asked is there once the form is open', () => {
  const last = new OneSession().loads().answer('a', 'r1:last').saves().answer('b', 'r1:2').saves().signs();
  const previous = last.session.signing?.assessment ?? assert.fail();
  for (const from of ['loading', 'load-failed'] as const) {
    const one = new OneSession({ around: { ...AROUND, rules: null } });
    const { phase } = one.session;
    const asking = phase.state === 'loading' ? phase.asking : '';
    if (from === 'load-failed') one.do({ kind: 'load-failed', asking, error: null });
    one.do({ kind: 'previous-given', previous });
    assert.deepEqual([one.session.previous, one.did('fetch-rules')], [previous, 1]);
  }
  const busy = opened().answer('b', 'r1:2').saves().signs().do({ kind: 'previous-given', previous });
  assert.equal(busy.session.elsewhere.previous, previous);
  const draft = { ...previous.draft, resident: 'r2' };
  const other = new OneSession().do({ kind: 'previous-given', previous: { ...previous, draft } });
  assert.equal(other.session.previous, null);
});

test('O3: what the page gives after the port did not answer opens with the next try', () => {
  const one = new OneSession();
  const { phase } = one.session;
  one.do({ kind: 'load-failed', asking: phase.state === 'loading' ? phase.asking : '', error: null });
  one.do(given(kept)).do({ kind: 'load-again' }).loads();
  assert.equal(one.says('a'), 'r1:kept');
});
