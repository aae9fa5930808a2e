import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ABSENT_WORDS } from '../../../codes/data-absent-reason.ts';
import { fate, hl7, observation, section, snomed, value, type Json } from '../../../record.fixtures.ts';

const loinc = (code: string, display?: string) => ({
  coding: [{ system: 'http://loinc.org', code, ...(display === undefined ? {} : { display }) }],
});
const because = (code: string) => ({ dataAbsentReason: hl7('data-absent-reason', code) });
const mmHg = (amount: number) => ({ valueQuantity: { value: amount, unit: 'mm[Hg]', code: 'mm[Hg]' } });
const pressure = (id: string, upper: Json, lower: Json, fields: Json = {}): Json =>
  observation(id, loinc('85354-9'), {
    component: [
      { code: loinc('8480-6'), ...upper },
      { code: loinc('8462-4'), ...lower },
    ],
    ...fields,
  });
const story = (...resources: readonly Json[]) => {
  const { observations, notMeasured = [] } = value('news2', resources);
  return [
    observations.map(({ name, text }) => `${name}: ${text}`),
    notMeasured.map(({ name, why, on }) => `${name}: ${why}, ${on?.slice(0, 10)}`),
  ];
};

test('half a blood pressure shows which half is missing, and why', () => {
  assert.deepEqual(story(pressure('bp', because('unknown'), mmHg(70))), [
    ['Blood pressure: upper number not known, lower 70 mmHg'],
    [],
  ]);
  assert.deepEqual(story(pressure('bp', mmHg(120), because('error')))[0], [
    'Blood pressure: 120 mmHg systolic, lower number an error, no valid value',
  ]);
  assert.deepEqual(story(observation('d', loinc('8462-4'), mmHg(80)))[0], [
    'Blood pressure: upper number not recorded, lower 80 mmHg',
  ]);
});

test('a measurement that was not performed is shown with its day, and the latest value stays on screen', () => {
  const none = because('not-performed');
  const newer = pressure('new', none, none, { effectiveDateTime: '2026-11-20T18:00:00Z' });
  const older = pressure('old', mmHg(132), mmHg(70), { effectiveDateTime: '2026-11-13T10:00:00Z' });
  assert.deepEqual(story(newer, older), [
    ['Blood pressure: 132 over 70 mmHg'],
    ['Blood pressure: not performed, 2026-11-20'],
  ]);
  assert.deepEqual(fate('new', [newer, older]), { state: 'shown', sections: ['news2'] });
  // A missing measurement before the latest value is past.
  const past = { ...newer, effectiveDateTime: '2026-11-01T10:00:00Z' };
  assert.deepEqual(story(past, older)[1], []);
  assert.deepEqual(fate('new', [past, older]), { state: 'set-aside', why: 'newer-shown' });
});

for (const [code, words] of ABSENT_WORDS) {
  test(`the reason ${code} is put into words, and the section is known`, () => {
    const [seen, missing] = story(observation('hr', loinc('8867-4'), because(code)));
    assert.deepEqual([seen, missing], [[], [`Pulse: ${words}, 2026-11-20`]]);
  });
}

test('a reason in the sender’s own words is shown in them, and an unknown code as it is', () => {
  const asleep = observation('hr', loinc('8867-4'), { dataAbsentReason: { text: 'Resident asleep' } });
  assert.deepEqual(story(asleep)[1], ['Pulse: Resident asleep, 2026-11-20']);
  const odd = observation('hr', loinc('8867-4'), { dataAbsentReason: { coding: [{ code: 'zz' }] } });
  assert.deepEqual(story(odd)[1], ['Pulse: zz, 2026-11-20']);
  const empty = observation('hr', loinc('8867-4'), { dataAbsentReason: {} });
  assert.deepEqual(story(empty)[1], ['Pulse: no value, reason not stated, 2026-11-20']);
});

test('a reason in place of the value, or words for it, is a reason', () => {
  const coded = { valueCodeableConcept: hl7('v3-NullFlavor', 'ASKU') };
  assert.deepEqual(story(observation('rr', loinc('9279-1'), coded))[1], [
    'Respiration rate: asked, and not known, 2026-11-20',
  ]);
  assert.deepEqual(story(observation('rr', loinc('9279-1'), { valueString: 'Declined by resident' }))[1], [
    'Respiration rate: Declined by resident, 2026-11-20',
  ]);
});

