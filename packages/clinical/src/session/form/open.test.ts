import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from '../../form/draft.ts';
import { OneSession } from './one-session.fixtures.ts';
import { WORDS, draftWith } from './session.fixtures.ts';

/** Of the right resident and form, and nothing else right. */
const BROKEN = { id: 'x', resident: 'r1', form: { id: 'words' }, answers: 7 } as unknown as Draft;
/** Not even that. */
const NOTHING = {} as unknown as Draft;

const phaseOf = ({ session: { phase } }: OneSession) =>
  phase.state === 'load-failed' ? phase.why.kind : phase.state;

test('O1: nothing is answered before it is known whether answers were kept', () => {
  const one = new OneSession();
  assert.deepEqual(
    one.effects.map(({ kind }) => kind),
    ['load'],
  );
  one.answer('a', 'r1:early');
  assert.deepEqual([phaseOf(one), one.session.state, one.effects], ['loading', null, []]);
  one.loads().answer('a', 'r1:now');
  assert.equal(one.says('a'), 'r1:now');
});

test('O1: without a port the form is open at once, and nothing is handed over', () => {
  const one = new OneSession({ port: null, draft: draftWith({ a: 'r1:page' }) });
  assert.deepEqual([phaseOf(one), one.says('a')], ['open', 'r1:page']);
  one.answer('a', 'r1:1');
  assert.deepEqual([one.saved, one.session.keep.keeping.state], [[], 'nowhere']);
});

test('O1: an empty form is open at once, whatever was kept or given', () => {
  const one = new OneSession({ from: 'empty', draft: draftWith({ a: 'r1:page' }) });
  assert.deepEqual([phaseOf(one), one.says('a')], ['open', null]);
});

test('O1: after a failure only a person begins empty, and nothing is taken over from what they began', () => {
  const one = new OneSession();
  one.do({ kind: 'start-empty' });
  assert.equal(phaseOf(one), 'loading');
  one.do({ kind: 'load-failed', asking: 'id-1', error: new Error('lost') });
  assert.deepEqual([phaseOf(one), one.did('announce')], ['not-known', 1]);
  one.answer('a', 'r1:1');
  assert.equal(one.session.state, null);
  one.do({ kind: 'start-empty' }).answer('a', 'r1:1');
  // It is not known what is there: a port that has something says so.
  assert.deepEqual(
    one.effects.flatMap((effect) => (effect.kind === 'save' ? [effect.revision] : [])),
    [null],
  );
  one.do({ kind: 'start-empty' });
  assert.equal(one.says('a'), 'r1:1');
});

test('G4: of two presses on "try again" the answer to the last one counts, and takes no answer away', () => {
  const one = new OneSession();
  one.do({ kind: 'load-failed', asking: 'id-1', error: new Error('lost') });
  one.do({ kind: 'load-again' });
  const first = one.effects[0]?.kind === 'load' ? one.effects[0].asking : '';
  one.do({ kind: 'load-again' });
  assert.deepEqual(one.effects, []);
  one.do({ kind: 'loaded', asking: 'id-1', kept: { draft: draftWith({ a: 'r1:old' }) } });
  one.do({ kind: 'load-failed', asking: 'id-1', error: new Error('lost') });
  assert.equal(phaseOf(one), 'loading');
  one.do({ kind: 'loaded', asking: first, kept: null }).answer('a', 'r1:1');
  one.do({ kind: 'loaded', asking: first, kept: { draft: draftWith({ a: 'r1:late' }) } });
  one.do({ kind: 'load-failed', asking: first, error: new Error('late') });
  assert.deepEqual([phaseOf(one), one.says('a')], ['open', 'r1:1']);
});

test('G2: a kept draft of another resident or form opens nothing, and nothing of it is held', () => {
  for (const draft of [
    draftWith({ a: 'r2:1' }, { resident: 'r2' }),
    draftWith({ a: 'r1:1' }, { form: { ...WORDS, id: 'other' } }),
  ]) {
    const one = new OneSession().loads({ draft });
    assert.deepEqual([phaseOf(one), one.session.state], ['of-another', null]);
  }
});

test('O2: a draft that breaks its contract opens nothing, and is reported', () => {
  for (const draft of [BROKEN, NOTHING]) {
    const one = new OneSession().loads({ draft });
    assert.deepEqual([phaseOf(one), one.did('report'), one.session.state], ['unreadable', 1, null]);
    const given = new OneSession({ draft: draftWith({ a: 'r1:page' }) }).loads({ draft });
    assert.equal(phaseOf(given), 'unreadable');
  }
});

test('O3: of two copies of one draft the one that was changed last opens', () => {
  const early = draftWith({ a: 'r1:early' }, { seconds: 10 });
  const late = draftWith({ a: 'r1:late' }, { seconds: 20 });
  for (const [given, kept] of [
    [early, late],
    [late, early],
  ] as const) {
    const one = new OneSession({ draft: given }).loads({ draft: kept, revision: '1' });
    assert.deepEqual([one.says('a'), one.session.elsewhere.draft], ['r1:late', null]);
  }
});

test('O3: of two drafts the page’s opens, the other waits, and the first saving does not take its place', () => {
  const given = draftWith({ a: 'r1:page' }, { id: 'page' });
  const kept = draftWith({ b: 'r1:kept' }, { id: 'kept', seconds: 60 });
  const one = new OneSession({ draft: given }).loads({ draft: kept, revision: '1' });
  assert.deepEqual([one.says('a'), one.session.elsewhere.draft], ['r1:page', kept]);
  one.answer('where[1]', 'r1:2');
  assert.deepEqual(
    one.effects.flatMap((effect) => (effect.kind === 'save' ? [effect.revision] : [])),
    [null],
  );
  one.isOvertakenBy(kept, '1');
  assert.deepEqual([one.says('a'), one.says('b'), one.says('where[1]')], ['r1:page', 'r1:kept', 'r1:2']);
  assert.equal(one.session.elsewhere.draft, null);
});

test('since when answers were there is said of a draft with answers alone', () => {
  const kept = draftWith({ a: 'r1:1' }, { seconds: 10 });
  assert.equal(new OneSession().loads({ draft: kept }).session.since, kept.changedAt);
  assert.equal(new OneSession().loads({ draft: draftWith({}) }).session.since, null);
  assert.equal(new OneSession().loads().session.since, null);
});

test('the focus goes to the heading where a person opened the form, and nowhere else', () => {
  assert.equal(new OneSession().loads().did('focus'), 1);
  assert.equal(new OneSession({ focus: false }).loads().did('focus'), 0);
});
