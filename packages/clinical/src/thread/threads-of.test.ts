import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { About, Actor, ThreadAct, ThreadEntry } from './entry.ts';
import { CARER, GP, MARY, NURSE, PHARMACIST, Presses } from './thread.fixtures.ts';
import type { Thread } from './thread.ts';
import { threadsOf } from './threads-of.ts';

function only(entries: readonly ThreadEntry[]): Thread {
  const [thread, ...others] = threadsOf(entries);
  assert.ok(thread);
  assert.deepEqual(others, []);
  return thread;
}

function written(write: (presses: Presses) => void): Thread {
  const presses = new Presses();
  write(presses);
  return only(presses.entries);
}

const TEXT = fc.constantFrom('a', 'b');
const ACTOR = fc.constantFrom(CARER, NURSE, GP, PHARMACIST);

/** Any act on one of two threads. It names entries that may be there, may come later or may never come. */
const ACT: fc.Arbitrary<ThreadAct> = fc.oneof(
  fc.record({ kind: fc.constantFrom('worse' as const, 'better' as const), words: TEXT }),
  fc.record({ kind: fc.constantFrom('see' as const, 'take' as const, 'let-go' as const) }),
  fc.record({ kind: fc.constant('ask' as const), words: TEXT }),
  fc.record({
    kind: fc.constant('reply' as const),
    question: fc.constantFrom('t0-1', 't0-2', 't1-1'),
    words: TEXT,
  }),
  fc.record({
    kind: fc.constant('answer' as const),
    outcome: fc.constantFrom('visit', 'advice', 'none-such'),
    further: fc.constant([]),
    promisedBy: fc.constantFrom(null, '2026-11-20T17:00:00Z'),
    words: TEXT,
  }),
  fc.record({
    kind: fc.constant('happened' as const),
    answer: fc.constantFrom('t0-1', 't0-3', 't1-2'),
    words: TEXT,
  }),
  fc.record({ kind: fc.constant('join' as const), into: fc.constantFrom('t0', 't1', 't2') }),
  fc.record({
    kind: fc.constant('withdraw' as const),
    why: fc.constantFrom('wrong-resident' as const, 'mistake' as const),
    words: TEXT,
  }),
);

const ENTRY = fc.record({
  thread: fc.constantFrom('t0', 't1'),
  n: fc.nat(6),
  by: ACTOR,
  minute: fc.nat(59),
  clockOffsetMs: fc.constantFrom(null, 0, 3_600_000, -3_600_000),
  after: fc.option(fc.constantFrom('t0', 't0-1', 't0-2', 't1-3', 'gone')),
  act: ACT,
});

function entryOf({
  thread,
  n,
  by,
  minute,
  clockOffsetMs,
  after,
  act,
}: {
  thread: string;
  n: number;
  by: Actor;
  minute: number;
  clockOffsetMs: number | null;
  after: string | null;
  act: ThreadAct;
}): ThreadEntry {
  const raise: ThreadAct = {
    kind: 'raise',
    matter: 'worry',
    urgency: 'routine',
    words: `${minute}`,
    signs: [],
    since: '',
    observations: null,
    askedBy: { kind: 'presser' },
  };
  return {
    id: n === 0 ? thread : `${thread}-${n}`,
    thread,
    about: MARY,
    by: n === 0 ? CARER : by,
    pressedAt: `2026-11-20T09:${String(minute).padStart(2, '0')}:00Z`,
    clockOffsetMs,
    receivedAt: null,
    after: n === 0 ? null : after,
    act: n === 0 ? raise : act,
  };
}

