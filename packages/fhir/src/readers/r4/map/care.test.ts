import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlaceConfiguration } from '@ehch/clinical';
import {
  about,
  content,
  fate,
  NOW,
  PATIENT,
  PLACE,
  section,
  snomed,
  value,
  type Json,
} from '../../../record.fixtures.ts';
import type { ResourceType } from '../../../sections.ts';

const task = (status: string, fields: Json = {}): Json =>
  about('Task', 't', {
    status,
    description: 'Less steady today',
    code: { text: 'Worry raised by the care home' },
    ...fields,
  });
const progress = (...resources: readonly Json[]) => value('open', resources)[0]?.progress;

test('a worry is sent, then seen, and answered only by a person’s words', () => {
  const reply = about('Communication', 'c', {
    status: 'completed',
    basedOn: [{ reference: 'Task/t' }],
    sent: '2026-11-20T12:00:00Z',
    sender: { display: 'Dr Obi' },
    payload: [{ contentString: 'I will ring at two' }],
  });
  assert.deepEqual(progress(task('requested')), { state: 'sent' });
  assert.deepEqual(progress(task('received', { owner: { display: 'Dr Obi' } })), {
    state: 'seen',
    by: 'Dr Obi',
    at: null,
  });
  assert.deepEqual(progress(task('accepted')), { state: 'seen', by: null, at: null });
  assert.deepEqual(progress(task('accepted', { requester: { display: 'Rowan Court' } }), reply), {
    state: 'answered',
    by: 'Dr Obi',
    at: '2026-11-20T12:00:00Z',
    promisedBy: null,
  });
  assert.deepEqual(progress(task('on-hold', { statusReason: { text: 'asleep' } })), {
    state: 'on-hold',
    why: 'asleep',
  });
  assert.equal(value('open', [task('requested')])[0]?.kind, 'worry');
});

const home = { reference: 'Organization/home', display: 'Rowan Court' };
const said = (sender?: Json): Json =>
  about('Communication', 'c', {
    status: 'completed',
    basedOn: [{ reference: 'Task/t' }],
    sent: '2026-11-20T12:00:00Z',
    payload: [{ contentString: 'Any news?' }],
    ...(sender === undefined ? {} : { sender }),
  });

for (const [name, requester, sender] of [
  ['the requester’s own follow-up', home, home],
  ['the requester by name alone', home, { display: 'Rowan court ' }],
  ['the requester by an absolute address', home, { reference: 'https://example.org/fhir/Organization/home' }],
  ['nobody knows whom', home, undefined],
  ['a sender without name or address', home, {}],
  ['somebody, to nobody knows whom', undefined, { display: 'Dr Obi' }],
] as const) {
  test(`words from ${name} are no answer`, () => {
    const asked = task('accepted', requester === undefined ? {} : { requester });
    assert.equal(progress(asked, said(sender))?.state, 'seen');
    assert.equal(progress({ ...asked, status: 'requested' }, said(sender))?.state, 'sent');
  });
}

test('words from a person whose role is at the home that asked are no answer to the home', () => {
  const role = { resourceType: 'PractitionerRole', id: 'nurse', organization: home };
  const words = said({ reference: 'PractitionerRole/nurse', display: 'Nurse Holt' });
  assert.equal(progress(task('accepted', { requester: home }), words, role)?.state, 'seen');
  const other = { ...role, organization: { reference: 'Organization/practice' } };
  assert.equal(progress(task('accepted', { requester: home }), words, other)?.state, 'answered');
});

test('an answer stays an answer when the requester writes again after it', () => {
  const answer = { ...said({ display: 'Dr Obi' }), id: 'answer', sent: '2026-11-20T11:00:00Z' };
  const found = progress(task('accepted', { requester: home }), said(home), answer);
  assert.deepEqual([found?.state, found?.state === 'answered' && found.by], ['answered', 'Dr Obi']);
});

