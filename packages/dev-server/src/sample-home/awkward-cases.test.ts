import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreNews2 } from '@ehch/clinical/instruments';
import type { Patient, Resource } from '@medplum/fhirtypes';
import { sampleHome } from './sample-home.ts';

const { resources, patientIds, placeConfiguration } = sampleHome();

/** Everything about one resident, as JSON text and as resources. */
function record(key: string): { patient: Patient; own: Resource[]; text: string } {
  const id = patientIds[key] ?? '';
  const patient = resources.find((one): one is Patient => one.resourceType === 'Patient' && one.id === id);
  assert.ok(patient, key);
  const own = resources.filter(
    (one) => one.resourceType !== 'Group' && JSON.stringify(one).includes(`"Patient/${id}"`),
  );
  return { patient, own, text: JSON.stringify(own) };
}

const types = (key: string): string[] => record(key).own.map(({ resourceType }) => resourceType);

test('two residents share their whole name and differ in date of birth', () => {
  const [one, other] = ['margaret-hughes-july', 'margaret-hughes-january'].map((key) => record(key).patient);
  assert.deepEqual(one?.name?.[0], other?.name?.[0]);
  assert.notEqual(one?.birthDate, other?.birthDate);
});

test('one birth date is known only as a year', () => {
  assert.equal(record('istvan-kovacs').patient.birthDate, '1938');
});

test('one family name is hyphenated, and one whole name is sixty characters or more', () => {
  assert.match(record('eleri-prys-jones').patient.name?.[0]?.family ?? '', /-/);
  const name = record('anastasia-featherstonehaugh').patient.name?.[0];
  assert.ok([name?.family, ...(name?.given ?? [])].join(' ').length >= 60);
});

test('one is in hospital: the hospital stay runs, and the stay in the home is on hold', () => {
  const { own } = record('ronald-birkett');
  const inpatient = own.find((one) => one.resourceType === 'Encounter' && one.class.code === 'IMP');
  assert.equal(inpatient?.resourceType === 'Encounter' && inpatient.status, 'in-progress');
  const stay = own.find((one) => one.resourceType === 'EpisodeOfCare');
  assert.equal(stay?.resourceType === 'EpisodeOfCare' && stay.status, 'onhold');
});

test('one came back on Friday night at 22:10', () => {
  const { own } = record('joan-whitfield');
  const ends = own.flatMap((one) => (one.resourceType === 'Encounter' ? [one.period?.end ?? ''] : []));
  assert.ok(ends.includes('2026-11-20T22:10:00+00:00'));
});

test('one is in the last days of life, with a plan and no more observations', () => {
  const { text, own } = record('edith-marlowe');
  assert.match(text, /Last days of life/);
  const dates = own.flatMap((one) =>
    one.resourceType === 'Observation' ? [one.effectiveDateTime ?? ''] : [],
  );
  assert.ok(dates.every((date) => date < '2026-11-17'));
});

test('one objects to sharing: an active privacy consent that denies', () => {
  const consent = record('arthur-pemberton').own.find((one) => one.resourceType === 'Consent');
  assert.ok(
    consent?.resourceType === 'Consent' && consent.status === 'active' && consent.provision?.type === 'deny',
  );
});

test('one died: the stay has ended and nothing is recorded after', () => {
  const { patient, own } = record('walter-dunne');
  assert.match(patient.deceasedDateTime ?? '', /^2026-11-09/);
  const dates = own.flatMap((one) =>
    one.resourceType === 'Observation' ? [one.effectiveDateTime ?? ''] : [],
  );
  assert.ok(dates.every((date) => date < '2026-11-09T23'));
});

test('one has nothing recorded in any section', () => {
  assert.deepEqual(types('sheila-crowther').toSorted(), ['Encounter', 'EpisodeOfCare']);
});

test('one is registered with another practice', () => {
  assert.notEqual(
    record('gwendoline-farrow').patient.generalPractitioner?.[0]?.reference,
    record('doris-ashworth').patient.generalPractitioner?.[0]?.reference,
  );
});

