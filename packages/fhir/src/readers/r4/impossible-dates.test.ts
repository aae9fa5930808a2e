import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  about,
  allergy,
  build,
  hl7,
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

test('an end before its own beginning ends nothing, stays in sight, and the record contradicts itself', () => {
  const period = { start: '2026-05-01', end: '2026-03-01' };
  const TURNED = ['contradicts-itself'];
  const SEEN = [{ name: 'end, before its beginning', text: '01-Mar-2026' }];
  const [stroke] = value('problems', [
    problem({ onsetDateTime: '2026-05-01', abatementDateTime: '2026-03-01' }),
  ]);
  assert.deepEqual([stroke?.status, stroke?.cautions, stroke?.more], ['not-stated', TURNED, SEEN]);
  const [medicine] = listed(statement('m', { effectivePeriod: period }));
  assert.deepEqual([medicine?.status, medicine?.cautions], ['in-use', TURNED]);
  const flag = about('Flag', 'f', { status: 'active', code: { text: 'DNACPR' }, period });
  assert.deepEqual(
    value('limits', [flag]).cpr.map(({ decision, cautions }) => [decision, cautions]),
    [['do-not-attempt', TURNED]],
  );
  const attorney = about('RelatedPerson', 'd', {
    name: [{ text: 'Jo' }],
    relationship: [{ text: 'LPA health and welfare' }],
    period,
  });
  assert.deepEqual(value('limits', [attorney]).decisionMakers[0]?.cautions, TURNED);
  const team = about('CareTeam', 't', {
    status: 'active',
    participant: [{ member: { display: 'Kim' }, role: [{ text: 'GP' }], period }],
  });
  const [member] = value('people', [team]).team;
  assert.deepEqual([member?.name, member?.cautions], ['Kim', TURNED]);
  const visit = about('Encounter', 'e', { status: 'finished', type: [{ text: 'GP visit' }] });
  const sameDay = { start: '2026-05-01T10:00:00Z', end: '2026-05-01' };
  assert.deepEqual(value('events', [{ ...visit, period: sameDay }])[0]?.cautions, []);
});

const OVER = { clinicalStatus: hl7('condition-clinical', 'resolved') };

test('a problem that ended before it began has not ended, whichever of R4’s forms tells it', () => {
  const onsetPeriod = { start: '2026-05-01' };
  const began = [{ onsetDateTime: '2026-05-01' }, { onsetPeriod }];
  const ended = [{ abatementDateTime: '2026-03-01' }, { abatementPeriod: { end: '2026-03-01' } }];
  for (const onset of began)
    for (const abatement of ended) {
      const [stroke] = value('problems', [problem({ ...onset, ...abatement })]);
      const said = JSON.stringify({ ...onset, ...abatement });
      assert.deepEqual([stroke?.status, stroke?.cautions], ['not-stated', ['contradicts-itself']], said);
    }
  const within = { abatementPeriod: { start: '2026-02-01', end: '2026-03-01' }, ...began[0] };
  assert.deepEqual(value('problems', [problem(within)])[0]?.cautions, ['contradicts-itself']);
  assert.deepEqual(value('problems', [problem({ ...within, ...OVER })])[0]?.cautions, ['contradicts-itself']);
  const begun = { abatementPeriod: { start: '2026-04-01' }, ...began[0] };
  assert.deepEqual(value('problems', [problem(begun)])[0]?.cautions, []);
});

test('a goal or a task that is due before it began or was asked contradicts itself', () => {
  const goal = (dueDate: string) =>
    about('Goal', 'g', {
      lifecycleStatus: 'active',
      description: { text: 'Walk' },
      startDate: '2026-05-01',
      target: [{ dueDate }],
    });
  const task = (end: string) =>
    about('Task', 't', {
      status: 'requested',
      intent: 'order',
      description: 'Bloods',
      authoredOn: '2026-05-01T10:00:00Z',
      restriction: { period: { end } },
    });
  const doubts = (day: string) => [
    value('plan', [goal(day)]).goals[0]?.cautions,
    value('open', [task(day)])[0]?.cautions,
  ];
  assert.deepEqual(doubts('2026-04-30'), [['contradicts-itself'], ['contradicts-itself']]);
  assert.deepEqual(doubts('2026-05-01'), [[], []]);
});

