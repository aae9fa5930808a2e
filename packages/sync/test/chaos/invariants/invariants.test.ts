import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Acknowledgement, Operation, OperationPart, OutboxEntry } from '@ehch/store';
import type { ServedRequest, ServedWrite } from '../served-request.ts';
import { brokenInvariants } from './invariants.ts';
import type { Observed, ObservedClient } from './observed.ts';

const AUTHOR = { sub: 'nurse', display: 'Fictional nurse', reference: null, role: null };
const AT = '2026-11-21T09:00:00Z';
const CREATE: OperationPart = { op: 'create', type: 'Observation', id: 'o1', body: '{}' };
const TITLE = {
  path: ['title'],
  from: { is: 'value', value: 'a' },
  to: { is: 'value', value: 'b' },
} as const;
const EDIT = {
  op: 'update',
  type: 'CarePlan',
  id: 'c1',
  base: '1',
  edits: [TITLE],
} as const satisfies OperationPart;

const operation = (part: OperationPart): Operation => ({
  format: 1,
  intent: 'i1',
  resident: 'agnes',
  class: 'clinical',
  author: AUTHOR,
  pressedAt: AT,
  clockOffsetMs: null,
  dependsOn: [],
  parts: [part],
  about: null,
});

const accepted: Acknowledgement = {
  intent: 'i1',
  resident: 'agnes',
  at: AT,
  about: null,
  author: AUTHOR,
  class: 'clinical',
  bodies: [],
  written: [],
  updates: [],
  merged: null,
};

const waiting: OutboxEntry = {
  n: 1,
  intent: 'i1',
  state: 'queued',
  notBefore: 0,
  attempts: 0,
  epoch: 1,
  operation: operation(CREATE),
  sent: [],
  problem: null,
};

const client = (more: Partial<ObservedClient> = {}): ObservedClient => ({
  name: 'ward',
  entries: [],
  acknowledgements: [accepted],
  discarded: new Set(),
  joinedInto: new Map(),
  offered: new Set(),
  held: new Map(),
  checkpoints: [],
  overtakenWrites: [],
  ...more,
});

const write = (more: Partial<ServedWrite> = {}): ServedWrite => ({
  type: 'Observation',
  id: 'o1',
  version: '1',
  method: 'PUT',
  claimedBase: null,
  previous: null,
  previousDeleted: false,
  at: 0,
  request: 1,
  intent: 'i1',
  text: '{"resourceType":"Observation","id":"o1"}',
  previousText: null,
  ...more,
});

const edited = (more: Partial<ServedWrite> = {}) =>
  write({
    type: 'CarePlan',
    id: 'c1',
    version: '2',
    claimedBase: '1',
    previous: '1',
    text: '{"title":"b","weight":7.10}',
    previousText: '{"title":"a","weight":7.10}',
    ...more,
  });

const served = (writes: readonly ServedWrite[], more: Partial<ServedRequest> = {}): ServedRequest => ({
  by: 'ward',
  session: 'nurse',
  at: 0,
  request: { method: 'PUT', url: '', headers: {}, body: null, deadlineMs: 1 },
  status: 200,
  writes,
  ...more,
});

const observed = (
  part: OperationPart,
  writes: readonly ServedWrite[],
  more: Partial<Observed> = {},
): Observed => ({
  made: [{ client: 'ward', operation: operation(part) }],
  served: [served(writes)],
  clients: [client()],
  live: [],
  ...more,
});

const held = (version: string, isDeleted?: true) =>
  new Map([
    ['agnes', new Map([['Observation/o1', { version, updated: AT, ...(isDeleted && { isDeleted }) }]])],
  ]);
const live = { type: 'Observation', id: 'o1', version: '1', resident: 'agnes', text: '{}' };

test('a run in which each press was done once breaks nothing', () => {
  assert.deepEqual(brokenInvariants(observed(CREATE, [write()])), []);
  assert.deepEqual(brokenInvariants(observed(EDIT, [edited()])), []);
  const copies = [client({ held: held('1') })];
  assert.deepEqual(brokenInvariants(observed(CREATE, [write()], { live: [live], clients: copies })), []);
});

