import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allergyOf } from '../../resident/allergy.fixtures.ts';
import type { MedicineList, MedicineStatus } from '../../resident/medicine.ts';
import { fact, known, measure, medicine, person, recordedAs } from '../../form/suggest/view.fixtures.ts';
import { event, limitsOf, linesOf, matter, wordsOf } from '../glance.fixtures.ts';

const med = (generic: string, part: Partial<ReturnType<typeof medicine>>) => ({
  ...medicine('regular'),
  id: generic,
  generic,
  started: '2020-01-01',
  ...part,
});
const medicines = (...list: ReturnType<typeof med>[]) => ({
  medicines: recordedAs({ medicines: list, reviewed: null }),
});
const weights = (...list: readonly (readonly [number, string])[]) => ({
  weight: recordedAs({
    weights: list.map(([kg, on]) => measure(kg, 'kg', fact(on))),
    height: null,
    bmi: null,
  }),
});

test('falls and hospital stays are counted, a single one with its words, dated by the newest', () => {
  const falls = [event('fall', '2026-11-18'), event('fall', '2026-11-14')];
  assert.deepEqual(wordsOf('events-since', { events: recordedAs(falls) }), ['2 falls | 2026-11-18']);
  assert.deepEqual(wordsOf('events-since', { events: recordedAs(falls.slice(0, 1)) }), [
    '1 fall: By her bed. | 2026-11-18',
  ]);
});

test('a medicine stopped in one of two disagreeing lists is told, although without its name', () => {
  const list = [med('furosemide', { status: 'stopped', stopped: '2026-11-16' })];
  const value = { medicines: list, reviewed: null };
  const disagree = known<MedicineList>({
    kind: 'disagree',
    sides: [{ ...fact('2026-11-18'), value }],
    common: null,
  });
  assert.deepEqual(wordsOf('medicines-since', { medicines: disagree }), ['a medicine stopped | 2026-11-16']);
});

test('no fact dated in the future counts as past, and none from before the last look counts as new', () => {
  const events = recordedAs([event('fall', '2027-01-01'), event('fall', '2026-11-01')]);
  assert.deepEqual(wordsOf('events-since', { events }), []);
  assert.equal(wordsOf('events-since', { events }, { since: '2026-10-30' }).length, 1);
  const planned = medicines(med('apixaban', { started: '2027-01-01' }));
  assert.deepEqual(wordsOf('medicines-since', planned), []);
});

test('a fall that did not take place is not counted', () => {
  const cancelled = { ...event('fall', '2026-11-18'), notDone: { why: null } };
  assert.deepEqual(wordsOf('events-since', { events: recordedAs([cancelled]) }), []);
});

test('the hospital stay of a resident who is away is told once, as where they are now', () => {
  const stay = {
    home: 'Rowan Court',
    room: '4',
    since: '2020',
    kind: 'permanent',
    away: { where: 'Hollin General', since: '2026-11-18' },
    returned: null,
    ended: null,
  } as const;
  const sections = {
    identity: recordedAs(person({ stay })),
    events: recordedAs([event('hospital-stay', '2026-11-18', 'Hospital stay: chest infection')]),
  };
  assert.deepEqual(wordsOf('events-since', sections), []);
  const { identity: _identity, ...back } = sections;
  assert.deepEqual(wordsOf('events-since', back), ['1 hospital stay: chest infection | 2026-11-18']);
});

test('medicines are named with their change, stopped ones first', () => {
  const changed = medicines(
    med('Apixaban', { started: '2026-11-15' }),
    med('solifenacin', { status: 'stopped', stopped: '2026-11-14' }),
    med('bisoprolol', {}),
  );
  assert.deepEqual(wordsOf('medicines-since', changed), [
    'solifenacin stopped, apixaban started | 2026-11-15',
  ]);
});

test('a medicine that began and is no longer in use never reads as one that began alone', () => {
  const began = (status: MedicineStatus, stopped: string | null = null) =>
    wordsOf('medicines-since', medicines(med('ramipril', { started: '2026-11-15', status, stopped })));
  assert.deepEqual(began('stopped'), ['ramipril started and stopped | 2026-11-15']);
  // Not "ramipril stopped, ramipril started", as if it had begun anew.
  assert.deepEqual(began('stopped', '2026-11-18'), ['ramipril started and stopped | 2026-11-18']);
  assert.deepEqual(began('past-its-end', '2026-11-18'), [
    'ramipril started and past its end date | 2026-11-18',
  ]);
  assert.deepEqual(began('on-hold'), ['ramipril started and put on hold | 2026-11-15']);
  assert.deepEqual(began('completed'), ['ramipril started and completed | 2026-11-15']);
  assert.deepEqual(began('not-stated'), ['ramipril started, not stated whether in use | 2026-11-15']);
});