test('a weight that was declined is a state of its own, and no failure', () => {
  const declined = observation('w', loinc('29463-7'), because('asked-declined'));
  assert.equal(section('weight', [declined]).state, 'known');
  const alone = value('weight', [declined]);
  assert.deepEqual(
    [alone.weights, alone.notMeasured?.map(({ name, why }) => `${name}: ${why}`)],
    [[], ['Weight: declined']],
  );
  const earlier = observation('e', loinc('29463-7'), {
    valueQuantity: { value: 51, unit: 'kg', code: 'kg' },
    effectiveDateTime: '2026-10-01',
  });
  const both = value('weight', [declined, earlier]);
  assert.deepEqual([both.weights[0]?.value, both.notMeasured?.length], [51, 1]);
});

test('a frailty scale, an index and a Barthel index that were not performed say so', () => {
  const cfs = observation('c', snomed('763264000'), because('not-performed'));
  const index = observation('i', { ...snomed('713636003'), text: 'eFI' }, because('not-performed'));
  assert.deepEqual(
    value('frailty', [cfs, index]).notMeasured?.map(({ name, why }) => `${name}: ${why}`),
    ['Clinical Frailty Scale: not performed', 'eFI: not performed'],
  );
  const barthel = observation('b', loinc('96761-2'), because('asked-declined'));
  assert.equal(value('function', [barthel]).notMeasured?.[0]?.why, 'declined');
});

test('a NEWS2 that was not taken says so, and is no score of zero', () => {
  const none = observation('n', snomed('1104051000000101'), because('not-performed'));
  const found = value('news2', [none]);
  assert.deepEqual([found.scores, found.notMeasured?.[0]?.why], [[], 'not performed']);
});

test('a value beside the reason for its absence is shown with it, and does not count', () => {
  const both = observation('w', loinc('29463-7'), {
    ...because('error'),
    valueQuantity: { value: 61.2, unit: 'kg', code: 'kg' },
  });
  const { weights, notMeasured } = value('weight', [both]);
  assert.deepEqual(
    [weights, notMeasured?.[0]?.why, notMeasured?.[0]?.cautions],
    [[], 'an error, no valid value, and yet 61.2 kg', ['contradicts-itself']],
  );
});

const FRAIL = snomed('1129381000000102', 'CFS level 6');
for (const denial of [
  { valueBoolean: false },
  { valueCodeableConcept: snomed('373067005') },
  { valueCodeableConcept: { text: 'Absent' } },
  { valueString: 'No' },
]) {
  test(`a level in the code is denied by ${JSON.stringify(denial)}`, () => {
    const resources = [observation('o', FRAIL, denial)];
    const { cfs, notMeasured } = value('frailty', resources);
    assert.deepEqual([cfs, notMeasured?.length, notMeasured?.[0]?.name], [[], 1, 'CFS level 6']);
    assert.match(notMeasured?.[0]?.why ?? '', /^(no|absent)$/i);
  });
}

test('a finding whose answer nobody knows is not known, and an affirmed one stands', () => {
  const unknown = value('frailty', [observation('o', FRAIL, { valueString: 'Unknown' })]);
  assert.deepEqual([unknown.cfs, unknown.notMeasured?.[0]?.why], [[], 'Unknown']);
  assert.equal(value('frailty', [observation('o', FRAIL, { valueBoolean: true })]).cfs[0]?.level, 6);
});

test('oxygen that is denied is air, and air that is denied is not oxygen', () => {
  const oxygen = (code: string, denial: Json) => story(observation('o', snomed(code), denial))[0];
  assert.deepEqual(oxygen('371825009', { valueString: 'No' }), ['Air or oxygen: Air']);
  assert.deepEqual(oxygen('371825009', { valueBoolean: false }), ['Air or oxygen: Air']);
  assert.deepEqual(oxygen('371825009', {}), ['Air or oxygen: On oxygen']);
  // "No" alone would answer neither.
  assert.deepEqual(oxygen('722742002', { valueBoolean: false }), ['Air or oxygen: Room air: no']);
});

test('missing measurements are shown newest first, for any sign', () => {
  const on = (code: string, effectiveDateTime: string) =>
    observation(code, loinc(code), { ...because('not-performed'), effectiveDateTime });
  const days = (pulse: string, temperature: string) =>
    (value('news2', [on('8867-4', pulse), on('8310-5', temperature)]).notMeasured ?? []).map((one) =>
      one.on?.slice(0, 10),
    );
  const [newer, older] = ['2026-11-20T18:00:00Z', '2026-11-13T10:00:00Z'] as const;
  for (const found of [days(newer, older), days(older, newer)])
    assert.deepEqual(found, ['2026-11-20', '2026-11-13']);
});
