import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, allergy, content, hl7, snomed, value, type Json } from '../../../record.fixtures.ts';

const refuted = (fields: Json = {}): Json =>
  allergy('no', 'PENICILLIN', {
    verificationStatus: hl7('allergyintolerance-verification', 'refuted'),
    ...fields,
  });
const DENIED = 'refuted by another record of 01-Oct-2026';

test('an allergy that another record refutes is listed, and says so with the day', () => {
  const [found, ...more] = value('allergies', [
    allergy('a', 'Penicillin'),
    refuted({ recordedDate: '2026-10-01' }),
  ]);
  assert.equal(more.length, 0);
  assert.equal(found?.status, 'active');
  assert.deepEqual([found?.cautions, found?.details], [['contradicted'], [DENIED]]);
});

test('a shared code does the same, and another substance does not', () => {
  const code = (text: string) => ({ text, ...snomed('91936005', 'Allergy to penicillin') });
  const listed = allergy('a', '', { code: code('Penicillin V') });
  const [found] = value('allergies', [listed, refuted({ code: code('Pen') })]);
  assert.ok(found?.details?.includes('refuted by another record'));
  const [latex] = value('allergies', [allergy('a', 'Latex'), refuted()]);
  assert.deepEqual([latex?.cautions, latex?.details], [[], undefined]);
});

test('a refuted allergy alone lists nothing', () => {
  assert.equal(content('allergies', [refuted()]).kind, 'not-recorded');
});

test('a problem that another record refutes says so', () => {
  const problem = (id: string, fields: Json) =>
    about('Condition', id, { code: { text: 'Dementia' }, ...fields });
  const [found] = value('problems', [
    problem('a', { clinicalStatus: hl7('condition-clinical', 'active') }),
    problem('b', {
      verificationStatus: hl7('condition-ver-status', 'refuted'),
      recordedDate: '2026-10-01',
    }),
  ]);
  assert.deepEqual([found?.cautions, found?.details], [['contradicted'], [DENIED]]);
});

test('a refutation in somebody else’s record does not count', () => {
  const [found] = value('allergies', [
    allergy('a', 'Penicillin'),
    refuted({ patient: { reference: 'Patient/other' } }),
  ]);
  assert.deepEqual(found?.cautions, []);
});

const problem = (id: string, status: string, fields: Json = {}): Json =>
  about('Condition', id, {
    clinicalStatus: hl7('condition-clinical', status),
    code: { text: 'Pneumonia' },
    ...fields,
  });
const ended = problem('o', 'resolved', { abatementDateTime: '2026-11-01' });

test('a problem in force that another record calls over is contradicted, unless it began later', () => {
  const of = (fields: Json) => {
    const [found] = value('problems', [problem('a', 'active', fields), ended]);
    return [found?.cautions, found?.details];
  };
  const over = [['contradicted'], ['resolved in another record of 01-Nov-2026']];
  assert.deepEqual(of({ onsetDateTime: '2026-10-20' }), over);
  assert.deepEqual(of({}), over);
  assert.deepEqual(of({ onsetDateTime: '2026-11-10' }), [[], undefined]);
  assert.deepEqual(of({ code: { text: 'Asthma' } }), [[], undefined]);
});

test('the same applies to an allergy', () => {
  const clinicalStatus = hl7('allergyintolerance-clinical', 'resolved');
  const [found] = value('allergies', [allergy('a', 'Latex'), allergy('b', 'Latex', { clinicalStatus })]);
  assert.deepEqual([found?.cautions, found?.details], [['contradicted'], ['resolved in another record']]);
});
