import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldEdit, Json, Operation } from '@ehch/store';
import fc from 'fast-check';
import { decideEdits } from '../conflicts/decide-edits.ts';
import { sameValue } from '../raw-json/same-value.ts';
import { change, created, DOCTOR, entry, is, operation, updated } from './entries.fixtures.ts';
import { ALL_GUARDS } from './guards.ts';
import { findSquash, squashed } from './squash.ts';

const plan = (intent: string, edits: readonly FieldEdit[], over: Partial<Operation> = {}): Operation =>
  operation(intent, { parts: [updated('CarePlan', 'plan', edits)], ...over });
const first = plan('a', [change(['title'], 'Old', 'Mid')]);
const second = plan('b', [change(['title'], 'Mid', 'New')]);

test('P11 (12): two changes of one field become one, from the first value to the last', () => {
  const found = findSquash([entry(1, first), entry(2, second)], ALL_GUARDS);
  assert.deepEqual(found?.replaced, [1, 2]);
  assert.deepEqual(found?.by.parts, [updated('CarePlan', 'plan', [change(['title'], 'Old', 'New')])]);
});

test('P11 (12): the receipts of both presses stay findable', () => {
  assert.deepEqual(findSquash([entry(1, first), entry(2, second)], ALL_GUARDS)?.by.joined, ['a']);
});

test('P11 (12): what takes itself back leaves nothing to send', () => {
  const back = plan('b', [change(['title'], 'Mid', 'Old')]);
  assert.deepEqual(findSquash([entry(1, first), entry(2, back)], ALL_GUARDS)?.by.parts, [
    updated('CarePlan', 'plan', []),
  ]);
});

for (const [what, before, after] of [
  ['that was sent once', entry(1, first, { attempts: 1 }), entry(2, second)],
  ['whose outcome is not known', entry(1, first, { state: 'unknown' }), entry(2, second)],
  ['of another author', entry(1, first), entry(2, plan('b', [], { author: DOCTOR }))],
  [
    'of an escalation',
    entry(1, { ...first, class: 'escalation' }),
    entry(2, { ...second, class: 'escalation' }),
  ],
  ['of an audit event', entry(1, { ...first, class: 'audit' }), entry(2, { ...second, class: 'audit' })],
  [
    'that came later than five minutes',
    entry(1, first),
    entry(2, { ...second, pressedAt: '2026-11-21T14:05:01Z' }),
  ],
  ['of another resource', entry(1, first), entry(2, operation('b', { parts: [updated('Task', 't', [])] }))],
  ['that does not follow', entry(1, first), entry(2, plan('b', [change(['title'], 'Other', 'New')]))],
] as const) {
  test(`P11 (12): an entry ${what} is never joined`, () => {
    assert.equal(findSquash([before, after], ALL_GUARDS), null);
  });
}

test('P11 (12): an entry for which others wait is never joined', () => {
  const waits = operation('c', { resident: 'bert', dependsOn: ['a'] });
  assert.equal(findSquash([entry(1, first), entry(2, second), entry(3, waits)], ALL_GUARDS), null);
});

const fields = ['title', 'status', 'intent'] as const;
const values = fc.constantFrom<Json>('1', '2', '3');
const edits = fc.uniqueArray(fc.tuple(fc.constantFrom(...fields), values), {
  selector: ([field]) => field,
  maxLength: 3,
});
const body = fc.record({ title: values, status: values, intent: values });
type Body = Readonly<Record<string, Json>>;

const applied = (text: string, { parts: [part] }: Operation): string => {
  if (part === undefined) return text;
  if (part.op === 'create') return part.body;
  const decision = decideEdits(part.edits, text);
  assert.notEqual(decision.state, 'conflict');
  return decision.state === 'safe' ? decision.body : text;
};
const editing = (
  intent: string,
  from: Body,
  to: readonly (readonly [string, Json])[],
): readonly [Operation, Body] => [
  plan(
    intent,
    to.map(([field, value]) => ({ path: [field], from: is(from[field] ?? null), to: is(value) })),
  ),
  { ...from, ...Object.fromEntries(to) },
];

test('P11 (12): what is joined does what the two did, one after the other', () => {
  fc.assert(
    fc.property(body, edits, edits, fc.boolean(), (start, one, other, isNew) => {
      const [updating, between] = editing('a', start, one);
      const [then] = editing('b', between, other);
      const before = isNew ? operation('a', { parts: [created('CarePlan', 'plan', between)] }) : updating;
      const joined = squashed(before, then);
      assert.notEqual(joined, undefined);
      const text = JSON.stringify(start);
      const both = applied(applied(text, before), then);
      assert.ok(sameValue(JSON.parse(joined ? applied(text, joined) : text), JSON.parse(both)));
    }),
  );
});