for (const [name, fields] of [
  ['sent before it was asked', { sent: '2026-11-01' }],
  ['dated in the future', { sent: '2027-01-01' }],
  ['of which nothing can be read', { payload: undefined, category: [{ text: 'Notification' }] }],
  ['that a machine sent', { payload: [{ contentString: 'Automatic reply: I am away' }] }],
] as const) {
  test(`a message ${name} is no answer`, () => {
    const asked = task('accepted', { requester: home, authoredOn: '2026-11-20' });
    const answer = said({ display: 'Dr Obi' });
    assert.equal(progress(asked, answer)?.state, 'answered');
    assert.equal(progress(asked, { ...answer, ...fields })?.state, 'seen');
  });
}

test('a task or message that ended is an event, and one that was not done says why', () => {
  assert.equal(content('open', [task('completed')]).kind, 'not-recorded');
  assert.equal(value('events', [task('completed')])[0]?.notDone, null);
  assert.deepEqual(
    value('events', [task('rejected', { statusReason: { text: 'wrong resident' } })])[0]?.notDone,
    { why: 'wrong resident' },
  );
});

test('a draft was never handed over', () => {
  assert.deepEqual(fate('t', [task('draft')]), { state: 'set-aside', why: 'not-happened' });
});

test('a planned visit is shown as planned, and not as one that took place', () => {
  const [visit] = value('events', [
    about('Encounter', 'e', {
      status: 'planned',
      type: [{ text: 'Memory clinic' }],
      period: { start: '2062-12-03' },
    }),
  ]);
  assert.deepEqual(
    [visit?.text, visit?.notDone, visit?.cautions],
    ['Memory clinic', { why: null, planned: true }, ['future-dated']],
  );
});

test('events keep their kind, and a vaccine that was declined is not one that was given', () => {
  const encounter = (id: string, text: string, code: string) =>
    about('Encounter', id, {
      status: 'finished',
      class: { code },
      type: [{ text }],
      period: { start: '2026-10-01' },
    });
  const kinds = value('events', [
    encounter('a', 'Fall in the lounge', 'HH'),
    encounter('b', 'Hospital stay', 'IMP'),
    encounter('c', 'Telephone contact', 'VR'),
    encounter('d', 'Home visit', 'HH'),
    // A contact about a fall is not a second fall.
    encounter('e', 'Seen on the home round after a fall', 'HH'),
    encounter('f', 'Falls clinic', 'AMB'),
    encounter('g', 'Fracture of neck of femur following a recent fall', 'IMP'),
    encounter('h', 'Post-fall review: fell again in the lounge', 'HH'),
  ]);
  assert.deepEqual(
    kinds.map(({ kind }) => kind),
    ['fall', 'hospital-stay', 'contact', 'visit', 'visit', 'visit', 'hospital-stay', 'fall'],
  );
  const declined = about('Immunization', 'v', {
    status: 'not-done',
    vaccineCode: { text: 'Influenza vaccine' },
    statusReason: { text: 'declined' },
  });
  assert.deepEqual(value('events', [declined])[0]?.notDone, { why: 'declined' });
});

const flag = (fields: Json): Json =>
  about('Flag', 'f', { status: 'active', code: { text: 'MRSA' }, ...fields });

test('alerts are told apart, end with their period, and give no detail of safeguarding', () => {
  assert.equal(value('alerts', [flag({})])[0]?.kind, 'infection');
  assert.equal(
    value('alerts', [flag({ code: { text: 'DoLS authorised' } })])[0]?.kind,
    'deprivation-of-liberty',
  );
  const guarded = value('alerts', [
    flag({ category: [{ text: 'Safeguarding' }], code: { text: 'Allegation about money' } }),
  ]);
  assert.deepEqual([guarded[0]?.kind, guarded[0]?.text], ['safeguarding', 'Safeguarding flag: ask the home']);
  assert.deepEqual(value('alerts', [flag({ period: { end: '2026-01-01' } })])[0]?.cautions, [
    'past-its-date',
  ]);
  assert.deepEqual(fate('f', [flag({ status: 'inactive' })]), { state: 'set-aside', why: 'not-in-force' });
});

