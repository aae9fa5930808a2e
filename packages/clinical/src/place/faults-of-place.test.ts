import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SAMPLE_LADDER } from '../escalation/ladder.fixtures.ts';
import { faultsOfPlace } from './faults-of-place.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { PlaceConfiguration, ServiceContact } from './place.ts';

const KNOWN = { today: '2026-11-21', instruments: ['news2', 'cfs'], templates: ['cga'] };
const OPEN: readonly OpeningHours[] = [{ days: 'working-days', from: '08:00', to: '18:30' }];
const PRACTICE: ServiceContact = {
  id: 'practice',
  name: 'Hollin Surgery',
  phone: '01632 960200',
  hours: OPEN,
  checkedOn: '2026-11-01',
};
const PLACE: PlaceConfiguration = {
  id: 'hollin',
  title: 'Hollin',
  version: '1',
  owner: 'Area',
  dated: '2026-11-01',
  signedOff: { by: 'A. Safety', on: '2026-11-02' },
  homes: [
    {
      id: 'rowan',
      name: 'Rowan Court',
      kind: 'nursing',
      roster: { kind: 'group', id: 'x' },
      practice: null,
      inbox: 'hollin',
    },
  ],
  bankHolidays: ['2026-12-25', '2027-12-27'],
  staleAfterMinutes: 60,
  contacts: [PRACTICE],
  inboxes: [{ id: 'hollin', title: 'Inbox', monitored: OPEN }],
};

/** Each fault as "weight path words", so that a table can name what it expects. */
function said(more: Partial<PlaceConfiguration>): readonly string[] {
  return faultsOfPlace({ ...PLACE, ...more }, KNOWN).map(
    ({ path, words, weight }) => `${weight} ${path.join('.')}: ${words}`,
  );
}

function only(more: Partial<PlaceConfiguration>, expected: RegExp): void {
  const found = said(more);
  assert.equal(found.length, 1, JSON.stringify(found));
  assert.match(found[0] ?? '', expected);
}

test('a file that means what it says has no fault', () => {
  assert.deepEqual(said({}), []);
});

test('an id that is given twice is refused in every list', () => {
  const [home] = PLACE.homes;
  assert.ok(home);
  only({ homes: [home, { ...home, name: 'Other' }] }, /^refused homes\.1\.id: The id “rowan”/);
  only({ contacts: [PRACTICE, PRACTICE] }, /^refused contacts\.1\.id/);
  const rungs = SAMPLE_LADDER.rungs.slice(0, 1);
  const ladder = { ...SAMPLE_LADDER, signedOff: { by: 'A', on: '2026-11-02' }, rungs: [...rungs, ...rungs] };
  only({ ladder }, /^refused ladder\.rungs\.1\.id/);
  only(
    {
      agenda: [
        { id: 'falls', words: 'Falls' },
        { id: 'falls', words: 'Skin' },
      ],
    },
    /^refused agenda\.1\.id/,
  );
});

test('a resident of two homes is refused, and so is a home or practice that the file does not have', () => {
  const [home] = PLACE.homes;
  assert.ok(home);
  const homes = [home, { ...home, id: 'elm', name: 'Elm House' }];
  const residents = [
    { resident: 'r1', home: 'rowan' },
    { resident: 'r1', home: 'elm' },
  ];
  only({ homes, residents }, /^refused residents\.1\.resident: .*two homes: “rowan” and “elm”/);
  only({ residents: [{ resident: 'r1', home: 'oak' }] }, /^refused residents\.0\.home: No home .*“oak”/);
  only(
    { residents: [{ resident: 'r1', home: 'rowan', practice: 'mill' }] },
    /^refused residents\.0\.practice/,
  );
  only({ residents: [...residents.slice(0, 1), ...residents.slice(0, 1)] }, /on the list twice/);
});

test('an NHS number in the place of an id is refused: this file is not sealed', () => {
  only({ residents: [{ resident: '999 000 0018', home: 'rowan' }] }, /^refused .*This is an NHS number/);
});

test('an inbox that nobody names is warned of, and one that does not exist is refused', () => {
  const more = { id: 'mill', title: 'Mill inbox', monitored: OPEN };
  only(
    { inboxes: [...(PLACE.inboxes ?? []), more] },
    /^warned inboxes\.1: Nobody names the inbox “Mill inbox”/,
  );
  const homes = PLACE.homes.map((home) => ({ ...home, inbox: 'oak' }));
  assert.match(said({ homes }).join('\n'), /refused homes\.0\.inbox: No inbox of this file has the id “oak”/);
  only({ practices: [{ id: 'p', name: 'P', contact: 'nobody' }] }, /^refused practices\.0\.contact/);
});

