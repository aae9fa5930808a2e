// Faults with opening hours, bank holidays and configuration files in public bug reports of other products, tried on ours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  isOpenAt,
  openUntil,
  opensNext,
  type KnownHolidays,
  type OpeningHours,
} from '../../packages/clinical/src/place/index.ts';
import { placeFaultWords, readPlaceFile } from '../../packages/sdk/src/place.ts';

const HOLMDALE = readFileSync(
  new URL('../../packages/dev-server/places/holmdale.json', import.meta.url),
  'utf8',
);
const TODAY = { today: '2026-11-21' };

/** England's, from the sample place: https://www.gov.uk/bank-holidays. */
const ENGLAND = JSON.parse(HOLMDALE) as KnownHolidays;

const on = (days: OpeningHours['days'], from: string, to: string): OpeningHours => ({ days, from, to });

// https://github.com/micuintus/harbour-Berlin-Vegan/issues/236, https://github.com/opening-hours/opening_hours.js/issues/441
test('opening_hours.js 441: the night before a bank holiday goes on after midnight, and the holiday’s own night does not begin', () => {
  const nights = [on('working-days', '18:00', '02:00')];
  assert.equal(isOpenAt(nights, '2026-12-25T01:00:00Z', ENGLAND), true);
  assert.equal(openUntil(nights, '2026-12-24T23:00:00Z', ENGLAND), '2026-12-25T02:00:00.000Z');
  assert.equal(isOpenAt(nights, '2026-12-26T01:00:00Z', ENGLAND), false);
});

// https://github.com/opening-hours/opening_hours.js/issues/261, https://github.com/opening-hours/opening_hours.js/issues/446
test('opening_hours.js 261, 446: a later line for the next day does not cut off the night of the day before', () => {
  const week = [
    on('monday', '06:00', '15:00'),
    on('thursday', '07:00', '04:00'),
    on('friday', '09:00', '17:00'),
  ];
  for (const hours of [week, week.toReversed()]) {
    assert.equal(isOpenAt(hours, '2026-11-20T03:59:00Z', ENGLAND), true);
    assert.equal(openUntil(hours, '2026-11-19T22:00:00Z', ENGLAND), '2026-11-20T04:00:00.000Z');
    assert.equal(opensNext(hours, '2026-11-20T04:00:00Z', ENGLAND), '2026-11-20T09:00:00.000Z');
  }
});

// https://github.com/opening-hours/opening_hours.js/issues/304
test('opening_hours.js 304: what is closed on two holidays in a row opens on the day after both', () => {
  const practice = [on('working-days', '09:00', '13:00'), on('working-days', '14:00', '18:00')];
  assert.equal(opensNext(practice, '2027-12-24T18:00:00Z', ENGLAND), '2027-12-29T09:00:00.000Z');
});

// https://github.com/opening-hours/opening_hours.js/issues/285, https://github.com/opening-hours/opening_hours_map/issues/45
test('opening_hours.js 285: on the day on which the clocks change, day hours are not an hour off', () => {
  const days = [on('every-day', '09:00', '18:00')];
  for (const [day, from, to] of [
    ['2026-03-29', '08:00', '17:00'],
    ['2026-10-25', '09:00', '18:00'],
  ] as const) {
    assert.equal(opensNext(days, `${day}T02:00:00Z`, ENGLAND), `${day}T${from}:00.000Z`);
    assert.equal(openUntil(days, `${day}T12:00:00Z`, ENGLAND), `${day}T${to}:00.000Z`);
  }
});

