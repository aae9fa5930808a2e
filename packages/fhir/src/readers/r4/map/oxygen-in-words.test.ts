import assert from 'node:assert/strict';
import { test } from 'node:test';
import { content, fate, observation, value, type Json } from '../../../record.fixtures.ts';

const LOINC = (code: string): Json => ({ coding: [{ system: 'http://loinc.org', code }] });
const amount = (number: number, unit: string): Json => ({ valueQuantity: { value: number, unit } });
const rows = (...resources: readonly Json[]) =>
  value('news2', resources).observations.map(({ name, text, details = [], cautions }) =>
    [`${name}: ${text}`, ...details, ...cautions].join('; '),
  );
const said = (text: string, fields: Json) => rows(observation('o', { text }, fields));

test('a flow of oxygen without a device says that the resident is on oxygen, and how much', () => {
  assert.deepEqual(rows(observation('o', LOINC('3151-8'), amount(2, 'L/min'))), [
    'Air or oxygen: On oxygen; recorded: 2 L/min',
  ]);
  assert.deepEqual(said('Inspired oxygen (%)', amount(28, '%')), [
    'Air or oxygen: On oxygen; Inspired oxygen (%): 28 %',
  ]);
  assert.deepEqual(said('Oxygen flow rate', amount(2, 'L/min')), [
    'Air or oxygen: On oxygen; Oxygen flow rate: 2 L/min',
  ]);
});

test('no flow, and the oxygen of air, are shown as they are and not scored', () => {
  assert.deepEqual(rows(observation('o', LOINC('3151-8'), amount(0, 'L/min'))), [
    'Air or oxygen: Inhaled oxygen flow rate: 0 L/min',
  ]);
  assert.deepEqual(said('FiO2', amount(21, '%')), ['Air or oxygen: FiO2: 21 %']);
});

test('the flow in a component of a saturation is a sign of its own', () => {
  const component = [{ code: LOINC('3151-8'), ...amount(2, 'L/min') }];
  assert.deepEqual(rows(observation('o', LOINC('59408-5'), { ...amount(94, '%'), component })), [
    'Oxygen saturation: 94 %',
    'Air or oxygen: On oxygen; Inhaled oxygen flow rate: 2 L/min',
  ]);
});

test('a title that asks for oxygen or air is read with its answer', () => {
  assert.deepEqual(said('Supplemental oxygen', { valueBoolean: true }), ['Air or oxygen: On oxygen']);
  assert.deepEqual(said('Supplemental oxygen', { valueBoolean: false }), ['Air or oxygen: Air']);
  assert.deepEqual(said('Air or oxygen?', { valueString: 'Air' }), ['Air or oxygen: Air']);
  assert.deepEqual(said('Room air', { valueBoolean: false }), ['Air or oxygen: Room air: no']);
  assert.deepEqual(said('Oxygen', { valueString: '2L via nasal cannula' }), [
    'Air or oxygen: Oxygen: 2L via nasal cannula',
  ]);
  // It may be a saturation.
  assert.deepEqual(said('Oxygen', amount(94, '%')), ['Air or oxygen: Oxygen: 94 %']);
  const [declined] =
    value('news2', [observation('o', { text: 'Oxygen therapy' }, { valueString: 'Refused' })]).notMeasured ??
    [];
  assert.equal(declined?.why, 'Refused');
});

test('a saturation "on air" is one, with its title beside it', () => {
  assert.deepEqual(said('O2 sats on air', amount(94, '%')), [
    'Oxygen saturation: 94 %; titled “O2 sats on air”',
  ]);
  assert.deepEqual(said('SpO2 (on 2 L oxygen)', amount(91, '%')), [
    'Oxygen saturation: 91 %; titled “SpO2 (on 2 L oxygen)”',
  ]);
  assert.deepEqual(said('O2', amount(94, '%')), ['Oxygen saturation: 94 %']);
});

test('the oxygen of somebody else, or a visit about it, is no sign of the resident', () => {
  for (const text of [
    'Husband on oxygen',
    'Home oxygen assessment due',
    'Oxygen cylinder delivered to room',
  ]) {
    const record = observation('o', { text }, { valueBoolean: true });
    assert.equal(content('news2', [record]).kind, 'not-recorded', text);
    assert.deepEqual(fate('o', [record]), { state: 'set-aside', why: 'no-section' });
  }
});