/** One planted violation for each invariant: a check that never reports proves nothing. */
const PLANTED: Readonly<Record<string, readonly [invariant: string, planted: Observed]>> = {
  'a create that was done twice under two ids': [
    'I1',
    observed(CREATE, [write(), write({ id: 'o2', text: '{"identifier":[{"value":"o1"}]}' })]),
  ],
  'an edit that was done twice': [
    'I1',
    observed(EDIT, [edited(), edited({ version: '3', claimedBase: '2', previous: '2' })]),
  ],
  'an intent that was accepted and never written': ['I1', observed(CREATE, [])],
  'an intent that nobody knows any more': [
    'I2',
    observed(CREATE, [write()], { clients: [client({ acknowledgements: [] })] }),
  ],
  'a version written over one that its author had not seen': [
    'I3',
    observed(EDIT, [edited({ claimedBase: '1', previous: '4', version: '5' })]),
  ],
  'an update that claims to know nothing': ['I3', observed(EDIT, [edited({ claimedBase: null })])],
  'a copy of an old version': [
    'I4',
    observed(CREATE, [write()], {
      live: [{ ...live, version: '2' }],
      clients: [client({ held: held('1') })],
    }),
  ],
  'a resource that the cache lacks': [
    'I4',
    observed(CREATE, [write()], {
      live: [live],
      clients: [client({ held: new Map([['agnes', new Map()]]) })],
    }),
  ],
  'a copy of what the server has deleted': [
    'I4',
    observed(CREATE, [write()], { clients: [client({ held: held('1') })] }),
  ],
  'a tombstone of what lives': [
    'I4',
    observed(CREATE, [write()], { live: [live], clients: [client({ held: held('1', true) })] }),
  ],
  'an entry that waits although it was accepted': [
    'I5',
    observed(CREATE, [write()], { clients: [client({ entries: [{ ...waiting, state: 'conflict' }] })] }),
  ],
  'a write by a leader who was overtaken': [
    'I7',
    observed(CREATE, [write()], { clients: [client({ overtakenWrites: ['accept of i1 by epoch 1 of 2'] })] }),
  ],
  'a decimal that lost its last digit': [
    'I8',
    observed(EDIT, [edited({ text: '{"title":"b","weight":7.1}' })]),
  ],
  'a field that nobody edited': ['I8', observed(EDIT, [edited({ text: '{"title":"b"}' })])],
  'an edit over a value that nobody had seen': [
    'P7',
    observed(EDIT, [edited({ previousText: '{"title":"of a colleague","weight":7.10}' })]),
  ],
  'an intent that was sent in a session of somebody else': [
    'P5',
    observed(CREATE, [], { served: [served([write()], { session: 'carer' })] }),
  ],
  'an entry that still waits when all is quiet': [
    'stuck',
    observed(CREATE, [], { clients: [client({ acknowledgements: [], entries: [waiting] })] }),
  ],
};

for (const [what, [invariant, planted]] of Object.entries(PLANTED))
  test(`${invariant} reports ${what}`, () => {
    const broken = brokenInvariants(planted);
    assert(
      broken.some((one) => one.invariant === invariant),
      JSON.stringify(broken),
    );
  });

test('I8: what was joined into an intent may change its fields as well', () => {
  const carried: Operation = {
    ...operation(EDIT),
    intent: 'i0',
    parts: [{ ...EDIT, edits: [{ ...TITLE, path: ['weight'] }] }],
  };
  const planted = observed(EDIT, [edited({ text: '{"title":"b","weight":80}' })], {
    clients: [client({ joinedInto: new Map([['i0', 'i1']]) })],
  });
  const made = [...planted.made, { client: 'ward', operation: carried }];
  const says = (each: Observed) => brokenInvariants(each).some(({ invariant }) => invariant === 'I8');
  assert.deepEqual([says(planted), says({ ...planted, made })], [true, false]);
});
