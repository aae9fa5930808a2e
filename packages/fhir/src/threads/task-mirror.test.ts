import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor, ThreadAct, ThreadEntry } from '@ehch/clinical/thread';
import fc from 'fast-check';
import type { JsonObject } from '../entry.ts';
import { foreignWords } from './foreign-words.ts';
import { isMovedByUsAlone, mirrorEdits, taskMoveOf } from './task-mirror.ts';
import { entryResources } from './write-entry.ts';

const THREAD = '5d6a2f7e-0c1b-4a3d-9e8f-1a2b3c4d5e6f';
const CARER: Actor = { name: 'Sam Okafor', role: 'carer', side: 'home' };
const GP: Actor = { name: 'Dr Asha Rao', role: 'GP', side: 'practice' };
const AT = (minute: number) => new Date(Date.UTC(2026, 10, 20, 9, minute)).toISOString();

function entry(act: ThreadAct, minute: number, by: Actor = GP): ThreadEntry {
  return {
    id: act.kind === 'raise' ? THREAD : `${act.kind}-${minute}`,
    thread: THREAD,
    about: { kind: 'resident', resident: 'mary' },
    by,
    pressedAt: AT(minute),
    clockOffsetMs: 0,
    receivedAt: null,
    after: null,
    act,
  };
}

const RAISE: ThreadAct = {
  kind: 'raise',
  matter: 'worry',
  urgency: 'same-day',
  words: 'Not herself',
  signs: [],
  since: '',
  observations: null,
  askedBy: { kind: 'presser' },
};
const writing = { matter: 'worry', subject: 'Patient/mary', senderReference: null } as const;
const [raised = {}] = entryResources(entry(RAISE, 0, CARER), writing);
const TASK: JsonObject = { ...raised, meta: { versionId: '1' } };

/** The Task after presses, one after the other. */
function after(task: JsonObject, ...presses: readonly ThreadEntry[]): JsonObject {
  return presses.reduce((now, press) => {
    const move = taskMoveOf(press, 'worry');
    if (move === null) return now;
    const next: Record<string, unknown> = { ...now };
    for (const { path, from, to } of mirrorEdits(now, move)) {
      const [field] = path;
      assert.ok(typeof field === 'string');
      assert.deepEqual(from.is === 'value' ? from.value : undefined, now[field]);
      if (to.is === 'value') next[field] = to.value;
      else delete next[field];
    }
    return next;
  }, task);
}

const see = (minute: number) => entry({ kind: 'see' }, minute);
const take = (minute: number) => entry({ kind: 'take' }, minute);
const worse = (minute: number, words = '') => entry({ kind: 'worse', words }, minute, CARER);
const answer = (minute: number) =>
  entry(
    {
      kind: 'answer',
      outcome: 'visit',
      further: [{ what: 'Blood tests', owner: 'Tom Webb' }],
      promisedBy: AT(50),
      words: 'I will come.',
    },
    minute,
  );
const happened = (minute: number) => entry({ kind: 'happened', answer: 'a', words: '' }, minute, CARER);
const withdraw = (why: 'wrong-resident' | 'mistake' | 'not-needed') =>
  entry({ kind: 'withdraw', why, words: '' }, 30, CARER);
const of = (task: JsonObject) => [task['status'], JSON.stringify(task['businessStatus'] ?? '')];

test('a Task goes from requested to received, accepted and completed, with its owner and the answer', () => {
  assert.equal(after(TASK, see(1))['status'], 'received');
  const taken = after(TASK, see(1), take(2));
  assert.deepEqual(
    [taken['status'], (taken['owner'] as JsonObject)['display']],
    ['accepted', 'Dr Asha Rao, GP'],
  );
  const answered = after(taken, answer(3));
  const output = answered['output'] as readonly JsonObject[];
  assert.deepEqual(
    output.map(
      ({ valueCodeableConcept, valueString, valueDateTime }) =>
        valueString ?? valueDateTime ?? (valueCodeableConcept as JsonObject)['text'],
    ),
    ['Somebody will visit', 'I will come.', AT(50), 'Dr Asha Rao, GP', 'Blood tests: Tom Webb'],
  );
  assert.equal(answered['status'], 'accepted');
  assert.equal(after(answered, happened(4))['status'], 'completed');
});

test('withdrawing cancels the Task, and the wrong resident marks it as entered in error', () => {
  assert.equal(after(TASK, withdraw('not-needed'))['status'], 'cancelled');
  assert.equal(after(TASK, withdraw('mistake'))['status'], 'cancelled');
  assert.equal(after(TASK, see(1), take(2), withdraw('wrong-resident'))['status'], 'entered-in-error');
  const ended = after(TASK, withdraw('wrong-resident'));
  assert.deepEqual(after(ended, take(40), answer(41), worse(42)), ended, 'what has ended is left');
});

