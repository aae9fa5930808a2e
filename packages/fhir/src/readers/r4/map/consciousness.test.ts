import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fate, observation, snomed, value, type Json } from '../../../record.fixtures.ts';

const ACVPU = snomed('1104441000000107');
const SNOMED = 'http://snomed.info/sct';
const coded = (...coding: readonly Json[]): Json => ({ valueCodeableConcept: { coding } });
const bare = (...codes: readonly string[]): Json => coded(...codes.map((code) => ({ system: SNOMED, code })));
const read = (fields: Json, code: Json = ACVPU) => {
  const [found] = value('news2', [observation('o', code, fields)]).observations;
  return [found?.text, found?.cautions];
};
const OTHERS: readonly Json[] = [
  observation('rr', snomed('86290005'), { valueQuantity: { value: 18, unit: '/min' } }),
  observation('pulse', snomed('364075005'), { valueQuantity: { value: 95, unit: '/min' } }),
  observation('temp', snomed('276885007'), { valueQuantity: { value: 37, unit: 'Cel' } }),
];
/** The points of the level in a set. `null`: it does not count. */
const pointsOf = (fields: Json, code: Json = ACVPU) =>
  value('news2', [...OTHERS, observation('o', code, fields)]).scores[0]?.score.items['acvpu']?.score ?? null;

for (const [code, words, points] of [
  ['248234008', 'Alert', 0],
  ['130987000', 'New confusion', 3],
  ['300202002', 'Responds to voice', 3],
  ['450847001', 'Responds to pain', 3],
  ['422768004', 'Unresponsive', 3],
] as const) {
  test(`${code} is ${words}, as an answer and as a finding`, () => {
    assert.deepEqual(read(bare(code)), [words, []]);
    assert.deepEqual(read({}, snomed(code)), [words, []]);
    assert.deepEqual(read({ valueBoolean: true }, snomed(code)), [words, []]);
    assert.equal(pointsOf(bare(code)), points);
    assert.equal(pointsOf({}, snomed(code)), points);
  });
}

test('two levels in one answer contradict each other: both are shown, and neither counts', () => {
  for (const pair of [
    ['248234008', '422768004'],
    ['422768004', '248234008'],
  ]) {
    const [text, cautions] = read(bare(...pair));
    assert.deepEqual(String(text).split(', and also ').toSorted(), ['Alert', 'Unresponsive']);
    assert.deepEqual(cautions, ['contradicts-itself']);
    assert.equal(pointsOf(bare(...pair)), null);
  }
});

test('codes that no table here knows are all shown, and none counts', () => {
  assert.deepEqual(read(bare('271782001')), ['271782001', ['code-only']]);
  assert.deepEqual(read(bare('271782001', '3006004')), ['271782001, and also 3006004', ['code-only']]);
  assert.deepEqual(read(bare('248234008', '271782001')), ['Alert, and also 271782001', ['code-only']]);
  assert.equal(pointsOf(bare('248234008', '271782001')), null);
  const local = (code: string) => coded({ system: SNOMED, code: '248234008' }, { system: 'urn:x', code });
  assert.deepEqual(read(local('A')), ['Alert', []]);
  assert.deepEqual(read(local('U')), ['Alert, and also U', ['code-only']]);
  assert.equal(pointsOf(local('U')), null);
});

test('the words of a code count against its level as the text beside it does', () => {
  const displayed = (display: string) => coded({ system: SNOMED, code: '248234008', display });
  assert.deepEqual(read(displayed('Mentally alert (finding)')), ['Alert', []]);
  for (const display of ['Unresponsive', 'Not alert', 'Responds to pain', 'Drowsy', 'Reduced level']) {
    assert.deepEqual(read(displayed(display)), [display, ['contradicts-itself']]);
    assert.equal(pointsOf(displayed(display)), null);
  }
});

test('words of confusion beside the code for alert count, unless they call it the usual one', () => {
  const worded = (text: string) => ({
    valueCodeableConcept: { text, coding: [{ system: SNOMED, code: '248234008' }] },
  });
  for (const text of [
    'Alert but confused',
    'Alert, newly confused',
    'Alert. Confusion worse than yesterday',
    'Alert, more than usual confusion',
    'Alert, more muddled than usual',
    'Alert, usual confusion worse today',
    'Alert. Confused as usual, and more so since lunch',
  ]) {
    assert.deepEqual(read(worded(text)), [text, ['contradicts-itself']]);
    assert.equal(pointsOf(worded(text)), null, text);
  }
  for (const text of ['Alert, usual confusion', 'Alert. Confused as usual', 'Alert, long-standing confusion'])
    assert.equal(pointsOf(worded(text)), 0, text);
});

