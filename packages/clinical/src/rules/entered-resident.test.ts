import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResidentEntered } from '../resident/resident-entered.ts';
import { alikeResidents, faultsOfEntered, nameOfEntered, tidyEntered } from './entered-resident.ts';

const TODAY = '2026-11-21';
const ENTERED: ResidentEntered = {
  family: 'Holloway',
  given: ['Ivy', 'May'],
  born: '1936-02-11',
  nhsNumber: '999 000 0018',
  room: '12',
};
const faults = (more: Partial<ResidentEntered>) => faultsOfEntered({ ...ENTERED, ...more }, TODAY);

test('a resident with a name needs neither a date of birth nor a number nor a room', () => {
  assert.deepEqual(faults({}), []);
  assert.deepEqual(faults({ born: null, nhsNumber: null, room: null }), []);
});

test('each name that is missing is named, and blanks are no name', () => {
  assert.deepEqual(faults({ family: ' ' }), [{ field: 'family', why: 'missing' }]);
  for (const given of [[], [''], [' ', '']])
    assert.deepEqual(faults({ given }), [{ field: 'given', why: 'missing' }]);
  assert.deepEqual(faults({ given: ['', 'Ivy'] }), [], 'one of them is enough');
});

test('a date of birth may be a year, a month or a day, and no moment', () => {
  for (const born of ['1936', '1936-02', '1936-02-11']) assert.deepEqual(faults({ born }), [], born);
  for (const born of ['11.2.1936', '1936-02-30', '1936-02-11T10:00:00Z', ''])
    assert.deepEqual(faults({ born }), [{ field: 'born', why: 'no-date' }], born);
});

test('nobody is born tomorrow, and today is a day like another', () => {
  for (const born of ['2026-11-21', '2026-11', '2026']) assert.deepEqual(faults({ born }), [], born);
  for (const born of ['2026-11-22', '2026-12', '2027'])
    assert.deepEqual(faults({ born }), [{ field: 'born', why: 'in-the-future' }], born);
});

test('a year of birth more than 123 years ago is a slip', () => {
  for (const born of ['1903', '1903-01', '1903-01-01']) assert.deepEqual(faults({ born }), [], born);
  for (const born of ['1902', '1902-12', '1902-12-31', '1836-02-11'])
    assert.deepEqual(faults({ born }), [{ field: 'born', why: 'too-long-ago' }], born);
});

test('an NHS number is refused with its own reason, beside every other fault', () => {
  const found = faults({ family: '', given: [], born: '2027', nhsNumber: '9990000019' });
  assert.deepEqual(
    found.map(({ field }) => field),
    ['family', 'given', 'born', 'nhs-number'],
  );
  assert.deepEqual(
    ['9990000019', '999000001', ''].map((nhsNumber) => faults({ nhsNumber })[0]?.why),
    ['check-digit', 'format', 'format'],
  );
});

const listed = (resident: string, family: string, given: string, value: string | null = null) => ({
  resident,
  name: { family, given: [given], title: null, text: null },
  nhsNumber:
    value === null
      ? ({ state: 'none', why: null } as const)
      : ({ state: 'unverified', value, why: 'not traced' } as const),
});
const LIST = [
  listed('same-number', 'Brierley', 'Ned', '9990000018'),
  listed('same-name', 'Holoway', 'Ivy', '9990000026'),
  listed('another', 'Marsh', 'Tom', '9990000034'),
  listed('without-number', 'Okoro', 'Ada'),
];

test('whoever has the same number or a name that could be confused is looked at before another is added', () => {
  assert.deepEqual(alikeResidents(ENTERED, LIST, null), [
    { resident: 'same-number', why: 'nhs-number' },
    { resident: 'same-name', why: 'name' },
  ]);
});

test('without a sound number only names are compared, and nobody is alike for having none', () => {
  for (const nhsNumber of [null, '9990000019', ''])
    assert.deepEqual(
      alikeResidents({ ...ENTERED, nhsNumber }, LIST, null),
      [{ resident: 'same-name', why: 'name' }],
      String(nhsNumber),
    );
});

test('a resident who is corrected is not like themselves', () => {
  assert.deepEqual(alikeResidents(ENTERED, LIST, 'same-number'), [{ resident: 'same-name', why: 'name' }]);
});

test('what is kept has nothing superfluous: names trimmed, the number as digits, no empty room', () => {
  const entered = { ...ENTERED, family: ' Holloway ', given: [' Ivy', '', 'May '], room: ' 12 ' };
  assert.deepEqual(tidyEntered(entered, TODAY), { ...ENTERED, nhsNumber: '9990000018' });
  assert.deepEqual(tidyEntered({ ...ENTERED, nhsNumber: null, room: ' ' }, TODAY), {
    ...ENTERED,
    nhsNumber: null,
    room: null,
  });
  assert.equal(tidyEntered({ ...ENTERED, room: null }, TODAY).room, null);
  assert.deepEqual(nameOfEntered(entered), {
    family: 'Holloway',
    given: ['Ivy', 'May'],
    title: null,
    text: null,
  });
});

test('what has a fault is not kept', () => {
  for (const more of [{ family: '' }, { born: '2027' }, { nhsNumber: '9990000019' }])
    assert.throws(() => tidyEntered({ ...ENTERED, ...more }, TODAY), { code: 'bad-argument' });
});
