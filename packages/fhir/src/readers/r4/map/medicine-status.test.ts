import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../record.fixtures.ts';
import { listed, only, request, statement } from './medicine.fixtures.ts';

// In these tests, today is 2026-11-21.

const bounds = (start?: string, end?: string): Json => ({
  timing: { repeat: { boundsPeriod: { ...(start && { start }), ...(end && { end }) } } },
});

test('each status of a statement becomes a status of the list', () => {
  const status = (one: string | undefined) => only(statement('m', { status: one })).status;
  assert.deepEqual(
    ['active', 'on-hold', 'stopped', 'completed', 'not-taken', 'intended', 'unknown', undefined].map(status),
    ['in-use', 'on-hold', 'stopped', 'stopped', 'stopped', 'intended', 'not-stated', 'not-stated'],
  );
});

test('each status of a request becomes a status of the list, and a completed one is not stopped', () => {
  const status = (one: string | undefined) => only(request('m', { status: one })).status;
  assert.deepEqual(
    ['active', 'on-hold', 'cancelled', 'completed', 'stopped', 'draft', 'unknown', undefined].map(status),
    ['in-use', 'on-hold', 'stopped', 'completed', 'stopped', 'intended', 'not-stated', 'not-stated'],
  );
});

test('an intent without an order is planned, and an order of any kind is in use', () => {
  const status = (intent: string) => only(request('m', { intent })).status;
  assert.deepEqual(['proposal', 'plan', 'option'].map(status), ['intended', 'intended', 'intended']);
  const orders = ['order', 'original-order', 'reflex-order', 'filler-order', 'instance-order'];
  assert.deepEqual([...new Set(orders.map(status))], ['in-use']);
  assert.equal(only(request('m', { status: 'stopped', intent: 'plan' })).status, 'stopped');
});

test('what was cancelled or not taken never started, and its days are told as such', () => {
  const read = (resource: Json) => {
    const { started, stopped, on, statusReason, remarks } = only(resource);
    return [started, stopped, on, statusReason, remarks];
  };
  const effectivePeriod = { start: '2026-11-15', end: '2026-11-18' };
  assert.deepEqual(read(request('m', { status: 'cancelled', authoredOn: '2026-11-15' })), [
    null,
    null,
    '2026-11-15',
    null,
    ['cancelled'],
  ]);
  assert.deepEqual(
    read(request('m', { status: 'cancelled', dosageInstruction: [bounds('2026-11-15')] })).slice(0, 3),
    [null, null, '2026-11-15'],
  );
  assert.deepEqual(read(statement('m', { status: 'not-taken', effectivePeriod })), [
    null,
    null,
    '2026-11-15',
    'recorded as not taken from 15-Nov-2026 until 18-Nov-2026',
    undefined,
  ]);
  assert.deepEqual(
    read(statement('m', { status: 'not-taken', effectiveDateTime: '2026-11-15' })).slice(2, 4),
    ['2026-11-15', 'recorded as not taken from 15-Nov-2026'],
  );
  assert.equal(only(statement('m', { status: 'not-taken' })).statusReason, 'recorded as not taken');
});

test('"do not give" is a statement of its own, and never a medicine in use or a stopped one', () => {
  const read = (fields: Json) => {
    const { status, prohibits } = only(request('m', { doNotPerform: true, ...fields }));
    return [status, prohibits];
  };
  assert.deepEqual(read({}), ['not-to-be-given', true]);
  assert.deepEqual(read({ status: 'unknown' }), ['not-to-be-given', true]);
  assert.deepEqual(read({ status: 'stopped' }), ['stopped', true]);
  // Under "Planned, not started" it would be the very medicine that must not be given.
  assert.deepEqual(read({ status: 'draft' }), ['not-to-be-given', true]);
  assert.deepEqual(read({ dosageInstruction: [bounds('2027-01-01')] }), ['not-to-be-given', true]);
  assert.equal(only(request('m', { doNotPerform: false })).prohibits, undefined);
});

test('an active medicine past the end of its course is past its end', () => {
  const read = (resource: Json) => {
    const { status, stopped, cautions } = only(resource);
    return [status, stopped, cautions];
  };
  const past = ['past-its-end', '2026-01-05', ['past-its-date']];
  assert.deepEqual(read(statement('m', { effectivePeriod: { end: '2026-01-05' } })), past);
  assert.deepEqual(read(request('m', { dosageInstruction: [bounds('2026-01-01', '2026-01-05')] })), past);
  assert.deepEqual(read(statement('m', { dosage: [bounds(undefined, '2026-01-05')] })), past);
  assert.deepEqual(read(request('m', { dosageInstruction: [bounds(undefined, '2026-11-21')] })), [
    'in-use',
    '2026-11-21',
    [],
  ]);
});

