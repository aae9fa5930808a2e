import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ThreadEntry } from '@ehch/clinical/thread';
import { auditOperation } from '../writers/operations/audit-event.ts';
import { nightIn } from './night-in.ts';
import { entryResources } from './write-entry.ts';

const ENTRY: ThreadEntry = {
  id: '0b6f1a52-7a0e-4c1e-9d38-5f3f8e1a0001',
  thread: '0b6f1a52-7a0e-4c1e-9d38-5f3f8e1a0001',
  about: { kind: 'resident', resident: 'mary' },
  by: { name: 'Sam Okafor', role: 'carer', side: 'home' },
  pressedAt: '2026-11-20T08:00:00Z',
  clockOffsetMs: 3_600_000,
  receivedAt: null,
  after: null,
  act: {
    kind: 'raise',
    matter: 'worry',
    urgency: 'same-day',
    words: 'Not herself.',
    signs: ['worry'],
    since: '',
    observations: null,
    askedBy: { kind: 'presser' },
  },
};

/** What is written of a look, as the server has it. */
function look(resident: string, kind: 'view' | 'refused' = 'view'): unknown {
  const { parts } = auditOperation({
    id: `look-${resident}-${kind}`,
    kind,
    at: '2026-11-20T09:06:00Z',
    clockOffsetMs: null,
    author: { sub: 'x', display: 'Dr Asha Rao', reference: null, role: 'GP' },
    organisation: { display: 'Hollin Surgery' },
    device: 'EHCH Kit, desk',
    of: { resident },
    reason: { code: 'TREAT' },
  });
  const [part] = parts;
  return part?.op === 'create' ? JSON.parse(part.body) : null;
}

test('entries with both clocks, and who looked, are read as they were written; others’ are not', () => {
  const written = { matter: 'worry', senderReference: null } as const;
  const message = entryResources(ENTRY, { ...written, subject: 'Patient/mary' });
  const other = {
    ...ENTRY,
    id: '0b6f1a52-7a0e-4c1e-9d38-5f3f8e1a0002',
    thread: '0b6f1a52-7a0e-4c1e-9d38-5f3f8e1a0002',
    about: { kind: 'resident', resident: 'joan' } as const,
  };
  const foreign = entryResources(other, { ...written, subject: 'Patient/joan' });
  const read = nightIn([...message, ...foreign, look('mary'), look('joan'), look('mary', 'refused')], 'mary');
  assert.deepEqual(
    read.entries.map(({ id, pressedAt, clockOffsetMs }) => [id, pressedAt, clockOffsetMs]),
    [['0b6f1a52-7a0e-4c1e-9d38-5f3f8e1a0001', '2026-11-20T08:00:00Z', 3_600_000]],
  );
  assert.equal(read.unreadable, 0);
  assert.deepEqual(read.looks, [
    { at: '2026-11-20T09:06:00Z', name: 'Dr Asha Rao', organisation: 'Hollin Surgery' },
  ]);
});