test('what was recorded or received on a day before it happened contradicts itself', () => {
  const isTurned = (resource: Json) => JSON.stringify(build([resource]).view).includes('contradicts-itself');
  const stroke = (recordedDate: string) => problem({ onsetDateTime: '2026-05-01', recordedDate });
  assert.deepEqual([isTurned(stroke('2026-04-30')), isTurned(stroke('2026-05-01'))], [true, false]);
  const message = (received: string) =>
    about('Communication', 'm', {
      status: 'in-progress',
      payload: [{ contentString: 'Please ring' }],
      sent: '2026-11-20T10:00:05Z',
      received,
    });
  assert.deepEqual(
    [isTurned(message('2026-11-18T10:00:00Z')), isTurned(message('2026-11-20T10:00:04Z'))],
    [true, false],
  );
});

test('an age that the resident cannot have had is implausible, and so are two the wrong way round', () => {
  const years = (value: number) => ({ value, unit: 'years', code: 'a' });
  const cautionsOf = (fields: Json) => value('problems', [problem(fields)])[0]?.cautions;
  for (const age of [200, 89, -1])
    assert.deepEqual(cautionsOf({ onsetAge: years(age) }), ['implausible'], String(age));
  for (const age of [88, 0, 12]) assert.deepEqual(cautionsOf({ onsetAge: years(age) }), [], String(age));
  assert.deepEqual(cautionsOf({ onsetRange: { low: years(60), high: years(50) } }), ['implausible']);
  assert.deepEqual(cautionsOf({ onsetRange: { low: years(50), high: years(60) } }), []);
  assert.deepEqual(cautionsOf({ onsetAge: { value: 300, unit: 'days' } }), []);
  for (const [value, unit, cautions] of [
    [1200, 'months', ['implausible']],
    [1200, 'mo', ['implausible']],
    [1060, 'months', []],
    [5200, 'weeks', ['implausible']],
    [36_500, 'd', ['implausible']],
    [1200, 'moons', []],
  ] as const)
    assert.deepEqual(cautionsOf({ onsetAge: { value, unit } }), cautions, `${value} ${unit}`);
  const of = (value: number, unit: string) => ({ value, unit });
  assert.deepEqual(cautionsOf({ onsetRange: { low: of(36, 'months'), high: of(2, 'years') } }), [
    'implausible',
  ]);
  const months = { value: 6, unit: 'months', code: 'mo' };
  assert.deepEqual(cautionsOf({ onsetRange: { low: months, high: years(2) } }), []);
  assert.deepEqual(cautionsOf({ onsetRange: { low: months, high: { ...months, value: 5 } } }), [
    'implausible',
  ]);
  assert.deepEqual(cautionsOf({ onsetRange: { low: { value: 6 }, high: years(2) } }), ['implausible']);
  assert.deepEqual(cautionsOf({ onsetRange: { low: years(60), high: { value: 50, unit: 'yr' } } }), [
    'implausible',
  ]);
  assert.deepEqual(cautionsOf({ onsetAge: years(70), abatementAge: years(60) }), ['implausible']);
  assert.deepEqual(cautionsOf({ onsetAge: years(60), abatementAge: years(60) }), []);
});

test('a problem that is over, with an end that has not come, contradicts itself', () => {
  const clinicalStatus = { coding: [{ code: 'resolved' }] };
  const [ahead] = value('problems', [problem({ clinicalStatus, abatementDateTime: '2027-01-01' })]);
  assert.deepEqual([ahead?.status, ahead?.cautions], ['resolved', ['contradicts-itself']]);
  const active = { clinicalStatus: { coding: [{ code: 'active' }] } };
  const inWords = (abatementString: string) =>
    value('problems', [problem({ ...active, abatementString })])[0];
  assert.deepEqual(inWords('resolved')?.cautions, ['contradicts-itself']);
  assert.deepEqual(inWords('not yet')?.cautions, []);
  const [cast] = value('problems', [problem({ code: { text: 'Plaster cast until 1 May 2024' } })]);
  assert.deepEqual(cast?.cautions, ['past-its-date']);
});