test('what the words add to a level stands beside it, also in a component', () => {
  const worded = (text: string, code: string): Json => ({
    valueCodeableConcept: { text, coding: [{ system: SNOMED, code }] },
  });
  const details = (all: readonly Json[]) => value('news2', all).observations.map((one) => one.details ?? []);
  for (const [text, code] of [
    ['Alert but in pain', '248234008'],
    ['Responds to voice only after shaking', '300202002'],
    ['Unresponsive since 10:00', '422768004'],
  ] as const) {
    assert.deepEqual(details([observation('o', ACVPU, worded(text, code))]), [[`recorded: ${text}`]]);
    const component = [
      { code: { ...ACVPU, text: 'ACVPU' }, ...worded(text, code) },
      { code: snomed('364075005', 'Pulse'), valueQuantity: { value: 80, unit: '/min' } },
    ];
    const panel = observation('o', { text: 'Vital signs' }, { component });
    assert.deepEqual(details([panel]).flat(), [`ACVPU: ${text}`], text);
  }
  for (const [text, code] of [
    ['Mentally alert (finding)', '248234008'],
    ['A - Alert', '248234008'],
    ['Acute confusion', '130987000'],
    ['Responds to painful stimuli', '450847001'],
    ['Verbal', '300202002'],
  ] as const)
    assert.deepEqual(details([observation('o', ACVPU, worded(text, code))]), [[]], text);
});

test('a finding that is denied or not known is shown in words with its answer', () => {
  assert.deepEqual(read({ valueBoolean: false }, snomed('422768004', 'Unresponsive')), [
    'Unresponsive: no',
    [],
  ]);
  assert.deepEqual(read({ valueString: 'not sure' }, snomed('130987000', 'Acute confusion')), [
    'Acute confusion: not sure',
    [],
  ]);
});

test('a finding that its own mark calls negative contradicts itself', () => {
  for (const mark of [{ coding: [{ code: 'NEG' }] }, { text: 'Negative' }, { text: 'Invalid' }]) {
    const [found] = value('news2', [
      observation('o', snomed('422768004', 'Unresponsive'), { interpretation: [mark] }),
    ]).observations;
    assert.deepEqual([found?.text, found?.cautions], ['Unresponsive', ['contradicts-itself']]);
  }
  assert.deepEqual(read({ ...bare('248234008'), interpretation: [{ coding: [{ code: 'NEG' }] }] })[1], []);
  assert.deepEqual(read({ ...bare('248234008'), interpretation: [{ text: 'Invalid' }] })[1], [
    'contradicts-itself',
  ]);
});

test('an answer by a known code for yes, no or unknown reads as that word', () => {
  const answered = (code: string) => {
    const [found] = value('function', [
      observation('m', { text: 'Mobility: uses stairs' }, bare(code)),
    ]).statements;
    return [found?.text, found?.cautions];
  };
  assert.deepEqual(answered('373066001'), ['Mobility: uses stairs: yes', []]);
  assert.deepEqual(answered('373067005'), ['Mobility: uses stairs: no', []]);
  assert.deepEqual(answered('2667000'), ['Mobility: uses stairs: absent', []]);
  const [twice] = value('function', [
    observation('m', { text: 'Uses hoist' }, bare('373066001', '373067005')),
  ]).statements;
  assert.ok(twice?.cautions.includes('contradicts-itself'));
  const [disputed] = value('function', [
    observation(
      'm',
      { text: 'Uses hoist' },
      {
        valueCodeableConcept: { text: 'Yes', coding: [{ system: SNOMED, code: '373067005' }] },
      },
    ),
  ]).statements;
  assert.deepEqual([disputed?.text, disputed?.cautions], ['Uses hoist: Yes', ['contradicts-itself']]);
});

test('the title of a level is known in every usual form', () => {
  for (const text of ['Level of consciousness', 'Consciousness', 'Conscious level', 'ACVPU', 'AVPU score'])
    assert.deepEqual(read({ valueString: 'Drowsy' }, { text }), ['Drowsy', []], text);
});

test('loss of consciousness is an event, and no level of it', () => {
  const held = observation('o', { text: 'Loss of consciousness' }, { valueBoolean: false });
  assert.deepEqual(fate('o', [held]), { state: 'set-aside', why: 'no-section' });
});

test('a coded answer of any kind shows all its codes where it has no words', () => {
  const [found] = value('function', [
    observation('m', { text: 'Mobility' }, bare('160685001', '713138001')),
  ]).statements;
  assert.equal(found?.text, 'Mobility: 160685001, 713138001');
});
