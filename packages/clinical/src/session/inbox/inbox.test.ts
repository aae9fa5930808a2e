import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '../../thread/entry.ts';
import type { InboxAction } from './action.ts';
import { draftsOf } from './compose.ts';
import { INBOX_GUARDS, unsettledPresses } from './guards.ts';
import { Inbox, onScreen } from './inbox.fixtures.ts';
import { inboxStop, promiseOf } from './stops.ts';

const GP: Actor = { name: 'Dr Asha Rao', role: 'GP', side: 'practice' };
const by = { by: GP, clockOffsetMs: null };
const MARY = onScreen('worry-1', 'mary', ['worry-1']);
const JOAN = onScreen('worry-2', 'joan', ['worry-2']);
const NOW = '2026-11-20T10:00:00Z';
const stop = (inbox: Inbox, on = MARY) => inboxStop(inbox.session, on, { presser: GP.name, now: NOW });

const TAKE = { kind: 'attend', act: 'take', on: MARY, ...by } as const;
const SEND = { kind: 'send', on: MARY, ...by } as const;
const ANSWER: readonly InboxAction[] = [
  { kind: 'begin', what: 'answer', on: MARY },
  { kind: 'choose-outcome', outcome: 'visit' },
  { kind: 'write', field: 'promised-by', text: '2026-11-20T17:00' },
  { kind: 'write', field: 'words', text: 'I will come at four.' },
];

test('I2: a double press is one entry, after the last that was on screen, and what it undoes is another', () => {
  const inbox = new Inbox().take(TAKE, TAKE);
  const letGo = { ...TAKE, act: 'let-go' } as const;
  inbox.take(letGo, TAKE);
  assert.deepEqual(
    inbox.sent.map(({ act, after }) => [act.kind, after]),
    [
      ['take', 'worry-1'],
      ['let-go', 'press-1'],
      ['take', 'press-3'],
    ],
  );
});

test('I2: once the thread shows the press, the same press counts again', () => {
  const inbox = new Inbox().take(TAKE);
  inbox.take({ ...TAKE, on: onScreen('worry-1', 'mary', ['worry-1', 'press-1', 'worse']) });
  assert.equal(inbox.sent.length, 2);
});

test('I1: of one resident’s list nothing goes out about another, and no answer to another thread', () => {
  const one = new Inbox({ kind: 'resident', resident: 'mary' });
  one.take({ ...TAKE, on: JOAN }, { kind: 'begin', what: 'ask', on: JOAN });
  assert.deepEqual([one.sent, one.session.composing], [[], null]);
  const all = new Inbox().take(...ANSWER, { ...SEND, on: JOAN });
  assert.deepEqual(all.sent, []);
  all.take({ ...SEND, on: { ...MARY, resident: 'joan' } });
  assert.deepEqual(all.sent, [], 'somebody has linked it anew meanwhile');
});

test('I3: nothing goes out without a name, or on a thread that has ended', () => {
  const nobody = { ...TAKE, by: { ...GP, name: ' ' } };
  const ended = { ...TAKE, on: { ...MARY, isOpen: false } };
  assert.deepEqual(new Inbox().take(nobody, ended).sent, []);
});

test('I4: an answer waits until its author has read what was added meanwhile, and own presses do not count', () => {
  const worse = onScreen('worry-1', 'mary', ['worry-1', 'press-5', 'worse']);
  const inbox = new Inbox().take(...ANSWER, TAKE);
  assert.equal(stop(inbox, worse), 'not-read');
  inbox.take({ ...SEND, on: worse });
  assert.equal(inbox.sent.length, 1);
  inbox.take({ kind: 'look', on: worse });
  assert.equal(stop(inbox, worse), null);
  inbox.take({ ...SEND, on: worse });
  const answer = inbox.sent.at(-1)?.act;
  assert.ok(answer?.kind === 'answer');
  assert.equal(answer.promisedBy, '2026-11-20T17:00:00Z');
});

test('I5: an answer needs its outcome, its words, and a promise that lies ahead', () => {
  const inbox = new Inbox().take({ kind: 'begin', what: 'answer', on: MARY });
  assert.equal(stop(inbox), 'no-outcome');
  inbox.take({ kind: 'choose-outcome', outcome: 'none-such' });
  assert.equal(stop(inbox), 'no-outcome');
  inbox.take({ kind: 'choose-outcome', outcome: 'visit' });
  assert.equal(stop(inbox), 'no-promise');
  inbox.take({ kind: 'write', field: 'promised-by', text: 'at four' });
  assert.equal(stop(inbox), 'promise-unreadable');
  inbox.take({ kind: 'write', field: 'promised-by', text: '2026-11-20T10:00' });
  assert.equal(stop(inbox), 'promise-passed');
  inbox.take(
    { kind: 'choose-outcome', outcome: 'advice' },
    { kind: 'write', field: 'promised-by', text: '' },
  );
  assert.equal(stop(inbox), 'nothing-written');
  inbox.take({ kind: 'write', field: 'words', text: 'Small sips.' });
  assert.equal(stop(inbox), null);
});