test('one on respite has no NHS number and says why; one from Scotland has a CHI number under its own label', () => {
  const { patient, text } = record('thomas-okafor');
  assert.equal(patient.identifier, undefined);
  assert.match(JSON.stringify(patient.extension), /nhs-number-not-known/);
  assert.match(text, /Respite stay/);
  const scot = record('morag-sutherland').patient;
  assert.deepEqual(
    scot.identifier?.map(({ type, system }) => [type?.text, system]),
    [['CHI number (Scotland)', undefined]],
  );
});

test('one NHS number has not been traced', () => {
  assert.match(JSON.stringify(record('leonard-ackroyd').patient.identifier), /"02"/);
});

test('a couple shares a room', () => {
  const [his, hers] = ['harold-castle', 'nora-castle'].map((key) => /"Room \d+"/.exec(record(key).text)?.[0]);
  assert.equal(his, hers);
});

test('two records in force disagree about CPR, each with its own source', () => {
  const flags = record('frank-holloway').own.filter((one) => one.resourceType === 'Flag');
  assert.deepEqual(
    flags.map((one) => one.resourceType === 'Flag' && one.code.coding?.[0]?.code),
    ['450475007', '450476008'],
  );
  assert.equal(new Set(flags.map(({ meta }) => meta?.source)).size, 2);
});

test('a worry waits that nobody has seen, one was seen, and one was answered', () => {
  const states = resources.flatMap((one) =>
    one.resourceType === 'Task' && one.code?.text?.startsWith('Worry') ? [one.status] : [],
  );
  assert.deepEqual([...new Set(states)].toSorted(), ['accepted', 'received', 'requested']);
});

test('a set with a missing part has no total, and every total is the sum of its parts', () => {
  let totals = 0;
  for (const one of resources) {
    if (one.resourceType !== 'Observation' || one.code.coding?.[0]?.code !== '1104051000000101') continue;
    totals += 1;
    const parts = (one.component ?? []).map(({ valueQuantity }) => valueQuantity?.value ?? 0);
    assert.equal(
      one.valueQuantity?.value,
      parts.reduce((sum, part) => sum + part, 0),
    );
    assert.equal(one.derivedFrom?.length, 7);
  }
  assert.ok(totals > 150);
  const { own } = record('mabel-jessop');
  const partial = own.filter(
    (one) => one.resourceType === 'Observation' && one.effectiveDateTime?.startsWith('2026-11-20'),
  );
  assert.ok(partial.length > 0);
  assert.ok(
    partial.every(
      (one) => one.resourceType === 'Observation' && one.code.coding?.[0]?.code !== '1104051000000101',
    ),
  );
});

test('the last NEWS2 of the resident with the worry is what the RCP’s table gives for the readings', () => {
  const score = scoreNews2({
    rr: 22,
    spo2: 94,
    scale: 1,
    oxygen: false,
    sbp: 112,
    pulse: 96,
    acvpu: 'A',
    temp: 38.2,
  });
  const totals = record('doris-ashworth').own.flatMap((one) =>
    one.resourceType === 'Observation' && one.code.coding?.[0]?.code === '1104051000000101'
      ? [[one.effectiveDateTime ?? '', one.valueQuantity?.value] as const]
      : [],
  );
  assert.equal(score.total, 5);
  assert.equal(totals.toSorted(([a], [b]) => a.localeCompare(b)).at(-1)?.[1], 5);
});

test('the place says that it is not signed off, and where its roster is', () => {
  assert.equal(placeConfiguration.signedOff, null);
  const [home] = placeConfiguration.homes;
  assert.ok(
    resources.some(
      (one) => one.resourceType === 'Group' && home?.roster.kind === 'group' && one.id === home.roster.id,
    ),
  );
});

test('the home measured nothing while a resident was in hospital', () => {
  const inHospital = {
    'ronald-birkett': ['2026-11-19', '2026-11-22'],
    'joan-whitfield': ['2026-11-13', '2026-11-20T22:10'],
  };
  for (const [key, [from = '', to = '']] of Object.entries(inHospital)) {
    const dates = record(key).own.flatMap((one) =>
      one.resourceType === 'Observation' ? [one.effectiveDateTime ?? ''] : [],
    );
    assert.deepEqual(
      dates.filter((date) => date > from && date < to && date !== '2026-11-20'),
      [],
      key,
    );
  }
});

