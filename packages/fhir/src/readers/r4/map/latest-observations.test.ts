import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EXTENSION, LOCAL } from '../../../codes/systems.ts';
import { build, fate, observation, snomed, value, type Json } from '../../../record.fixtures.ts';

const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
const amount = (number: number, unit: string, code = unit): Json => ({
  valueQuantity: { value: number, unit, code, system: 'http://unitsofmeasure.org' },
});
const at = (time: string) => ({ effectiveDateTime: `2026-11-20T${time}Z` });
const seen = (...resources: readonly Json[]) =>
  value('news2', resources).observations.map(({ name, text, cautions }) => [`${name}: ${text}`, ...cautions]);

test('a systolic and a diastolic pressure of the same time are one reading, in any order', () => {
  const upper = observation('s', loinc('8480-6'), amount(120, 'mmHg', 'mm[Hg]'));
  const lower = observation('d', loinc('8462-4'), amount(80, 'mmHg', 'mm[Hg]'));
  for (const both of [
    [upper, lower],
    [lower, upper],
  ]) {
    assert.deepEqual(seen(...both), [['Blood pressure: 120 over 80 mmHg']]);
    assert.deepEqual(fate('d', both), { state: 'shown', sections: ['news2'] });
  }
  assert.deepEqual(seen(upper, { ...lower, ...at('07:00:00') }), [['Blood pressure: 120 mmHg systolic']]);
});

test('half a blood pressure that is no plain number is shown as recorded, and never as not recorded', () => {
  const more = (number: number, comparator = '>'): Json => ({
    valueQuantity: { value: number, unit: 'mmHg', comparator },
  });
  const pressure = (upper: Json, lower: Json) =>
    seen(
      observation('p', loinc('85354-9'), {
        component: [
          { code: loinc('8480-6'), ...upper },
          { code: loinc('8462-4'), ...lower },
        ],
      }),
    );
  const lower = amount(118, 'mmHg', 'mm[Hg]');
  const upper = amount(90, 'mmHg', 'mm[Hg]');
  const refused = { dataAbsentReason: { text: 'Refused' } };
  for (const [said, ...words] of [
    [pressure(more(240), lower), 'upper number recorded as > 240 mmHg, lower 118 mmHg'],
    [pressure(upper, more(40, '<')), '90 mmHg systolic, lower number recorded as < 40 mmHg'],
    [pressure({ valueString: 'one hundred' }, lower), 'upper number recorded as one hundred, lower 118 mmHg'],
    [
      pressure(more(240), more(120)),
      'upper number recorded as > 240 mmHg, lower number recorded as > 120 mmHg',
    ],
    [pressure(more(240), refused), 'upper number recorded as > 240 mmHg, lower number Refused'],
    [seen(observation('d', loinc('8462-4'), more(120))), 'lower number recorded as > 120 mmHg'],
  ] as const)
    assert.deepEqual(said, [[`Blood pressure: ${words[0]}`]]);
  const [, ...cautions] = pressure(amount(17, 'kPa'), amount(9, 'kPa'))[0] ?? [];
  assert.deepEqual(cautions, ['other-unit']);
});

test('a panel with an unknown code is read by its known components, and keeps its own value', () => {
  const panel = observation(
    'p',
    { coding: [{ system: 'https://vendor.example/codes', code: 'x', display: 'Early warning' }] },
    {
      ...amount(5, '{score}'),
      component: [
        { code: loinc('9279-1'), ...amount(22, '/min') },
        { code: loinc('59408-5'), ...amount(95, '%') },
        { code: loinc('8310-5'), ...amount(38.5, 'Cel') },
        { code: loinc('8480-6'), ...amount(100, 'mm[Hg]') },
        { code: loinc('8867-4'), ...amount(100, '/min') },
      ],
    },
  );
  const { scores } = value('news2', [panel]);
  assert.deepEqual(
    [scores[0]?.score.atLeast, scores[0]?.score.missing, scores[0]?.details],
    [7, ['oxygen', 'acvpu'], ['Early warning: 5']],
  );
  assert.deepEqual(seen(panel).length, 5);
});