test('I5: what was typed stays while another thread is open, and goes when it is given up', () => {
  const inbox = new Inbox().take(...ANSWER, { kind: 'open-thread', thread: 'worry-2' });
  inbox.take({ kind: 'begin', what: 'answer', on: MARY });
  assert.equal(inbox.session.composing?.kind === 'answer' && inbox.session.composing.outcome, 'visit');
  assert.equal(inbox.take({ kind: 'cancel' }).session.composing, null);
});

test('I5: what was begun about one thread goes neither to another nor away when another is begun', () => {
  const words = ({ session }: Inbox) =>
    session.composing !== null && 'words' in session.composing ? session.composing.words : null;
  const inbox = new Inbox().take(...ANSWER, { kind: 'begin', what: 'answer', on: JOAN });
  assert.equal(words(inbox), '');
  inbox.take({ kind: 'begin', what: 'ask', on: MARY });
  assert.equal(words(inbox), '', 'nobody wrote a question');
  const worse = onScreen('worry-1', 'mary', ['worry-1', 'worse']);
  inbox.take({ kind: 'begin', what: 'answer', on: worse });
  assert.equal(words(inbox), 'I will come at four.');
  assert.equal(stop(inbox, worse), 'not-read', 'it was begun before the home said more');
  assert.equal(draftsOf(inbox.session).length, 1);
  assert.deepEqual(draftsOf(inbox.take({ kind: 'drop', thread: 'worry-1' }).session), []);
});

test('I5: further actions carry their owner, and an empty owner is nobody', () => {
  const inbox = new Inbox().take(
    ...ANSWER,
    { kind: 'tick-further', what: 'Blood tests', isTicked: true },
    { kind: 'tick-further', what: 'For the round list', isTicked: true },
    { kind: 'say-owner', what: 'Blood tests', owner: ' Nurse Webb ' },
    { kind: 'tick-further', what: 'A referral', isTicked: true },
    { kind: 'tick-further', what: 'A referral', isTicked: false },
    SEND,
  );
  const answer = inbox.sent[0]?.act;
  assert.deepEqual(answer?.kind === 'answer' && answer.further, [
    { what: 'Blood tests', owner: 'Nurse Webb' },
    { what: 'For the round list', owner: null },
  ]);
});

test('I6: a person off the list is linked after both were compared, and another choice is compared anew', () => {
  const unlisted = { name: 'Joan Bell', born: null, room: '7' };
  const on = { ...MARY, about: { kind: 'unlisted', person: unlisted }, resident: null } as const;
  const inbox = new Inbox().take({ kind: 'begin', what: 'link', on });
  const send = { ...SEND, on };
  assert.equal(stop(inbox, on), 'nobody-chosen');
  inbox.take(
    { kind: 'check', what: 'number', isTicked: true },
    { kind: 'choose-resident', resident: 'joan' },
    { kind: 'check', what: 'number', isTicked: true },
    send,
  );
  assert.equal(stop(inbox, on), 'not-checked');
  inbox.take(
    { kind: 'check', what: 'born', isTicked: true },
    { kind: 'choose-resident', resident: 'joan-2' },
  );
  assert.equal(stop(inbox, on), 'not-checked');
  inbox.take(
    { kind: 'check', what: 'number', isTicked: true },
    { kind: 'check', what: 'born', isTicked: true },
    send,
  );
  assert.deepEqual(
    inbox.sent.map(({ act, about }) => [act, about.kind]),
    [[{ kind: 'link', resident: 'joan-2' }, 'unlisted']],
  );
});

test('W4: only matters of one resident and kind are joined', () => {
  const other = onScreen('worry-3', 'mary', ['worry-3']);
  const join = { kind: 'join', on: MARY, ...by } as const;
  assert.deepEqual(new Inbox().take({ ...join, into: JOAN }).sent, []);
  assert.deepEqual(new Inbox().take({ ...join, into: { ...other, matter: 'referral' } }).sent, []);
  assert.deepEqual(new Inbox().take({ ...join, into: MARY }).sent, []);
  assert.deepEqual(new Inbox().take({ ...join, into: other }).sent[0]?.act, {
    kind: 'join',
    into: 'worry-3',
  });
});