test('E1, E3, E5, W3: any order of arrival, and any repeat, makes the same threads', () => {
  const course = fc.array(ENTRY, { minLength: 2, maxLength: 14 }).chain((list) => {
    const entries = list.map(entryOf);
    return fc.tuple(
      fc.constant(entries),
      fc.shuffledSubarray(entries, { minLength: entries.length }),
      fc.subarray(entries),
    );
  });
  fc.assert(
    fc.property(course, ([entries, shuffled, again]) => {
      const here = JSON.stringify(threadsOf(entries));
      assert.equal(JSON.stringify(threadsOf([...again, ...shuffled])), here);
    }),
    { numRuns: 2000 },
  );
});

test('E2: every entry that was pressed for the resident stays in a thread, whatever it did', () => {
  fc.assert(
    fc.property(fc.array(ENTRY, { maxLength: 14 }), (list) => {
      const entries = list.map(entryOf);
      const shown = new Set(threadsOf(entries).flatMap((thread) => thread.entries.map(({ id }) => id)));
      const raised = new Set(entries.filter(({ act }) => act.kind === 'raise').map(({ id }) => id));
      for (const { id, thread } of entries) assert.equal(shown.has(id), raised.has(thread), id);
    }),
    { numRuns: 1000 },
  );
});

test('E3: an entry comes after what its author had on screen, also if that clock is an hour slow', () => {
  const { seen, answered } = written((presses) => {
    presses.raise();
    presses.press(GP, { kind: 'see' }, { pressedAt: '2026-11-20T08:02:00Z', clockOffsetMs: null });
    presses.answer(GP, {});
  });
  assert.equal(seen?.at, '2026-11-20T08:02:00Z');
  assert.ok(answered);
});

test('E4: an entry whose forerunner has not arrived makes the thread incomplete', () => {
  const presses = new Presses();
  presses.raise();
  const question = presses.press(GP, { kind: 'ask', words: 'Is she drinking?' });
  presses.press(CARER, { kind: 'reply', question, words: 'Yes.' });
  const thread = only(presses.entries.filter(({ id }) => id !== question));
  assert.deepEqual(thread.missing, [question]);
  assert.deepEqual(only(presses.entries).missing, []);
});

test('E5: two contents under one id are a dispute, and the copy that the server had counts', () => {
  const presses = new Presses();
  presses.raise();
  const id = presses.press(CARER, { kind: 'worse', words: 'Colder.' });
  const [, sent] = presses.entries;
  assert.ok(sent);
  const other: ThreadEntry = { ...sent, act: { kind: 'worse', words: 'Hotter.' }, receivedAt: null };
  const thread = only([...presses.entries, other]);
  assert.deepEqual(thread.disputed, [id]);
  assert.deepEqual(thread.turn?.words, 'Colder.');
  assert.deepEqual(only([...presses.entries, { ...sent, receivedAt: null }]).disputed, []);
});

test('E6: what does not fit stays readable and changes nothing', () => {
  const thread = written((presses) => {
    presses.raise();
    presses.press(CARER, { kind: 'reply', question: 'worry-1', words: 'Nobody asked.' });
    presses.press(CARER, { kind: 'happened', answer: 'worry-1', words: '' });
  });
  assert.deepEqual(thread.without, ['worry-1-1', 'worry-1-2']);
  assert.equal(thread.entries.length, 3);
  assert.equal(thread.ending.state, 'open');
});

test('E7: an entry about another resident reaches nobody’s thread, and is counted', () => {
  const other: About = { kind: 'resident', resident: 'another' };
  const thread = written((presses) => {
    presses.raise();
    presses.press(GP, { kind: 'see' }, { about: other });
  });
  assert.equal(thread.seen, null);
  assert.equal(thread.foreign, 1);
  assert.ok(!JSON.stringify(thread).includes('another'));
});

test('E7: entries of a matter that nobody has raised here make no thread', () => {
  const presses = new Presses();
  presses.raise();
  presses.press(GP, { kind: 'see' });
  assert.deepEqual(threadsOf(presses.entries.slice(1)), []);
});