test('a value in another unit, or one that nobody has, says so, and a fraction of one is a percentage', () => {
  assert.deepEqual(
    seen(
      observation('a', loinc('59408-5'), amount(0.95, '1')),
      observation('b', loinc('8310-5'), amount(366, 'Cel')),
      observation('c', loinc('9279-1'), amount(18, '/h')),
      observation('d', loinc('8480-6'), amount(12, 'kPa')),
      observation('e', loinc('8867-4'), amount(1.2, 'Hz')),
    ),
    [
      ['Respiration rate: 18 /h', 'other-unit'],
      ['Oxygen saturation: 95 %', 'converted'],
      ['Blood pressure: upper number recorded as 12 kPa', 'other-unit'],
      ['Pulse: 1.2 Hz', 'other-unit'],
      ['Temperature: 366 °C', 'implausible'],
    ],
  );
});

test('a code and words that name two units make no part of a score', () => {
  const spo2 = observation('a', loinc('59408-5'), amount(13, 'kPa', '%'));
  assert.deepEqual(seen(spo2), [['Oxygen saturation: 13 kPa', 'unit-conflict']]);
});

for (const [code, number, unit] of [
  ['9279-1', 3, '/min'],
  ['9279-1', 61, '/min'],
  ['59408-5', 59, '%'],
  ['8480-6', 261, 'mm[Hg]'],
  ['8462-4', 201, 'mm[Hg]'],
  ['8867-4', 24, '/min'],
  ['8310-5', 31.9, 'Cel'],
] as const) {
  test(`${number} ${unit} of ${code} is doubted`, () => {
    assert.deepEqual(seen(observation('a', loinc(code), amount(number, unit)))[0]?.slice(1), ['implausible']);
  });
}

test('a reading dated in the future does not come first, and has a caution if it is the only one', () => {
  const now = observation('a', loinc('8867-4'), amount(72, '/min'));
  const ahead = observation('b', loinc('8867-4'), {
    ...amount(140, '/min'),
    effectiveDateTime: '2027-01-01T10:00:00Z',
  });
  assert.deepEqual(seen(ahead, now), [['Pulse: 72 beats per minute']]);
  assert.deepEqual(seen({ ...ahead, id: 'a' }, { ...now, id: 'b' }), [['Pulse: 72 beats per minute']]);
  assert.deepEqual(seen(ahead), [['Pulse: 140 beats per minute', 'future-dated']]);
});

test('every older reading of a sign is set aside, and says that a newer one is shown', () => {
  const pulses = ['06', '08', '07'].map((hour) =>
    observation(`p${hour}`, loinc('8867-4'), { ...amount(72, '/min'), ...at(`${hour}:00:00`) }),
  );
  assert.deepEqual(fate('p08', pulses), { state: 'shown', sections: ['news2'] });
  for (const older of ['p06', 'p07'])
    assert.deepEqual(fate(older, pulses), { state: 'set-aside', why: 'newer-shown' });
});

test('a pressure after getting up stands behind one at rest, whichever was taken last and whatever their ids', () => {
  const standing = {
    url: EXTENSION.bodyPosition,
    valueCodeableConcept: { coding: [{ system: LOCAL, code: 'position/standing' }] },
  };
  for (const [rest, up] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    const lying = observation(rest, loinc('8480-6'), { ...amount(120, 'mmHg', 'mm[Hg]'), ...at('07:00:00') });
    const later = observation(up, loinc('8480-6'), {
      ...amount(95, 'mmHg', 'mm[Hg]'),
      ...at('07:03:00'),
      extension: [standing],
    });
    assert.deepEqual(
      seen(lying, later).map(([text]) => text),
      ['Blood pressure: 120 mmHg systolic'],
    );
  }
});

const SET: readonly Json[] = [
  observation('rr', snomed('86290005'), amount(21, '/min')),
  observation('spo2', snomed('103228002'), amount(93, '%')),
  observation('pulse', snomed('364075005'), amount(95, '/min')),
  observation('temp', snomed('276885007'), { ...amount(37.5, 'Cel'), ...at('10:10:00') }),
  observation('air', snomed('722742002'), at('10:10:00')),
  observation('bp', snomed('72313002'), amount(120, 'mm[Hg]')),
  observation('dbp', snomed('1091811000000102'), amount(60, 'mm[Hg]')),
  observation('acvpu', snomed('1104441000000107'), { valueCodeableConcept: snomed('248234008') }),
];

test('a record gives the same view, and a computed set the same id, in whatever order the server sends it', () => {
  const view = (resources: readonly Json[]) => JSON.stringify(build(resources).view.sections.news2);
  const expected = view(SET);
  fc.assert(
    fc.property(fc.shuffledSubarray([...SET], { minLength: SET.length }), (shuffled) => {
      assert.equal(view(shuffled), expected);
    }),
    { numRuns: 40 },
  );
  assert.equal(value('news2', SET).scores[0]?.id, 'Observation/acvpu#set');
});