test('I7, S5: a press is heard of until its port has taken it over, and a late failure takes nothing back', () => {
  const inbox = new Inbox().take(TAKE, { kind: 'enqueue-silent', entry: 'press-1' });
  assert.equal(unsettledPresses(inbox.session).length, 1);
  inbox.take({ kind: 'hand-again', entry: 'press-1' });
  assert.deepEqual(
    inbox.sent.map(({ id }) => id),
    ['press-1', 'press-1'],
  );
  const saved = { state: 'saved-on-device', at: NOW } as const;
  inbox.take(
    { kind: 'enqueued', entry: 'press-1', receipt: saved },
    { kind: 'enqueue-failed', entry: 'press-1' },
  );
  assert.deepEqual(unsettledPresses(inbox.session), []);
  const refused = { state: 'refused', at: NOW, why: 'x' } as const;
  inbox.take({ kind: 'receipt-changed', entry: 'press-1', receipt: refused });
  assert.equal(unsettledPresses(inbox.session).length, 1);
  assert.deepEqual(unsettledPresses(inbox.take({ kind: 'note', entry: 'press-1' }).session), []);
});

test('a promise is a moment of London, in summer and in winter', () => {
  assert.equal(promiseOf('2026-07-01T17:00'), '2026-07-01T17:00:00+01:00');
  assert.equal(promiseOf('2026-12-01T17:00'), '2026-12-01T17:00:00Z');
  assert.equal(promiseOf('2026-02-30T17:00'), null);
});

const NURSE: Actor = { name: 'Ines Duarte', role: 'nurse', side: 'home' };

test('P8, P9: the home confirms the answer in force, and tells the relative who had asked', () => {
  const press = { by: NURSE, clockOffsetMs: null };
  const answered = { ...MARY, entries: ['worry-1', 'answer-1'], answer: 'answer-1', tell: 'Ann Hart' };
  const inbox = new Inbox().take(
    { kind: 'confirm', what: 'happened', on: MARY, ...press },
    { kind: 'confirm', what: 'told', on: { ...answered, tell: null }, ...press },
    { kind: 'confirm', what: 'told', on: answered, ...press },
    { kind: 'confirm', what: 'happened', on: answered, ...press },
  );
  assert.deepEqual(
    inbox.sent.map(({ act }) => act),
    [
      { kind: 'told', answer: 'answer-1', whom: 'Ann Hart' },
      { kind: 'happened', answer: 'answer-1', words: '' },
    ],
  );
});

test('I8: a carer presses nothing of the practice, and the practice confirms nothing of its own', () => {
  const carer = { by: NURSE, clockOffsetMs: null };
  const answered = { ...MARY, entries: ['worry-1', 'answer-1'], answer: 'answer-1' };
  const inbox = new Inbox().take(
    ...(['see', 'take', 'let-go'] as const).map(
      (act) => ({ kind: 'attend', act, on: MARY, ...carer }) as const,
    ),
    ...ANSWER,
    { kind: 'send', on: MARY, ...carer },
    { kind: 'confirm', what: 'happened', on: answered, ...by },
    { kind: 'attend', act: 'worse', on: MARY, ...by },
  );
  assert.deepEqual(inbox.sent, []);
  const open = new Inbox(undefined, { ...INBOX_GUARDS, isOfSide: () => true });
  assert.equal(
    open.take({ kind: 'attend', act: 'take', on: MARY, ...carer }).sent.length,
    1,
    'red without it',
  );
});

test('P9, I3: a relative is told also once the thread has closed, and nothing else is pressed on it', () => {
  const press = { by: NURSE, clockOffsetMs: null };
  const on = { ...MARY, entries: ['worry-1', 'a', 'h'], answer: 'a', tell: 'Ann Hart', isOpen: false };
  const inbox = new Inbox().take(
    { kind: 'attend', act: 'better', on, ...press },
    { kind: 'confirm', what: 'told', on, ...press },
  );
  assert.deepEqual(
    inbox.sent.map(({ act }) => act.kind),
    ['told'],
  );
});

test('P6: the home replies to one question, in words, and not to another by mistake', () => {
  const send = { kind: 'send', on: MARY, by: NURSE, clockOffsetMs: null } as const;
  const inbox = new Inbox().take({ kind: 'begin-reply', question: 'q1', on: MARY }, send);
  assert.equal(stop(inbox), 'nothing-written');
  inbox.take(
    { kind: 'write', field: 'words', text: '37.9' },
    { kind: 'begin-reply', question: 'q1', on: MARY },
    send,
  );
  assert.deepEqual(inbox.sent[0]?.act, { kind: 'reply', question: 'q1', words: '37.9' });
  inbox.take(
    { kind: 'begin-reply', question: 'q1', on: MARY },
    { kind: 'write', field: 'words', text: '38' },
    { kind: 'begin-reply', question: 'q2', on: MARY },
    send,
  );
  assert.equal(inbox.sent.length, 1);
});