test('a course ends with its last step, and only where every step has an end', () => {
  const status = (...steps: readonly Json[]) => only(request('m', { dosageInstruction: steps })).status;
  assert.equal(status(bounds(undefined, '2026-01-05'), bounds(undefined, '2026-12-05')), 'in-use');
  assert.equal(status(bounds(undefined, '2026-12-05'), bounds(undefined, '2026-01-05')), 'in-use');
  assert.equal(status(bounds(undefined, '2026-01-05'), { text: 'then one daily' }), 'in-use');
  assert.equal(status(bounds(undefined, '2026-02-05'), bounds(undefined, '2026-01-05')), 'past-its-end');
});

test('an end in the past adds nothing to a medicine on hold or stopped', () => {
  const effectivePeriod = { end: '2026-01-05' };
  assert.deepEqual(only(statement('m', { status: 'stopped', effectivePeriod })).cautions, []);
  assert.equal(only(statement('m', { status: 'on-hold', effectivePeriod })).status, 'on-hold');
});

test('a medicine that starts after today is planned, however the record says so', () => {
  const read = (resource: Json) => {
    const { status, started } = only(resource);
    return [status, started];
  };
  const planned = ['intended', '2026-12-05'];
  assert.deepEqual(read(statement('m', { effectivePeriod: { start: '2026-12-05' } })), planned);
  assert.deepEqual(read(statement('m', { effectiveDateTime: '2026-12-05' })), planned);
  assert.deepEqual(read(request('m', { dosageInstruction: [bounds('2026-12-05')] })), planned);
  const validityPeriod = { start: '2026-12-05' };
  assert.deepEqual(read(request('m', { dispenseRequest: { validityPeriod } })), planned);
  assert.deepEqual(read(request('m', { dosageInstruction: [bounds('2026-12-05'), bounds('2026-11-01')] })), [
    'in-use',
    '2026-11-01',
  ]);
});

test('a prescription dated in the future keeps its status, says so, and comes after the rest', () => {
  const found = listed(
    request('a', { authoredOn: '2027-01-01' }),
    request('z', { authoredOn: '2026-11-01' }),
  );
  assert.deepEqual(
    found.map(({ status, cautions }) => [status, cautions]),
    [
      ['in-use', []],
      ['in-use', ['future-dated']],
    ],
  );
});

test('a prescription past its dispensing date says so, and the medicine has not ended by that', () => {
  const dispenseRequest = { validityPeriod: { start: '2026-01-01', end: '2026-02-01' } };
  const found = only(request('m', { dispenseRequest }));
  assert.deepEqual([found.status, found.cautions], ['in-use', ['past-its-date']]);
  assert.deepEqual(found.remarks, ['prescription valid from 01-Jan-2026 until 01-Feb-2026']);
});

test('a course of so many days that must be over says so, unless it is long term or a repeat', () => {
  const days = (value: number, code = 'd') => ({
    dosageInstruction: [{ timing: { repeat: { boundsDuration: { value, code } } } }],
  });
  const cautions = (fields: Json) => only(request('m', { authoredOn: '2026-11-10', ...fields })).cautions;
  assert.deepEqual(cautions(days(5)), ['past-its-date']);
  assert.deepEqual(cautions(days(1, 'wk')), ['past-its-date']);
  assert.deepEqual(cautions(days(2, 'wk')), []);
  assert.deepEqual(cautions(days(11)), []);
  const courseOfTherapyType = { coding: [{ code: 'continuous' }] };
  assert.deepEqual(cautions({ ...days(5), courseOfTherapyType }), []);
  assert.deepEqual(cautions({ ...days(5), dispenseRequest: { numberOfRepeatsAllowed: 3 } }), []);
  assert.deepEqual(cautions({ dosageInstruction: [...days(5).dosageInstruction, { text: 'then one' }] }), []);
});

test('a stopped medicine says why, with every reason', () => {
  const statusReason = { text: 'acute kidney injury' };
  assert.equal(only(request('m', { status: 'on-hold', statusReason })).statusReason, 'acute kidney injury');
  const reasons = [{ text: 'dizzy' }, { text: 'fell' }];
  assert.equal(
    only(statement('m', { status: 'stopped', statusReason: reasons })).statusReason,
    'dizzy; fell',
  );
  assert.equal(
    only(statement('m', { status: 'not-taken', statusReason: reasons })).statusReason,
    'recorded as not taken; dizzy; fell',
  );
  assert.equal(only(statement('m', {})).statusReason, null);
});