test('an observation about somebody else is not the resident’s, although the resident is its subject', () => {
  const pulse = (focus: Json) =>
    observation('a', loinc('8867-4'), { ...amount(140, '/min'), focus: [focus] });
  for (const reference of ['Patient/baby', 'RelatedPerson/donor', 'https://other.example/Patient/x'])
    assert.deepEqual(fate('a', [pulse({ reference })]), { state: 'set-aside', why: 'another-patient' });
  assert.equal(seen(pulse({ reference: 'Patient/p1' })).length, 1);
  const device = value('news2', [pulse({ type: 'Device', display: 'Pacemaker' })]).observations[0];
  assert.deepEqual(device?.details, ['about: Pacemaker']);
});

test('whatever qualifies a reading is shown in words', () => {
  const found = value('news2', [
    observation('a', loinc('8867-4'), {
      ...amount(72, '/min'),
      status: 'corrected',
      bodySite: { text: 'Left wrist' },
      method: { text: 'Palpation' },
      interpretation: [{ coding: [{ code: 'H' }] }, { text: 'irregular' }],
      specimen: { display: 'Blood' },
      performer: [{ display: 'A. Nurse' }, { display: 'B. Carer' }],
      derivedFrom: [{ display: 'ECG' }],
      hasMember: [{ display: 'Rhythm' }],
      component: [
        { code: { text: 'Rhythm' }, valueString: 'Sinus', interpretation: [{ coding: [{ code: 'N' }] }] },
        { code: { text: 'Position' } },
      ],
    }),
  ]).observations[0];
  assert.deepEqual(found?.details, [
    'Left wrist',
    'method: Palpation',
    'marked: high',
    'marked: irregular',
    'specimen: Blood',
    'corrected since it was first sent',
    'also by: B. Carer',
    'Rhythm: Sinus',
    'Position: no value',
    'Rhythm marked: normal',
    'other records belong to it',
    'worked out from other records',
  ]);
});

test('an observation of unknown status is unconfirmed, and not lost', () => {
  const pulse = observation('a', loinc('8867-4'), { ...amount(72, '/min'), status: 'unknown' });
  assert.deepEqual(seen(pulse), [['Pulse: 72 beats per minute', 'unconfirmed']]);
});

test('"could not be woken" is a level of consciousness, and no reason for a missing one', () => {
  const said = { valueString: 'Unresponsive, could not be woken' };
  const { observations, notMeasured } = value('news2', [observation('a', snomed('1104441000000107'), said)]);
  assert.deepEqual([observations[0]?.text, notMeasured], ['Unresponsive, could not be woken', []]);
});

test('with the code for alert and the words "unresponsive", the words are shown and nothing is scored', () => {
  const said = (text: string) =>
    seen(
      observation('a', snomed('1104441000000107'), {
        valueCodeableConcept: { ...snomed('248234008'), text },
      }),
    );
  assert.deepEqual(said('Unresponsive'), [['Consciousness: Unresponsive', 'contradicts-itself']]);
  assert.deepEqual(said('Not alert'), [['Consciousness: Not alert', 'contradicts-itself']]);
  assert.deepEqual(said('Alert and orientated'), [['Consciousness: Alert']]);
});

test('words beside "on oxygen" or "room air" are shown with it', () => {
  const oxygen = (said: Json) => seen(observation('a', snomed('371825009', 'On oxygen'), said))[0]?.[0];
  assert.equal(oxygen({}), 'Air or oxygen: On oxygen');
  assert.equal(oxygen({ valueString: 'Weaned off today' }), 'Air or oxygen: On oxygen: Weaned off today');
  assert.equal(oxygen(amount(0, 'L/min')), 'Air or oxygen: On oxygen: 0 L/min');
  const flow = observation('a', snomed('371825009', 'On oxygen'), amount(2, 'L/min'));
  const [found] = value('news2', [flow]).observations;
  assert.deepEqual([found?.text, found?.details], ['On oxygen', ['On oxygen: 2 L/min']]);
  const air = (said: Json) => seen(observation('a', snomed('722742002', 'Room air'), said))[0]?.[0];
  assert.equal(air({ valueBoolean: false }), 'Air or oxygen: Room air: no');
  assert.equal(air(amount(28, '%')), 'Air or oxygen: Room air: 28 %');
});
