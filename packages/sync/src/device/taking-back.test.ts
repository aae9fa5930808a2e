import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent } from '@ehch/clinical';
import { AT, draftOf, finish, LATER, PRESS } from '../actions/actions.fixtures.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { receiptIn, SIGNED_IN, until, whenSent, world } from './before-sign-in.fixtures.ts';
import { memoryStores } from './memory-stores.ts';
import { sealedStores } from './sealed-stores.ts';

const by = { name: 'Sam Okafor', role: 'nurse' };
const IN_ERROR: CareIntent = {
  id: LATER,
  resident: 'one',
  pressedAt: AT,
  what: { kind: 'enter-in-error', finished: PRESS, draft: 'one-own', reason: 'Another resident', by },
};
const ANOTHER = '6a1f3c52-7c0e-4b57-9d2e-1f1d3b8c9a01';
const NOT_KEPT: EngineConfiguration = { ...SIGNED_IN, keep: 'no' };
const now = AT;

for (const [title, stores] of [
  ['in memory', memoryStores],
  ['sealed', sealedStores],
] as const) {
  test(`R7, O4 (${title}): of a source that may not be kept, an accepted assessment can still be marked`, async () => {
    const { engine: engineOn, server, plug } = world();
    const engine = engineOn(stores());
    await engine.configure(NOT_KEPT);
    await engine.enqueue({ intent: finish(draftOf('one')), now });
    await whenSent(engine, PRESS);
    // A lock drops the copies that were in memory.
    await engine.lock(null);
    await engine.unlock({ secret: '' });
    plug.isIn = false;
    if (title === 'sealed')
      await assert.rejects(engine.enqueue({ intent: IN_ERROR, now }), { code: 'unreachable' });
    plug.isIn = true;
    await engine.tryNow(null);
    await engine.enqueue({ intent: IN_ERROR, now });
    await whenSent(engine, LATER);
    assert.match(server.repository.living('QuestionnaireResponse')[0]?.json ?? '', /"entered-in-error"/);
    await engine.close();
  });
}

/** A server that refuses every assessment. */
async function refusedAssessment() {
  const { engine: engineOn, http, ...rest } = world();
  http.before = ({ method, body }) =>
    method !== 'GET' && body?.includes('QuestionnaireResponse') === true
      ? {
          status: 422,
          headers: {},
          text: JSON.stringify({
            resourceType: 'OperationOutcome',
            issue: [{ diagnostics: 'No such code.' }],
          }),
        }
      : null;
  const engine = engineOn(memoryStores());
  await engine.configure(SIGNED_IN);
  await engine.saveDraft({ draft: draftOf('one', 5), revision: null, now });
  await engine.enqueue({ intent: finish(draftOf('one', 5)), now });
  await until(
    () => receiptIn(engine, PRESS),
    (receipt) => receipt?.state === 'refused',
  );
  return { engine, ...rest };
}

const giveUp = { intent: PRESS, decision: { kind: 'discard', why: 'Written twice' }, now } as const;

test('O3: who gives a refused assessment up keeps what was typed as a draft, and the receipt says who and why', async () => {
  const { engine } = await refusedAssessment();
  assert.deepEqual((await engine.waiting(null))[0]?.words, ['No such code.']);
  assert.equal(await engine.loadDraft({ resident: 'one', form: 'own' }), null);
  await engine.decide(giveUp);
  assert.deepEqual((await engine.loadDraft({ resident: 'one', form: 'own' }))?.draft, draftOf('one', 5));
  const receipt = await receiptIn(engine, PRESS);
  assert(receipt?.state === 'given-up');
  assert.deepEqual([receipt.by, receipt.why], ['Sam Okafor', 'Written twice']);
  await engine.close();
});

test('a draft that was begun meanwhile stays where a refused assessment of the same form is given up', async () => {
  const { engine } = await refusedAssessment();
  const begun = draftOf('one', 9, 'begun-later');
  await engine.saveDraft({ draft: begun, revision: null, now });
  await engine.decide(giveUp);
  assert.deepEqual((await engine.loadDraft({ resident: 'one', form: 'own' }))?.draft, begun);
  await engine.close();
});

/** A signed assessment that the server has, whose undoing it refuses, on a device that was opened anew since. */
async function refusedUndo() {
  const { engine: engineOn, http, ...rest } = world();
  const stores = sealedStores();
  const first = engineOn(stores);
  await first.configure(SIGNED_IN);
  await first.enqueue({ intent: finish(draftOf('one')), now });
  await whenSent(first, PRESS);
  const outcome = { resourceType: 'OperationOutcome', issue: [{ diagnostics: 'Changed meanwhile.' }] };
  http.before = ({ method }) =>
    method === 'GET' ? null : { status: 422, headers: {}, text: JSON.stringify(outcome) };
  const what = { kind: 'withdraw-assessment', finished: PRESS, draft: draftOf('one'), by } as const;
  await first.enqueue({ intent: { id: LATER, resident: 'one', pressedAt: AT, what }, now });
  await until(
    () => receiptIn(first, LATER),
    (receipt) => receipt?.state === 'refused',
  );
  return { first, http, ...rest };
}

test('session F5: the draft of a signature whose undoing was refused says so to whoever opens it', async () => {
  const { first, http } = await refusedUndo();
  const kept = await first.loadDraft({ resident: 'one', form: 'own' });
  assert.equal(kept?.takenBack?.intent, LATER);
  assert.equal(kept.takenBack.receipt.state, 'refused');
  await first.saveDraft({ draft: draftOf('one', 6), revision: kept.revision ?? null, now });
  const again = await first.enqueue({ intent: finish(draftOf('one', 6), ANOTHER), now });
  assert(again.state === 'refused');
  assert.match(again.why, /still stands/);
  http.before = () => null;
  await first.decide({ intent: LATER, decision: { kind: 'try-again' }, now });
  await whenSent(first, LATER);
  assert.equal((await first.loadDraft({ resident: 'one', form: 'own' }))?.takenBack, undefined);
  const signed = await first.enqueue({ intent: finish(draftOf('one', 6), ANOTHER), now });
  assert.notEqual(signed.state, 'refused');
  await first.close();
});
