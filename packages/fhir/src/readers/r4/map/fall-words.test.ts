import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, value } from '../../../record.fixtures.ts';
import { tellsOfFall } from './fall-words.ts';

for (const text of [
  'Fall in the lounge',
  'Found on floor, unwitnessed fall',
  'She fell from bed',
  'Falls review after 3 falls',
  'Has fallen twice',
  'Fall with head injury',
  'Found on the bathroom floor',
  'Found lying on floor',
  'Rolled out of bed',
  'Slid from her chair',
  'Slipped onto the floor',
  'At risk of falling, fell yesterday',
])
  test(`"${text}" is about a fall that happened`, () => assert.ok(tellsOfFall(text)));

for (const text of [
  'No falls',
  'No further falls since admission',
  'Falls risk assessment',
  'Falls clinic',
  'Fear of falling',
  'Fell asleep in the chair',
  'Fall in haemoglobin',
  'Near fall',
  'Denies falls',
  'Falls: none',
  'Fall - denied',
  'Fall prevented',
  'Never fell',
  'Rise and fall of blood pressure',
  'Has fallen in love',
  'Collapse',
  'Rolled over in bed',
  'Slipped off to sleep',
])
  test(`"${text}" is about no fall that happened`, () => assert.ok(!tellsOfFall(text)));

test('a hospital stay because of a fall is a stay, and keeps the word', () => {
  const [stay] = value('events', [
    about('Encounter', 'e', {
      status: 'finished',
      class: { code: 'IMP' },
      reasonCode: [{ text: 'Fall with fracture' }],
      period: { start: '2026-10-01', end: '2026-10-09' },
    }),
  ]);
  assert.equal(stay?.kind, 'hospital-stay');
  assert.match(stay?.text ?? '', /Fall with fracture/);
});
