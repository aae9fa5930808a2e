import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Receipt } from '../../ports/care-actions.ts';
import type { ThreadAct, ThreadEntry } from '../../thread/entry.ts';
import { GP, MARY, NURSE, Presses } from '../../thread/thread.fixtures.ts';
import { goneOf } from '../../thread/gone.ts';
import { threadsOf } from '../../thread/threads-of.ts';
import { askedNow } from './asked-now.ts';
import { goneToHospital } from './gone-to-hospital.ts';
import { goOn } from './go-on.ts';
import { ESCALATION_GUARDS } from './guards.ts';
import { openEscalation } from './session.ts';

const WENT = { kind: 'went-to-hospital', where: null, words: '' } as const;

function goneIn(entries: readonly ThreadEntry[]) {
  const [thread] = threadsOf(entries);
  assert(thread);
  const { session } = goOn(openEscalation(MARY), thread, ESCALATION_GUARDS);
  return { session, thread, gone: goneToHospital(session, thread) };
}

test('X14: gone to hospital, and the practice knows only by a press of its own since', () => {
  const presses = new Presses();
  presses.raise();
  presses.press(GP, { kind: 'see' });
  assert.equal(goneIn(presses.entries).gone, null);
  presses.press(NURSE, WENT);
  assert.deepEqual(
    [goneIn(presses.entries).gone?.by.name, goneIn(presses.entries).gone?.knownBy],
    [NURSE.name, null],
  );
  presses.answer();
  assert.equal(goneIn(presses.entries).gone?.knownBy?.by.name, GP.name);
});

test('X14: who answers without the “gone to hospital” on screen does not know of it, whatever the clocks say', () => {
  const presses = new Presses();
  const raised = presses.raise();
  const went = presses.press(NURSE, WENT);
  const answer = { kind: 'answer', outcome: 'visit', further: [], promisedBy: null, words: '' } as const;
  presses.press(GP, answer, { after: raised });
  assert.equal(goneIn(presses.entries).gone?.knownBy, null);
  presses.press(NURSE, { kind: 'better', words: '' }, { after: went });
  presses.press(GP, { kind: 'see' });
  assert.equal(goneIn(presses.entries).gone?.knownBy?.by.name, GP.name, 'by way of what follows it');
});

test('X14: “worse” and a danger sign that was pressed since say that somebody is here, and withdrawn is nobody’s', () => {
  const presses = new Presses();
  presses.raise();
  presses.press(NURSE, WENT);
  const { session, thread } = goneIn(presses.entries);
  const seen = { ...session.seen, dangers: ['choking' as const] };
  assert.equal(goneToHospital({ ...session, seen }, thread), null);
  presses.press(NURSE, { kind: 'worse', words: '' });
  assert.equal(goneIn(presses.entries).gone, null);
  presses.press(NURSE, WENT);
  assert.notEqual(goneIn(presses.entries).gone, null, 'gone again');
  presses.press(NURSE, { kind: 'withdraw', why: 'wrong-resident', words: '' });
  const [withdrawn] = threadsOf(presses.entries);
  assert.equal(goneToHospital(session, withdrawn ?? null), null);
});

test('X14: a worry that was raised after it and joined with it is about somebody who is here', () => {
  const [first, since] = [new Presses('first'), new Presses('since', MARY, 60)];
  first.raise();
  first.press(NURSE, WENT);
  since.raise(NURSE);
  since.press(GP, { kind: 'join', into: 'first' });
  const all = [...first.entries, ...since.entries];
  assert.equal(goneIn(all).gone, null);
  assert.equal(goneOf(goneIn(all).thread), null);
  const gone = goneIn(first.entries);
  assert.deepEqual([gone.gone?.by, goneOf(gone.thread)], [NURSE, gone.gone]);
  const before = new Presses('before', MARY, -60);
  before.raise(NURSE);
  before.press(GP, { kind: 'join', into: 'first' });
  assert.notEqual(goneOf(goneIn([...first.entries, ...before.entries]).thread), null, 'raised before it');
});

test('X14: a “worse” that nobody will hear of brings the ring card back all the same', () => {
  const presses = new Presses();
  presses.raise();
  const { session, thread } = goneIn(presses.entries);
  const handed = (act: ThreadAct, id: string, receipt: Receipt) => ({
    entry: { ...presses.entries[0], id, by: NURSE, act } as ThreadEntry,
    handing: { state: 'told', receipt } as const,
  });
  const refused: Receipt = { state: 'refused', at: '2026-11-20T09:10:00Z', why: 'No' };
  const went = handed(WENT, 'went', { state: 'sent', at: '2026-11-20T09:09:00Z' });
  const worse = handed({ kind: 'worse', words: '' }, 'worse', refused);
  assert.notEqual(goneToHospital({ ...session, acts: [went] }, thread), null);
  assert.equal(goneToHospital({ ...session, acts: [went, worse] }, thread), null);
  assert.notEqual(goneToHospital({ ...session, acts: [worse, went] }, thread), null, 'gone after it');
  const [withGone] = threadsOf([
    ...presses.entries,
    { ...went.entry, after: presses.entries[0]?.id ?? null },
  ]);
  const later = { ...session, acts: [worse, went] };
  assert.notEqual(
    goneToHospital(later, withGone ?? null),
    null,
    'gone after it, and the server has that alone',
  );
  assert.equal(goneToHospital({ ...session, acts: [went, worse] }, withGone ?? null), null);
  const unheard = handed(WENT, 'went', refused);
  assert.equal(goneToHospital({ ...session, acts: [unheard] }, thread), null, 'nobody knows that she went');
});

test('X14: a “worse” that came later from elsewhere outweighs a going that is only on this PC', () => {
  const presses = new Presses();
  presses.raise();
  const { session, thread } = goneIn(presses.entries);
  const went = presses.press(NURSE, WENT);
  const entry = presses.entries.find(({ id }) => id === went);
  assert(entry);
  const here = { ...session, acts: [{ entry, handing: { state: 'on-its-way' } as const }] };
  assert.notEqual(goneToHospital(here, thread), null);
  presses.press(GP, { kind: 'see' });
  presses.press(NURSE, { kind: 'worse', words: '' });
  const [arrived] = threadsOf(presses.entries.filter(({ id }) => id !== went));
  assert.equal(goneToHospital(here, arrived ?? null), null);
  const earlier = new Presses('earlier', MARY, -60);
  earlier.raise();
  earlier.press(NURSE, { kind: 'worse', words: '' });
  const [before] = threadsOf(earlier.entries);
  assert.notEqual(goneToHospital(here, before ?? null), null, 'worse before she went');
});

test('R10: a “worse” counts once, whether the thread has it or only this screen', () => {
  const presses = new Presses();
  presses.raise();
  const before = goneIn(presses.entries);
  presses.press(NURSE, { kind: 'worse', words: '' });
  const after = goneIn(presses.entries);
  const urgencies = [
    askedNow(before.session, before.thread),
    askedNow(after.session, before.thread),
    askedNow(after.session, after.thread),
    askedNow(after.session, null),
  ].map((asked) => asked?.urgency);
  assert.deepEqual(urgencies, ['same-day', 'within-hours', 'within-hours', 'within-hours']);
});
