import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OneSession } from './one-session.fixtures.ts';
import { draftWith } from './session.fixtures.ts';

const opened = () => new OneSession().loads({ draft: draftWith({}), revision: 'first' });
const keepingOf = ({ session }: OneSession) => session.keep.keeping.state;
const revisions = ({ effects }: OneSession) =>
  effects.flatMap((one) => (one.kind === 'save' ? [one.revision] : []));
const words = ({ saved }: OneSession) => saved.map(({ answers }) => Object.keys(answers).join());

test('K1: one draft at a time is on its way, and of those that wait only the latest goes', () => {
  const one = opened().answer('a', 'r1:1');
  assert.deepEqual([words(one), revisions(one)], [['a'], ['first']]);
  one.answer('b', 'r1:2');
  assert.deepEqual(one.saved, []);
  one.answer('where[1]', 'r1:3');
  one.saves('second');
  assert.deepEqual([words(one), revisions(one), keepingOf(one)], [['a,b,where[1]'], ['second'], 'saving']);
  one.saves('third');
  assert.deepEqual(one.session.keep.keeping, { state: 'kept', kept: { where: 'memory', revision: 'third' } });
  assert.deepEqual([one.saved, one.session.keep.unkept], [[], null]);
});

test('G4: an answer to an older saving is no answer to this one', () => {
  const one = opened().answer('a', 'r1:1');
  const asking = one.saving;
  one.saves().answer('b', 'r1:2');
  const before = one.session;
  one.do({ kind: 'saved', asking, kept: { where: 'memory', revision: 'old' } });
  one.do({ kind: 'save-failed', asking, error: new Error('late') });
  assert.deepEqual(one.session, before);
});

test('K3: what was not kept is held, said, and tried again when a person asks', () => {
  const one = opened().answer('a', 'r1:1').savingFails();
  assert.deepEqual([keepingOf(one), one.session.keep.unkept === null, one.saved], ['failed', false, []]);
  assert.equal(one.did('announce'), 1);
  one.do({ kind: 'save-again' });
  assert.deepEqual([words(one), revisions(one)], [['a'], ['first']]);
  one.do({ kind: 'save-again' });
  assert.deepEqual(one.saved, []);
  one.saves();
  assert.deepEqual([keepingOf(one), one.session.keep.unkept], ['kept', null]);
  one.do({ kind: 'save-again' });
  assert.deepEqual(one.saved, []);
});

test('K3: what came meanwhile has a try of its own when the one before it failed', () => {
  const one = opened().answer('a', 'r1:1').answer('b', 'r1:2').savingFails();
  assert.deepEqual(words(one), ['a,b']);
  assert.equal(keepingOf(one.saves()), 'kept');
});

test('K2: what the port has of this session’s own, whose answer was lost, is nobody else’s', () => {
  const one = opened().answer('a', 'r1:1');
  const [lost] = one.saved;
  assert.ok(lost);
  one.savingFails().answer('a', 'r1:2');
  // As a port keeps it: a copy, with its names in an order of its own.
  const copy = Object.fromEntries(
    Object.entries(structuredClone(lost)).toReversed(),
  ) as unknown as typeof lost;
  one.isOvertakenBy(copy, 'kept-unheard');
  assert.deepEqual(
    one.saved.map(({ answers }) => answers),
    [one.session.state?.draft.answers],
  );
  assert.deepEqual(revisions(one), ['kept-unheard']);
  assert.deepEqual([one.says('a'), one.session.elsewhere.merged], ['r1:2', false]);
});

test('K4: what is finished is no draft any more, although it could not be kept before', () => {
  const one = opened().answer('a', 'r1:1').savingFails().signs().isEnqueued();
  assert.deepEqual([one.session.phase.state, one.session.keep.unkept], ['finished', null]);
  one.do({ kind: 'save-again' });
  assert.deepEqual(one.saved, []);
});
