import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMemoryStore } from '@ehch/store';
import { AT, context, draftOf, finish, LATER, PRESS } from '../actions/actions.fixtures.ts';
import { deviceTiming } from '../timing.ts';
import { receiptOf } from './receipt-of.ts';

test('what a person put in the place of an intent answers for it, before and after it was accepted', async () => {
  const store = openMemoryStore();
  const first = await context(store).operationOf(finish(draftOf('one')));
  await store.outbox.enqueue({
    ...first,
    intent: LATER,
    resolves: { intent: PRESS, author: first.author },
  });
  const asked = () => receiptOf({ store, timing: deviceTiming() }, PRESS);
  assert.equal((await asked())?.state, 'held-in-memory');
  const [entry] = await store.outbox.entries();
  assert(entry);
  await store.outbox.change(entry.n, ['queued'], null, { kind: 'accept', at: AT, bodies: [] });
  assert.deepEqual(await asked(), { state: 'sent', at: AT });
});

test('an intent that nobody knows has no receipt', async () => {
  const store = openMemoryStore();
  assert.equal(await receiptOf({ store, timing: deviceTiming() }, PRESS), null);
});

test('what was given up says who did and why; what went on under another intent has the receipt of that one', async () => {
  const store = openMemoryStore();
  const first = await context(store).operationOf(finish(draftOf('one')));
  await store.outbox.enqueue(first);
  await store.outbox.enqueue({ ...first, intent: LATER });
  const asked = (intent: string) => receiptOf({ store, timing: deviceTiming() }, intent);
  const [one, other] = await store.outbox.entries();
  assert(one && other);
  const discard = { kind: 'discard', at: AT, by: 'nurse-1', name: 'Sam Okafor', why: 'Twice' } as const;
  await store.outbox.change(one.n, ['queued'], null, { ...discard, replacedBy: LATER });
  assert.equal((await asked(PRESS))?.state, 'held-in-memory');
  await store.outbox.change(other.n, ['queued'], null, discard);
  const givenUp = { state: 'given-up', at: AT, by: 'Sam Okafor', why: 'Twice' };
  assert.deepEqual([await asked(PRESS), await asked(LATER)], [givenUp, givenUp]);
});
