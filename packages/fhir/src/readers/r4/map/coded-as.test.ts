import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, hl7, PATIENT, value, type Json } from '../../../record.fixtures.ts';
import { codedAs } from './coded-as.ts';

const concept = (text: string, ...displays: readonly string[]): Json => ({
  ...(text === '' ? {} : { text }),
  coding: displays.map((display) => ({ system: 'http://snomed.info/sct', code: '1', display })),
});

test('a coding that differs from the words is shown beside them', () => {
  assert.deepEqual(codedAs('Chest trouble', concept('', 'Chronic obstructive lung disease (disorder)')), [
    'coded as “Chronic obstructive lung disease (disorder)”',
  ]);
  assert.deepEqual(codedAs('No dementia', concept('', 'Dementia')), ['coded as “Dementia”']);
  assert.deepEqual(codedAs('Dementia', concept('', 'No dementia')), ['coded as “No dementia”']);
});

test('a coding that says the same in another order or case, or with a tag, is not repeated', () => {
  const same = concept('', 'Allergy to penicillin (finding)', 'Penicillin', 'PENICILLIN (substance)');
  assert.deepEqual(codedAs('Penicillin', same), []);
  assert.deepEqual(codedAs('Penicillin', undefined), []);
});

const active = hl7('allergyintolerance-clinical', 'active');

test('an allergy coded as two substances names both, and a reaction shows what its words leave out', () => {
  const [allergy] = value('allergies', [
    PATIENT,
    about('AllergyIntolerance', 'a', {
      clinicalStatus: active,
      code: concept('', 'Allergy to penicillin', 'Allergy to aspirin'),
      reaction: [{ manifestation: [concept('Reaction', 'Anaphylaxis')] }],
    }),
  ]);
  assert.deepEqual(allergy?.details, ['coded as “Allergy to aspirin”']);
  assert.equal(allergy?.reactions[0]?.text, 'Reaction (coded as “Anaphylaxis”)');
});

test('a problem, an alert and a vaccine show their codings', () => {
  const [problem] = value('problems', [
    about('Condition', 'c', { code: concept('Stroke', 'Right-sided stroke') }),
  ]);
  assert.deepEqual(problem?.details, ['coded as “Right-sided stroke”']);
  const [alert] = value('alerts', [
    about('Flag', 'f', { status: 'active', code: concept('Infection', 'MRSA carrier') }),
  ]);
  assert.deepEqual(alert?.details, ['coded as “MRSA carrier”']);
  const [event] = value('events', [
    about('Immunization', 'i', { status: 'completed', vaccineCode: concept('Flu', 'COVID-19 vaccine') }),
  ]);
  assert.deepEqual(event?.details, ['coded as “COVID-19 vaccine”']);
});

test('a safeguarding flag still only says that there is one', () => {
  const [alert] = value('alerts', [
    about('Flag', 'f', { status: 'active', code: concept('Safeguarding', 'Victim of abuse') }),
  ]);
  assert.deepEqual([alert?.text, alert?.details], ['Safeguarding flag: ask the home', undefined]);
});

test('two codes without words are both said, for an allergy and a problem', () => {
  const code = {
    coding: [
      { system: 'http://snomed.info/sct', code: '91936005' },
      { system: 'http://snomed.info/sct', code: '293586001' },
      { system: 'https://vendor.example/codes', code: '91936005' },
    ],
  };
  const [allergy] = value('allergies', [about('AllergyIntolerance', 'a', { clinicalStatus: active, code })]);
  assert.deepEqual([allergy?.substance, allergy?.cautions], ['91936005, 293586001', ['code-only']]);
  const [problem] = value('problems', [about('Condition', 'c', { code })]);
  assert.deepEqual([problem?.text, problem?.cautions], ['91936005, 293586001', ['code-only']]);
});
