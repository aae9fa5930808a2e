import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  about,
  content,
  fate,
  observation,
  section,
  snomed,
  value,
  type Json,
} from '../../../record.fixtures.ts';

const severe = (said: Json) => observation('f', snomed('925861000000102', 'Severe frailty'), said);
const levelSeven = (said: Json) => observation('c', snomed('1129391000000100', 'CFS level 7'), said);

test('severe frailty is read from an observation too, with the value beside it', () => {
  assert.deepEqual(
    [severe({}), severe({ valueString: 'since the fracture' })].map(
      (resource) => value('frailty', [resource]).statements[0]?.text,
    ),
    ['Severe frailty', 'Severe frailty: since the fracture'],
  );
});

test('a level that its code says is not said again beside it, and words that limit it are', () => {
  const coded = (text?: string) =>
    observation('c', snomed('763264000', 'Clinical Frailty Scale score'), {
      valueCodeableConcept: { ...snomed('1129391000000100'), ...(text !== undefined && { text }) },
    });
  const told = (text?: string) => {
    const [found] = value('frailty', [coded(text)]).cfs;
    return [found?.level, found?.details];
  };
  assert.deepEqual(told(), [7, undefined]);
  assert.deepEqual(told('CFS 7'), [7, undefined]);
  assert.deepEqual(told('CFS 7 at the time of the fracture'), [
    7,
    ['Clinical Frailty Scale score: CFS 7 at the time of the fracture'],
  ]);
});

test('severe frailty that is denied is shown as denied, and is none', () => {
  const denied = value('frailty', [severe({ valueString: 'No.' }), levelSeven({ valueBoolean: false })]);
  assert.deepEqual(
    [denied.statements, denied.cfs, denied.notMeasured?.map(({ name, why }) => `${name}: ${why}`)],
    [[], [], ['CFS level 7: no', 'Severe frailty: No.']],
  );
  const { statements, notMeasured } = value('frailty', [severe({ valueString: 'No change since May' })]);
  assert.deepEqual(
    [statements, notMeasured?.map(({ name, why }) => `${name}: ${why}`)],
    [[], ['Severe frailty: No change since May']],
  );
});

for (const title of [
  'Severe frailty',
  'severely frail',
  'Frailty: moderate',
  'Frail elderly',
  'Degree of frailty',
]) {
  test(`"${title}" in words alone is shown under frailty, as an observation and as a problem`, () => {
    const own = value('frailty', [observation('f', { text: title }, { valueString: 'since May' })]);
    assert.deepEqual(
      own.statements.map(({ text }) => text),
      [`${title}: since May`],
    );
    const problem = about('Condition', 'p', { code: { text: title } });
    assert.deepEqual(fate('p', [problem]), { state: 'shown', sections: ['frailty', 'problems'] });
  });
}

for (const title of [
  'Risk of frailty',
  'Frailty clinic',
  'Not frail',
  'Frailty score',
  'Family history of frailty',
]) {
  test(`"${title}" in words alone is no statement of frailty`, () => {
    const problem = about('Condition', 'p', { code: { text: title } });
    assert.deepEqual(fate('p', [problem]), { state: 'shown', sections: ['problems'] });
  });
}

test('a statement of frailty that was denied since says so, and an earlier denial casts no doubt on it', () => {
  const no = (effectiveDateTime: string) =>
    observation('n', { text: 'Severe frailty' }, { valueBoolean: false, effectiveDateTime });
  const told = (on: string) => {
    const { statements, notMeasured } = value('frailty', [severe({}), no(on)]);
    return [statements[0]?.cautions, statements[0]?.details, notMeasured?.length];
  };
  assert.deepEqual(told('2026-11-21'), [['contradicted'], ['another record since: Severe frailty: no'], 1]);
  assert.deepEqual(told('2026-01-01'), [[], undefined, 0]);
});

test('a level in the code is not known if the value begins with a no and goes on', () => {
  const { cfs, notMeasured } = value('frailty', [levelSeven({ valueString: 'No change since May' })]);
  assert.deepEqual([cfs, notMeasured?.[0]?.why], [[], 'No change since May']);
  assert.equal(section('frailty', [levelSeven({ valueBoolean: false })]).state, 'known');
});