test('a resident with the same name is an alert without that resident’s name', () => {
  const name = { family: 'Ashworth', given: ['Margaret'], title: null, text: null };
  const roster = [
    { id: 'r1', name },
    { id: 'r2', name: { ...name, given: ['Margret'] } },
  ];
  const [alert] = value('alerts', [], { roster });
  assert.equal(alert?.kind, 'same-name');
  assert.ok(!JSON.stringify(alert).includes('Margret'));
  // The same person twice on a list is nobody else.
  for (const list of [
    [{ id: 'r1', name }],
    [
      { id: 'r1', name },
      { id: 'r1', name },
    ],
  ]) {
    assert.equal(content('alerts', [], { roster: list }).kind, 'not-recorded');
  }
});

test('About Me keeps the newest answer under each heading', () => {
  const response = (id: string, authored: string, words: string) =>
    about('QuestionnaireResponse', id, {
      status: 'completed',
      authored,
      item: [{ linkId: '1515881000000107', answer: [{ valueString: words }] }],
    });
  const found = value('aboutMe', [
    response('old', '2025-01-01', 'Speak up'),
    response('new', '2026-01-01', 'Use my hearing aids'),
  ]);
  assert.deepEqual(
    found.entries.map(({ heading, text }) => [heading, text]),
    [['communication', 'Use my hearing aids']],
  );
});

test('an About Me form that is unfinished, or dated in the future, is shown beside the one in force', () => {
  const response = (id: string, authored: string, status: string) =>
    about('QuestionnaireResponse', id, {
      status,
      authored,
      item: [{ linkId: '1515881000000107', answer: [{ valueString: `${id} words` }] }],
    });
  const told = (...responses: readonly Json[]) =>
    value('aboutMe', responses).entries.map(({ text, cautions }) => [text, cautions]);
  const finished = response('finished', '2025-01-01', 'completed');
  for (const status of ['in-progress', 'stopped'])
    assert.deepEqual(told(response('begun', '2026-01-01', status), finished), [
      ['begun words', ['unconfirmed']],
      ['finished words', []],
    ]);
  assert.deepEqual(told(response('slip', '2062-01-01', 'completed'), finished), [
    ['finished words', []],
    ['slip words', ['future-dated']],
  ]);
  // A form begun before the finished one has been replaced by it.
  assert.deepEqual(told(response('before', '2024-01-01', 'in-progress'), finished), [['finished words', []]]);
});

