import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsSay } from '../readers/r4/map/none-said.ts';

for (const text of [
  'No dementia',
  'No known dementia',
  'Not diabetic',
  'Not a diabetic',
  'Non-diabetic',
  'Not known to have epilepsy',
  'Does not have dementia',
  'Has no diabetes',
  'Never had a stroke',
  'Denies chest pain',
  'No dementia or delirium',
  'No diabetes, no hypertension',
  'No chronic kidney disease',
  'No pressure ulcers',
  'No recent falls',
  'No swallowing difficulties',
  'Diabetes mellitus not present (situation)',
  'Dementia: no',
  'Dementia absent',
  'MRSA negative',
  'Negative for MRSA',
  'No evidence of recurrence',
  'No clinical evidence of infection',
  'No signs of pressure damage',
  'No family history of dementia',
  'Absence of seizures',
  'No known allergies',
  'No hearing problems',
  'No concerns',
  'Not suffering from depression',
  'Not currently depressed',
  'No falls in the last 6 months',
  'No penicillin allergy',
  'Not on any medication',
  'Resident says she has no diabetes',
])
  test(`"${text}" says that a problem is absent`, () => {
    assert.deepEqual(wordsSay('problems', text), ['part']);
  });

for (const text of [
  'Dementia',
  'Type 2 diabetes mellitus without complication',
  'Absence seizures',
  'No fixed abode',
  'Nil by mouth',
  'No capacity to consent to care',
  'No vision in left eye',
  'No pulse in left foot',
  'Not weight bearing',
  'Not for hospital admission',
  'No pain relief since Friday',
  'No infection control plan',
  'No change in dementia',
  'No evidence of healing of pressure ulcer',
  'No sign of improvement',
  'No evidence of recurrence but weight loss',
  'No evidence of dementia. Mild cognitive impairment since 2024',
  'No dementia, has mild cognitive impairment',
  'Not controlled asthma',
  'Non-insulin dependent diabetes',
  'Non-small cell lung cancer',
  'Non-Hodgkin lymphoma',
  'Non-epileptic seizures',
  'Non-alcoholic fatty liver disease',
  'Non-ST elevation myocardial infarction',
  'Never treated depression',
  'No longer able to walk because of pain',
  'Not sleeping because of pain',
  'HER2 negative breast cancer',
])
  test(`"${text}" does not say that a problem is absent`, () => {
    assert.equal(wordsSay('problems', text), null);
  });
