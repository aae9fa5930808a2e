import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fate, hl7, observation, section, snomed, value, type Json } from '../../../record.fixtures.ts';

const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
const amount = (number: number, unit: string): Json => ({ valueQuantity: { value: number, unit } });
const weighed = (fields: Json) => observation('a', snomed('27113001'), { ...amount(61, 'kg'), ...fields });

test('an observation coded as two kinds is neither, and leaves a gap', () => {
  const coding = [...snomed('364075005').coding, ...snomed('86290005').coding];
  const resources = [observation('a', { coding }, amount(18, '/min'))];
  assert.equal(section('news2', resources).state, 'failed');
  assert.deepEqual(fate('a', resources), { state: 'unreadable', why: 'malformed', path: 'code' });
});

test('a target saturation is a target, and never a measurement', () => {
  const coding = [...snomed('103228002').coding, ...snomed('852641000000103').coding];
  const { observations, target } = value('news2', [observation('a', { coding }, amount(88, '%'))]);
  assert.deepEqual([observations, target?.text], [[], '88 %']);
});

test('a cancelled observation says why nothing was measured', () => {
  const cancelled = { status: 'cancelled', valueQuantity: undefined };
  const why = weighed({ ...cancelled, dataAbsentReason: hl7('data-absent-reason', 'not-performed') });
  assert.equal(value('weight', [why]).notMeasured?.[0]?.why, 'not performed');
});

const NOT_SHOWN = ', and a value that came with it is not shown';
for (const [status, why] of [
  ['cancelled', 'not performed (cancelled)'],
  ['registered', 'no result yet (registered only)'],
] as const) {
  test(`an observation that is ${status} says so, and its value does not count`, () => {
    const { weights, notMeasured = [] } = value('weight', [weighed({ status })]);
    assert.deepEqual([weights, notMeasured.map((one) => one.why)], [[], [why + NOT_SHOWN]]);
    const empty = value('weight', [weighed({ status, valueQuantity: undefined })]);
    assert.deepEqual(
      empty.notMeasured?.map((one) => one.why),
      [why],
    );
    assert.deepEqual(fate('a', [weighed({ status })]), { state: 'shown', sections: ['weight'] });
  });

  test(`a blood pressure, a level of frailty and a NEWS2 that are ${status} say so`, () => {
    const component = [{ code: loinc('8480-6'), ...amount(120, 'mm[Hg]') }];
    const pressure = value('news2', [observation('a', loinc('85354-9'), { status, component })]);
    assert.deepEqual(
      [pressure.observations, pressure.notMeasured?.map((one) => one.why)],
      [[], [why + NOT_SHOWN]],
    );
    const total = value('news2', [observation('a', snomed('1104051000000101'), { status, valueInteger: 5 })]);
    assert.deepEqual([total.scores, total.notMeasured?.map((one) => one.why)], [[], [why + NOT_SHOWN]]);
    const level = value('frailty', [observation('a', snomed('763264000'), { status, valueInteger: 7 })]);
    assert.deepEqual([level.cfs, level.notMeasured?.map((one) => one.why)], [[], [why + NOT_SHOWN]]);
  });

  test(`an observation that is ${status} is part of no NEWS2, whether a total names it or it is near one in time`, () => {
    const pulse = observation('p', loinc('8867-4'), { ...amount(130, '/min'), status });
    const lower = { code: loinc('8462-4'), ...amount(50, 'mm[Hg]') };
    const upper = { code: loinc('8480-6'), ...amount(80, 'mm[Hg]') };
    const pressure = observation('b', loinc('85354-9'), { status, component: [upper, lower] });
    const derivedFrom = [{ reference: 'Observation/p' }, { reference: 'Observation/b' }];
    const total = (named: Json) =>
      observation('n', snomed('1104051000000101'), { valueInteger: 1, ...named });
    const [alone] = value('news2', [total({})]).scores;
    for (const named of [{}, { derivedFrom }]) {
      const [found] = value('news2', [total(named), pulse, pressure]).scores;
      assert.deepEqual(found?.score, alone?.score);
    }
  });
}

test('two values of one observation are both shown, and doubted', () => {
  const [found] = value('weight', [weighed({ valueString: 'declined, estimated by eye' })]).weights;
  assert.deepEqual(
    [found?.value, found?.cautions, found?.details],
    [61, ['contradicts-itself'], ['value recorded as 61 kg, and as declined, estimated by eye']],
  );
});

test('a total as a whole number and as another quantity is no total', () => {
  const total = observation('n', snomed('1104051000000101'), {
    valueQuantity: { value: 9 },
    valueInteger: 1,
  });
  const { scores, notMeasured } = value('news2', [total]);
  assert.deepEqual([scores, notMeasured?.[0]?.why], [[], 'cannot be read as a number: 9 (no unit); 1']);
});

test('a second date goes to "more in the record"', () => {
  const effectivePeriod = { start: '2019-01-01', end: '2019-01-02' };
  const [found] = value('weight', [weighed({ effectivePeriod })]).weights;
  assert.deepEqual(found?.more, [{ name: 'another date', text: '02-Jan-2019' }]);
});

for (const focus of [
  { reference: 'urn:uuid:11111111-1111-4111-8111-111111111111' },
  { type: 'Patient', identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018' } },
  { display: 'Daughter' },
  { identifier: { value: '9990000018' }, display: 'Ivy Brierley' },
]) {
  test(`an observation about whoever ${Object.keys(focus).join(' and ')} names leaves a gap`, () => {
    const resources = [weighed({ focus: [focus] })];
    assert.equal(section('weight', resources).state, 'failed');
    assert.deepEqual(fate('a', resources), { state: 'unreadable', why: 'malformed', path: 'focus' });
  });
}

test('an observation beside a score has a name, even if its code came without words', () => {
  const component = [{ code: loinc('8310-5'), valueQuantity: { value: 98.6 } }];
  const total = observation('n', snomed('1104051000000101'), { valueInteger: 3, component });
  assert.deepEqual(value('news2', [total]).scores[0]?.details, ['Temperature: 98.6 (no unit)']);
});

test('a title that changes the meaning of the code beside it is shown, and the value doubted', () => {
  for (const text of ['Target weight', 'Weight loss', 'Weight of baby']) {
    const code = { ...snomed('27113001', 'Body weight'), text };
    const [found] = value('weight', [observation('a', code, amount(70, 'kg'))]).weights;
    assert.deepEqual([found?.cautions, found?.details], [['contradicts-itself'], [`titled “${text}”`]]);
  }
});

test('a title with the unit that it asks for is still of its kind', () => {
  const pulse = observation('p', { text: 'Heart rate (bpm)' }, { valueInteger: 52 });
  assert.equal(value('news2', [pulse]).observations[0]?.name, 'Pulse');
  for (const text of ['Weight (kg)', 'Weight (lb)', 'Weight in kg']) {
    const weighed = observation('w', { text }, { valueInteger: 52 });
    assert.equal(value('weight', [weighed]).notMeasured?.length, 1, text);
  }
  const rate = observation('r', { text: 'Respiratory rate (breaths/min)' }, { valueInteger: 20 });
  assert.equal(value('news2', [rate]).observations[0]?.part, 'rr');
});
