import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMemoryStore, SERVER_SOURCE } from '@ehch/store';
import type { HttpResponse } from '../http/http.ts';
import { newRecord } from '../record.ts';
import { askKinds } from './ask-kinds.ts';
import { turns } from './turns.ts';

/** Agnes's record, and a server that answers when the test decides. */
function setUp() {
  const waiting: { path: string; answer: (...resources: object[]) => void; fail: () => void }[] = [];
  const store = openMemoryStore();
  const copies = store.records(SERVER_SOURCE);
  const inTurn = turns();
  const record = newRecord('agnes');
  let current = true;
  const askFor = (now: string, also?: string) =>
    askKinds({
      http: {
        request: ({ url }) =>
          new Promise<HttpResponse>((resolve) => {
            waiting.push({
              path: url.slice('https://record.test/fhir/'.length),
              fail: () => resolve({ status: 500, headers: {}, text: '' }),
              answer: (...resources) =>
                resolve({
                  status: 200,
                  headers: {},
                  text: JSON.stringify({
                    resourceType: 'Bundle',
                    entry: resources.map((resource) => ({ resource })),
                  }),
                }),
            });
          }),
      },
      base: 'https://record.test/fhir',
      deadlineMs: 1000,
      copies,
      epoch: () => store.leadership.current(),
      inTurn,
      record,
      queries: [
        {
          kind: 'MedicationRequest',
          path: 'MedicationRequest?patient=agnes',
          ...(also === undefined ? {} : { also: [also] }),
        },
      ],
      now,
      isCurrent: () => current,
      onProgress: () => {},
    });
  /** The texts of one kind. */
  const textsOf = async (type: string) =>
    (await copies.read('agnes')).resources.filter((one) => one.type === type).map(({ text }) => text);
  return { waiting, copies, askFor, textsOf, forget: () => (current = false) };
}

const subject = { reference: 'Patient/agnes' };
const request = (id: string, more: object = {}) => ({
  resourceType: 'MedicationRequest',
  id,
  subject,
  ...more,
});
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a late older answer does not replace a newer one', async () => {
  const { waiting, textsOf, copies, askFor } = setUp();
  const first = askFor('2026-11-21T09:00:00Z');
  const second = askFor('2026-11-21T09:01:00Z');
  waiting[1]?.answer(request('new'));
  await second;
  waiting[0]?.answer(request('old'));
  await first;
  const held = String(await textsOf('MedicationRequest'));
  assert.match(held, /"new"/);
  assert.doesNotMatch(held, /"old"/);
  const { kinds } = await copies.read('agnes');
  assert.equal(kinds.get('MedicationRequest')?.asOf, '2026-11-21T09:01:00Z');
});

test('an answer that arrives after forget is kept nowhere', async () => {
  const { waiting, copies, askFor, forget } = setUp();
  const asking = askFor('2026-11-21T09:00:00Z');
  forget();
  waiting[0]?.answer(request('late'));
  await asking;
  const { resources, kinds } = await copies.read('agnes');
  assert.deepEqual([resources.length, kinds.size], [0, 0]);
});

test('a medicine’s name that arrives after forget is kept nowhere', async () => {
  const { waiting, textsOf, askFor, forget } = setUp();
  const asking = askFor('2026-11-21T09:00:00Z');
  waiting[0]?.answer(request('m', { medicationReference: { reference: 'Medication/9' } }));
  while (waiting.length < 2) await turn();
  assert.match(waiting[1]?.path ?? '', /^Medication\?_id=9/);
  forget();
  waiting[1]?.answer({ resourceType: 'Medication', id: '9' });
  await asking;
  assert.deepEqual(await textsOf('Medication'), []);
});

test('a reference that the server never resolves does not make the record grow with every look', async () => {
  const { waiting, textsOf, askFor } = setUp();
  for (const now of ['2026-11-21T09:00:00Z', '2026-11-21T09:10:00Z', '2026-11-21T09:20:00Z']) {
    const from = waiting.length;
    const asking = askFor(now);
    waiting[from]?.answer(request('m', { medicationReference: { reference: 'Medication/9' } }));
    while (waiting.length < from + 2) await turn();
    // Another resource than the one asked for: a server that ignores `_id` may send anything.
    waiting[from + 1]?.answer({ resourceType: 'Medication', id: 'other' });
    await Promise.race([asking, turn().then(turn).then(turn)]);
    waiting[from + 2]?.answer();
    await asking;
  }
  assert.deepEqual(await textsOf('Medication'), []);
});

test('a medicine’s name is asked for again at the next look, and stays as it was if that fails', async () => {
  const { waiting, textsOf, askFor } = setUp();
  const look = async (now: string, answer: (asked: (typeof waiting)[number] | undefined) => void) => {
    const from = waiting.length;
    const asking = askFor(now);
    waiting[from]?.answer(request('m', { medicationReference: { reference: 'Medication/9' } }));
    while (waiting.length < from + 2) await turn();
    answer(waiting[from + 1]);
    await asking;
    return String(await textsOf('Medication'));
  };
  const named = (text: string) => ({ resourceType: 'Medication', id: '9', code: { text } });
  await look('2026-11-21T09:00:00Z', (asked) => asked?.answer(named('Warfarin 5 mg')));
  const corrected = await look('2026-11-21T09:10:00Z', (asked) => asked?.answer(named('Warfarin 1 mg')));
  assert.match(corrected, /Warfarin 1 mg/);
  assert.doesNotMatch(corrected, /Warfarin 5 mg/, 'one medicine has one name');
  assert.match(await look('2026-11-21T09:20:00Z', (asked) => asked?.fail()), /Warfarin 1 mg/);
});

test('of two searches for one kind, a newer half does not replace an older whole', async () => {
  const { waiting, textsOf, copies, askFor } = setUp();
  const both = async (now: string, second: (asked: (typeof waiting)[number] | undefined) => void) => {
    const from = waiting.length;
    const asking = askFor(now, 'MedicationRequest?patient=agnes&category=words');
    waiting[from]?.answer(request(`first-${from}`));
    second(waiting[from + 1]);
    await asking;
    return String(await textsOf('MedicationRequest'));
  };
  await both('2026-11-21T09:00:00Z', (asked) => asked?.answer(request('second')));
  const held = await both('2026-11-21T09:10:00Z', (asked) => asked?.fail());
  assert.match(held, /first-0.*second/);
  assert.doesNotMatch(held, /first-2/);
  const state = (await copies.read('agnes')).kinds.get('MedicationRequest');
  assert.deepEqual([state?.asOf, state?.last.state], ['2026-11-21T09:00:00Z', 'failed']);
});

test('half an answer that arrives after forget is kept nowhere, not even while the store is read', async () => {
  const { waiting, copies, askFor, forget } = setUp();
  const both = async (now: string, second: (asked: (typeof waiting)[number] | undefined) => void) => {
    const from = waiting.length;
    const asking = askFor(now, 'MedicationRequest?patient=agnes&category=words');
    waiting[from]?.answer(request(`first-${from}`));
    second(waiting[from + 1]);
    await asking;
  };
  await both('2026-11-21T09:00:00Z', (asked) => asked?.answer(request('second')));
  const read = copies.read.bind(copies);
  // The user signs out while the engine reads the store.
  copies.read = async (resident) => {
    copies.read = read;
    forget();
    await copies.purgeAll();
    return read(resident);
  };
  await both('2026-11-21T09:10:00Z', (asked) => asked?.fail());
  assert.equal((await read('agnes')).resources.length, 0);
});
