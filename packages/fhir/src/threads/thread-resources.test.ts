import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KINDS, type KindName, type ThreadAct, type ThreadEntry } from '@ehch/clinical/thread';
import fc from 'fast-check';
import type { JsonObject } from '../entry.ts';
import { isAsWritten, readEntry } from './read-entry.ts';
import { ENTRY_PARTS, THREAD_ACT, THREAD_ENTRY } from './thread-codes.ts';
import { entryResources, taskIdOf } from './write-entry.ts';

const THREAD = '5d6a2f7e-0c1b-4a3d-9e8f-1a2b3c4d5e6f';
const words = fc.constantFrom('', 'Breathing fast.', 'Two\nlines', '“quoted” & <b>');
const named = fc.constantFrom('Ann Bell', 'Tom');
const id = fc.uuid({ version: 4 });

const ACTS: { readonly [Kind in ThreadAct['kind']]: fc.Arbitrary<Extract<ThreadAct, { kind: Kind }>> } = {
  raise: fc.record({
    kind: fc.constant('raise' as const),
    matter: fc.constantFrom<KindName>('worry', 'medicine-query', 'round-item'),
    urgency: fc.constantFrom(
      'routine' as const,
      'same-day' as const,
      'within-hours' as const,
      'now' as const,
    ),
    words,
    signs: fc.subarray(['fall', 'intake', 'worry']),
    since: fc.constantFrom('', 'breakfast'),
    observations: fc.option(id),
    askedBy: fc.oneof(
      fc.constantFrom({ kind: 'presser' } as const, { kind: 'resident' } as const),
      fc.record({ kind: fc.constant('relative' as const), name: named, relation: fc.option(named) }),
    ),
  }),
  add: fc.record({ kind: fc.constant('add' as const), words, observations: fc.option(id) }),
  worse: fc.record({ kind: fc.constant('worse' as const), words }),
  better: fc.record({ kind: fc.constant('better' as const), words }),
  call: fc.record({ kind: fc.constant('call' as const), to: named, isAnswered: fc.boolean(), words }),
  'went-to-hospital': fc.record({
    kind: fc.constant('went-to-hospital' as const),
    where: fc.option(named),
    words,
  }),
  see: fc.constant({ kind: 'see' }),
  take: fc.constant({ kind: 'take' }),
  'let-go': fc.constant({ kind: 'let-go' }),
  ask: fc.record({ kind: fc.constant('ask' as const), words }),
  reply: fc.record({ kind: fc.constant('reply' as const), question: id, words }),
  answer: fc.record({
    kind: fc.constant('answer' as const),
    outcome: fc.constantFrom('visit', 'advice'),
    further: fc.array(fc.record({ what: named, owner: fc.option(named) }), { maxLength: 2 }),
    promisedBy: fc.constantFrom(null, '2026-11-20T17:00:00Z'),
    words,
  }),
  happened: fc.record({ kind: fc.constant('happened' as const), answer: id, words }),
  told: fc.record({ kind: fc.constant('told' as const), answer: id, whom: named }),
  join: fc.record({ kind: fc.constant('join' as const), into: id }),
  withdraw: fc.record({
    kind: fc.constant('withdraw' as const),
    why: fc.constantFrom('wrong-resident' as const, 'mistake' as const, 'not-needed' as const),
    words,
  }),
  link: fc.record({ kind: fc.constant('link' as const), resident: id }),
};

const ENTRY: fc.Arbitrary<ThreadEntry> = fc
  .record({
    id,
    thread: fc.constant(THREAD),
    about: fc.oneof(
      fc.constant({ kind: 'resident', resident: 'mary' } as const),
      fc.record({
        kind: fc.constant('unlisted' as const),
        person: fc.record({
          name: named,
          born: fc.option(fc.constant('3 May 1940')),
          room: fc.option(named),
        }),
      }),
    ),
    by: fc.record({
      name: named,
      role: fc.option(fc.constant('carer')),
      side: fc.constantFrom('home' as const, 'practice' as const),
    }),
    pressedAt: fc.constant('2026-11-20T09:12:00Z'),
    clockOffsetMs: fc.option(fc.integer({ min: -2e12, max: 2e12 })),
    receivedAt: fc.constant('2026-11-20T09:12:05Z'),
    after: fc.option(id),
    act: fc.oneof(...Object.values(ACTS)),
  })
  // Plain objects, as JSON gives them.
  .map((entry) => JSON.parse(JSON.stringify(entry)) as ThreadEntry);

/** The resources of an entry, as a server gives them back. */
function given(entry: ThreadEntry): readonly JsonObject[] {
  return entryResources(entry, {
    matter: 'worry',
    subject: entry.about.kind === 'resident' ? `Patient/${entry.about.resident}` : null,
    senderReference: null,
  }).map((resource) => ({ ...resource, meta: { versionId: '1', lastUpdated: entry.receivedAt } }));
}

const residentOf = (reference: string) => reference.replace('Patient/', '');
const messageOf = (entry: ThreadEntry) =>
  given(entry).find((one) => one['resourceType'] === 'Communication') ?? {};

test('every entry is read back as it was pressed, word for word', () => {
  fc.assert(
    fc.property(ENTRY, (entry) => {
      assert.deepEqual(readEntry(messageOf(entry), residentOf), { state: 'entry', entry });
    }),
    { numRuns: 3000 },
  );
});