test('P1, P2: only a press of the side that was asked makes it seen, taken or answered', () => {
  const own = written((presses) => {
    presses.raise();
    presses.press(NURSE, { kind: 'see' });
    presses.press(NURSE, { kind: 'take' });
    presses.answer(NURSE);
  });
  assert.deepEqual([own.seen, own.taken, own.answered], [null, null, null]);
  assert.equal(own.without.length, 3);
  const asked = written((presses) => {
    presses.raise();
    presses.press(GP, { kind: 'see' });
    presses.press(PHARMACIST, { kind: 'see' });
  });
  assert.deepEqual(asked.seen?.by, GP);
});

test('P3: worse asks again. What was seen and answered before does not count for it', () => {
  const thread = written((presses) => {
    presses.raise();
    presses.press(GP, { kind: 'take' });
    presses.answer();
    presses.press(CARER, { kind: 'worse', words: 'Breathing faster.' });
  });
  assert.deepEqual([thread.seen, thread.answered], [null, null]);
  assert.deepEqual(thread.taken?.by, GP, 'who has it still has it, and has not seen this');
  assert.equal(thread.urgency, 'within-hours');
  assert.equal(thread.askedAt, '2026-11-20T09:03:00.000Z');
});

test('P3: worse opens a closed thread, and rises no further than now', () => {
  const thread = written((presses) => {
    presses.raise();
    const answer = presses.answer();
    presses.press(CARER, { kind: 'happened', answer, words: '' });
    for (let times = 0; times < 5; times++) presses.press(CARER, { kind: 'worse', words: '' });
  });
  assert.equal(thread.ending.state, 'open');
  assert.equal(thread.urgency, 'now');
});

test('P4: better lowers nothing and closes nothing', () => {
  const thread = written((presses) => {
    presses.raise(CARER, { urgency: 'within-hours' });
    presses.press(CARER, { kind: 'better', words: 'Ate lunch.' });
  });
  assert.equal(thread.urgency, 'within-hours');
  assert.equal(thread.ending.state, 'open');
  assert.equal(thread.turn?.kind, 'better');
});

test('P5: the last who takes it has it, and nobody lets go for another', () => {
  const thread = written((presses) => {
    presses.raise();
    presses.press(GP, { kind: 'take' });
    presses.press(PHARMACIST, { kind: 'take' });
    presses.press(GP, { kind: 'let-go' });
  });
  assert.deepEqual(thread.taken?.by, PHARMACIST);
});

test('P6: a question answers nothing, and each is replied to by itself', () => {
  const thread = written((presses) => {
    presses.raise();
    const first = presses.press(GP, { kind: 'ask', words: 'Temperature?' });
    presses.press(GP, { kind: 'ask', words: 'Drinking?' });
    presses.press(CARER, { kind: 'reply', question: first, words: '37.9' });
  });
  assert.equal(thread.answered, null);
  assert.deepEqual(
    thread.questions.map(({ words }) => words),
    ['Drinking?'],
  );
});

test('P7, P8: the last answer stands, and only that answer can be confirmed', () => {
  const presses = new Presses();
  presses.raise();
  const first = presses.answer(GP, { outcome: 'advice', promisedBy: null });
  const second = presses.answer();
  presses.press(CARER, { kind: 'happened', answer: first, words: '' });
  const open = only(presses.entries);
  assert.equal(open.answered?.outcome, 'visit');
  assert.equal(open.ending.state, 'open');
  presses.press(CARER, { kind: 'happened', answer: second, words: 'Dr came at 15:10.' });
  assert.equal(only(presses.entries).ending.state, 'closed');
});

test('P7: an outcome that the kind does not have is no answer', () => {
  const thread = written((presses) => {
    presses.raise();
    presses.answer(GP, { outcome: 'seen-in-round' });
  });
  assert.equal(thread.answered, null);
});