test('a contact needs a number that can be rung and that somebody has rung', () => {
  const one = (more: Partial<ServiceContact>) => ({ contacts: [{ ...PRACTICE, ...more }] });
  only(one({ phone: 'ask the senior' }), /^refused contacts\.0\.phone: “Hollin Surgery” has no number/);
  only(one({ checkedOn: '2025-06-01' }), /^warned contacts\.0\.checkedOn: .*last checked on 01-Jun-2025/);
  only(one({ checkedOn: '2026-12-01' }), /^refused contacts\.0\.checkedOn: .*a day to come/);
  only(
    { ...one({ checkedOn: '2026-10-01' }), thresholds: { numberCheckedWithinDays: 30 } },
    /^warned contacts/,
  );
  const { checkedOn: _, ...unchecked } = PRACTICE;
  only({ contacts: [unchecked] }, /^warned contacts\.0: Nobody has said/);
});

test('hours that overlap are refused on the day on which they do, and hours over midnight are asked about', () => {
  const open = (...hours: OpeningHours[]) => ({ contacts: [{ ...PRACTICE, hours }] });
  const [day] = OPEN;
  assert.ok(day);
  only(
    open(day, { days: 'monday', from: '18:00', to: '20:00' }),
    /^refused .*overlap with line 1 .*on Monday/,
  );
  only(
    open(
      { days: 'weekends-and-holidays', from: '08:00', to: '12:00' },
      { days: 'every-day', from: '11:00', to: '13:00' },
    ),
    /on Saturday/,
  );
  only(open({ days: 'every-day', from: '18:30', to: '08:00' }), /^warned .*runs over midnight/);
  // Friday's night reaches into Saturday.
  const night = said(
    open({ days: 'friday', from: '22:00', to: '06:00' }, { days: 'saturday', from: '05:00', to: '09:00' }),
  );
  assert.match(night.join('\n'), /refused .*overlap .*on Saturday/);
  only(open({ days: 'every-day', from: '09:00', to: '09:00' }), /^refused .*opens and closes at 09:00/);
  only(open(), /^warned contacts\.0\.hours: There are no hours/);
  for (const to of ['00:00', '24:00'])
    assert.deepEqual(said(open({ days: 'every-day', from: '00:00', to })), [], to);
  assert.deepEqual(said(open(day, { days: 'working-days', from: '18:30', to: '20:00' })), []);
});

test('a list of bank holidays that ends, ended or contradicts itself says so', () => {
  only({ bankHolidays: [] }, /^warned bankHolidays: There is no bank holiday/);
  only({ bankHolidays: ['2026-12-25'] }, /^warned bankHolidays: .*ends on 31-Dec-2026/);
  only({ bankHolidays: ['2025-12-25'] }, /^warned bankHolidays: .*ended on 31-Dec-2025/);
  only({ bankHolidaysUntil: '2027-06-30' }, /^refused bankHolidaysUntil: .*27-Dec-2027/);
});

test('a rung names somebody whom the file has, and an unsigned ladder says that it is not signed', () => {
  const signedOff = { by: 'A. Safety', on: '2026-11-02' };
  const [rung] = SAMPLE_LADDER.rungs;
  assert.ok(rung);
  const ladder = (ring: typeof rung.ring) => ({ ...SAMPLE_LADDER, signedOff, rungs: [{ ...rung, ring }] });
  only(
    { ladder: ladder([{ kind: 'contact', id: 'gone' }]) },
    /^refused ladder\.rungs\.0\.ring\.0\.id: .*“gone”/,
  );
  only({ ladder: ladder([]) }, /^refused ladder\.rungs\.0\.ring: .*names nobody/);
  only(
    { ladder: { ...ladder([{ kind: '111' }]), signedOff: null } },
    /^warned ladder\.signedOff: Nobody has signed the ladder/,
  );
  only({ signedOff: { by: 'A', on: '2027-01-01' } }, /^refused signedOff\.on/);
  only({ signedOff: null }, /^warned signedOff: Nobody has signed this file/);
});

