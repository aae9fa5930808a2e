import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  about,
  build,
  content,
  hl7,
  observation,
  section,
  snomed,
  value,
  type Json,
} from '../../../record.fixtures.ts';

const flag = (id: string, code: Json, fields: Json = {}): Json =>
  about('Flag', id, { status: 'active', code, ...fields });
const forCpr = snomed('450475007');
const notForCpr = snomed('450476008');
const UNCLEAR = { why: 'unreadable', what: 'the meaning of 1 record about CPR' };

test('a decision is read from a Flag, a Condition and an Observation', () => {
  const condition = about('Condition', 'c', {
    clinicalStatus: hl7('condition-clinical', 'active'),
    code: notForCpr,
  });
  const observed = observation('o', snomed('365870005'), { valueCodeableConcept: notForCpr });
  for (const resource of [flag('f', notForCpr), condition, observed]) {
    assert.deepEqual(
      value('limits', [resource]).cpr.map(({ decision }) => decision),
      ['do-not-attempt'],
    );
  }
  assert.equal(content('problems', [condition]).kind, 'not-recorded');
});

test('two decisions in force that contradict each other disagree, neither is chosen, and the rest is common', () => {
  const document = about('DocumentReference', 'd', { status: 'current', type: { text: 'ReSPECT form' } });
  const found = content('limits', [
    flag('a', forCpr, { period: { start: '2026-05-01' } }),
    flag('b', notForCpr),
    document,
  ]);
  assert.ok(found.kind === 'disagree');
  assert.deepEqual(
    found.sides.map((side) => side.value.cpr[0]?.decision),
    ['attempt', 'do-not-attempt'],
  );
  assert.equal(found.common?.cpr.length, 0);
  assert.equal(found.common?.documents.length, 1);
});

test('a newer observation that a person calls a mistake takes no decision from the screen', () => {
  const told = (id: string, code: Json, day: string, fields: Json = {}) =>
    observation(id, code, { effectiveDateTime: day, ...fields });
  const older = told('a', notForCpr, '2025-01-01');
  const mistaken = told('b', forCpr, '2026-01-01', { note: [{ text: 'Wrong resident' }] });
  assert.equal(content('limits', [older, mistaken]).kind, 'disagree');
  assert.equal(value('limits', [older, told('b', forCpr, '2026-01-01')]).cpr[0]?.decision, 'attempt');
});

test('ended and inactive decisions contradict nothing', () => {
  const ended = flag('ended', forCpr, { period: { end: '2026-01-01' } });
  const inactive = flag('off', forCpr, { status: 'inactive' });
  const found = value('limits', [flag('b', notForCpr), ended, inactive]);
  assert.deepEqual(
    found.cpr.map(({ decision }) => decision),
    ['do-not-attempt'],
  );
  assert.deepEqual(value('limits', [inactive]).cpr, []);
});

test('a decision whose period has passed is not in force, and is shown as past', () => {
  const found = value('limits', [flag('e', notForCpr, { period: { end: '2026-01-01' } })]);
  assert.deepEqual(found.cpr, []);
  assert.deepEqual(
    found.decisions.map(({ kind, text, cautions }) => [kind, text, cautions]),
    [['about-cpr', 'Not for CPR, until 01-Jan-2026: past, not in force today', ['past-its-date']]],
  );
});

test('a newer observation of the decision replaces the older', () => {
  const older = observation('o1', snomed('365870005'), {
    valueCodeableConcept: forCpr,
    effectiveDateTime: '2025-01-01',
  });
  const newer = observation('o2', snomed('365870005'), { valueCodeableConcept: notForCpr });
  assert.deepEqual(
    value('limits', [older, newer]).cpr.map(({ decision }) => decision),
    ['do-not-attempt'],
  );
});

const decided = (id: string, decision: Json, fields: Json = {}) =>
  observation(id, snomed('365870005'), { valueCodeableConcept: decision, ...fields });

for (const status of ['cancelled', 'registered']) {
  test(`a newer observation that is ${status} was not made, and replaces no decision`, () => {
    const made = decided('made', notForCpr, { effectiveDateTime: '2025-01-01' });
    const found = [made, decided('not', forCpr, { status })];
    assert.deepEqual(
      value('limits', found).cpr.map(({ decision }) => decision),
      ['do-not-attempt'],
    );
    assert.match(value('limits', found).decisions[0]?.text ?? '', /^For CPR: .*not in force today$/);
  });
}

