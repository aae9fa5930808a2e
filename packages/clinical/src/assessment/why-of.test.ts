import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../form/answer.ts';
import { instruments } from '../instruments/index.ts';
import { answered, NURSE, SEEN, type SaidByKey } from './answered.fixtures.ts';
import { cgaFrailtyIndex } from './cga-frailty-index.ts';
import { cga1 } from './cga/cga-1.ts';
import { whyOf } from './why-of.ts';

function why(instrument: string, said: SaidByKey) {
  const state = answered(cga1, said);
  return whyOf(state.scores.get(instrument) ?? assert.fail(), state, instruments);
}

const FOUR_AT = { 'delirium-signs': 'yes', '4at/alertness': 'normal', '4at/amt4': '1', '4at/acute': 'no' };

test('every part stands there with its question, answer, points and day, and what nobody answered as missing', () => {
  const { parts } = why('4at', FOUR_AT);
  assert.deepEqual(
    parts.map(({ item, state, value, points, on }) => [item, state, value, points, on]),
    [
      ['4at/alertness', 'counted', 'Alert and calm', 0, '2026-11-12'],
      ['4at/amt4', 'counted', 'One wrong', 1, '2026-11-12'],
      ['4at/months', 'missing', null, null, null],
      ['4at/acute', 'counted', 'No', 0, '2026-11-12'],
    ],
  );
});

test('it says the total as it is, the version, the rule’s citation and its notice', () => {
  const { title, total, version, citation, notice, cautions } = why('4at', FOUR_AT);
  assert.equal(title, '4AT');
  assert.equal(total, 'not complete: at least 1 of 12, already possible cognitive impairment');
  assert.equal(version, 'version 1.2');
  assert.match(citation ?? '', /Bellelli 2014/);
  assert.match(notice ?? '', /still possible/);
  assert.deepEqual(cautions, ['it is not said who was asked about the change']);
});

test('why there is no answer is said, and is no zero', () => {
  const refused: Answer = { state: 'refused', reason: 'upset', at: SEEN, by: NURSE };
  const [, amt4] = why('4at', { ...FOUR_AT, '4at/amt4': refused }).parts;
  assert.deepEqual(
    [amt4?.state, amt4?.value, amt4?.points],
    ['not-assessed', 'not assessed: refused (upset)', null],
  );
});

test('a part that was taken over keeps the day and source of the record', () => {
  const taken: Answer = {
    state: 'given',
    values: [{ type: 'number', value: 52, unit: 'kg' }],
    at: SEEN,
    by: NURSE,
    from: { kind: 'accepted', recordedOn: '2026-03-03', source: 'Shared record' },
  };
  const [kg] = why('bmi', { 'bmi/kg': taken, 'bmi/heightM': 1.5 }).parts;
  assert.deepEqual([kg?.value, kg?.on, kg?.source], ['52 kg', '2026-03-03', 'Shared record']);
});

test('readings in rows are said as what they came to', () => {
  const said = {
    standing: 'orthostatic-bp',
    'orthostatic-bp/lyingSbp': 140,
    'orthostatic-bp/sbp[1]': 110,
    'orthostatic-bp/minute[1]': 1,
  };
  const part = why('orthostatic-bp', said).parts.find(({ item }) => item === null);
  assert.match(part?.value ?? '', /^110 over not measured mmHg at 1 minute$/);
});

test('the index of an assessment lists its deficits by their words, with how many were known', () => {
  const state = answered(cga1, { sleep: 'broken', conditions: ['stroke'], 'conditions-all': 'yes' });
  const { title, parts, from, citation } = whyOf(
    cgaFrailtyIndex(cga1, state) ?? assert.fail(),
    state,
    instruments,
  );
  assert.equal(title, 'Frailty index of this assessment');
  assert.deepEqual(from, { considered: 17, of: 48 });
  assert.equal(citation, null);
  assert.deepEqual(parts.find(({ label }) => label === 'Stroke or TIA')?.points, 1);
  assert.deepEqual(parts.find(({ label }) => label === 'Sleep')?.points, 0.5);
  assert.deepEqual(parts.find(({ label }) => label === 'Dementia diagnosed')?.state, 'missing');
});