const observations = (key: string) =>
  record(key).own.flatMap((one) => (one.resourceType === 'Observation' ? [one] : []));
const coded = (key: string, code: string) =>
  observations(key).filter((one) => one.code.coding?.some((coding) => coding.code === code));

test('one weighing was refused: it has a day, a reason and the resident’s words, and no number', () => {
  const declined = coded('samina-yusuf', '27113001').filter(({ valueQuantity }) => !valueQuantity);
  assert.equal(declined.length, 1);
  assert.equal(declined[0]?.dataAbsentReason?.coding?.[0]?.code, 'asked-declined');
  assert.ok(declined[0]?.note?.[0]?.text);
  assert.ok(coded('samina-yusuf', '27113001').some(({ valueQuantity }) => valueQuantity));
});

test('one weight was entered under a day of next year', () => {
  const dates = coded('leonard-ackroyd', '27113001').map((one) => one.effectiveDateTime ?? '');
  assert.deepEqual(
    dates.filter((date) => date > '2026-11-21'),
    ['2027-11-20'],
  );
});

test('a target saturation is a range with a day and an author, and not a reading', () => {
  const [target, ...more] = coded('ivy-rawsthorne', '852641000000103');
  assert.equal(more.length, 0);
  assert.deepEqual([target?.valueRange?.low?.value, target?.valueRange?.high?.value], [88, 92]);
  assert.equal(target?.valueQuantity, undefined);
  assert.equal(target?.performer?.[0]?.display, 'Dr Simon Rowe');
});

test('a swallowing assessment gives the levels for drinks and food, and how to help', () => {
  for (const key of ['dennis-fairclough', 'samina-yusuf']) {
    const [found] = coded(key, 'swallowing-assessment');
    assert.deepEqual(
      found?.component?.map(({ code }) => code.text),
      ['Drinks', 'Food'],
      key,
    );
    assert.ok(found?.valueString, key);
    assert.match(record(key).text, /to level 2 in every drink/, 'the thickener agrees with it');
  }
});

test('laboratory results have a day, a unit and a range, and say when they are low', () => {
  const [egfr] = coded('winston-grant', '1011481000000105');
  assert.equal(egfr?.interpretation?.[0]?.coding?.[0]?.code, 'L');
  assert.ok(egfr?.referenceRange?.[0]?.low?.value);
  assert.equal(coded('winston-grant', '1022431000000105').length, 1);
  assert.equal(coded('doris-ashworth', '1022431000000105')[0]?.interpretation, undefined);
});

test('the hospital recorded function item by item, with one not attempted', () => {
  const answers = coded('joan-whitfield', '83194-1').map((one) => one.valueCodeableConcept?.text);
  assert.deepEqual(answers, ['Not attempted due to medical condition or safety concerns']);
});

test('a repeat is a plan that continues, and every issue of it is completed', () => {
  const requests = record('winston-grant').own.flatMap((one) =>
    one.resourceType === 'MedicationRequest' ? [one] : [],
  );
  const [plan, ...issues] = requests;
  assert.deepEqual([plan?.intent, plan?.status], ['plan', 'active']);
  assert.ok(issues.length >= 3);
  for (const issue of issues) {
    assert.deepEqual([issue.intent, issue.status], ['order', 'completed']);
    assert.equal(issue.basedOn?.[0]?.reference, `MedicationRequest/${plan?.id}`);
  }
});

test('a refusal of treatment has exceptions nested in it', () => {
  const refusal = record('anastasia-featherstonehaugh').own.find((one) => one.resourceType === 'Consent');
  assert.ok(refusal?.resourceType === 'Consent' && refusal.provision?.type === 'deny');
  assert.deepEqual(new Set(refusal.provision.provision?.map(({ type }) => type)), new Set(['permit']));
});

test('an allergy, a weight, a result and a repeat have notes', () => {
  const noted = resources.filter((one) => 'note' in one).map(({ resourceType }) => resourceType);
  for (const type of ['AllergyIntolerance', 'Condition', 'MedicationRequest', 'Observation'])
    assert.ok(
      noted.some((one) => one === type),
      type,
    );
});