for (const [name, code] of [
  ['by its code', snomed('365870005')],
  ['by its words', { coding: [{ system: 'https://example.org/local', code: 'r' }], text: 'CPR status' }],
] as const) {
  test(`a newest decision ${name} that cannot be read leaves the older one in place, with a gap`, () => {
    const older = decided('older', notForCpr, { effectiveDateTime: '2025-01-01' });
    const odd = observation('odd', code, {
      valueCodeableConcept: { ...forCpr, text: 'Not for resuscitation' },
    });
    const found = section('limits', [older, odd]);
    assert.ok(found.state === 'known' && found.content.kind === 'recorded');
    assert.deepEqual(
      found.content.value.cpr.map(({ decision }) => decision),
      ['do-not-attempt'],
    );
    assert.deepEqual(found.gaps, [UNCLEAR]);
  });
}

for (const [name, on, other] of [
  ['without a date beside a dated one', undefined, '2026-11-20T10:00:00Z'],
  ['of a year beside one of a day in it', '2026', '2026-05-01'],
  ['of a day beside one of a moment in it', '2026-05-01', '2026-05-01T10:00:00Z'],
] as const) {
  test(`a contrary decision ${name} may be the newer, so they disagree`, () => {
    const found = content('limits', [
      decided('a', notForCpr, { effectiveDateTime: on }),
      decided('b', forCpr, { effectiveDateTime: other }),
    ]);
    assert.ok(found.kind === 'disagree');
    assert.deepEqual(
      new Set(found.sides.map((side) => side.value.cpr[0]?.decision)),
      new Set(['attempt', 'do-not-attempt']),
    );
  });
}

test('of two moments of one day the later decision is in force', () => {
  const found = [
    decided('a', forCpr, { effectiveDateTime: '2026-05-01T09:00:00Z' }),
    decided('b', notForCpr, { effectiveDateTime: '2026-05-01T10:00:00Z' }),
  ];
  assert.deepEqual(
    value('limits', found).cpr.map(({ decision }) => decision),
    ['do-not-attempt'],
  );
});

/** What a record about CPR that nobody understands leads to: its own words, and a gap. */
function unclearText(...resources: readonly Json[]): string | undefined {
  const found = section('limits', resources);
  assert.ok(found.state === 'known' && found.content.kind === 'recorded');
  assert.deepEqual(found.gaps, [UNCLEAR]);
  assert.deepEqual(found.content.value.cpr, []);
  return found.content.value.decisions.find(({ kind }) => kind === 'about-cpr')?.text;
}

/** What the record says about CPR without a decision, with no gap. */
function undecidedText(...resources: readonly Json[]): string | undefined {
  const found = section('limits', resources);
  assert.ok(found.state === 'known' && found.content.kind === 'recorded');
  assert.deepEqual(found.gaps, []);
  assert.deepEqual(found.content.value.cpr, []);
  return found.content.value.decisions.find(({ kind }) => kind === 'about-cpr')?.text;
}

const decisionsOf = (...resources: readonly Json[]) =>
  value('limits', resources).cpr.map(({ decision }) => decision);

test('a code and words that contradict each other are no decision: both are shown, and leave a gap', () => {
  const text = unclearText(flag('odd', { ...forCpr, text: 'Not for resuscitation' }));
  assert.equal(
    text,
    'could not be understood, see the record: Not for resuscitation / For attempted cardiopulmonary resuscitation',
  );
});

test('a coded decision whose own text says something else is not read by its code alone', () => {
  assert.match(
    unclearText(flag('f', { ...notForCpr, text: 'Withdrawn on Monday' })) ?? '',
    /Withdrawn on Monday/,
  );
});

test('unknown words leave a gap, and are shown in the limits as written', () => {
  assert.equal(
    unclearText(flag('f', { text: 'DNACPR, see red folder' })),
    'could not be understood, see the record: DNACPR, see red folder',
  );
});

for (const [code, decision] of [
  ['304252001', 'attempt'],
  ['304253006', 'do-not-attempt'],
  ['143021000119109', 'do-not-attempt'],
] as const) {
  test(`SNOMED CT ${code} is a decision (${decision})`, () =>
    assert.deepEqual(decisionsOf(flag('f', snomed(code))), [decision]));
}