test('languages are listed preferred first, and an interpreter is needed, not needed, or not recorded', () => {
  const patient = {
    ...PATIENT,
    communication: [{ language: { text: 'English' } }, { language: { text: 'Gujarati' }, preferred: true }],
    extension: [
      { url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired', valueBoolean: true },
    ],
  };
  const found = value('aboutMe', [], { resources: [patient] });
  assert.deepEqual(
    [found.languages.map(({ name }) => name), found.interpreter],
    [['Gujarati', 'English'], true],
  );
});

const GOAL = { lifecycleStatus: 'active', description: { text: 'Walk' } };
const place: PlaceConfiguration = { ...PLACE, nation: 'england' };
const episode = about('EpisodeOfCare', 's', { status: 'active', period: { start: '2026-11-16' } });
const plan = (id: string, fields: Json = {}) =>
  about('CarePlan', id, {
    status: 'active',
    intent: 'plan',
    category: [snomed('713663002')],
    created: '2026-11-18',
    ...fields,
  });

test('the clock of the plan needs a place’s bank holidays, and only a personalised plan stops it', () => {
  assert.equal(content('plan', [episode]).kind, 'not-recorded');
  assert.equal(value('plan', [episode], { place }).clock?.met, false);
  assert.equal(value('plan', [episode, plan('a')], { place }).clock?.met, true);
  assert.equal(value('plan', [episode, plan('a', { status: 'draft' })], { place }).clock?.met, false);
  assert.equal(
    value('plan', [episode, plan('a', { category: [{ text: 'Diabetes plan' }] })], { place }).clock?.met,
    false,
  );
});

test('a plan that is called a mistake does not stop the clock', () => {
  const mistaken = plan('a', { note: [{ text: 'Wrong resident' }] });
  assert.equal(value('plan', [episode, mistaken], { place }).clock?.met, false);
});

test('the clock runs where the server keeps no goals or forms, and not where it keeps no plans or stays', () => {
  const clockWithout = (...types: readonly ResourceType[]) => {
    const gaps = Object.fromEntries(
      types.map((type) => [type, [{ why: 'not-offered', what: 'it' }] as const]),
    );
    const found = content('plan', [episode, about('Goal', 'g', GOAL)], { place, gaps });
    return found.kind === 'recorded' && found.value.clock !== null;
  };
  assert.equal(clockWithout('Goal', 'QuestionnaireResponse', 'Task', 'Consent'), true);
  for (const type of ['CarePlan', 'EpisodeOfCare', 'Encounter'] as const)
    assert.equal(clockWithout(type), false, type);
  const more = { Goal: [{ why: 'more', what: 'older goals' }] } as const;
  assert.equal(value('plan', [episode, about('Goal', 'g', GOAL)], { place, gaps: more }).clock, null);
});

test('a return from an admission starts the clock again, and a visit to an emergency department does not', () => {
  const visit = (code: string) =>
    about('Encounter', 'h', {
      status: 'finished',
      class: { code },
      period: { start: '2026-11-18T19:00:00Z', end: '2026-11-19T22:10:00Z' },
    });
  const started = (...records: readonly Json[]) => value('plan', [episode, ...records], { place }).clock;
  assert.deepEqual(
    [started(visit('EMER'))?.because, started(visit('EMER'))?.from],
    ['admitted', '2026-11-16'],
  );
  assert.deepEqual([started(visit('IMP'))?.because, started(visit('IMP'))?.from], ['returned', '2026-11-19']);
  assert.equal(started(visit('IMP'), plan('a'))?.met, false);
  const remade = { created: '2026-06-01', period: { start: '2026-11-20' } };
  assert.equal(started(visit('IMP'), plan('a', remade))?.met, true);
});

test('outside England no clock of Enhanced Health in Care Homes runs', () => {
  const goal = about('Goal', 'g', GOAL);
  const clockIn = (nation: NonNullable<PlaceConfiguration['nation']>) =>
    value('plan', [episode, goal], { place: { ...place, nation } }).clock;
  assert.equal(clockIn('england')?.met, false);
  const { nation: _nation, ...unsaid } = place;
  assert.equal(value('plan', [episode, goal], { place: unsaid }).clock, null, 'nobody has said');
  for (const nation of ['wales', 'scotland', 'northern-ireland'] as const)
    assert.equal(clockIn(nation), null);
});

test('no plan is due while plans or stays are withheld, failed, loading or left out', () => {
  const goal = about('Goal', 'g', { lifecycleStatus: 'active', description: { text: 'Walk' } });
  const states = [
    { state: 'withheld', why: 'role' },
    { state: 'failed', error: { code: 'timeout' }, at: NOW },
    { state: 'loading' },
  ] as const;
  for (const type of ['CarePlan', 'Encounter'] as const) {
    for (const outcome of states)
      assert.equal(value('plan', [episode, goal], { place, outcomes: { [type]: outcome } }).clock, null);
    const gaps = { [type]: [{ why: 'more', what: 'entries on further pages' }] } as const;
    assert.equal(value('plan', [episode, goal], { place, gaps }).clock, null);
  }
  assert.equal(value('plan', [episode, goal], { place }).clock?.met, false);
});

test('no plan is due while a plan or a stay could not be read, or the server says that it left something out', () => {
  const goal = about('Goal', 'g', { lifecycleStatus: 'active', description: { text: 'Walk' } });
  const refused = plan('broken', { status: 'zz' });
  const leftOut = { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code: 'incomplete' }] };
  const stay = about('Encounter', 'e', { status: 'zz', class: { code: 'IMP' } });
  for (const unread of [refused, stay, leftOut])
    assert.equal(value('plan', [episode, goal, unread], { place }).clock, null);
  // Nothing was found, and one plan was not read: that is no record without a plan.
  assert.equal(section('plan', [episode, refused], { place }).state, 'failed');
  assert.equal(value('plan', [episode, goal, plan('a')], { place }).clock?.met, true);
});

