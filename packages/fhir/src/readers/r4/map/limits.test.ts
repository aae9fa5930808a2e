import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  about,
  build,
  content,
  fate,
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

test('nothing recorded is not recorded, and says nothing about CPR', () => {
  assert.deepEqual(content('limits', []), { kind: 'not-recorded' });
});

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

test('two decisions in force that contradict disagree; neither is chosen; the rest is common', () => {
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

test('ended and inactive decisions contradict nothing', () => {
  const ended = flag('ended', forCpr, { period: { end: '2026-01-01' } });
  const inactive = flag('off', forCpr, { status: 'inactive' });
  const found = value('limits', [flag('b', notForCpr), ended, inactive]);
  assert.deepEqual(
    found.cpr.map(({ decision }) => decision),
    ['do-not-attempt'],
  );
  assert.deepEqual(fate('off', [inactive]), { state: 'set-aside', why: 'not-in-force' });
});

test('a decision whose period has passed is still shown, with its caution, when it is the only one', () => {
  const found = value('limits', [flag('e', notForCpr, { period: { end: '2026-01-01' } })]);
  assert.deepEqual(found.cpr[0]?.cautions, ['past-its-date']);
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
  test(`a newer observation that is ${status} was not made, and takes no decision out of force`, () => {
    const made = decided('made', notForCpr, { effectiveDateTime: '2025-01-01' });
    const found = [made, decided('not', forCpr, { status })];
    assert.deepEqual(
      value('limits', found).cpr.map(({ decision }) => decision),
      ['do-not-attempt'],
    );
    assert.deepEqual(fate('not', found), { state: 'set-aside', why: 'not-happened' });
  });
}

for (const [name, code] of [
  ['by its code', snomed('365870005')],
  ['by its words', { coding: [{ system: 'https://example.org/local', code: 'r' }], text: 'CPR status' }],
] as const) {
  test(`a newest decision ${name} that cannot be read leaves the older in place, with a gap`, () => {
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
    assert.deepEqual(found.gaps, [{ why: 'unreadable', what: '1 observation' }]);
  });
}

for (const [name, on, other] of [
  ['without a date beside a dated one', undefined, '2026-11-20T10:00:00Z'],
  ['of a year beside one of a day in it', '2026', '2026-05-01'],
  ['of a day beside one of a moment in it', '2026-05-01', '2026-05-01T10:00:00Z'],
] as const) {
  test(`a contrary decision ${name} may be the newer: they disagree`, () => {
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

test('a code and words that contradict each other are no decision, and something could not be read', () => {
  const odd = flag('odd', { ...forCpr, text: 'Not for resuscitation' });
  assert.deepEqual(fate('odd', [odd]), { state: 'unreadable', why: 'malformed', path: 'code' });
  assert.equal(section('limits', [odd]).state, 'failed');
});

test('codes whose direction our source does not give count only by their words', () => {
  assert.equal(section('limits', [flag('a', snomed('304253006'))]).state, 'failed');
  const worded = value('limits', [flag('b', snomed('304253006', 'Not for resuscitation'))]);
  assert.equal(worded.cpr[0]?.decision, 'do-not-attempt');
});

for (const text of [
  'DNACPR discussed',
  'DNACPR declined by patient',
  'DNACPR withdrawn',
  'CPR training given',
  'DNACPR review due',
  'Not for DNACPR',
  'For resuscitation status see ReSPECT form',
]) {
  test(`"${text}" is no decision about CPR`, () => {
    const found = build([flag('f', { text })]).view.sections;
    assert.ok(found.limits.state === 'known' && found.limits.content.kind === 'not-recorded');
    assert.ok(JSON.stringify(found.alerts).includes(text));
  });
}

test('a decision with an unknown modifier is shown with the caution', () => {
  const modified = flag('m', notForCpr, { modifierExtension: [{ url: 'https://example.org/x' }] });
  assert.deepEqual(value('limits', [modified]).cpr[0]?.cautions, ['unknown-modifier']);
});

test('a ReSPECT form says where the original is; a superseded one stays, as such', () => {
  const form = (id: string, fields: Json) =>
    about('DocumentReference', id, { status: 'current', type: { text: 'ReSPECT form' }, ...fields });
  const found = value('limits', [
    form('new', { description: 'Signed original: red folder, office' }),
    form('old', { status: 'superseded' }),
  ]);
  assert.deepEqual(
    found.documents.map(({ status, originalAt }) => [status, originalAt]),
    [
      ['current', 'red folder, office'],
      ['superseded', null],
    ],
  );
});

test('wishes, refusals, preferred places, attorneys and a last-days plan stand in their own lists', () => {
  const found = value('limits', [
    about('CarePlan', 'w', {
      status: 'active',
      category: [{ text: 'Advance care plan' }],
      description: 'Stay here unless I break a bone',
    }),
    about('CarePlan', 'l', {
      status: 'active',
      category: [{ text: 'Last days of life care plan' }],
      title: 'Comfort',
    }),
    about('Consent', 'c', {
      status: 'active',
      scope: hl7('consentscope', 'adr'),
      category: [{ text: 'Advance decision to refuse treatment' }],
      provision: { type: 'deny', code: [{ text: 'Ventilation' }] },
    }),
    observation('p', { text: 'Preferred place of death' }, { valueString: 'Rowan Court' }),
    about('RelatedPerson', 'r', {
      name: [{ given: ['Daniel'], family: 'Ashworth' }],
      relationship: [{ text: 'Son' }, snomed('365567004')],
    }),
    about('RelatedPerson', 'm', {
      name: [{ given: ['Ann'] }],
      relationship: [{ text: 'Lasting power of attorney, property and financial affairs' }],
    }),
  ]);
  assert.deepEqual(
    found.wishes.map(({ text }) => text),
    ['Stay here unless I break a bone'],
  );
  assert.deepEqual(
    found.decisions.map(({ kind, text }) => [kind, text]),
    [
      ['preferred-place-of-death', 'Rowan Court'],
      ['refusal-of-treatment', 'Advance decision to refuse treatment: Ventilation'],
    ],
  );
  assert.deepEqual(
    found.decisionMakers.map(({ name, relation }) => [name, relation]),
    [['Daniel Ashworth', 'Son']],
  );
  assert.equal(found.lastDays?.text, 'Comfort');
});

const privacy = (fields: Json): Json =>
  about('Consent', 'c', {
    status: 'active',
    scope: hl7('consentscope', 'patient-privacy'),
    category: [{ text: 'Sharing' }],
    ...fields,
  });

test('an active objection to sharing withholds everything but who she is', () => {
  const { sections } = build([privacy({ provision: { type: 'deny' } }), flag('f', notForCpr)]).view;
  assert.equal(sections.identity.state, 'known');
  for (const [name, found] of Object.entries(sections)) {
    if (name !== 'identity') assert.deepEqual(found, { state: 'withheld', why: 'consent' }, name);
  }
});

test('an objection that ended, was withdrawn or permits withholds nothing', () => {
  for (const fields of [
    { provision: { type: 'permit' } },
    { status: 'inactive', provision: { type: 'deny' } },
    { provision: { type: 'deny', period: { end: '2026-01-01' } } },
  ]) {
    assert.equal(section('allergies', [privacy(fields)]).state, 'known');
  }
});

test('an objection to a part is said, although only the server can apply it', () => {
  const found = section('limits', [
    privacy({ provision: { type: 'deny', purpose: [{ code: 'HRESCH' }] } }),
    flag('f', notForCpr),
  ]);
  assert.ok(found.state === 'known' && found.gaps.some(({ why }) => why === 'withheld'));
});

test('a refusal of treatment is no objection to sharing', () => {
  const adrt = about('Consent', 'c', {
    status: 'active',
    scope: hl7('consentscope', 'adr'),
    provision: { type: 'deny', code: [{ text: 'CPR' }] },
  });
  assert.equal(section('allergies', [adrt]).state, 'known');
});

test('plain words are a decision, also when they say it twice', () => {
  const decision = (text: string) => value('limits', [flag('f', { text })]).cpr[0]?.decision;
  assert.equal(decision('DNACPR - do not attempt cardiopulmonary resuscitation'), 'do-not-attempt');
  assert.equal(decision('Not for attempted cardiopulmonary resuscitation (finding)'), 'do-not-attempt');
  assert.equal(decision('For attempted CPR'), 'attempt');
});

test('a code for CPR beside words that sound like the opposite is no decision', () => {
  const odd = flag('odd', { ...forCpr, text: 'She is NOT FOR CPR, see the form' });
  assert.deepEqual(fate('odd', [odd]), { state: 'unreadable', why: 'malformed', path: 'code' });
});

for (const text of [
  'No last days of life plan',
  'Last days of life plan discussed',
  'End of life care plan in place',
]) {
  test(`"${text}" is no plan for the last days`, () => {
    const found = build([flag('f', { text })]).view.sections.limits;
    assert.ok(found.state === 'known' && found.content.kind === 'not-recorded');
  });
}

const lastDaysPlan = (fields: Json): Json =>
  about('CarePlan', 'l', {
    status: 'active',
    category: [{ text: 'Last days of life care plan' }],
    created: '2026-11-01',
    ...fields,
  });
const lastDaysFlag = (fields: Json) => flag('l', { text: 'Last days of life' }, fields);

for (const [name, plan] of [
  ['plan on hold', lastDaysPlan({ status: 'on-hold' })],
  ['plan entered in error', lastDaysPlan({ status: 'entered-in-error' })],
  ['plan whose period has ended', lastDaysPlan({ period: { end: '2026-11-20' } })],
  ['plan that has not begun', lastDaysPlan({ period: { start: '2026-12-01' } })],
  ['flag whose period has ended', lastDaysFlag({ period: { end: '2026-11-20' } })],
  ['flag whose period has not begun', lastDaysFlag({ period: { start: '2026-12-01' } })],
  ['flag that is not active', lastDaysFlag({ status: 'inactive' })],
] as const) {
  test(`a last-days ${name} is not in force today, and silences no score`, () => {
    assert.equal(content('limits', [plan]).kind, 'not-recorded');
    assert.equal(fate('l', [plan]).state, 'set-aside');
  });
}

for (const [name, plan] of [
  ['a plan of unknown status', lastDaysPlan({ status: 'unknown' })],
  ['a plan with a start that cannot be read', lastDaysPlan({ period: { start: 'soon' } })],
  ['a flag with an end that cannot be read', lastDaysFlag({ period: { end: 'soon' } })],
] as const) {
  test(`${name} may be a last-days plan in force: it silences no score, and the limits are not complete`, () => {
    const found = section('limits', [plan, flag('f', notForCpr)]);
    assert.ok(found.state === 'known' && found.content.kind === 'recorded');
    assert.equal(found.content.value.lastDays, null);
    assert.equal(found.gaps[0]?.why, 'unreadable');
  });
}

test('a last-days plan or flag in its period today is in force', () => {
  const period = { start: '2026-11-21', end: '2026-11-21' };
  for (const plan of [lastDaysPlan({ period }), lastDaysFlag({ period })])
    assert.notEqual(value('limits', [plan]).lastDays, null);
});

const cprObserved = (id: string, code: Json, on: string, fields: Json = {}): Json =>
  observation(id, snomed('365870005'), { valueCodeableConcept: code, effectiveDateTime: on, ...fields });

for (const [name, doubt] of [
  ['preliminary', { status: 'preliminary' }],
  ['carried by an unknown modifier', { modifierExtension: [{ url: 'https://example.org/maybe-not' }] }],
] as const) {
  test(`a newer decision about CPR that is ${name} stands beside the final one, and puts it out of force for nobody`, () => {
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
    const { cpr } = value('limits', [passed, cprObserved('doubtful', forCpr, '2026-11-01', doubt)]);
    assert.deepEqual(cpr.map(({ decision }) => decision).sort(), ['attempt', 'do-not-attempt']);
  });
}

test('a newer final decision about CPR still takes an older one out of force', () => {
  const { cpr } = value('limits', [
    cprObserved('older', notForCpr, '2026-01-10', { status: 'preliminary' }),
    cprObserved('newer', forCpr, '2026-11-01'),
  ]);
  assert.deepEqual(
    cpr.map(({ decision }) => decision),
    ['attempt'],
  );
});

const wishPlan = (fields: Json): Json =>
  about('CarePlan', 'w', {
    status: 'active',
    intent: 'plan',
    title: 'Advance care plan',
    description: 'Stay in the home',
    ...fields,
  });

for (const [name, fields, caution] of [
  ['on hold', { status: 'on-hold' }, 'unconfirmed'],
  ['of unknown status', { status: 'unknown' }, 'unconfirmed'],
  ['past its period', { period: { start: '2024-01-01', end: '2025-01-01' } }, 'past-its-date'],
] as const) {
  test(`a plan of wishes that is ${name} is shown with the caution`, () =>
    assert.deepEqual(value('limits', [wishPlan(fields)]).wishes[0]?.cautions, [caution]));
}

test('a plan of wishes that was cancelled is not shown, and one in force carries no caution', () => {
  assert.deepEqual(fate('w', [wishPlan({ status: 'revoked' })]), { state: 'set-aside', why: 'not-in-force' });
  assert.deepEqual(value('limits', [wishPlan({})]).wishes[0]?.cautions, []);
});
