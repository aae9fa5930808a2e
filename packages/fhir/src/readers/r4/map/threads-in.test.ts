import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ThreadAct, ThreadEntry } from '@ehch/clinical/thread';
import { build, fate, NOW, value, type Json } from '../../../record.fixtures.ts';
import { entryResources } from '../../../threads/write-entry.ts';

const CARER = { name: 'Sam Okafor', role: 'carer', side: 'home' } as const;
const GP = { name: 'Dr Asha Rao', role: 'GP', side: 'practice' } as const;
const id = (place: number) => `5d6a2f7e-0c1b-4a3d-9e8f-1a2b3c4d5e0${place}`;

const RAISE: ThreadAct = {
  kind: 'raise',
  matter: 'worry',
  urgency: 'same-day',
  words: 'Not herself',
  signs: ['intake'],
  since: 'breakfast',
  observations: null,
  askedBy: { kind: 'presser' },
};
const ANSWER: ThreadAct = {
  kind: 'answer',
  outcome: 'visit',
  further: [],
  promisedBy: '2026-11-21T17:00:00Z',
  words: 'This afternoon.',
};

/**
 * The resources of a thread with these acts, one a minute. The carer's and the practice's presses take turns as
 * given.
 */
function thread(...acts: readonly (readonly [ThreadEntry['by'], ThreadAct])[]): readonly Json[] {
  return acts.flatMap(([by, act], place) =>
    entryResources(
      {
        id: id(place),
        thread: id(0),
        about: { kind: 'resident', resident: 'r1' },
        by,
        pressedAt: `2026-11-21T09:0${place}:00Z`,
        clockOffsetMs: 0,
        receivedAt: null,
        after: place === 0 ? null : id(place - 1),
        act,
      },
      { matter: 'worry', subject: 'Patient/p1', senderReference: null },
    ).map((resource) => ({ ...resource, meta: { lastUpdated: NOW } })),
  );
}

test('a thread is one open matter, with its words, its signs and how far it is. Its task and messages are no others', () => {
  const resources = thread([CARER, RAISE], [GP, { kind: 'see' }]);
  const matters = value('open', resources);
  assert.equal(matters.length, 1);
  const [matter] = matters;
  assert.equal(matter?.text, 'Not herself · Eating or drinking much less, since breakfast');
  assert.equal(matter.kind, 'worry');
  assert.equal(matter.urgency, 'urgent');
  assert.deepEqual(matter.progress, { state: 'seen', by: 'Dr Asha Rao', at: '2026-11-21T09:01:00Z' });
  assert.equal(matter.thread?.entries.length, 2);
  assert.equal(build(resources).view.sections.events.state, 'known');
  assert.equal(JSON.stringify(build(resources).view.sections.events).includes('Seen'), false);
});

test('a question is no answer, and an answer carries its promise', () => {
  const asked = value('open', thread([CARER, RAISE], [GP, { kind: 'ask', words: 'Is she drinking?' }]));
  assert.equal(asked[0]?.progress.state, 'seen');
  assert.ok(
    asked[0].details?.some((one) => one.includes('Dr Asha Rao asks') && one.includes('Is she drinking?')),
  );
  const answered = value('open', thread([CARER, RAISE], [GP, ANSWER]));
  assert.deepEqual(answered[0]?.progress, {
    state: 'answered',
    by: 'Dr Asha Rao',
    at: '2026-11-21T09:01:00Z',
    promisedBy: '2026-11-21T17:00:00Z',
  });
  assert.equal(answered[0].due, '2026-11-21T17:00:00Z');
});

test('worse is asked anew, and stands with its words', () => {
  const [matter] = value(
    'open',
    thread([CARER, RAISE], [GP, ANSWER], [CARER, { kind: 'worse', words: 'Cold.' }]),
  );
  assert.equal(matter?.progress.state, 'sent');
  assert.equal(matter.urgency, 'asap');
  assert.ok(
    matter.details?.some((one) => one.startsWith('worse 21-Nov-2026 09:02: Cold.')),
    String(matter.details),
  );
});

test('what was withdrawn or is over waits no more, and stands among what happened', () => {
  for (const last of [
    [CARER, { kind: 'withdraw', why: 'wrong-resident', words: 'It was Mary.' }],
    [CARER, { kind: 'happened', answer: id(1), words: 'Dr came.' }],
  ] as const) {
    const resources = thread([CARER, RAISE], [GP, ANSWER], last);
    assert.ok(!JSON.stringify(build(resources).view.sections.open).includes('Not herself'));
    assert.match(JSON.stringify(build(resources).view.sections.events), /Withdrawn|It happened/);
  }
});

test('half an entry does nothing, and says beside its words that it is not whole', () => {
  const resources = thread([CARER, RAISE], [GP, ANSWER]).map((resource) =>
    JSON.stringify(resource).includes('This afternoon') ? { ...resource, extension: [] } : resource,
  );
  const [matter] = value('open', resources);
  assert.equal(matter?.progress.state, 'sent');
  const events = JSON.stringify(build(resources).view.sections.events);
  assert.match(events, /This afternoon/);
  assert.match(events, /partly-unreadable/);
});