test('a medicine whose record is doubtful is named with the doubt', () => {
  const doubtful = med('Apixaban', { started: '2026-11-15', cautions: ['contradicts-itself'] });
  assert.deepEqual(wordsOf('medicines-since', medicines(doubtful)), [
    'apixaban (contradicts itself) started | 2026-11-15',
  ]);
});

test('a medicine past its end date that was not recorded as stopped is not called stopped', () => {
  const course = med('amoxicillin', { status: 'past-its-end', stopped: '2026-11-14' });
  assert.deepEqual(wordsOf('medicines-since', medicines(course)), [
    'amoxicillin past its end date | 2026-11-14',
  ]);
});

test('a change of strength is told with both strengths', () => {
  const changed = medicines(
    med('morphine 10mg tablets', { status: 'stopped', stopped: '2026-11-14' }),
    med('morphine 15mg tablets', { started: '2026-11-14' }),
  );
  assert.deepEqual(wordsOf('medicines-since', changed), [
    'morphine 10mg tablets stopped, morphine 15mg tablets started | 2026-11-14',
  ]);
});

test('a medicine that has a brand alone is named by it, and two of one name stay two names', () => {
  const changed = medicines(
    med('x', {
      id: 'a',
      generic: null,
      brand: 'Oramorph 10mg/5ml',
      status: 'stopped',
      stopped: '2026-11-14',
    }),
    med('y', { id: 'b', generic: null, brand: 'Oramorph 20mg/5ml', started: '2026-11-14' }),
  );
  assert.deepEqual(wordsOf('medicines-since', changed), [
    'oramorph 10mg/5ml stopped, oramorph 20mg/5ml started | 2026-11-14',
  ]);
});

test('weight lost over three months is told with the present weight, and a small change is not told', () => {
  assert.deepEqual(wordsOf('weight-since', weights([45.4, '2026-11-19'], [51, '2026-08-20'])), [
    'Weight down 11 % in 3 months, 45.4 kg | 2026-11-19',
  ]);
  assert.deepEqual(wordsOf('weight-since', weights([50, '2026-11-19'], [51, '2026-08-20'])), []);
  assert.deepEqual(wordsOf('weight-since', weights([54, '2026-11-19'], [60, '2026-11-01'])), [
    'Weight down 10 % in 18 days, 54 kg | 2026-11-19',
  ]);
  assert.deepEqual(wordsOf('weight-since', weights([40, '2027-01-19'], [51, '2026-11-01'])), []);
  assert.deepEqual(wordsOf('weight-since', weights([45.4, '2026-06-19'], [51, '2026-03-20'])), []);
});

test('an earlier weight that was only stated is named beside the change', () => {
  const stated = { ...fact('2026-08-20'), details: ['as stated, not measured'] };
  const sections = {
    weight: recordedAs({
      weights: [measure(45, 'kg', fact('2026-11-19')), measure(50, 'kg', stated)],
      height: null,
      bmi: null,
    }),
  };
  assert.deepEqual(wordsOf('weight-since', sections), [
    'Weight down 10 % in 3 months, 45 kg, was 50 kg (as stated, not measured) | 2026-11-19',
  ]);
});

test('a new allergy, problem and limit each have a line for their own section', () => {
  const problem = {
    ...fact('2026-11-19'),
    text: 'Delirium',
    status: 'active',
    severity: null,
    ended: null,
  } as const;
  const sections = {
    allergies: recordedAs([allergyOf(fact('2026-11-20'))]),
    problems: recordedAs([problem]),
    limits: recordedAs(limitsOf({ wishes: [{ ...fact('2026-11-18'), text: 'Stay here.' }] })),
  };
  assert.deepEqual(
    linesOf(sections).map(({ section, lead, rest }) => [section, lead + rest]),
    [
      ['limits', 'New in the agreed limits: a wish'],
      ['allergies', 'Allergy recorded: trimethoprim'],
      ['problems', 'Problem: Delirium'],
    ],
  );
});

