import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOperation } from '@ehch/fhir/writers';
import { openMemoryStore } from '@ehch/store';
import { AT, NURSE, PRESS } from './actions.fixtures.ts';
import { countedIn, refusedAuditsIn, unsentIn } from './status.ts';
import { waitingIn } from './waiting.ts';

test('(SPEC U1, U2) an audit event that was refused waits for nobody, locked or not, and is counted apart', async () => {
  const { outbox } = openMemoryStore();
  await outbox.enqueue(
    auditOperation({
      id: PRESS,
      kind: 'view',
      at: AT,
      clockOffsetMs: null,
      author: NURSE,
      organisation: { display: 'Rowan Court' },
      device: 'Test 1',
      of: { resident: 'one' },
      reason: { code: 'TREAT' },
    }),
  );
  const [entry] = await outbox.entries();
  assert(entry);
  await outbox.change(entry.n, ['queued'], null, {
    kind: 'move',
    to: 'held',
    notBefore: 0,
    problem: { kind: 'refused', status: 403, outcome: '' },
  });
  const waiting = waitingIn(await outbox.entries()).length;
  const [unlocked, locked] = await Promise.all([unsentIn(outbox, NURSE), countedIn(outbox)]);
  assert.deepEqual(
    { waiting, unlocked: unlocked.waitingForPerson, locked: locked.waitingForPerson },
    { waiting: 0, unlocked: 0, locked: 0 },
  );
  assert.deepEqual([unlocked.unsent.total, locked.unsent.total], [0, 0]);
  assert.deepEqual(await refusedAuditsIn(outbox), { refusedAudits: 1 });
});
