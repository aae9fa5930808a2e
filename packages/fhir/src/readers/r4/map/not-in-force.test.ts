import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, hl7, observation, section, snomed, value, type Json } from '../../../record.fixtures.ts';

const notForCpr = snomed('450476008');
const flag = (id: string, fields: Json = {}): Json =>
  about('Flag', id, { status: 'active', code: notForCpr, ...fields });
const started = (on: string) => ({ period: { start: on } });
const cprTold = (...resources: readonly Json[]) => {
  const found = value('limits', resources);
  return {
    cpr: found.cpr.map(({ decision }) => decision),
    told: found.decisions.map(({ text, on }) => `${text} (${on})`),
  };
};

const OFF: readonly (readonly [name: string, resource: Json, why: string])[] = [
  ['flag that is inactive', flag('x', { status: 'inactive', ...started('2026-05-01') }), 'no longer active'],
  [
    'observation that was cancelled',
    observation('x', notForCpr, { status: 'cancelled', effectiveDateTime: '2026-05-01' }),
    'cancelled',
  ],
  [
    'observation that is only registered',
    observation('x', notForCpr, { status: 'registered', effectiveDateTime: '2026-05-01' }),
    'registered only',
  ],
  [
    'problem that is resolved',
    about('Condition', 'x', {
      clinicalStatus: hl7('condition-clinical', 'resolved'),
      code: notForCpr,
      recordedDate: '2026-05-01',
    }),
    'resolved',
  ],
  [
    'order that was revoked',
    about('ServiceRequest', 'x', { status: 'revoked', code: notForCpr, authoredOn: '2026-05-01' }),
    'revoked',
  ],
  [
    'order that is a draft',
    about('ServiceRequest', 'x', { status: 'draft', code: notForCpr, authoredOn: '2026-05-01' }),
    'a draft',
  ],
  [
    'procedure that was stopped',
    about('Procedure', 'x', { status: 'stopped', code: notForCpr, performedDateTime: '2026-05-01' }),
    'stopped',
  ],
  [
    'form that was given up',
    about('QuestionnaireResponse', 'x', {
      status: 'stopped',
      authored: '2026-05-01',
      item: [{ linkId: '1', text: 'CPR status', answer: [{ valueString: 'Not for CPR' }] }],
    }),
    'stopped before the form was finished',
  ],
];

for (const [name, resource, why] of OFF) {
  test(`a ${name} is no decision about CPR, and is shown with its day`, () => {
    assert.deepEqual(cprTold(resource), {
      cpr: [],
      told: [`Not for CPR: ${why}, not in force today (2026-05-01)`],
    });
  });

  test(`a ${name} is shown beside an older decision, and not beside one made since`, () => {
    assert.equal(cprTold(resource, flag('old', started('2025-01-01'))).told.length, 1);
    assert.deepEqual(cprTold(resource, flag('new', started('2026-06-01'))).told, []);
  });
}

test('a decision that ended after the current one was made is shown with its end', () => {
  const ended = about('Condition', 'x', {
    clinicalStatus: hl7('condition-clinical', 'resolved'),
    code: notForCpr,
    recordedDate: '2024-01-01',
    abatementDateTime: '2026-10-01',
  });
  assert.deepEqual(cprTold(ended, flag('f', started('2025-01-01'))).told, [
    'Not for CPR, until 01-Oct-2026: resolved, not in force today (2024-01-01)',
  ]);
});

test('a cancelled record about CPR that was not understood is shown, and leaves no gap', () => {
  const cancelled = observation(
    'x',
    { text: 'CPR status' },
    { status: 'cancelled', valueString: 'see form' },
  );
  const found = section('limits', [cancelled]);
  assert.ok(found.state === 'known' && found.content.kind === 'recorded');
  assert.match(found.content.value.decisions[0]?.text ?? '', /CPR status: see form: cancelled/);
  assert.deepEqual(found.gaps, []);
});

test('a statement not in force comes after those in force, however new it is', () => {
  const old = about('Consent', 'a', {
    status: 'active',
    scope: hl7('consentscope', 'adr'),
    category: [{ text: 'Blood products' }],
    dateTime: '2025-01-01',
    provision: { type: 'deny' },
  });
  const off = flag('f', {
    status: 'inactive',
    code: { text: 'Not for hospital admission' },
    ...started('2026-05-01'),
  });
  assert.deepEqual(
    value('limits', [off, old]).decisions.map(({ text }) => text),
    ['Blood products: refused', 'Not for hospital admission: no longer active, not in force today'],
  );
});

test('a cancelled statement is not shown where another has decided about the same subject since', () => {
  const place = (id: string, on: string, fields: Json) =>
    observation(id, { text: 'Preferred place of death' }, { effectiveDateTime: on, ...fields });
  const off = place('off', '2026-01-01', { status: 'cancelled', valueString: 'Hospital' });
  const texts = (...resources: readonly Json[]) =>
    value('limits', resources).decisions.map(({ text }) => text);
  assert.deepEqual(texts(off, place('on', '2026-02-01', { valueString: 'Here' })), ['Here']);
  assert.deepEqual(texts(off, place('on', '2025-02-01', { valueString: 'Here' })), [
    'Here',
    'Hospital: cancelled, not in force today',
  ]);
});

test('a statement not in force is not called unconfirmed as well', () => {
  const plan = about('CarePlan', 'p', { status: 'revoked', intent: 'plan', title: 'DNACPR' });
  const order = about('ServiceRequest', 's', { status: 'revoked', code: notForCpr });
  for (const resource of [plan, order])
    assert.deepEqual(value('limits', [resource]).decisions[0]?.cautions, []);
});