test('"worse" raises the priority once for each press, takes the old answer away, and lowers no status', () => {
  const answered = after(TASK, take(1), answer(2));
  const once = after(answered, worse(3));
  assert.deepEqual([once['priority'], once['status'], once['output']], ['asap', 'accepted', undefined]);
  assert.deepEqual(after(once, worse(3)), once, 'the same press again');
  assert.equal(after(once, worse(4))['priority'], 'stat');
  assert.equal(after(once, worse(4), worse(5))['priority'], 'stat');
});

test('"worse" is not told twice where a server has written the note in another form', () => {
  const once = after(TASK, worse(3, 'Cold'));
  const [note] = once['note'] as readonly JsonObject[];
  const rewritten = {
    text: note?.['text'],
    time: '2026-11-20T09:03:00+00:00',
    authorString: note?.['authorString'],
  };
  const kept = { ...once, note: [rewritten] };
  assert.deepEqual(after(kept, worse(3, 'Cold')), kept);
});

test('letting go takes the owner away, and no status goes back', () => {
  const gone = after(TASK, take(1), entry({ kind: 'let-go' }, 2));
  assert.deepEqual([gone['status'], gone['owner']], ['accepted', undefined]);
});

test('an older press that arrives late moves the status on and takes nothing back that came after it', () => {
  const seen = after(TASK, see(5), take(3));
  assert.deepEqual([seen['status'], seen['owner']], ['accepted', undefined]);
  assert.match(JSON.stringify(seen['businessStatus']), /Seen by/);
  const answered = after(TASK, answer(9));
  assert.deepEqual(of(after(answered, see(2), take(3))), of(answered));
  assert.equal(after(TASK, worse(9), happened(3))['status'], 'requested');
});

test('whatever the order and however often: the status never goes back, and our own moves are ours', () => {
  const rank = ['requested', 'received', 'accepted', 'completed', 'cancelled', 'entered-in-error'];
  const press = fc.oneof(
    fc.integer({ min: 1, max: 20 }).map(see),
    fc.integer({ min: 1, max: 20 }).map(take),
    fc.integer({ min: 1, max: 20 }).map((minute) => worse(minute)),
    fc.integer({ min: 1, max: 20 }).map(answer),
    fc.integer({ min: 1, max: 20 }).map(happened),
    fc.integer({ min: 1, max: 20 }).map((minute) => entry({ kind: 'let-go' }, minute)),
    fc.constant(withdraw('mistake')),
  );
  fc.assert(
    fc.property(fc.array(press, { maxLength: 12 }), (presses) => {
      let task = TASK;
      for (const one of presses) {
        const next = after(task, one);
        assert.ok(rank.indexOf(String(next['status'])) >= rank.indexOf(String(task['status'])));
        assert.ok(isMovedByUsAlone(next), JSON.stringify(next));
        assert.deepEqual(after(next, one), next, 'a retry changes nothing');
        task = next;
      }
    }),
  );
});

const FOREIGN: readonly (readonly [string, JsonObject, RegExp])[] = [
  [
    'accepted it',
    { status: 'accepted', owner: { display: 'Rowan Urgent Response' } },
    /Another system says: accepted, owner Rowan Urgent Response/,
  ],
  ['named an owner alone', { owner: { display: 'Ward 4' } }, /requested, owner Ward 4/],
  [
    'completed it with an output',
    { status: 'completed', output: [{ type: { text: 'Result' }, valueString: 'Seen at home' }] },
    /completed.*Result: Seen at home/,
  ],
  ['refused it', { status: 'rejected', statusReason: { text: 'Not our area' } }, /rejected, Not our area/],
  ['has words of its own', { businessStatus: { text: 'On the way' } }, /requested, On the way/],
];

for (const [name, change, words] of FOREIGN)
  test(`where another system ${name}, our presses leave the Task, and its words are said`, () => {
    const theirs = { ...TASK, ...change };
    assert.deepEqual(after(theirs, see(1), take(2), worse(3), answer(4), happened(5)), theirs);
    assert.match(foreignWords(theirs) ?? '', words);
  });

test('a Task of ours has no words of another system, whatever we have done to it', () => {
  assert.equal(foreignWords(TASK), null);
  assert.equal(
    foreignWords(after(TASK, see(1), take(2), answer(3), worse(4), take(5), answer(6), happened(7))),
    null,
  );
});

test('the Task of another thread is never moved', () => {
  const other = { ...TASK, identifier: [{ system: 'https://ehch-kit.example/Id/intent', value: 'another' }] };
  assert.deepEqual(after(other, take(1)), other);
});