test('actions are those still to be done, "do not" is never lost, and a referenced task is read', () => {
  const activity = [
    { detail: { status: 'in-progress', description: 'Walk to lunch', performer: [{ display: 'Sam' }] } },
    { detail: { status: 'in-progress', description: 'lift under the arms', doNotPerform: true } },
    { detail: { status: 'completed', description: 'Order a frame' } },
    { reference: { reference: 'Task/t' } },
  ];
  const [found] = value('plan', [plan('a', { activity }), task('requested')]).plans;
  assert.deepEqual(
    found?.actions.map(({ text, owner }) => [text, owner]),
    [
      ['Walk to lunch', 'Sam'],
      ['Do not: lift under the arms', null],
      ['Less steady today', null],
    ],
  );
});

test('a goal that ended is achieved only where the record says so', () => {
  const goal = (lifecycleStatus: string, code?: string) =>
    value('plan', [
      about('Goal', 'g', {
        lifecycleStatus,
        description: { text: 'Walk' },
        ...(code === undefined ? {} : { achievementStatus: { coding: [{ code }] } }),
      }),
    ]).goals[0]?.status;
  assert.deepEqual(
    [
      goal('completed'),
      goal('completed', 'achieved'),
      goal('completed', 'not-achieved'),
      goal('active'),
      goal('proposed'),
    ],
    ['ended', 'achieved', 'not-achieved', 'current', 'proposed'],
  );
});

test('a goal that was entered in error was never one, and is on no list', () => {
  const mistake = about('Goal', 'g', { lifecycleStatus: 'entered-in-error', description: { text: 'Walk' } });
  assert.equal(content('plan', [mistake]).kind, 'not-recorded');
  assert.deepEqual(fate('g', [mistake]), { state: 'set-aside', why: 'entered-in-error' });
});

test('people are shown with their relation and roles, and those who stepped back are not listed', () => {
  const person = (id: string, fields: Json) =>
    about('RelatedPerson', id, { name: [{ given: ['Ann'], family: 'Holt' }], ...fields });
  const [found] = value('people', [
    person('a', {
      relationship: [{ text: 'Daughter' }, { text: 'Next of kin' }],
      telecom: [
        { system: 'phone', value: '01632 960001' },
        { system: 'email', value: 'a@example.org' },
      ],
    }),
  ]).contacts;
  assert.deepEqual(
    [found?.name, found?.relation, found?.roles, found?.phones],
    ['Ann Holt', 'Daughter', ['Next of kin'], ['01632 960001']],
  );
  assert.deepEqual(fate('b', [person('b', { active: false })]), { state: 'set-aside', why: 'not-in-force' });
  assert.deepEqual(fate('c', [person('c', { period: { end: '2020' } })]), {
    state: 'set-aside',
    why: 'not-in-force',
  });
});

test('a care team that is only proposed, suspended or over gives nobody to ring', () => {
  const team = (fields: Json): Json =>
    about('CareTeam', 'team', {
      status: 'active',
      name: 'District nurses',
      participant: [{ member: { display: 'Ruth Hale' }, role: [{ text: 'District nurse' }] }],
      ...fields,
    });
  assert.deepEqual(
    value('people', [team({})]).team.map(({ name }) => name),
    ['Ruth Hale'],
  );
  for (const [fields, why] of [
    [{ status: 'proposed' }, 'not-happened'],
    [{ status: 'suspended' }, 'not-in-force'],
    [{ status: 'inactive' }, 'not-in-force'],
    [{ period: { end: '2026-10-31' } }, 'not-in-force'],
    [{ status: 'entered-in-error' }, 'entered-in-error'],
  ] as const) {
    assert.deepEqual(content('people', [team(fields)]), { kind: 'not-recorded' }, JSON.stringify(fields));
    assert.deepEqual(fate('team', [team(fields)]), { state: 'set-aside', why });
  }
});

