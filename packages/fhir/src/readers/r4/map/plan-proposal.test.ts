import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent } from '@ehch/clinical';
import { value, type Json } from '../../../record.fixtures.ts';
import { writeIntent } from '../../../writers/index.ts';

const author = { sub: 'n', display: 'Grace Mensah', reference: null, role: 'nurse' };
const intent: CareIntent = {
  id: '6b1e0c52-7a0e-4d0f-9d57-1f0a6c1d2e07',
  resident: 'p1',
  pressedAt: '2026-11-21T09:00:00Z',
  what: {
    kind: 'plan-line',
    act: 'propose',
    of: 'cpr',
    line: null,
    before: null,
    after: { decision: 'do-not-attempt', signedBy: 'Dr Obi', signedOn: '2026-11-20' },
    reason: null,
    by: { name: 'Grace Mensah', role: 'nurse' },
  },
};

test('a proposed change of the plan is told as one, with days as people read them', () => {
  const { parts } = writeIntent(intent, { author, clockOffsetMs: 0 });
  const all = parts.flatMap((part) => (part.op === 'create' ? [JSON.parse(part.body) as Json] : []));
  const words = 'CPR: Do not attempt CPR (about CPR only); Signed by: Dr Obi; Signed on: 20-Nov-2026';
  const [matter, ...others] = value('open', all);
  assert.deepEqual(
    [matter?.kind, matter?.text, others],
    ['proposal', `Proposed change of the care plan: Decision about CPR. ${words}`, []],
  );
  const machine = (one: Json): Json =>
    one['resourceType'] === 'Task' ? { ...one, description: 'Signed on: 2026-11-20; Ward 2026-99-99' } : one;
  assert.equal(
    value('open', all.map(machine))[0]?.text,
    'Proposed change of the care plan: Decision about CPR. Signed on: 20-Nov-2026; Ward 2026-99-99',
  );
  // Another system's proposal stays what it was: an action that nobody has asked for.
  const theirs = all.map((one) =>
    one['resourceType'] === 'Task' ? { ...one, code: { text: 'Weigh' } } : one,
  );
  assert.equal(value('open', theirs)[0]?.kind, 'action');
});