test('a resident in hospital now is told however long ago it began, and a return while it is new', () => {
  const stay = {
    home: 'Rowan Court',
    room: '4',
    since: '2020',
    kind: 'permanent',
    away: null,
    returned: null,
    ended: null,
  } as const;
  const at = (part: object) => ({ identity: recordedAs(person({ stay: { ...stay, ...part } })) });
  assert.deepEqual(wordsOf('whereabouts', at({ away: { where: 'Hollin General', since: '2026-10-01' } })), [
    'Now in Hollin General | 2026-10-01',
  ]);
  const back = at({ returned: { on: '2026-11-16', from: 'Hollin General' } });
  assert.deepEqual(wordsOf('whereabouts', back), ['Back from Hollin General | 2026-11-16']);
  assert.deepEqual(wordsOf('whereabouts', back, { since: '2026-11-20' }), []);
});

test('a resident who moved in since the last look is news, and then no line says "nothing new"', () => {
  const stay = { home: 'Rowan Court', room: '4', kind: 'permanent', away: null, returned: null, ended: null };
  const since = (day: string | null, part: object = {}) => ({
    identity: recordedAs(person({ stay: { ...stay, kind: 'permanent', since: day, ...part } })),
  });
  const came = since('2026-11-19');
  assert.deepEqual(wordsOf('whereabouts', came), ['Came to Rowan Court | 2026-11-19']);
  assert.deepEqual(wordsOf('nothing-new', came), []);
  assert.deepEqual(wordsOf('whereabouts', since('2026-11-19', { home: null })), [
    'Came to the home | 2026-11-19',
  ]);
  for (const day of ['2026-11-01', '2026-12-19', null])
    assert.deepEqual(wordsOf('whereabouts', since(day)), [], String(day));
  // The present place or a return says more than the arrival.
  const away = { away: { where: 'Hollin General', since: '2026-11-20' } };
  assert.deepEqual(wordsOf('whereabouts', since('2026-11-19', away)), ['Now in Hollin General | 2026-11-20']);
});

test('a request that was answered is not called open', () => {
  const answered = matter('2026-11-18', {
    progress: { state: 'answered', by: 'Dr Marsh', at: null, promisedBy: null },
  });
  assert.deepEqual(wordsOf('elsewhere-since', { open: recordedAs([answered]) }), [
    'New: 1 request | 2026-11-18',
  ]);
});

test('every other change is told by its value or counted, so that none goes unsaid', () => {
  assert.deepEqual(wordsOf('other-changes', weights([50, '2026-11-19'], [51, '2026-10-20'])), [
    'Also new: weight 50 kg, was 51 kg | 2026-11-19',
  ]);
  const events = recordedAs([event('vaccination', '2026-11-18'), event('document', '2026-11-17')]);
  assert.deepEqual(wordsOf('other-changes', { events, ...weights([50, '2026-11-19'], [51, '2026-10-20']) }), [
    'Also new: weight 50 kg, was 51 kg; 2 events | 2026-11-19',
  ]);
});

test('a reading, a result and a declined measurement are news too, so no line says "nothing new"', () => {
  const reading = (name: string, text: string, on: string) => ({ ...fact(on), id: name, name, text });
  const news2 = (story: object) => ({
    news2: recordedAs({ scores: [], usual: null, observations: [], ...story }),
  });
  const pulse = news2({ observations: [reading('Pulse', '122 beats/min', '2026-11-20')] });
  assert.deepEqual(wordsOf('other-changes', pulse), ['Also new: pulse 122 beats/min | 2026-11-20']);
  assert.deepEqual(wordsOf('nothing-new', pulse), []);
  const several = news2({
    results: [reading('eGFR', '18 mL/min', '2026-11-19')],
    notMeasured: [{ ...fact('2026-11-20'), id: 'n', name: 'NEWS2', why: 'declined' }],
  });
  assert.deepEqual(wordsOf('other-changes', several), [
    'Also new: NEWS2: declined; eGFR 18 mL/min | 2026-11-20',
  ]);
  const names = ['Pulse', 'Temperature', 'Breaths', 'Pain', 'Haemoglobin', 'Urine'];
  const many = names.map((name) => reading(name, '1', '2026-11-20'));
  assert.deepEqual(wordsOf('other-changes', news2({ observations: many })), [
    'Also new: pulse 1; temperature 1; breaths 1; pain 1; 2 more | 2026-11-20',
  ]);
  const approx = { ...fact('2026-11-20'), name: 'Weight', why: 'cannot be read as a number: approx 60 kg' };
  const weight = { weight: recordedAs({ weights: [], height: null, bmi: null, notMeasured: [approx] }) };
  assert.equal(wordsOf('other-changes', weight).length, 1);
});