test('a message that may not have been sent does not read as one that was', () => {
  const message = about('Communication', 'm', {
    status: 'unknown',
    payload: [{ contentString: 'Ring the GP' }],
  });
  assert.equal(value('events', [message])[0]?.text, 'Ring the GP (not known whether it was sent)');
});

test('the code "action of the care plan" adds nothing, and another code is shown beside the action', () => {
  const action = (text: string) => value('open', [task('requested', { code: { text } })])[0]?.text;
  assert.equal(action('Action of the care plan'), 'Less steady today');
  assert.equal(action('Physiotherapy'), 'Less steady today (Physiotherapy)');
});

test('a plan that has ended stands behind one in force, however new it is and whatever its id', () => {
  for (const [ended, active] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    const old = plan(active, { title: 'Falls plan', created: '2026-01-05' });
    const over = plan(ended, { title: 'Skin plan', status: 'completed', created: '2026-11-01' });
    assert.deepEqual(
      value('plan', [old, over]).plans.map(({ title }) => title),
      ['Falls plan', 'Skin plan'],
    );
  }
});

test('a relationship that came as a code of HL7 has its words', () => {
  const related = (system: string, ...codes: readonly string[]) =>
    value('people', [
      about('RelatedPerson', 'r', {
        active: true,
        name: [{ text: 'Ann Lee' }],
        relationship: codes.map((code) => ({ coding: [{ system, code }] })),
      }),
    ]).contacts[0];
  const contacts = 'http://terminology.hl7.org/CodeSystem/v2-0131';
  const contact = related(contacts, 'C', 'N');
  assert.deepEqual([contact?.roles, contact?.cautions], [['emergency contact', 'next of kin'], []]);
  assert.equal(related(contacts, 'U')?.relation, 'unknown');
  const roles = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode';
  assert.equal(related(roles, 'DAUC')?.relation, 'daughter');
  assert.deepEqual(related(roles, 'WIFE', 'HPOWATT')?.roles, ['healthcare power of attorney']);
  // Of another system, nobody here knows what the letter means.
  assert.deepEqual(related('http://place.example/roles', 'C')?.cautions, ['code-only']);
});

test('an end of a contact that cannot be read is said of the contact', () => {
  const period = { end: 'soon' };
  const person = about('RelatedPerson', 'r', { active: true, name: [{ text: 'Ann Lee' }], period });
  assert.deepEqual(value('people', [person]).contacts[0]?.cautions, ['partly-unreadable']);
  const contact = [
    { name: { text: 'Tom Lee' }, telecom: [{ system: 'phone', value: '01632 960001' }], period },
  ];
  const found = value('people', [], { resources: [{ ...PATIENT, contact }] }).contacts[0];
  assert.deepEqual(found?.cautions, ['partly-unreadable']);
});

test('the reason why a message did not go out says that it is a code alone', () => {
  const message = about('Communication', 'm', {
    status: 'not-done',
    statusReason: { coding: [{ system: 'http://place.example/reasons', code: '7' }] },
    payload: [{ contentString: 'Please ring' }],
    sent: '2026-11-10T10:00:00Z',
  });
  assert.deepEqual(value('events', [message])[0]?.cautions, ['code-only']);
});

test('codes of R4 without words are told in HL7’s own', () => {
  const vaccination = about('Immunization', 'i', {
    status: 'not-done',
    statusReason: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'PATOBJ' }],
    },
    vaccineCode: { text: 'Flu' },
    occurrenceDateTime: '2026-11-10',
  });
  const [found] = value('events', [vaccination]);
  assert.deepEqual([found?.notDone?.why, found?.cautions], ['patient objection', []]);
});