// https://github.com/opening-hours/opening_hours.js/issues/269, https://github.com/spatie/opening-hours/issues/157
test('opening_hours.js 269: a reader in another time zone sees the hours of London', () => {
  const before = process.env['TZ'];
  try {
    for (const zone of ['America/New_York', 'Pacific/Auckland']) {
      process.env['TZ'] = zone;
      const days = [on('working-days', '08:00', '18:30')];
      assert.equal(isOpenAt(days, '2026-11-20T18:29:00Z', ENGLAND), true, zone);
      assert.equal(opensNext(days, '2026-11-20T18:30:00Z', ENGLAND), '2026-11-23T08:00:00.000Z', zone);
    }
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});

// https://github.com/azuyalabs/yasumi/issues/48, https://github.com/commenthol/date-holidays/issues/203
test('yasumi 48: a Saturday that is Christmas Day is closed like its Monday, although the list has the Monday alone', () => {
  const saturdays = [on('saturday', '09:00', '12:00'), on('monday', '09:00', '12:00')];
  assert.ok(!ENGLAND.bankHolidays.includes('2027-12-25') && ENGLAND.bankHolidays.includes('2027-12-27'));
  assert.equal(isOpenAt(saturdays, '2027-12-18T10:00:00Z', ENGLAND), true);
  assert.equal(isOpenAt(saturdays, '2027-12-25T10:00:00Z', ENGLAND), false);
  assert.equal(isOpenAt([on('saturday', '09:00', '12:00')], '2026-12-26T10:00:00Z', ENGLAND), false);
  assert.equal(isOpenAt([on('sunday', '09:00', '12:00')], '2027-12-26T10:00:00Z', ENGLAND), false);
  const nightService = [on('weekends-and-holidays', '08:00', '20:00')];
  assert.equal(isOpenAt(nightService, '2027-12-25T10:00:00Z', ENGLAND), true);
});

// https://github.com/vacanza/holidays/issues/31, https://github.com/workalendar/workalendar/issues/748
test('vacanza/holidays 31: a holiday that was proclaimed for one year counts as soon as the file has it', () => {
  const hours = [on('working-days', '08:00', '18:30')];
  const proclaimed = { ...ENGLAND, bankHolidays: [...ENGLAND.bankHolidays, '2026-11-23'] };
  assert.equal(isOpenAt(hours, '2026-11-23T10:00:00Z', ENGLAND), true);
  assert.equal(isOpenAt(hours, '2026-11-23T10:00:00Z', proclaimed), false);
  assert.equal(opensNext(hours, '2026-11-20T18:30:00Z', proclaimed), '2026-11-24T08:00:00.000Z');
});

function said(text: string): readonly string[] {
  assert.notEqual(text, HOLMDALE);
  const read = readPlaceFile(text, TODAY);
  return read.faults.filter(({ weight }) => weight === 'refused').map(placeFaultWords);
}

// https://github.com/dotnet/extensions/issues/2381, https://github.com/renovatebot/renovate/issues/450
test('renovate 450: a name that stands twice is refused, also when one of the two is written with escapes', () => {
  for (const again of ['"nation": "wales",', '"n\\u0061tion": "wales",'])
    assert.match(
      said(HOLMDALE.replace('"nation"', `${again}\n"nation"`)).join('\n'),
      /^Line \d+: “nation” is given twice here/,
    );
});

// https://github.com/colinhacks/zod/issues/6220, https://github.com/objectstack-ai/objectstack/issues/17852
test('zod 6220: a field “__proto__” is no field, and is not dropped silently', () => {
  for (const before of ['"nation"', '"name"']) {
    const text = HOLMDALE.replace(before, `"__proto__": { "forLastDays": true },\n${before}`);
    const [fault, ...more] = said(text);
    assert.match(fault ?? '', /^Line \d+: “__proto__” is no field here, and would be dropped silently/);
    assert.deepEqual(more, []);
  }
});

// https://github.com/microsoft/playwright/pull/39420, https://github.com/element-hq/element-web/pull/34504
test('playwright 39420: a file that Notepad saved, with its mark and its line ends, is taken, and names the right line', () => {
  const windows = `\uFEFF${HOLMDALE.replaceAll('\n', '\r\n')}`;
  assert.deepEqual(said(windows), []);
  const line = HOLMDALE.slice(0, HOLMDALE.indexOf('"nation"')).split('\n').length;
  assert.match(said(windows.replace('"nation"', '"nations"')).join(), new RegExp(`^Line ${line}: “nations”`));
});
