import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, value, type Json } from '../../../record.fixtures.ts';

const only = (text: string, fields: Json = {}) => {
  const [alert, ...more] = value('alerts', [
    about('Flag', 'f', { status: 'active', code: { text }, ...fields }),
  ]);
  assert.equal(more.length, 0);
  return alert;
};

for (const text of [
  'No DoLS in place',
  'MRSA negative',
  'C. difficile: not detected',
  'No safeguarding concerns',
  'DoLS not required: has capacity',
  'DoLS (expired March 2026)',
  'DoLS application refused',
  'DoLS authorisation declined',
  'Previous MRSA, cleared 2024',
  'Previous MRSA, now clear x3',
  'Covid vaccine declined',
  'Influenza vaccination given',
  'Husband has MRSA',
  'No reasonable adjustments needed',
]) {
  test(`"${text}" is shown as written, and is no alert of that kind`, () => {
    assert.deepEqual([only(text)?.kind, only(text)?.text], ['other', text]);
  });
}

for (const text of ['Safeguarding enquiry closed', 'No contact with son: safeguarding', 'Financial abuse']) {
  test(`the subject of a safeguarding flag is not shown: "${text}"`, () => {
    const alert = only(text, { category: [{ text: 'Safeguarding' }] });
    assert.deepEqual([alert?.kind, alert?.text], ['safeguarding', 'Safeguarding flag: ask the home']);
  });
}

test('"MRSA" and "DoLS authorised" are alerts of their kind', () => {
  assert.equal(only('MRSA colonised')?.kind, 'infection');
  assert.equal(only('C. difficile not cleared')?.kind, 'infection');
  assert.equal(only('DoLS applied for')?.kind, 'deprivation-of-liberty');
  assert.equal(only('DoLS not expired')?.kind, 'deprivation-of-liberty');
  assert.equal(only('DoLS authorised')?.kind, 'deprivation-of-liberty');
});

test('a category that its kind does not say is said with it', () => {
  const alert = (text: string, category: string) =>
    value('alerts', [
      about('Flag', 'f', { status: 'active', code: { text }, category: [{ text: category }] }),
    ])[0]?.text;
  assert.equal(alert('MRSA', 'Historic'), 'Historic: MRSA');
  assert.equal(alert('DoLS authorised', 'Expired'), 'Expired: DoLS authorised');
  assert.equal(alert('MRSA', 'Infection control'), 'MRSA');
  assert.equal(alert('Financial abuse', 'Safeguarding'), 'Safeguarding flag: ask the home');
});

test('an alert in force that its own words take back contradicts itself', () => {
  for (const text of ['MRSA (entered in error)', 'Wrong patient: MRSA', 'DoLS (expired March 2026)'])
    assert.deepEqual(only(text)?.cautions, ['contradicts-itself'], text);
  for (const text of ['Withdrawn when upset', 'DoLS not expired', 'MRSA'])
    assert.deepEqual(only(text)?.cautions, [], text);
});

test('an alert that only asks is unconfirmed', () => {
  for (const text of ['? MRSA', 'MRSA (suspected)', 'Query scabies'])
    assert.deepEqual(only(text)?.cautions, ['unconfirmed'], text);
  assert.deepEqual(only('MRSA: ask the GP')?.cautions, []);
});

test('a safeguarding concern that is closed says that it contradicts itself, and nothing of what it was about', () => {
  for (const text of ['Safeguarding concern - closed', 'Safeguarding: no further action'])
    assert.deepEqual(
      [only(text)?.text, only(text)?.cautions],
      ['Safeguarding flag: ask the home', ['contradicts-itself']],
    );
  for (const text of ['Safeguarding concern, not closed', 'Safeguarding enquiry open'])
    assert.deepEqual(only(text)?.cautions, [], text);
});
