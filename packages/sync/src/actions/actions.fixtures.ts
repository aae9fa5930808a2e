import type { CareIntent } from '@ehch/clinical';
import type { Draft, FormDefinition } from '@ehch/clinical/form';
import { openMemoryStore, SERVER_SOURCE, type Store } from '@ehch/store';
import { queuedLocks, type Locks } from '../locks.ts';
import type { SignedIn } from '../engine-configuration.ts';
import { receiptOf } from '../push/receipt-of.ts';
import { deviceTiming } from '../timing.ts';
import type { ActionsContext } from './actions-context.ts';
import { operationOf } from './operation-of.ts';

export const AT = '2026-11-20T09:15:00Z';
export const PRESS = '0f3c1b52-7a0e-4d0f-9d57-1f0a6c1d2e01';
export const LATER = '0f3c1b52-7a0e-4d0f-9d57-1f0a6c1d2e02';
export const NURSE: SignedIn = {
  sub: 'nurse-1',
  display: 'Sam Okafor',
  reference: 'Practitioner/7',
  role: 'nurse',
  organisation: 'Rowan Court',
};
const FORM: FormDefinition = {
  id: 'own',
  title: 'Own form',
  version: '1',
  items: [{ id: 'q', type: 'integer', text: 'How many?' }],
};

export function draftOf(resident: string, value = 1, id = `${resident}-own`): Draft {
  return {
    id,
    resident,
    form: { id: FORM.id, version: FORM.version },
    answers: {
      q: {
        state: 'given',
        values: [{ type: 'number', value }],
        at: AT,
        by: null,
        from: { kind: 'entered' },
      },
    },
    rows: {},
    decisions: {},
    assessedAt: AT,
    startedAt: AT,
    changedAt: AT,
  };
}

export function finish(draft: Draft, id = PRESS): CareIntent {
  const assessment = {
    draft,
    scores: [],
    totals: {},
    problems: [],
    days: {},
    finishedAt: AT,
    by: { name: 'Sam Okafor', role: 'nurse' },
  };
  return {
    id,
    resident: draft.resident,
    pressedAt: AT,
    what: { kind: 'finish-assessment', assessment, form: FORM },
  };
}

/** Two windows of one device share `store` and `locks`. */
export function context(
  store: Store = openMemoryStore(),
  locks: Locks = queuedLocks(),
  user: SignedIn | null = NURSE,
): ActionsContext {
  return {
    store,
    drafts: store.drafts,
    user,
    locks,
    database: 'test',
    recall: async () => null,
    operationOf: (intent) =>
      operationOf(store, intent, { user, clockOffsetMs: null, device: 'Test 1', source: SERVER_SOURCE }),
    settleHere: async () => undefined,
    onEnqueued: () => undefined,
    receiptOf: (intent) => receiptOf({ store, timing: deviceTiming() }, intent),
  };
}