test('W1, W2: only who asked withdraws, and nothing brings it back', () => {
  const withdraw: ThreadAct = {
    kind: 'withdraw',
    why: 'wrong-resident',
    words: 'It was Mary Jones in room 3.',
  };
  const presses = new Presses();
  presses.raise();
  presses.press(GP, withdraw);
  assert.equal(only(presses.entries).ending.state, 'open');
  presses.press(CARER, withdraw);
  presses.press(CARER, { kind: 'worse', words: '' });
  presses.answer();
  const thread = only(presses.entries);
  assert.equal(thread.ending.state, 'withdrawn');
  assert.equal(thread.answered, null);
  assert.equal(thread.without.length, 3);
});

/** Two worries about one resident, of which the second was raised later. */
function two(): readonly [Presses, Presses] {
  const [night, morning] = [new Presses('night'), new Presses('morning', MARY, 30)];
  night.raise(CARER, { urgency: 'routine' });
  morning.raise(NURSE, { urgency: 'within-hours' });
  return [night, morning];
}

test('W3: joined in a circle, the one raised first stays, with both askers and the higher urgency', () => {
  const [night, morning] = two();
  night.press(GP, { kind: 'join', into: 'morning' });
  morning.press(GP, { kind: 'join', into: 'night' });
  const thread = only([...morning.entries, ...night.entries]);
  assert.equal(thread.id, 'night');
  assert.deepEqual(
    thread.alsoRaised.map(({ by }) => by),
    [NURSE],
  );
  assert.equal(thread.urgency, 'within-hours');
  assert.equal(thread.entries.length, 4);
});

test('W3: what was seen before the second was raised does not count for it, until somebody joins them', () => {
  const [night, morning] = two();
  night.press(GP, { kind: 'see' });
  night.press(NURSE, { kind: 'join', into: 'morning' });
  assert.equal(only([...night.entries, ...morning.entries]).seen, null);
  morning.press(PHARMACIST, { kind: 'join', into: 'night' });
  assert.deepEqual(only([...night.entries, ...morning.entries]).seen?.by, PHARMACIST);
});

test('W3: worse that was pressed offline on a joined matter raises the whole', () => {
  const [night, morning] = two();
  morning.press(GP, { kind: 'join', into: 'night' });
  morning.press(NURSE, { kind: 'worse', words: 'Cannot be woken.' }, { after: 'morning' });
  const thread = only([...night.entries, ...morning.entries]);
  assert.equal(thread.urgency, 'now');
  assert.equal(thread.seen, null);
});

test('W3: a withdrawn matter takes nobody else’s with it', () => {
  const [night, morning] = two();
  morning.press(GP, { kind: 'join', into: 'night' });
  night.press(CARER, { kind: 'withdraw', why: 'wrong-resident', words: '' });
  const threads = threadsOf([...night.entries, ...morning.entries]);
  assert.deepEqual(
    threads.map(({ id, ending }) => [id, ending.state]),
    [
      ['morning', 'open'],
      ['night', 'withdrawn'],
    ],
  );
});

test('W4: another resident’s matter, or one of another kind, is never joined', () => {
  const other: About = { kind: 'resident', resident: 'another' };
  const [night] = two();
  const hers = new Presses('hers', other);
  hers.raise();
  hers.press(GP, { kind: 'join', into: 'night' });
  const query = new Presses('query');
  query.raise(CARER, { matter: 'medicine-query' });
  query.press(GP, { kind: 'join', into: 'night' });
  assert.equal(threadsOf([...night.entries, ...hers.entries, ...query.entries]).length, 3);
});

