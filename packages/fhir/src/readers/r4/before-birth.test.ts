import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  about,
  allergy,
  build,
  observation,
  PATIENT,
  snomed,
  value,
  type Json,
} from '../../record.fixtures.ts';
import { listed, request, statement } from './map/medicine.fixtures.ts';

// The resident of the fixtures was born on 09-Apr-1938.
const BEFORE = ['before-birth'];
const weighed = (effectiveDateTime: string) =>
  observation('w', snomed('27113001'), { valueQuantity: { value: 61, unit: 'kg' }, effectiveDateTime });
const problem = (fields: Json) => about('Condition', 'c', { code: { text: 'Asthma' }, ...fields });

test('a date before the birth is doubted wherever it stands', () => {
  assert.deepEqual(value('weight', [weighed('1900-01-01')]).weights[0]?.cautions, BEFORE);
  assert.deepEqual(value('problems', [problem({ onsetDateTime: '1899' })])[0]?.cautions, BEFORE);
  assert.deepEqual(value('problems', [problem({ recordedDate: '1753-01-01' })])[0]?.cautions, BEFORE);
  assert.deepEqual(
    value('allergies', [allergy('a', 'Latex', { lastOccurrence: '1900' })])[0]?.cautions,
    BEFORE,
  );
  assert.deepEqual(listed(statement('m', { dateAsserted: '1900-01-01' }))[0]?.cautions, BEFORE);
  assert.deepEqual(listed(request('m', { authoredOn: '0001-01-01' }))[0]?.cautions, BEFORE);
  const visit = about('Encounter', 'e', {
    status: 'finished',
    type: [{ text: 'GP visit' }],
    period: { start: '1900' },
  });
  assert.deepEqual(value('events', [visit])[0]?.cautions, BEFORE);
});

test('a date that may be of the same day, month or year as the birth is not before it', () => {
  for (const day of ['1938', '1938-04', '1938-04-09', '1938-04-09T00:00:00Z'])
    assert.deepEqual(value('weight', [weighed(day)]).weights[0]?.cautions, [], day);
  const ofYear = { resources: [{ ...PATIENT, birthDate: '1938' }, weighed('1938-01-01')] };
  assert.deepEqual(value('weight', [], ofYear).weights[0]?.cautions, []);
});

test('without a birth, or with one in the future, no other date is measured by it', () => {
  for (const birthDate of [undefined, '2031-01-01', 'unknown'])
    assert.deepEqual(
      value('weight', [], { resources: [{ ...PATIENT, birthDate }, weighed('1900-01-01')] }).weights[0]
        ?.cautions,
      [],
      String(birthDate),
    );
});

const NEVER = '0001-01-01';
const MORE = [{ name: 'end, before the birth', text: '01-Jan-0001' }];

test('an end before the birth ends nothing, and stays in sight', () => {
  const [found] = value('problems', [problem({ abatementDateTime: NEVER })]);
  assert.deepEqual(
    [found?.status, found?.ended, found?.cautions, found?.more],
    ['not-stated', null, BEFORE, MORE],
  );
  const [medicine] = listed(statement('m', { effectivePeriod: { start: '2026-01-01', end: NEVER } }));
  assert.deepEqual([medicine?.status, medicine?.stopped, medicine?.cautions], ['in-use', null, BEFORE]);
  const flag = about('Flag', 'f', { status: 'active', code: { text: 'MRSA' }, period: { end: NEVER } });
  assert.deepEqual(value('alerts', [flag])[0]?.cautions, BEFORE);
  const daughter = about('RelatedPerson', 'd', { name: [{ text: 'Jo' }], period: { end: NEVER } });
  const [contact] = value('people', [daughter]).contacts;
  assert.deepEqual(
    [contact?.name, contact?.until, contact?.cautions, contact?.more],
    ['Jo', null, BEFORE, MORE],
  );
  const patient = { ...PATIENT, contact: [{ name: { text: 'Kim' }, period: { end: NEVER } }] };
  assert.equal(value('people', [], { resources: [patient] }).contacts[0]?.until, null);
});

test('a mother is older than her child, and a name or a number may be too', () => {
  const period = { start: '1899-01-01' };
  const mother = about('RelatedPerson', 'd', {
    name: [{ text: 'Jo', period }],
    identifier: [{ value: '1', period }],
    birthDate: '1910-01-01',
  });
  assert.deepEqual(value('people', [mother]).contacts[0]?.cautions, []);
  const answers = about('QuestionnaireResponse', 'q', {
    status: 'completed',
    authored: '2026-05-01',
    item: [{ linkId: '1', text: 'Mother born', answer: [{ valueDate: '1910-01-01' }] }],
  });
  assert.doesNotMatch(JSON.stringify(build([answers]).view), /before-birth/);
});
