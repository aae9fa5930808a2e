import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, hl7, value } from '../../../record.fixtures.ts';
import { isOfFamily } from './family-words.ts';

for (const text of [
  'Dementia (mother)',
  'Dementia - mother',
  'Breast cancer (sister, age 50)',
  'Ischaemic heart disease, father',
  'Stroke (mother and maternal aunt)',
  'Mum had a stroke',
  'Dad - bowel cancer',
  'Wife: dementia',
  'Family hx of breast cancer',
  'Maternal aunt breast cancer',
  'Niece with cystic fibrosis',
  'Mother-in-law has dementia',
])
  test(`"${text}" is about the family`, () => assert.ok(isOfFamily(text)));

for (const text of [
  'Dementia (daughter aware)',
  'Penicillin allergy (mother reports)',
  'Anxiety, lives with husband',
  'Grand mal with aura',
  'No family hx of note',
  'Bereaved - husband died',
  'Grief: mother',
  'Shares a room with another resident',
  'Altercation with another resident',
  'Resident with dementia',
])
  test(`"${text}" is about the resident`, () => assert.ok(!isOfFamily(text)));

test('an illness of whoever else lives or works in the home is never the resident’s alone', () => {
  for (const text of [
    'Another resident has scabies',
    'Resident in room 4 has norovirus',
    'Roommate tested positive for covid',
    'Staff member with influenza',
  ]) {
    const clinicalStatus = hl7('condition-clinical', 'active');
    const [problem] = value('problems', [about('Condition', 'c', { clinicalStatus, code: { text } })]);
    assert.deepEqual(problem?.details, ['about somebody else, by its own words'], text);
    assert.deepEqual(problem?.cautions, ['contradicts-itself'], text);
    const [alert] = value('alerts', [about('Flag', 'f', { status: 'active', code: { text } })]);
    assert.equal(alert?.kind, 'other', text);
  }
});
