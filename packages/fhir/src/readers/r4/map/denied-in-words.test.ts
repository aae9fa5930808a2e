import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, allergy, content, fate, hl7, value, type Json } from '../../../record.fixtures.ts';

const cautionsOf = (text: string, fields: Json = {}) =>
  value('allergies', [allergy('a', text, fields)])[0]?.cautions;
const note = (text: string) => ({ note: [{ text }] });
const problem = (text: string, fields: Json = {}) =>
  value('problems', [
    about('Condition', 'c', {
      clinicalStatus: hl7('condition-clinical', 'active'),
      code: { text },
      ...fields,
    }),
  ])[0]?.cautions;
const DOUBT = ['contradicts-itself'];

test('an allergy in force that its own words deny contradicts itself', () => {
  for (const text of [
    'Allergy refuted by testing; de-labelled',
    'Entered in error',
    'Wrong patient',
    'No longer allergic',
    'Tolerated since 2020',
  ])
    assert.deepEqual(cautionsOf('Penicillin', note(text)), DOUBT, text);
  for (const text of [
    'No longer allergic to penicillin',
    'Tolerates penicillin',
    'Penicillin - denies',
    'Penicillin: no',
    'Latex - nil',
    'Penicillin - tolerates',
    'Penicillin: tolerated well',
  ])
    assert.deepEqual(cautionsOf(text), DOUBT, text);
});

test('words about something else, or about a doubt that proved wrong, deny nothing', () => {
  for (const text of [
    'Tolerates cefalexin',
    'Not allergic to erythromycin',
    'Cannot be refuted',
    'To be refuted by testing',
    'Anaphylaxis; PE ruled out',
  ])
    assert.deepEqual(cautionsOf('Penicillin', note(text)), [], text);
  const clinicalStatus = hl7('allergyintolerance-clinical', 'inactive');
  assert.deepEqual(cautionsOf('Penicillin', { ...note('Entered in error'), clinicalStatus }), []);
});

test('“not tolerated” denies nothing', () => {
  for (const text of ['Codeine - not tolerated', 'Codeine - poorly tolerated'])
    assert.deepEqual(cautionsOf(text), [], text);
});

test('the same applies to a problem', () => {
  assert.deepEqual(problem('Dementia', note('Misdiagnosed: delirium')), DOUBT);
  assert.deepEqual(problem('Asthma (excluded)'), DOUBT);
  assert.deepEqual(problem('Pneumonia', note('Resolved March 2026')), DOUBT);
  for (const text of ['Pneumonia (resolved)', 'Resolved DVT', 'Pressure ulcer, healed'])
    assert.deepEqual(problem(text), DOUBT, text);
  for (const text of ['Healed 3 Nov 2026', 'Now fully healed', 'Cleared, no longer infectious'])
    assert.deepEqual(problem('Pressure ulcer', note(text)), DOUBT, text);
  assert.deepEqual(problem('Chest pain', note('MI ruled out')), []);
  assert.deepEqual(problem('Pressure ulcer', note('Not healed')), []);
});

test('words that deny what their code says contradict it', () => {
  const coded = (text: string, display: string) =>
    problem('', { code: { text, coding: [{ system: 'urn:x', code: '1', display }] } });
  assert.deepEqual(coded('No dementia', 'Dementia'), DOUBT);
  assert.deepEqual(coded('Diabetes', 'Diabetes mellitus without complication (disorder)'), []);
  assert.deepEqual(coded('No fixed abode', 'No fixed abode (finding)'), []);
});

test('two status codes that differ are shown as in force, and contradict each other', () => {
  const both = (system: string, ...codes: readonly string[]) => ({
    coding: codes.flatMap((code) => hl7(system, code).coding),
  });
  const clinical = value('allergies', [
    allergy('a', 'Latex', { clinicalStatus: both('allergyintolerance-clinical', 'resolved', 'active') }),
  ])[0];
  assert.deepEqual([clinical?.status, clinical?.cautions], ['active', DOUBT]);
  const kind = { clinicalStatus: both('allergyintolerance-clinical', 'inactive', 'resolved') };
  assert.deepEqual(cautionsOf('Latex', kind), []);
  for (const code of ['refuted', 'entered-in-error']) {
    const verificationStatus = both('allergyintolerance-verification', 'confirmed', code);
    assert.deepEqual(cautionsOf('Latex', { verificationStatus }), DOUBT, code);
    const alone = both('allergyintolerance-verification', code);
    assert.equal(fate('a', [allergy('a', 'Latex', { verificationStatus: alone })]).state, 'set-aside');
  }
});