test('a press that has not arrived is said, and every resource has a place', () => {
  const resources = thread(
    [CARER, RAISE],
    [GP, { kind: 'ask', words: 'Drinking?' }],
    [CARER, { kind: 'better', words: '' }],
  );
  const without = resources.filter((resource) => !JSON.stringify(resource).includes('Drinking?'));
  assert.ok(value('open', without)[0]?.cautions.includes('reference-missing'));
  for (const { id: name } of resources as readonly { id: string }[])
    assert.match(JSON.stringify(fate(name, resources)), /open/, name);
});

const WORSE: ThreadAct = { kind: 'worse', words: 'Cold and clammy.' };
const isOfThread = (part: string) => (resource: Json) => JSON.stringify(resource).includes(part);

test('“worse” whose matter has not arrived waits for somebody all the same, and says what is missing', () => {
  const resources = thread([CARER, RAISE], [CARER, WORSE]).filter(isOfThread('"worse"'));
  const [matter] = value('open', resources);
  assert.match(matter?.text ?? '', /Worse/);
  assert.match(matter?.text ?? '', /Cold and clammy/);
  assert.ok(matter?.cautions.includes('reference-missing'));
});

test('another press whose matter has not arrived says so where it stands', () => {
  const resources = thread([CARER, RAISE], [GP, ANSWER]).filter(isOfThread('"answer"'));
  const [event] = value('events', resources);
  assert.ok(event?.cautions.includes('reference-missing'), JSON.stringify(event));
});

test('a message about somebody else, or twice the same, makes no second press', () => {
  const [message, ...rest] = thread([CARER, RAISE], [CARER, WORSE]);
  const foreign = { ...message, id: 'x', subject: { reference: 'Patient/p2' } };
  const twice = [message, ...rest, ...rest.map((one) => ({ ...one, id: `${String(one['id'])}-2` })), foreign];
  const [matter, ...others] = value('open', twice as readonly Json[]);
  assert.equal(matter?.thread?.entries.length, 2);
  assert.deepEqual(others, []);
});

test('a message that is about a resident and about nobody on the list at once is no press', () => {
  const resources = thread([CARER, RAISE]).map((resource) => {
    const [extension] = (resource['extension'] ?? []) as { url: string; extension: object[] }[];
    if (extension === undefined) return resource;
    const typed = [
      { url: 'unlisted', valueBoolean: true },
      { url: 'typed-name', valueString: 'Joan Bell' },
    ];
    return { ...resource, extension: [{ ...extension, extension: [...extension.extension, ...typed] }] };
  });
  assert.ok(value('open', resources).every((matter) => matter.thread === undefined));
});

test('a thread that was withdrawn is still told as ended, for three days and no longer', () => {
  const withdrawn = thread(
    [CARER, RAISE],
    [CARER, { kind: 'withdraw', why: 'wrong-resident', words: 'It was Mary in room 3.' }],
  );
  const { view } = build(withdrawn);
  assert.deepEqual(
    view.ended?.map(({ ending }) => ending.state),
    ['withdrawn'],
  );
  assert.deepEqual(build(withdrawn, { now: '2026-11-24T10:00:00Z' }).view.ended, []);
  assert.deepEqual(build(thread([CARER, RAISE])).view.ended, []);
});

test('where the messages are withheld or failed, nothing is said of ended threads', () => {
  const failed = { state: 'failed', error: { code: 'timeout' }, at: NOW } as const;
  assert.equal('ended' in build([], { outcomes: { Communication: failed, Task: failed } }).view, false);
});

test('what another system did to the task is said of the thread, and makes nothing seen or answered', () => {
  const moved = thread([CARER, RAISE]).map((one) =>
    one['resourceType'] === 'Task'
      ? { ...one, status: 'completed', owner: { display: 'Rowan Urgent Response' } }
      : one,
  );
  const matters = value('open', moved);
  assert.equal(matters.length, 1);
  const [matter] = matters;
  assert.deepEqual(matter?.progress, { state: 'sent' });
  assert.equal(matter.thread?.answered, null);
  assert.match(
    matter.thread.elsewhere?.join() ?? '',
    /Another system says: completed, owner Rowan Urgent Response/,
  );
  assert.match(matter.details?.join() ?? '', /Another system says/);
  assert.equal(value('open', thread([CARER, RAISE]))[0]?.thread?.elsewhere, undefined);
});

test('a thread whose presses are all here says nothing of two versions, and one with two contents of a press does', () => {
  const whole = thread([CARER, RAISE], [GP, { kind: 'see' }]);
  const cautions = (resources: readonly Json[]) => value('open', resources)[0]?.cautions;
  assert.deepEqual(cautions(whole), []);
  const other = thread([CARER, { ...RAISE, words: 'Much better' }]).map((resource) =>
    resource['resourceType'] === 'Communication' ? { ...resource, id: 'another-copy' } : resource,
  );
  assert.ok(cautions([...whole, ...other])?.includes('two-versions'));
});