test('a statement of a course of so many days that must be over says so too, and one of a repeat never does', () => {
  const dosage = [{ timing: { repeat: { boundsDuration: { value: 7, code: 'd' } } } }];
  const cautions = (fields: Json, ...more: readonly Json[]) =>
    listed(statement('s', { dosage, ...fields }), ...more)[0]?.cautions;
  assert.deepEqual(cautions({ effectivePeriod: { start: '2026-10-01' } }), ['past-its-date']);
  assert.deepEqual(cautions({ effectiveDateTime: '2026-10-01' }), ['past-its-date']);
  assert.deepEqual(cautions({ dateAsserted: '2026-10-01' }), ['past-its-date']);
  assert.deepEqual(cautions({ effectivePeriod: { start: '2026-11-18' } }), []);
  assert.deepEqual(cautions({}), [], 'nobody knows when it began');
  const repeat = request('r', { courseOfTherapyType: { coding: [{ code: 'continuous' }] } });
  const basedOn = [{ reference: 'MedicationRequest/r' }];
  assert.deepEqual(cautions({ effectivePeriod: { start: '2026-10-01' }, basedOn }, repeat), []);
});

test('a dose for named days alone is past its date after the last of them', () => {
  const cautions = (...event: readonly string[]) =>
    only(request('r', { dosageInstruction: [{ timing: { event } }] })).cautions;
  assert.deepEqual(cautions('2026-01-02', '2026-02-02'), ['past-its-date']);
  assert.deepEqual(cautions('2026-01-02', '2026-12-02'), []);
});

test('an instruction not to give a medicine never reads as taken or about to start, whatever its status', () => {
  const told = (status: string) => {
    const found = only(request('r', { doNotPerform: true, status }));
    return [found.status, ...found.cautions, ...(found.remarks ?? [])];
  };
  assert.deepEqual(told('active'), ['not-to-be-given']);
  assert.deepEqual(told('draft'), ['not-to-be-given', 'unconfirmed', 'the instruction is not in force yet']);
  assert.deepEqual(told('on-hold'), ['not-to-be-given', 'unconfirmed', 'the instruction is on hold']);
  assert.deepEqual(told('stopped'), ['stopped']);
  assert.deepEqual(told('completed'), ['completed']);
});

test('a course that ends by its count, or by its words alone, is past its date', () => {
  const cautionsOf = (fields: Json, on = '2026-01-10') =>
    only(statement('m', { dateAsserted: on, dosage: [fields] })).cautions;
  const count = (repeat: Json, more: Json = {}) => cautionsOf({ timing: { repeat }, ...more });
  const PAST = ['past-its-date'];
  assert.deepEqual(count({ count: 1 }), PAST);
  assert.deepEqual(count({ count: 3, frequency: 1, period: 1, periodUnit: 'd' }), PAST);
  for (const text of [
    'One daily for 7 days',
    'Take one twice a day for seven days.',
    'One daily for 2 weeks only',
    'One daily, one week only',
    '1 tds x 5/7',
    'One bd for 1/52',
    'One at night for 2/12.',
    'Two every four hours for 24 hours',
    'Paracetamol 1g qds for 48h',
    'Give one dose every 6 hours for 72 hrs only',
  ])
    assert.deepEqual(cautionsOf({ text }), PAST, text);
  assert.deepEqual(cautionsOf({ text: 'One daily for 7 days' }, '2026-11-18'), []);
  // Thirty doses, three a day, last ten days. Five, one each second day, last ten as well. So do two weeks, fourteen.
  const thirty = { timing: { repeat: { count: 30, frequency: 3, period: 1, periodUnit: 'd' } } };
  const five = { timing: { repeat: { count: 5, frequency: 1, period: 2, periodUnit: 'd' } } };
  for (const course of [thirty, five]) {
    assert.deepEqual(cautionsOf(course, '2026-11-10'), PAST);
    assert.deepEqual(cautionsOf(course, '2026-11-15'), []);
  }
  assert.deepEqual(cautionsOf({ text: 'One daily for 2 weeks' }, '2026-11-06'), PAST);
  assert.deepEqual(cautionsOf({ text: 'One daily for 2 weeks' }, '2026-11-12'), []);
  assert.deepEqual(count({ count: 1 }, { asNeededBoolean: true }), []);
  assert.deepEqual(count({ count: 300, frequency: 1, period: 1, periodUnit: 'wk' }), []);
  for (const text of [
    'Two daily for 7 days, then one daily',
    'One daily for 7 days, repeat each month',
    'One daily if in pain for 7 days',
    'One daily, best for 7 days at least',
    'Apply one patch daily for 24 hours',
    'Take as a dose and wear for 12 hours',
    'Feed daily at 80 ml an hour for 20 hours',
    'Oxygen every night for 15 hours',
    'Take one daily and avoid alcohol for 48 hours',
    'Works for 12 hours',
    'One each morning. Remain upright for 1 hour',
    'Take one daily and sit up for 2 hours',
  ])
    assert.deepEqual(cautionsOf({ text }), [], text);
  const hours = { timing: { repeat: { boundsDuration: { value: 36, unit: 'h', code: 'h' } } } };
  assert.deepEqual(cautionsOf(hours), PAST);
  assert.deepEqual([cautionsOf(hours, '2026-11-20'), cautionsOf(hours, '2026-11-18')], [[], PAST]);
});