test('a name, a number or a telephone with an end that cannot be is still in use', () => {
  const period = { end: NEVER };
  const patient = {
    ...PATIENT,
    name: [{ family: 'Ashworth', given: ['Margaret'], period }],
    identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018', period }],
  };
  const found = value('identity', [], { resources: [patient] });
  assert.notEqual(found.nhsNumber.state, 'none');
  assert.deepEqual([found.cautions, found.more], [BEFORE, MORE]);
  const daughter = (end: Json) =>
    about('RelatedPerson', 'd', {
      name: [{ text: 'Jo' }],
      telecom: [{ system: 'phone', value: '01632 960002', period: end }],
    });
  const [contact] = value('people', [daughter(period)]).contacts;
  assert.deepEqual([contact?.phones, contact?.cautions], [['01632 960002'], BEFORE]);
  const turned = value('people', [daughter({ start: '2026-05-01', end: '2026-01-01' })]).contacts[0];
  assert.deepEqual([turned?.phones, turned?.cautions], [['01632 960002'], ['contradicts-itself']]);
});

test('a doubt about the visit to a hospital stands beside where the resident is', () => {
  const visit = about('Encounter', 'e', {
    status: 'in-progress',
    class: { code: 'IMP' },
    period: { start: '2026-05-01', end: '2026-01-01' },
  });
  const { stay, cautions } = value('identity', [visit]);
  assert.deepEqual([stay?.away?.since, cautions], ['2026-05-01', ['contradicts-itself']]);
});

test('a moment in another country on the same day there is no contradiction', () => {
  const recordedDate = '2026-02-12T09:20:00+10:00';
  assert.deepEqual(
    value('problems', [problem({ onsetDateTime: '2026-02-12', recordedDate })])[0]?.cautions,
    [],
  );
  const period = { start: '2026-02-12', end: recordedDate };
  assert.deepEqual(
    listed(statement('m', { effectivePeriod: period }))[0]?.cautions.includes('contradicts-itself'),
    false,
  );
});

test('what happened to the resident after the recorded death is doubted, and what others wrote then is not', () => {
  const read = (patient: Json, ...resources: readonly Json[]) =>
    JSON.stringify(build([], { resources: [{ ...PATIENT, ...patient }, ...resources] }).view.sections).match(
      /after-death/g,
    )?.length ?? 0;
  const died = (deceasedDateTime: string, more: Json = {}) => ({ deceasedDateTime, ...more });
  for (const late of [
    weighed('2026-11-15'),
    observation('w', snomed('27113001'), {
      valueQuantity: { value: 61, unit: 'kg' },
      effectiveDateTime: undefined,
      effectivePeriod: { start: '2026-11-15' },
    }),
    statement('m', { effectivePeriod: { start: '2026-11-15' } }),
    request('m', { authoredOn: '2026-11-15' }),
    problem({ onsetDateTime: '2026-11-15' }),
    allergy('a', 'Latex', { lastOccurrence: '2026-11-15' }),
    about('Procedure', 'p', {
      status: 'completed',
      code: snomed('450476008', 'Not for attempted cardiopulmonary resuscitation'),
      performedPeriod: { start: '2026-11-15' },
    }),
    about('Immunization', 'i', {
      status: 'completed',
      vaccineCode: { text: 'Flu' },
      occurrenceDateTime: '2026-11-15',
    }),
  ]) {
    assert.equal(read(died('2026-11-10'), late), 1, JSON.stringify(late));
    assert.equal(read({}, late), 0);
  }
  // Of the day of death, or one that may be: nothing is doubted.
  for (const day of ['2026-11-15', '2026-11', '2026', '2026-11-14T23:30:00Z'])
    assert.equal(read(died(day), weighed('2026-11-15')), 0, day);
  // A death in the future, or one that the record denies, is no death.
  assert.equal(read(died('2026-12-10'), weighed('2026-11-15')), 0);
  assert.equal(read(died('2026-11-10', { deceasedBoolean: false }), weighed('2026-11-15')), 0);
  assert.equal(read(died('2026-11-10'), problem({ recordedDate: '2026-11-15' })), 0);
});
