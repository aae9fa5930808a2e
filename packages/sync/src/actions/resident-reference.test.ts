import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AT, context, draftOf, finish } from './actions.fixtures.ts';
import { enqueueIntent } from './enqueue-intent.ts';

// Written as it is, it would be about `Patient/Patient/one`, and its receipt would say "sent".
test('an intent about a reference, and not an id, is refused', async () => {
  const signed = enqueueIntent(context(), finish(draftOf('Patient/one')), AT);
  await assert.rejects(signed, { code: 'bad-argument' });
});
