import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanLineIntent, ResidentView } from '../../packages/clinical/src/index.ts';
import { editableLines } from '../../packages/clinical/src/care-plan/index.ts';
import { buildView } from '../../packages/fhir/src/index.ts';
import { writeIntent } from '../../packages/fhir/src/writers/index.ts';
import { edited } from '../../packages/sync/src/conflicts/merge.ts';
import { author, intentId } from '../emitted/everything.ts';
import type { Json } from './hostile.ts';

const AT = '2026-11-21T14:00:00Z';
const by = { name: 'Dr Obi', role: 'GP' };
const patient = { resourceType: 'Patient', id: 'p1', name: [{ family: 'Marlow', given: ['Edith'] }] };
let presses = 0;

/** What a server has after one press on what it had. */
function after(
  before: readonly Json[],
  what: Partial<PlanLineIntent> & Pick<PlanLineIntent, 'act'>,
): readonly Json[] {
  const plain = {
    kind: 'plan-line',
    of: 'cpr',
    line: null,
    before: null,
    after: null,
    reason: null,
    by,
  } as const;
  const intent = {
    id: intentId(11, (presses += 1)),
    resident: 'p1',
    pressedAt: AT,
    what: { ...plain, ...what },
  };
  const { parts } = writeIntent(intent, { author, clockOffsetMs: null, written: before });
  const bodies = new Map(before.map((one) => [`${String(one['resourceType'])}/${String(one['id'])}`, one]));
  for (const part of parts) {
    const key = `${part.type}/${part.id}`;
    const text = part.op === 'create' ? part.body : edited(JSON.stringify(bodies.get(key)), part.edits);
    bodies.set(key, JSON.parse(text) as Json);
  }
  return [...bodies.values()];
}

const viewOf = (resources: readonly Json[]): ResidentView =>
  buildView({
    resident: 'p1',
    patient: 'p1',
    resources: [patient, ...resources],
    outcomes: {},
    now: '2026-11-21T14:20:00Z',
    sourceLabel: 'Shared record',
  }).view;

const decision = (said: 'attempt' | 'do-not-attempt') => ({
  decision: said,
  signedBy: 'Dr Obi',
  signedOn: '2026-11-20',
});
const both = after(after([], { act: 'add', after: decision('attempt') }), {
  act: 'add',
  after: decision('do-not-attempt'),
});

/** What the record says about CPR. */
function cprIn(resources: readonly Json[]): readonly string[] | string {
  const { limits } = viewOf(resources).sections;
  assert.ok(limits.state === 'known');
  if (limits.content.kind !== 'recorded') return limits.content.kind;
  return limits.content.value.cpr.map((one) => one.decision);
}

test('L10: two decisions about CPR that contradict each other can both be ended, and neither is chosen before that', () => {
  assert.equal(cprIn(both), 'disagree');
  const { lines, readAll } = editableLines(viewOf(both));
  const [one, other, ...more] = lines.filter(({ kind }) => kind === 'cpr');
  assert.ok(one && other && more.length === 0);
  assert.deepEqual([one.rivals, other.rivals], [[other.id], [one.id]]);
  assert.equal(readAll, false);
  const attempt = one.fields['decision'] === 'attempt' ? one : other;
  const ended = after(both, {
    act: 'end',
    line: attempt.id,
    before: attempt.fields,
    reason: 'The form was torn up',
  });
  assert.deepEqual(cprIn(ended), ['do-not-attempt']);
  const [line, ...rest] = [one.id, other.id];
  const made = { ...decision('attempt'), signedOn: '2026-11-21' };
  const replaced = after(both, { act: 'replace', line, alsoEnds: rest, before: one.fields, after: made });
  assert.deepEqual(cprIn(replaced), ['attempt'], 'one new decision stands in the place of both');
  const half = after(both, { act: 'replace', line: attempt.id, before: attempt.fields, after: made });
  assert.equal(cprIn(half), 'disagree', 'beside the other it would contradict it as well');
});

test('a decision that another system keeps in its own way is ended nowhere here', () => {
  const consent = {
    resourceType: 'Consent',
    id: 'c',
    status: 'active',
    patient: { reference: 'Patient/p1' },
  };
  assert.throws(() => after([consent], { act: 'end', line: 'Consent/c', before: {}, reason: 'Old' }), {
    code: 'bad-argument',
  });
});