test('W5: somebody who was not on the list is linked by a press, and anew by another, with both kept', () => {
  const typed: About = { kind: 'unlisted', person: { name: 'Joan Bell', born: '3 May 1940', room: '7' } };
  const presses = new Presses('new', typed);
  presses.raise();
  presses.press(NURSE, { kind: 'link', resident: 'wrong' });
  presses.press(NURSE, { kind: 'link', resident: 'joan' });
  presses.press(GP, { kind: 'see' }, { about: { kind: 'resident', resident: 'joan' } });
  const thread = only(presses.entries);
  assert.deepEqual(thread.about, { kind: 'resident', resident: 'joan' });
  assert.deepEqual(thread.linkedFrom, [typed, { kind: 'resident', resident: 'wrong' }]);
  assert.deepEqual(thread.seen?.by, GP);
  const known = written((one) => {
    one.raise();
    one.press(NURSE, { kind: 'link', resident: 'another' });
  });
  assert.deepEqual(known.about, MARY, 'a resident of the list is not linked to another');
});

test('W5: an answer that was given under the wrong resident does not stand for the right one', () => {
  const typed: About = { kind: 'unlisted', person: { name: 'Joan Bell', born: null, room: '7' } };
  const presses = new Presses('new', typed);
  presses.raise();
  presses.press(GP, { kind: 'link', resident: 'wrong' });
  presses.answer();
  presses.press(PHARMACIST, { kind: 'link', resident: 'joan' });
  const thread = only(presses.entries);
  assert.deepEqual([thread.answered, thread.promisedBefore, thread.seen], [null, null, null]);
  const once = new Presses('new', typed);
  once.raise();
  once.answer();
  once.press(GP, { kind: 'link', resident: 'joan' });
  assert.equal(only(once.entries).answered?.outcome, 'visit', 'it was answered about who was meant');
});

/** Somebody who was linked to a wrong resident and then to the right one, and what was pressed meanwhile with the wrong record open. */
function linkedAnew(write: (presses: Presses, change: Partial<ThreadEntry>) => void) {
  const typed: About = { kind: 'unlisted', person: { name: 'Joan Bell', born: null, room: '7' } };
  const presses = new Presses('new', typed);
  presses.raise();
  const after = presses.press(NURSE, { kind: 'link', resident: 'wrong' });
  presses.press(NURSE, { kind: 'link', resident: 'joan' });
  write(presses, { after, about: { kind: 'resident', resident: 'wrong' } });
  return only(presses.entries);
}

test('W5: what the practice pressed with the wrong record open counts for nobody, also where it comes after the link', () => {
  for (const act of [
    { kind: 'see' },
    { kind: 'take' },
    { kind: 'ask', words: 'Drinking?' },
    { kind: 'answer', outcome: 'advice', further: [], promisedBy: null, words: 'Give the amoxicillin.' },
  ] as const) {
    const thread = linkedAnew((presses, change) => void presses.press(GP, act, change));
    const { seen, taken, questions, answered } = thread;
    assert.deepEqual([seen, taken, questions, answered], [null, null, [], null], act.kind);
    assert.equal(thread.without.length, 1, 'it stays readable');
    assert.equal(thread.foreign, 0);
  }
});

test('W5: what the home pressed before it knew of the link counts: whoever is beside the resident means the same person', () => {
  const worse = linkedAnew(
    (presses, change) => void presses.press(CARER, { kind: 'worse', words: 'Grey.' }, change),
  );
  assert.equal(worse.turn?.words, 'Grey.');
  const withdrawn = linkedAnew(
    (presses, change) => void presses.press(CARER, { kind: 'withdraw', why: 'mistake', words: '' }, change),
  );
  assert.equal(withdrawn.ending.state, 'withdrawn');
});

test('W5: who took it under the wrong resident does not have it under the right one', () => {
  const typed: About = { kind: 'unlisted', person: { name: 'Joan Bell', born: null, room: '7' } };
  const taken = (...residents: readonly string[]) => {
    const presses = new Presses('new', typed);
    presses.raise();
    for (const [place, resident] of residents.entries()) {
      if (place === 1)
        presses.press(GP, { kind: 'take' }, { about: { kind: 'resident', resident: 'wrong' } });
      presses.press(NURSE, { kind: 'link', resident });
    }
    if (residents.length === 1)
      presses.press(GP, { kind: 'take' }, { about: { kind: 'resident', resident: 'wrong' } });
    return only(presses.entries).taken?.by.name ?? null;
  };
  assert.equal(taken('wrong'), GP.name);
  assert.equal(taken('wrong', 'joan'), null);
});