for (const text of [
  'DNACPR discussed',
  'DNACPR declined by patient',
  'DNACPR withdrawn',
  'DNACPR review due',
  'Not for DNACPR',
  'For resuscitation status see ReSPECT form',
]) {
  test(`"${text}" is about CPR and no decision, and is shown in the limits`, () => {
    assert.equal(undecidedText(flag('f', { text })), `no decision: ${text}`);
    assert.equal(content('alerts', [flag('f', { text })]).kind, 'not-recorded');
  });
}

test('"CPR training given" is not about the resident’s CPR, and stays an alert', () => {
  const found = build([flag('f', { text: 'CPR training given' })]).view.sections;
  assert.ok(found.limits.state === 'known' && found.limits.content.kind === 'not-recorded');
  assert.ok(JSON.stringify(found.alerts).includes('CPR training given'));
});

test('a decision with an unknown modifier is shown with the caution', () => {
  const modified = flag('m', notForCpr, { modifierExtension: [{ url: 'https://example.org/x' }] });
  assert.deepEqual(value('limits', [modified]).cpr[0]?.cautions, ['unknown-modifier']);
});

test('plain words are a decision, even if they say it twice', () => {
  const decision = (text: string) => value('limits', [flag('f', { text })]).cpr[0]?.decision;
  assert.equal(decision('DNACPR - do not attempt cardiopulmonary resuscitation'), 'do-not-attempt');
  assert.equal(decision('Not for attempted cardiopulmonary resuscitation (finding)'), 'do-not-attempt');
  assert.equal(decision('For attempted CPR'), 'attempt');
});

test('a code for CPR beside words that sound like the opposite is no decision', () => {
  const odd = flag('odd', { ...forCpr, text: 'She is NOT FOR CPR, see the form' });
  assert.match(unclearText(odd) ?? '', /She is NOT FOR CPR/);
});

const cprObserved = (id: string, code: Json, on: string, fields: Json = {}): Json =>
  observation(id, snomed('365870005'), { valueCodeableConcept: code, effectiveDateTime: on, ...fields });

for (const [name, doubt] of [
  ['preliminary', { status: 'preliminary' }],
  ['carried by an unknown modifier', { modifierExtension: [{ url: 'https://example.org/maybe-not' }] }],
] as const) {
  test(`a newer decision about CPR that is ${name} is shown beside the final one, and does not replace it`, () => {
    const found = content('limits', [
      cprObserved('final', notForCpr, '2026-01-10'),
      cprObserved('doubtful', forCpr, '2026-11-01', doubt),
    ]);
    assert.ok(found.kind === 'disagree');
    assert.deepEqual(
      found.sides.map(({ value: { cpr } }) => [cpr[0]?.decision, cpr[0]?.cautions.length]),
      [
        ['attempt', 1],
        ['do-not-attempt', 0],
      ],
    );
  });

  test(`a final decision about CPR whose period has passed stays, when the only other is ${name}`, () => {
    const passed = flag('passed', notForCpr, { period: { end: '2026-01-01' } });
    const { cpr, decisions } = value('limits', [
      passed,
      cprObserved('doubtful', forCpr, '2026-11-01', doubt),
    ]);
    assert.deepEqual(
      cpr.map(({ decision }) => decision),
      ['attempt'],
    );
    assert.match(decisions[0]?.text ?? '', /^Not for CPR, until 01-Jan-2026/);
  });
}

test('a newer final decision about CPR still replaces an older one', () => {
  const { cpr } = value('limits', [
    cprObserved('older', notForCpr, '2026-01-10', { status: 'preliminary' }),
    cprObserved('newer', forCpr, '2026-11-01'),
  ]);
  assert.deepEqual(
    cpr.map(({ decision }) => decision),
    ['attempt'],
  );
});

test('a goal about CPR says how far it is reached', () => {
  const achievementStatus = { text: 'Not attainable' };
  const goal = about('Goal', 'g', {
    lifecycleStatus: 'active',
    achievementStatus,
    description: { text: 'For CPR' },
  });
  assert.deepEqual(value('limits', [goal]).cpr[0]?.details, [
    'recorded as a goal',
    'how far it is reached: Not attainable',
  ]);
});