test('a name that only asks is unconfirmed, and one that asks for the cause is certain', () => {
  for (const text of [
    '? dementia',
    '?UTI',
    'Dementia?',
    'Query stroke',
    'Possible UTI',
    'Suspected lung cancer (situation)',
    'Lung cancer (suspected)',
    'Dementia unlikely',
    'r/o PE',
    'Unable to exclude PE',
    'Dementia - awaiting diagnosis',
  ])
    assert.deepEqual(problem(text), ['unconfirmed'], text);
  assert.deepEqual(cautionsOf('?penicillin'), ['unconfirmed']);
  assert.deepEqual(
    problem('Cancer', { code: { text: 'Cancer', coding: [{ display: 'Suspected cancer' }] } }),
    ['unconfirmed'],
  );
  for (const text of ['Fall ?cause', 'Anaemia ? GI bleed', 'Impossible to wake', 'Dementia'])
    assert.deepEqual(problem(text), [], text);
});

test('an absence is no problem and is not counted: it is shown as a statement', () => {
  const condition = (id: string, text: string) =>
    about('Condition', id, { clinicalStatus: hl7('condition-clinical', 'active'), code: { text } });
  const found = content('problems', [condition('a', 'Asthma'), condition('b', 'Not diabetic')]);
  assert.ok(found.kind === 'recorded');
  assert.deepEqual(
    [found.value.map(({ text }) => text), found.nones?.map(({ text, scope }) => [text, scope])],
    [['Asthma'], [['Not diabetic', 'part']]],
  );
});

test('a name about the family says so, and the resident’s own troubles with the family do not', () => {
  const [found] = value('problems', [about('Condition', 'c', { code: { text: 'Mother had dementia' } })]);
  assert.deepEqual([found?.cautions, found?.details], [DOUBT, ['about the family, by its own words']]);
  for (const text of ['FH: stroke', 'F/H diabetes', 'Family history of epilepsy', 'Stroke in father'])
    assert.deepEqual(problem(text), DOUBT, text);
  assert.deepEqual(cautionsOf('Family history of penicillin allergy'), DOUBT);
  for (const text of ['Carer strain', 'Wife in care home', 'Sister Mary ward', 'Stroke'])
    assert.deepEqual(problem(text), [], text);
});

test('a code of R4 in other letters is read as a word, and one among the clinical statuses sets aside', () => {
  const refuted = { coding: [{ code: 'REFUTED' }] };
  assert.deepEqual(problem('Dementia', { verificationStatus: refuted }), ['mistaken-in-words']);
  const mistaken = about('Condition', 'c', {
    code: { text: 'Dementia' },
    clinicalStatus: { coding: [{ code: 'entered-in-error' }] },
  });
  assert.deepEqual(fate('c', [mistaken]), { state: 'set-aside', why: 'entered-in-error' });
});

test('a problem whose name says on which day it was over contradicts itself', () => {
  for (const text of [
    'UTI (treated, resolved Oct 2026)',
    'Pressure ulcer - healed 12/09/2026',
    'PE ruled out on 3 May 2025',
    'Cellulitis, resolved 2025',
  ])
    assert.deepEqual(problem(text), DOUBT, text);
  for (const text of ['Pressure ulcer, not healed 2026', 'Fracture 2025', 'Stroke Oct 2026'])
    assert.deepEqual(problem(text), [], text);
});

test('an allergy that tests excluded, or that caused no reaction, contradicts itself', () => {
  assert.deepEqual(cautionsOf('Penicillin allergy excluded by testing'), DOUBT);
  assert.deepEqual(cautionsOf('Latex allergy ruled out on patch test'), DOUBT);
  assert.deepEqual(cautionsOf('Penicillin allergy not excluded by testing'), []);
  const reaction = (text: string) => ({ reaction: [{ manifestation: [{ text }] }] });
  for (const text of ['No reaction', 'Tolerated', 'Did not react', 'Has had no allergic reaction'])
    assert.deepEqual(cautionsOf('Penicillin', reaction(text)), DOUBT, text);
  for (const text of ['None known', 'No reaction recorded', 'Rash'])
    assert.deepEqual(cautionsOf('Penicillin', reaction(text)), [], text);
});

test('an allergy of somebody of the family says so', () => {
  for (const text of [
    'Son allergic to penicillin',
    "Husband's penicillin allergy",
    'Mother intolerant of codeine',
  ])
    assert.deepEqual(cautionsOf(text), DOUBT, text);
  for (const text of ['Daughter’s report: penicillin', 'Sonography gel'])
    assert.deepEqual(cautionsOf(text), [], text);
});