test('a code for one level and words or a value for another are no level, and both are shown', () => {
  const scale = snomed('763264000');
  const five = snomed('1129371000000104', 'CFS level 5');
  const cases: readonly (readonly [Json, Json, string])[] = [
    [
      scale,
      { valueCodeableConcept: { ...snomed('1129391000000100'), text: 'CFS 5' } },
      '“CFS 5” and as level 7',
    ],
    [{ ...five, text: 'CFS level 7' }, {}, 'level 5 and as “CFS level 7”'],
    [snomed('1129371000000104', 'CFS level 7'), {}, 'level 5 and as “CFS level 7”'],
    [five, { valueInteger: 7 }, 'level 5 and as level 7'],
    [{ text: 'CFS 6', ...scale }, { valueInteger: 4 }, 'level 4 and as “CFS 6”'],
  ];
  for (const [code, said, words] of cases) {
    const { cfs, notMeasured } = value('frailty', [observation('c', code, said)]);
    assert.deepEqual(
      [cfs, notMeasured?.map((one) => [one.why, one.cautions])],
      [[], [[`recorded as ${words}`, ['contradicts-itself']]]],
    );
  }
  const versioned = { ...snomed('1129391000000100', 'CFS level 7'), text: 'CFS 2.0 level 7' };
  assert.equal(value('frailty', [observation('c', versioned, {})]).cfs[0]?.level, 7);
});

test('severe frailty that has ended is none now, however its end is stated; a future end, or one in words only, is shown', () => {
  const condition = (said: Json) =>
    about('Condition', 'c', { code: snomed('925861000000102', 'Severe frailty'), ...said });
  const ended: readonly Json[] = [
    { abatementDateTime: '2020-01-01' },
    { abatementPeriod: { start: '2019', end: '2020-01-01' } },
    { abatementAge: { value: 80, unit: 'years' } },
    { abatementRange: { high: { value: 80, unit: 'years' } } },
  ];
  for (const said of ended) assert.equal(content('frailty', [condition(said)]).kind, 'not-recorded');
  const stands: readonly Json[] = [{ abatementString: 'in hospital' }, { abatementDateTime: '2030-01-01' }];
  const texts = stands.map((said) => {
    const [{ text, more } = assert.fail()] = value('frailty', [condition(said)]).statements;
    return [text, more?.find(({ name }) => name === 'end')?.text];
  });
  assert.deepEqual(texts, [
    ['Severe frailty', 'in hospital'],
    ['Severe frailty', '01-Jan-2030'],
  ]);
});

test('severe frailty is dated by its onset, however that is stated', () => {
  const condition = (said: Json) =>
    about('Condition', 'c', { code: snomed('925861000000102', 'Severe frailty'), ...said });
  const began = (said: Json) => value('frailty', [condition(said)]).statements[0]?.on;
  assert.equal(began({ onsetDateTime: '2024-05-01', recordedDate: '2024-06-01' }), '2024-05-01');
  assert.equal(began({ onsetPeriod: { start: '2024-05' }, recordedDate: '2024-06-01' }), '2024-05');
  assert.equal(began({ onsetString: 'after the fracture', recordedDate: '2024-06-01' }), '2024-06-01');
});

test('a level on the problem list whose words name another level is no level either', () => {
  const problem = about('Condition', 'p', {
    code: { ...snomed('1129371000000104', 'CFS level 5'), text: 'CFS level 7' },
    onsetDateTime: '2026-05-01',
  });
  const { cfs, notMeasured } = value('frailty', [problem]);
  assert.deepEqual(
    [cfs, notMeasured?.map((one) => [one.why, one.cautions])],
    [[], [['recorded as level 5 and as “CFS level 7”', ['contradicts-itself']]]],
  );
});

test('a level on the problem list in words alone is a level', () => {
  const problem = (text: string) => about('Condition', 'p', { code: { text } });
  assert.equal(value('frailty', [problem('Clinical Frailty Scale level 7')]).cfs[0]?.level, 7);
  assert.equal(content('frailty', [problem('CFS 2.0')]).kind, 'not-recorded');
});

test('the points of a tool without a section of its own are shown in words', () => {
  const told = value('frailty', [observation('o', { text: 'Edmonton frail scale' }, { valueInteger: 9 })]);
  assert.equal(told.statements[0]?.text, 'Edmonton frail scale: 9');
  const rockwood = value('frailty', [observation('o', { text: 'Rockwood score' }, { valueInteger: 6 })]);
  assert.equal(rockwood.cfs[0]?.level, 6);
});

for (const text of ['Previous CFS 5, now CFS 6', 'CFS 5 or more', 'CFS 5, now CFS 6']) {
  test(`"${text}" is not a single level, and is shown`, () => {
    const scale = snomed('763264000', 'Clinical Frailty Scale score');
    const found = value('frailty', [observation('c', scale, { valueCodeableConcept: { text } })]);
    assert.deepEqual([found.cfs, found.notMeasured?.length], [[], 1]);
  });
}

test('a problem that names a level without being one level says that it cannot be read', () => {
  const found = value('frailty', [about('Condition', 'p', { code: { text: 'CFS 6 (was 5)' } })]);
  assert.deepEqual(
    found.notMeasured?.map(({ why, details }) => [why, details]),
    [['cannot be read as one level', ['titled “CFS 6 (was 5)”']]],
  );
});