test('a raising is also a task, under an id that both sides can work out', () => {
  fc.assert(
    fc.property(ENTRY, (entry) => {
      const task = given(entry).find((one) => one['resourceType'] === 'Task');
      assert.equal(task !== undefined, entry.act.kind === 'raise');
      if (task !== undefined) assert.equal(task['id'], taskIdOf(THREAD));
    }),
  );
});

test('no text is empty, because FHIR has no empty text', () => {
  fc.assert(
    fc.property(ENTRY, (entry) => {
      assert.doesNotMatch(JSON.stringify(given(entry)), /:""|:\[\]/);
    }),
  );
});

test('every part that is written is on the list of parts that are read', () => {
  fc.assert(
    fc.property(ENTRY, (entry) => {
      const [extension] = messageOf(entry)['extension'] as [{ extension: { url: string }[] }];
      for (const part of extension.extension)
        assert.ok(Object.hasOwn(ENTRY_PARTS, part.url) && isAsWritten(part), part.url);
    }),
  );
});

test('no integer is written that FHIR does not have: a clock that is years off stops no worry', () => {
  const raise = sampleOf('raise');
  for (const ms of [2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 26 * 365 * 86_400_000]) {
    const entry = { ...raise, clockOffsetMs: ms };
    const integers = [...JSON.stringify(given(entry)).matchAll(/"valueInteger":(-?[\d.]+)/g)].map(
      ([, text]) => Number(text),
    );
    assert.ok(
      integers.every((one) => one === (one | 0)),
      `${ms}`,
    );
    assert.deepEqual(readEntry(messageOf(entry), residentOf), { state: 'entry', entry });
  }
});

/** An entry of each kind. */
function sampleOf(kind: ThreadAct['kind']): ThreadEntry {
  const [entry] = fc.sample(
    ENTRY.chain((one) => ACTS[kind].map((act: ThreadAct) => ({ ...one, act }))),
    { numRuns: 1, seed: 7 },
  );
  assert.ok(entry);
  return entry;
}

test('an entry of which a part was lost is never read as a whole one', () => {
  for (const kind of Object.keys(ACTS) as (keyof typeof ACTS)[]) {
    const entry = sampleOf(kind);
    const message = messageOf(entry);
    const [extension] = message['extension'] as [{ url: string; extension: { url: string }[] }];
    for (const lost of extension.extension) {
      const left = extension.extension.filter((part) => part !== lost);
      const reading = readEntry({ ...message, extension: [{ ...extension, extension: left }] }, residentOf);
      if (reading.state === 'unreadable') continue;
      // What may be absent reads as absent. It never takes another value.
      assert.ok(reading.state === 'entry', `${kind} without ${lost.url}`);
      assert.ok(OPTIONAL.includes(lost.url), `${kind} without ${lost.url} is read as whole`);
    }
  }
});

const OPTIONAL = [
  'after',
  'role',
  'clock-offset',
  'typed-born',
  'typed-room',
  'sign',
  'since',
  'observations',
  'asked-by-relation',
  'where',
  'further',
  'promised-by',
];

test('an entry with a part of another type is no entry, also where the part may be absent', () => {
  for (const kind of Object.keys(ACTS) as (keyof typeof ACTS)[]) {
    const message = messageOf(sampleOf(kind));
    const [extension] = message['extension'] as [{ url: string; extension: { url: string }[] }];
    for (const odd of extension.extension) {
      const parts = extension.extension.map((part) =>
        part === odd ? { url: part.url, valueTime: '09:00' } : part,
      );
      const changed = { ...message, extension: [{ ...extension, extension: parts }] };
      assert.equal(readEntry(changed, residentOf).state, 'unreadable', `${kind}: ${odd.url}`);
    }
  }
});

test('what is marked as a mistake, changed by a modifier, or about nobody here, is no entry', () => {
  const entry: ThreadEntry = { ...sampleOf('answer'), about: { kind: 'resident', resident: 'mary' } };
  const message = messageOf(entry);
  for (const change of [
    { status: 'entered-in-error' },
    { modifierExtension: [{ url: 'https://other.example/not', valueBoolean: true }] },
    { sent: '20/11/2026' },
    { identifier: [] },
    { category: [{ coding: [{ system: THREAD_ACT, code: 'unheard-of' }] }] },
    { extension: [{ url: THREAD_ENTRY, extension: 'none' }] },
  ])
    assert.deepEqual(readEntry({ ...message, ...change }, residentOf), { state: 'unreadable' });
  assert.deepEqual(
    readEntry(message, () => null),
    { state: 'unreadable' },
  );
});

test('a message of another system is no entry, and no failure either', () => {
  const message = {
    resourceType: 'Communication',
    status: 'completed',
    payload: [{ contentString: 'Hello' }],
  };
  assert.deepEqual(readEntry(message, residentOf), { state: 'other' });
});

test('every outcome of every kind has its words in the message', () => {
  for (const { kind, outcomes } of Object.values(KINDS))
    for (const { id: outcome, words: said } of outcomes) {
      const act: ThreadAct = { kind: 'answer', outcome, further: [], promisedBy: null, words: '' };
      const [message] = entryResources(
        { ...sampleOf('answer'), act },
        { matter: kind, subject: null, senderReference: null },
      );
      assert.deepEqual(message?.['topic'], { text: `Answer: ${said}` });
    }
});
