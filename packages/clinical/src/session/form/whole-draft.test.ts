import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from '../../form/draft.ts';
import { OneSession } from './one-session.fixtures.ts';
import { draftWith, instant, said, stamps } from './session.fixtures.ts';
import { NO_SESSIONS } from './sessions.ts';
import { sessionsStep } from './sessions-step.ts';
import { unfinishedOf } from './unfinished.ts';

const answer = said('r1:1');
const BROKEN: readonly Readonly<Record<string, unknown>>[] = [
  { assessedAt: 'yesterday' },
  { changedAt: '2026-11-31T10:00:00Z' },
  { answers: null },
  { answers: [] },
  { answers: { a: null } },
  { answers: { a: { ...answer, state: 'thought-of' } } },
  { answers: { a: { ...answer, values: [] } } },
  { answers: { a: { ...answer, values: undefined } } },
  { answers: { a: { ...answer, from: { kind: 'guessed' } } } },
  { answers: { a: { state: 'refused', at: instant(0), by: null } } },
  { rows: { fall: null } },
  { rows: { fall: [1] } },
  { decisions: null },
  { disputed: { answers: null, decisions: {}, assessedAt: null } },
  { disputed: { answers: { a: [{ state: 'thought-of' }] }, decisions: {}, assessedAt: null } },
  { setAside: [{ key: 'gone' }] },
];

test('O2: a draft of which any part is not what it says opens nothing', () => {
  for (const part of BROKEN) {
    const draft = { ...draftWith({ a: 'r1:1' }), ...part } as unknown as Draft;
    const { session } = new OneSession().loads({ draft });
    assert.equal(session.phase.state, 'load-failed', JSON.stringify(part));
    assert.equal(session.state, null);
  }
});

test('O2: every part that a draft may have opens', () => {
  const declined = { state: 'refused', reason: null, at: instant(0), by: null } as const;
  const draft: Draft = {
    ...draftWith({ a: 'r1:1', 'where[1]': 'r1:2' }),
    setAside: [{ key: 'gone', answer, form: { id: 'words', version: '0' }, why: 'no-such-item' }],
    disputed: {
      answers: { b: [null, answer, declined] },
      decisions: { rule: [null] },
      assessedAt: { kept: instant(0), said: [instant(1), instant(2)] },
    },
  };
  assert.equal(new OneSession().loads({ draft }).session.phase.state, 'open');
});

/** What is listed of `r1` when the port gives these. */
function listed(kept: unknown) {
  const [step, stamp] = [sessionsStep(), stamps()];
  const asks = step(NO_SESSIONS, { kind: 'list-drafts', resident: 'r1', port: 'port', ...stamp() });
  const [effect] = asks.effects;
  const asking = effect?.session === null ? effect.effect.asking : '';
  const { session } = step(asks.session, { kind: 'drafts-listed', asking, kept: kept as [], ...stamp() });
  return { state: session.unfinished.state, ids: unfinishedOf(session, 'r1').map(({ id }) => id) };
}

test('G7: a list that is none, or with a draft that does not say whose it is, is not "none"', () => {
  for (const kept of [
    undefined,
    {},
    [null],
    [{}],
    [{ draft: null }],
    [{ draft: { id: '1', resident: 'r1' } }],
  ])
    assert.equal(listed(kept).state, 'not-listed', JSON.stringify(kept));
});

test('G7: what is all in dispute, set aside or not readable is unfinished all the same', () => {
  const empty = draftWith({}, { id: 'empty' });
  const disputed = { answers: { a: [null, answer] }, decisions: {}, assessedAt: null };
  assert.deepEqual(listed([{ draft: { ...empty, disputed } }]).ids, ['empty']);
  const setAside = [{ key: 'gone', answer, form: { id: 'words', version: '0' }, why: 'no-such-item' }];
  assert.deepEqual(listed([{ draft: { ...empty, setAside } }]).ids, ['empty']);
  assert.deepEqual(listed([{ draft: { ...empty, answers: null } }]).ids, ['empty']);
  assert.deepEqual(listed([{ draft: empty }]).ids, []);
});

test('G7: of two of one form the one that was changed last is listed, in whatever order they come', () => {
  const older = { draft: draftWith({ a: 'r1:1' }, { id: 'older' }) };
  const newer = { draft: draftWith({ a: 'r1:2' }, { id: 'newer', seconds: 9 }) };
  for (const kept of [
    [older, newer],
    [newer, older],
  ])
    assert.deepEqual(listed(kept).ids, ['newer']);
});
