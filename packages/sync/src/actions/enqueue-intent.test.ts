import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent } from '@ehch/clinical';
import type { ThreadEntry } from '@ehch/clinical/thread';
import { openMemoryStore } from '@ehch/store';
import { queuedLocks } from '../locks.ts';
import { AT, context, draftOf, finish, LATER, NURSE, PRESS } from './actions.fixtures.ts';
import { listDrafts, loadDraft, saveDraft } from './drafts.ts';
import { enqueueIntent } from './enqueue-intent.ts';

test('I1: one press is kept once, however often the call is repeated', async () => {
  const one = context();
  const intent = finish(draftOf('one'));
  const receipts = await Promise.all([1, 2, 3].map(() => enqueueIntent(one, intent, AT)));
  assert.deepEqual(new Set(receipts.map(({ state }) => state)), new Set(['held-in-memory']));
  assert.equal((await one.store.outbox.entries()).length, 1);
});

test('I1: two windows that sign the same answers in one moment write them once', async () => {
  const store = openMemoryStore();
  const locks = queuedLocks();
  const [first, second] = await Promise.all([
    enqueueIntent(context(store, locks), finish(draftOf('one'), PRESS), AT),
    enqueueIntent(context(store, locks), finish(draftOf('one'), LATER), AT),
  ]);
  assert.deepEqual([first.state, second.state], ['held-in-memory', 'refused']);
  assert.equal((await store.outbox.entries()).length, 1);
});

test('I2: a signature that was accepted by the server long ago is still known', async () => {
  const one = context();
  await enqueueIntent(one, finish(draftOf('one')), AT);
  const [entry] = await one.store.outbox.entries();
  assert(entry);
  await one.store.outbox.change(entry.n, ['queued'], null, { kind: 'accept', at: AT, bodies: [] });
  const again = await enqueueIntent(one, finish(draftOf('one')), AT);
  assert.equal(again.state, 'sent');
  assert.equal((await one.store.outbox.entries()).length, 0);
  const other = await enqueueIntent(one, finish(draftOf('one'), LATER), AT);
  assert.equal(other.state, 'refused');
});

test('another intent under a known id is an error, and is not lost behind the first', async () => {
  const one = context();
  await enqueueIntent(one, finish(draftOf('one', 1)), AT);
  await assert.rejects(enqueueIntent(one, finish(draftOf('one', 2)), AT), { code: 'bad-argument' });
});

test('an assessment of one resident is not signed for another', async () => {
  const one = context();
  const intent = { ...finish(draftOf('one')), resident: 'two' };
  await assert.rejects(enqueueIntent(one, intent, AT), { code: 'bad-argument' });
  assert.equal((await one.store.outbox.entries()).length, 0);
});

test('a signed draft goes, does not come back by a late save, and is offered to nobody', async () => {
  const one = context();
  const draft = draftOf('one');
  await saveDraft(one, draft, null, AT);
  await enqueueIntent(one, finish(draft), AT);
  assert.equal(await loadDraft(one, 'one', 'own'), null);
  await assert.rejects(saveDraft(one, draft, null, AT), { code: 'bad-argument' });
});

test('a draft that a crash left behind after its signature is not offered as unfinished', async () => {
  const one = context();
  const draft = draftOf('one');
  await saveDraft(one, draft, null, AT);
  // The crash: the operation was kept, and the draft was not removed.
  await one.store.outbox.enqueue(await one.operationOf(finish(draft)));
  assert.equal(await loadDraft(one, 'one', 'own'), null);
  assert.deepEqual(await listDrafts(one, 'one'), []);
});

test('a signature that is taken back makes the draft a draft again, once', async () => {
  const one = context();
  const draft = draftOf('one');
  await enqueueIntent(one, finish(draft), AT);
  const by = { name: NURSE.display, role: 'nurse' };
  const back = (id: string) => ({
    id,
    resident: 'one',
    pressedAt: AT,
    what: { kind: 'withdraw-assessment', finished: PRESS, draft, by } as const,
  });
  assert.equal((await enqueueIntent(one, back(LATER), AT)).state, 'held-in-memory');
  assert.deepEqual((await loadDraft(one, 'one', 'own'))?.draft, draft);
  const third = '0f3c1b52-7a0e-4d0f-9d57-1f0a6c1d2e03';
  assert.equal((await enqueueIntent(one, back(third), AT)).state, 'refused');
});

test('answers that another person gave meanwhile are not signed over', async () => {
  const one = context();
  await saveDraft(one, draftOf('one', 2), null, AT);
  assert.equal((await enqueueIntent(one, finish(draftOf('one', 1)), AT)).state, 'refused');
  assert.equal((await one.store.outbox.entries()).length, 0);
});

test('a worry is kept as an escalation under the home’s key, and a repeated press is the same one', async () => {
  const one = context();
  const entry: ThreadEntry = {
    id: PRESS,
    thread: PRESS,
    about: { kind: 'resident', resident: 'one' },
    by: { name: 'Sam Okafor', role: 'carer', side: 'home' },
    pressedAt: AT,
    clockOffsetMs: null,
    receivedAt: null,
    after: null,
    act: {
      kind: 'raise',
      matter: 'worry',
      urgency: 'same-day',
      words: 'Not herself',
      signs: ['worry'],
      since: '',
      observations: null,
      askedBy: { kind: 'presser' },
    },
  };
  const worry: CareIntent = {
    id: PRESS,
    resident: 'one',
    pressedAt: AT,
    what: { kind: 'thread-entry', matter: 'worry', entry },
  };
  await enqueueIntent(one, worry, AT);
  await enqueueIntent(one, worry, AT);
  const { total, escalations } = await one.store.outbox.counts();
  assert.deepEqual([total, escalations], [1, 1]);
});
