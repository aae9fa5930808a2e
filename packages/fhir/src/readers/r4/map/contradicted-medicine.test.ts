import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../record.fixtures.ts';
import { listed, request, statement } from './medicine.fixtures.ts';

/** The cautions of the record in use, beside another record of the same medicine. */
const beside = (other: Json, own: Json = { dateAsserted: '2026-05-03' }) =>
  listed(statement('own', own), other).find(({ status }) => status === 'in-use')?.cautions;
const CONTRADICTED = ['contradicted'];

test('a medicine in use is contradicted by a later record that calls it stopped, held or not to be given', () => {
  for (const other of [
    request('o', { status: 'stopped', authoredOn: '2026-06-01' }),
    statement('o', { status: 'on-hold', dateAsserted: '2026-06-01' }),
    statement('o', { status: 'stopped', effectivePeriod: { start: '2026-01-01', end: '2026-06-01' } }),
    request('o', { doNotPerform: true, authoredOn: '2026-06-01' }),
    request('o', { doNotPerform: true, authoredOn: '2026-05-03' }),
    request('o', { status: 'stopped' }),
  ])
    assert.deepEqual(beside(other), CONTRADICTED);
  assert.deepEqual(beside(request('o', { status: 'stopped', authoredOn: '2026-06-01' }), {}), CONTRADICTED);
});

test('a record stopped earlier, or on the day of a new one, contradicts nothing', () => {
  for (const authoredOn of ['2026-05-03', '2026-05-02', '2026-04', '2025'])
    assert.deepEqual(beside(request('o', { status: 'stopped', authoredOn })), [], authoredOn);
  assert.deepEqual(beside(request('o', { doNotPerform: true, authoredOn: '2026-05-02' })), []);
});

test('a stop contradicts where the date of either record does not show which is later', () => {
  const stopped = (authoredOn: string) => request('o', { status: 'stopped', authoredOn });
  for (const dateAsserted of ['2026', '2026-05'])
    assert.deepEqual(beside(stopped('2026-05-20'), { dateAsserted }), CONTRADICTED, dateAsserted);
  assert.deepEqual(beside(stopped('2026')), CONTRADICTED);
  assert.deepEqual(beside(stopped('2025-12-31'), { dateAsserted: '2026' }), []);
});

test('another product, another dose, or a later issue is no contradiction', () => {
  const later = { status: 'stopped', authoredOn: '2026-06-01' };
  const text = 'Apixaban 2.5mg tablets';
  assert.deepEqual(beside(request('o', { ...later, medicationCodeableConcept: { text } })), []);
  const dose = (words: string) => [{ text: words }];
  assert.deepEqual(
    beside(request('o', { ...later, dosageInstruction: dose('One daily') }), { dosage: dose('Two daily') }),
    [],
  );
  const issue = request('i', { status: 'completed', authoredOn: '2026-07-01' });
  const repeat = request('own', { authoredOn: '2026-05-03' });
  const found = listed(repeat, issue, request('o', later)).filter(({ status }) => status === 'in-use');
  assert.deepEqual(
    found.map(({ cautions }) => cautions),
    [[]],
  );
});

test('an order in force that another order in force replaces is contradicted', () => {
  const old = request('a', { authoredOn: '2026-01-01' });
  const fresh = (fields: Json = {}) =>
    request('b', {
      medicationCodeableConcept: { text: 'Apixaban 2.5mg tablets' },
      authoredOn: '2026-08-01',
      priorPrescription: { reference: 'MedicationRequest/a' },
      ...fields,
    });
  const cautions = (...resources: readonly Json[]) =>
    listed(...resources).map(({ generic, cautions }) => [generic, cautions]);
  assert.deepEqual(cautions(old, fresh()), [
    ['Apixaban 2.5mg tablets', []],
    ['Apixaban 5mg tablets', ['contradicted']],
  ]);
  for (const fields of [{ status: 'cancelled' }, { status: 'draft' }])
    assert.deepEqual(cautions(old, fresh(fields)).find(([name]) => name === 'Apixaban 5mg tablets')?.[1], []);
});

test('the record that calls it stopped is contradicted by the one in use, and not by one that came after it', () => {
  const stop = (own: Json) =>
    listed(statement('own', own), request('o', { status: 'stopped', authoredOn: '2026-06-01' })).find(
      ({ status }) => status === 'stopped',
    )?.cautions;
  assert.deepEqual(stop({ dateAsserted: '2026-05-03' }), CONTRADICTED);
  assert.deepEqual(stop({ dateAsserted: '2026-07-03' }), []);
});