test('P8: an answer after the closing is open again, because nobody has confirmed it', () => {
  const thread = written((presses) => {
    presses.raise();
    const first = presses.answer();
    presses.press(CARER, { kind: 'happened', answer: first, words: '' });
    presses.answer(PHARMACIST, { promisedBy: '2026-11-20T18:00:00.000Z' });
  });
  assert.equal(thread.ending.state, 'open');
  assert.equal(thread.answered?.happened, null);
});

test('W3, P8: what closed one matter does not close another that was joined into it since', () => {
  const [night, morning] = two();
  const answer = night.answer();
  night.press(CARER, { kind: 'happened', answer, words: '' });
  morning.press(GP, { kind: 'join', into: 'night' }, { after: 'morning' });
  const thread = only([...night.entries, ...morning.entries]);
  assert.deepEqual([thread.ending.state, thread.answered], ['open', null]);
  morning.press(GP, { kind: 'answer', outcome: 'advice', further: [], promisedBy: null, words: 'Sips.' });
  const both = only([...night.entries, ...morning.entries]);
  assert.equal(both.answered?.words, 'Sips.');
});

test('W3, P2: the home’s join makes no answer to what was raised after it. The practice’s does: they have read both', () => {
  const [night, morning] = two();
  night.answer();
  const [byHome, byPractice] = [NURSE, GP].map((by) => {
    const joined = new Presses('morning', MARY, 30);
    joined.raise(NURSE);
    joined.press(by, { kind: 'join', into: 'night' });
    return only([...night.entries, ...joined.entries]);
  });
  assert.equal(morning.entries.length, 1);
  assert.equal(byHome?.answered, null);
  assert.equal(
    byHome.promisedBefore?.outcome,
    'visit',
    'the visit is still promised to whoever asked at night (P11)',
  );
  assert.equal(byPractice?.answered?.outcome, 'visit');
});

test('E3: a press is never later than its arrival, however wrong the clock of the device', () => {
  const presses = new Presses();
  presses.raise(CARER, {});
  const [raise] = presses.entries;
  assert.ok(raise);
  const wrong = { ...raise, pressedAt: '2036-01-01T00:00:00.000Z', clockOffsetMs: null };
  const [thread] = threadsOf([{ ...wrong, receivedAt: '2026-11-20T09:00:05.000Z' }]);
  assert.equal(thread?.askedAt, '2026-11-20T09:00:05.000Z');
  assert.equal(thread.raised.at, '2036-01-01T00:00:00.000Z', 'what the device said stays readable');
});

test('P3: since when somebody waits is told by the server’s clock', () => {
  const presses = new Presses();
  presses.raise();
  presses.press(CARER, { kind: 'worse', words: '' });
  const fast = presses.entries.map((entry) => ({ ...entry, clockOffsetMs: -600_000, receivedAt: null }));
  const [thread] = threadsOf(fast);
  assert.equal(thread?.askedAt, '2026-11-20T08:51:00.000Z');
});

test('E6: a press, a matter or an outcome that there is not changes nothing, and keeps nobody from the rest', () => {
  for (const word of ['constructor', 'toString', '__proto__', 'waved']) {
    const presses = new Presses();
    presses.raise();
    const id = presses.press(GP, { kind: word as 'see' });
    presses.answer(GP, { outcome: word });
    const other = new Presses('other', MARY, 30);
    other.raise(CARER, { matter: word as 'worry' });
    const thread = only([...presses.entries, ...other.entries]);
    assert.deepEqual([thread.seen, thread.answered, thread.without.includes(id)], [null, null, true], word);
  }
});