test('two lines for one role of a server are refused, whatever the capitals: nobody would know which counts', () => {
  const words = { kind: 'words', words: 'Team leader', role: 'senior-carer' } as const;
  const code = { kind: 'code', system: 'http://snomed.info/sct', code: '224535009', role: 'nurse' } as const;
  assert.deepEqual(said({ staffRoles: [words, code, { ...code, system: 'https://example.org' }] }), []);
  only(
    { staffRoles: [words, { ...words, words: 'team  LEADER', role: 'carer' }] },
    /^refused staffRoles\.1: Line 1 of this list names the same/,
  );
  only({ staffRoles: [code, words, { ...code, role: 'gp' }] }, /^refused staffRoles\.2: Line 1/);
});

test('a withdrawal of something that does not exist is refused: it would withdraw nothing', () => {
  const one = {
    kind: 'instrument',
    by: 'A',
    on: '2026-11-20',
    why: 'Wrong.',
    instead: 'Use paper.',
  } as const;
  only(
    { withdrawn: [{ ...one, id: 'news3' }] },
    /^refused withdrawn\.0\.id: There is no instrument called “news3”/,
  );
  only({ withdrawn: [one] }, /^refused withdrawn\.0: Say which instrument/);
  only(
    { withdrawn: [{ ...one, id: 'cfs', on: '2026-12-01' }] },
    /^warned withdrawn\.0\.on: This counts from now on/,
  );
  assert.deepEqual(said({ withdrawn: [{ ...one, id: 'cfs' }] }), []);
  assert.deepEqual(said({ withdrawn: [{ ...one, kind: 'ladder' }] }), []);
});

test('a withdrawal of another version of the ladder is warned of: the one in force goes on', () => {
  const one = { kind: 'ladder', by: 'A', on: '2026-11-20', why: 'Wrong.', instead: 'Ring.' } as const;
  const rungs = SAMPLE_LADDER.rungs.slice(0, 1);
  const ladder = { ...SAMPLE_LADDER, signedOff: { by: 'A', on: '2026-11-20' }, rungs };
  only(
    { ladder, withdrawn: [{ ...one, version: 'none' }] },
    /^warned withdrawn\.0\.version: The ladder here has the version “.+”, so this withdraws nothing of it\./,
  );
  assert.deepEqual(said({ ladder, withdrawn: [{ ...one, version: ladder.version }, one] }), []);
});

test('names of the kit’s own are checked: instruments, templates, outcomes; an observer or a decider whose time is over is told', () => {
  only({ instruments: { mustt: { permissionRef: 'x' } } }, /^warned instruments\.mustt/);
  only({ templates: ['cga', 'cgaa'] }, /^refused templates\.1/);
  only({ outcomeWords: { worry: { vist: 'Visit' } } }, /^refused outcomeWords\.worry\.vist/);
  only(
    { observers: [{ kind: 'role', who: 'nurse', until: '2026-11-20' }] },
    /^warned observers\.0\.until: “nurse” may take no observations since 20-Nov-2026/,
  );
  only(
    { deciders: [{ kind: 'role', who: 'GP', until: '2026-11-20' }] },
    /^warned deciders\.0\.until: “GP” decides nothing since 20-Nov-2026/,
  );
});

test('a field in which nothing is to be seen is refused where it stands: it would name nobody', () => {
  const [home] = PLACE.homes;
  assert.ok(home);
  only(
    { deciders: [{ kind: 'role', who: '\u200b', until: null }] },
    /^refused deciders\.0\.who: Nothing is to be seen here/,
  );
  only({ observers: [{ kind: 'person', who: '  ', until: null }] }, /^refused observers\.0\.who/);
  only({ homes: [{ ...home, address: '\u2060' }] }, /^refused homes\.0\.address/);
  only({ owner: ' ' }, /^refused owner/);
  const settings = { news2: { settings: { note: '' } } };
  assert.deepEqual(said({ instruments: settings }), [], 'an instrument judges its own settings');
});

test('a home of a practice that nothing in the file has is said: residents of another practice would be rung there', () => {
  const [home] = PLACE.homes;
  assert.ok(home);
  const of = (practice: string, more: Partial<PlaceConfiguration> = {}) =>
    said({ homes: [{ ...home, practice }], ...more });
  assert.deepEqual(of('Hollin Surgery'), [], 'a contact has this name');
  const practices = [{ id: 'hollin', name: 'Hollin' }];
  assert.deepEqual(of('hollin', { practices }), []);
  assert.deepEqual(of('Hollin', { practices }), []);
  for (const wrong of ['Holin Surgery', 'constructor'])
    assert.deepEqual(of(wrong, { practices }), [
      `warned homes.0.practice: No practice or contact of this file is called “${wrong}”. Correct it, or add it.`,
    ]);
});
