import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor, ThreadEntry } from '../../thread/entry.ts';
import { CARER, GP, MARY, NURSE, Presses } from '../../thread/thread.fixtures.ts';
import { threadsOf } from '../../thread/threads-of.ts';
import type { EscalationAction } from './action.ts';
import { carriedTo } from './carry-over.ts';
import { isTakenOver } from './guards.ts';
import { isUnacknowledged } from './raise.ts';
import { seenSince } from './seen-since.ts';
import { openEscalation } from './session.ts';
import { escalationStep } from './step.ts';

const AT = '2026-11-20T10:00:00.000Z';
const NIGHT: Actor = { name: 'Ana Lima', role: 'carer', side: 'home' };
const SENT = { state: 'sent', at: AT } as const;

/** A session that goes on with the thread of these entries, and then does this. */
function goneOn(entries: readonly ThreadEntry[], ...actions: readonly EscalationAction[]) {
  const [thread] = threadsOf(entries);
  assert(thread);
  let session = openEscalation(MARY);
  const handed: ThreadEntry[] = [];
  for (const [place, action] of [{ kind: 'go-on', thread } as const, ...actions].entries()) {
    const next = escalationStep()(session, { ...action, at: AT, id: `press-${place}` });
    session = next.session;
    handed.push(...next.effects.flatMap((effect) => (effect.kind === 'enqueue' ? [effect.entry] : [])));
  }
  return { session, handed };
}

const act = (one: Extract<EscalationAction, { kind: 'act' }>['act']): EscalationAction => ({
  kind: 'act',
  by: NIGHT,
  clockOffsetMs: null,
  act: one,
});

/** A worry with a danger sign, which the practice has answered, and to which the home has added one since. */
function pressed(): Presses {
  const presses = new Presses();
  presses.raise(CARER, { signs: ['chest-pain', 'fall', 'mottled', 'worry'], since: 'breakfast' });
  presses.answer();
  presses.press(NURSE, { kind: 'worse', words: 'Choking. Grey.' });
  return presses;
}

test('X12: somebody else goes on with the thread, after all that is on screen, and raises nothing', () => {
  const worse = { kind: 'worse', words: 'Grey.' } as const;
  const withdraw = { kind: 'withdraw', why: 'wrong-resident', words: '' } as const;
  const { handed, session } = goneOn(pressed().entries, act(worse), act(withdraw));
  assert.deepEqual(
    handed.map(({ thread, after, by, act: one, about }) => [thread, after, by.name, one, about]),
    [
      ['worry-1', 'worry-1-2', 'Ana Lima', worse, MARY],
      ['worry-1', 'press-1', 'Ana Lima', withdraw, MARY],
    ],
  );
  assert.equal(session.wentOnFrom, 'worry-1');
});

test('X12: what was ticked advises again, also the danger sign that “worse” carried', () => {
  const { session } = goneOn(pressed().entries);
  assert.deepEqual(session.seen, {
    dangers: ['choking', 'chest-pain'],
    signs: [{ id: 'fall', usual: 'not-known' }],
    flags: ['mottled'],
    isWorried: true,
    isInfectionPossible: null,
  });
  assert.deepEqual(seenSince(session), [], 'nothing of it is unsent');
  assert.deepEqual([session.words, session.since], ['Not herself since breakfast.', 'breakfast']);
});

test('X12: a new danger sign goes with the next “worse”, and not with what was carried before', () => {
  const allergy: EscalationAction = { kind: 'tick-danger', sign: 'allergy', isTicked: true };
  const { handed } = goneOn(pressed().entries, allergy, act({ kind: 'worse', words: '' }));
  assert.match(JSON.stringify(handed[0]?.act), /Severe allergic reaction/);
  assert.doesNotMatch(JSON.stringify(handed[0]?.act), /Chok/);
});

test('X12: what no server is known to have is handed over again under its own id, and nothing goes before it', () => {
  const presses = new Presses();
  presses.raise();
  const [raise] = presses.entries;
  assert(raise);
  const unsent = { ...raise, receivedAt: null, unsent: 'not-sent' } as const;
  const { handed, session } = goneOn([unsent], act({ kind: 'better', words: '' }));
  assert.deepEqual(
    handed.map(({ id, unsent: mark }) => [id, mark]),
    [['worry-1', undefined]],
  );
  assert.equal(isTakenOver(session), false);
  assert.equal(isUnacknowledged(session, AT), true);
  const told = goneOn([unsent], { kind: 'enqueued', entry: 'worry-1', receipt: SENT });
  assert.equal(isTakenOver(told.session), true);
});

test('X12: nobody goes on with what is withdrawn, or with what the practice asked', () => {
  const withdrawn = pressed();
  withdrawn.press(NURSE, { kind: 'withdraw', why: 'mistake', words: '' });
  const asked = new Presses();
  asked.raise(GP, { matter: 'action' });
  for (const { entries } of [withdrawn, asked])
    assert.equal(goneOn(entries, act({ kind: 'worse', words: '' })).session.raised, null);
});

test('X8, X12: a worry about the wrong resident is carried over also by whoever did not raise it', () => {
  const { session } = goneOn(pressed().entries, act({ kind: 'withdraw', why: 'wrong-resident', words: '' }));
  const carried = carriedTo({ kind: 'resident', resident: 'joan' }, session, false);
  assert.deepEqual([carried.raised, carried.wentOnFrom, carried.acts], [null, null, []]);
  assert.deepEqual(carried.seen, session.seen);
});

test('X12: what was ticked for a matter that was joined into it advises as well, and is not unsent', () => {
  const [first, second] = [pressed(), new Presses('worry-2', MARY, 20)];
  second.raise(NURSE, { signs: ['breathless', 'intake', 'no-urine'] });
  second.press(GP, { kind: 'join', into: 'worry-1' });
  const { session } = goneOn([...first.entries, ...second.entries]);
  assert.equal(session.wentOnFrom, 'worry-1');
  assert.deepEqual(session.seen.dangers, ['choking', 'breathless', 'chest-pain']);
  assert.deepEqual(session.seen.signs.map(({ id }) => id).toSorted(), ['fall', 'intake']);
  assert.deepEqual(session.seen.flags, ['mottled', 'no-urine']);
  assert.deepEqual(seenSince(session), []);
});
