import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, hl7, snomed, value, type Json } from '../../../record.fixtures.ts';

const ACT = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const encounter = (code: string, fields: Json = {}): Json =>
  about('Encounter', 'e1', {
    status: 'in-progress',
    class: { system: ACT, code },
    period: { start: '2024-07-17' },
    ...fields,
  });
const stayOf = (...resources: Json[]) => value('identity', resources).stay;
const eventOf = (...resources: Json[]) => value('events', resources)[0];
const home = { serviceProvider: { display: 'Rowan Court Nursing Home' } };

for (const [how, fields] of [
  ['by its code', { type: [snomed('160734000')], ...home }],
  ['by its words', { type: [{ text: 'Lives in a nursing home' }], ...home }],
  ['by a home as provider of what is not acute', home],
] as const) {
  test(`an encounter of living in the home is where the resident lives, and not an absence: ${how}`, () => {
    const stay = stayOf(encounter('NONAC', fields));
    assert.deepEqual([stay?.home, stay?.since, stay?.away], ['Rowan Court Nursing Home', '2024-07-17', null]);
  });
}

test('a resident on leave from the home is away, and no place is stated', () => {
  const stay = stayOf(encounter('NONAC', { ...home, status: 'onleave' }));
  assert.deepEqual(stay?.away, { where: 'another place, on leave from the home', since: null });
});

test('a current hospital stay is an absence, and one in the future or past its end is not', () => {
  const hospital = { serviceProvider: { display: 'Holmdale General' } };
  assert.deepEqual(stayOf(encounter('IMP', hospital))?.away, {
    where: 'Holmdale General',
    since: '2024-07-17',
  });
  assert.equal(
    stayOf(encounter('IMP', { ...hospital, status: 'onleave' }))?.away?.where,
    'Holmdale General, on leave from there',
  );
  assert.equal(stayOf(encounter('IMP', { ...hospital, period: { start: '2027-03-01' } })), null);
  assert.equal(stayOf(encounter('IMP', { ...hospital, period: { start: '2024', end: '2025-01-01' } })), null);
});

test('a hospital stay is known by the words of its class too, where they have no code', () => {
  const hospital = { serviceProvider: { display: 'Holmdale General' } };
  const classed = (display: string) => encounter('', { ...hospital, class: { display } });
  assert.equal(stayOf(classed('Inpatient encounter'))?.away?.where, 'Holmdale General');
  assert.equal(eventOf(classed('Inpatient encounter'))?.kind, 'hospital-stay');
  assert.equal(stayOf(classed('Ambulatory')), null);
});

const episode = (id: string, fields: Json): Json =>
  about('EpisodeOfCare', id, { status: 'active', managingOrganization: { display: id }, ...fields });

test('a stay in the future is not where the resident lives: it stands apart, and alone it says so', () => {
  const now = episode('Rowan Court', { period: { start: '2025-01-05' } });
  const later = episode('The Limes', { period: { start: '2027-01-05' }, type: [{ text: 'Respite stay' }] });
  const latest = episode('The Elms', { period: { start: '2028-01-05' } });
  const ahead = { home: 'The Limes', from: '2027-01-05', kind: 'respite' };
  const both = stayOf(latest, later, now);
  assert.deepEqual([both?.home, both?.since, both?.ahead], ['Rowan Court', '2025-01-05', ahead]);
  const alone = value('identity', [later]);
  assert.deepEqual([alone.stay?.home, alone.stay?.since, alone.stay?.kind], [null, null, 'unknown']);
  assert.deepEqual([alone.stay?.ahead, alone.cautions], [ahead, ['future-dated']]);
});

const bed = { resourceType: 'Location', id: 'l1', name: 'Room 4', partOf: { display: 'Rowan Court' } };
const livesIn = (fields: Json): Json =>
  encounter('NONAC', { ...home, location: [{ location: { reference: 'Location/l1' } }], ...fields });

test('a current room is not shown in the home of a future stay', () => {
  const later = episode('The Limes', { period: { start: '2027-01-05' } });
  const stay = stayOf(later, livesIn({}), bed);
  assert.deepEqual([stay?.home, stay?.room, stay?.ahead?.home], ['Rowan Court', 'Room 4', 'The Limes']);
});

test('the room of an encounter that begins in the future is not the resident’s', () => {
  assert.equal(stayOf(livesIn({ period: { start: '2027-01-05' } }), bed), null);
});

test('nobody has come back from a hospital stay that ends in the future', () => {
  const stay = episode('Rowan Court', { period: { start: '2024-01-05' } });
  const hospital = encounter('IMP', {
    status: 'finished',
    period: { start: '2026-11-01', end: '2027-01-05' },
  });
  assert.equal(stayOf(stay, hospital)?.returned, null);
});

test('an end that has passed ends a stay whatever its status, and a future end is shown', () => {
  const past = episode('Rowan Court', { period: { start: '2024', end: '2025-02-01' } });
  assert.equal(stayOf(past)?.ended, '2025-02-01');
  assert.equal(stayOf(past, episode('The Limes', { period: { start: '2023-01-01' } }))?.home, 'The Limes');
  const respite = value('identity', [
    episode('Rowan Court', { period: { start: '2026-11-10', end: '2026-12-01' } }),
  ]);
  assert.equal(respite.stay?.ended, null);
  assert.deepEqual(respite.more, [{ name: 'stay planned to end', text: '01-Dec-2026' }]);
});

for (const [status, name] of [
  ['planned', 'planned stay'],
  ['waitlist', 'stay on a waiting list'],
  ['active', 'another stay'],
] as const) {
  test(`a stay that is ${status} beside the current one is shown, and never as where the resident lives`, () => {
    const now = episode('Rowan Court', { period: { start: '2025-01-05' } });
    const other = episode('The Limes', { status, period: { start: '2024-02-01', end: '2026-12-24' } });
    const { stay, more } = value('identity', [other, now]);
    assert.equal(stay?.home, 'Rowan Court');
    assert.deepEqual(more, [{ name, text: 'The Limes from 01-Feb-2024 until 24-Dec-2026' }]);
  });
}

test('whatever else a further stay states, and a team that did not arrive, is shown with the identity', () => {
  const now = episode('Rowan Court', { period: { start: '2025-01-05' } });
  const other = episode('The Limes', {
    status: 'planned',
    team: [{ reference: 'CareTeam/absent', display: 'Falls team' }],
    extension: [{ url: 'https://example.org/funding', valueString: 'CHC' }],
  });
  assert.deepEqual(
    value('identity', [now, other]).more?.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    [
      { name: 'funding', text: 'CHC' },
      { name: 'planned stay', text: 'The Limes' },
      { name: 'team', text: 'Falls team' },
    ],
  );
});

test('whatever else the next stay states is shown with the identity', () => {
  const now = episode('Rowan Court', { period: { start: '2025-01-05' } });
  const next = episode('The Limes', {
    status: 'waitlist',
    period: { start: '2027-01-05', end: '2027-02-01' },
    team: [{ reference: 'CareTeam/absent', display: 'Falls team' }],
    extension: [{ url: 'https://example.org/funding', valueString: 'CHC' }],
  });
  const { stay, more } = value('identity', [now, next]);
  assert.equal(stay?.ahead?.home, 'The Limes');
  assert.deepEqual(
    more?.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    [
      { name: 'funding', text: 'CHC' },
      { name: 'status of the next stay', text: 'on a waiting list' },
      { name: 'stay planned to end', text: '01-Feb-2027' },
      { name: 'team', text: 'Falls team' },
    ],
  );
});

test('a planned stay with a date is the stay ahead, and without a date it is shown as planned', () => {
  const planned = (fields: Json) => episode('The Limes', { status: 'planned', ...fields });
  const ahead = { home: 'The Limes', from: '2027-01-05', kind: 'unknown' };
  assert.deepEqual(stayOf(planned({ period: { start: '2027-01-05' } }))?.ahead, ahead);
  const undated = value('identity', [planned({})]);
  assert.deepEqual([undated.stay, undated.more], [null, [{ name: 'planned stay', text: 'The Limes' }]]);
  const cancelled = value('identity', [episode('The Limes', { status: 'cancelled' })]);
  assert.deepEqual([cancelled.stay, cancelled.more], [null, undefined]);
});

test('a stay on hold says so, and a finished one without a date is still over', () => {
  const onHold = value('identity', [episode('Rowan Court', { status: 'onhold' })]);
  assert.deepEqual([onHold.stay?.home, onHold.stay?.onHold], ['Rowan Court', true]);
  const finished = stayOf(episode('Rowan Court', { status: 'finished', period: { start: '2020-01-01' } }));
  assert.deepEqual([finished?.ended, finished?.isOver], [null, true]);
});

test('an episode of another kind states its status', () => {
  const type = [{ text: 'District nursing' }];
  const told = (status: string) =>
    value('events', [episode('Team', { status, type })]).map(({ text, notDone }) => [
      text,
      notDone !== null,
    ])[0];
  assert.deepEqual(told('planned'), ['District nursing: only planned', false]);
  assert.deepEqual(told('waitlist'), ['District nursing: on a waiting list', false]);
  assert.deepEqual(told('onhold'), ['District nursing: on hold', false]);
  assert.deepEqual(told('cancelled'), ['District nursing', true]);
});

test('whatever a stay leaves out is shown with the identity', () => {
  const odd = episode('Rowan Court', {
    extension: [{ url: 'https://example.org/funding', valueString: 'CHC' }],
  });
  assert.deepEqual(value('identity', [odd]).more, [{ name: 'funding', text: 'CHC' }]);
});

test('a hospital stay shows its reasons, diagnosis, and where the resident came from and went to', () => {
  const problem = about('Condition', 'c1', { code: { text: 'Pneumonia' } });
  const event = eventOf(
    problem,
    encounter('IMP', {
      status: 'finished',
      period: { start: '2026-10-01', end: '2026-10-05' },
      type: [{ text: 'Emergency admission' }, { text: 'Medical' }],
      serviceType: { text: 'Acute medicine' },
      priority: { text: 'emergency' },
      reasonCode: [{ text: 'Cough' }, { text: 'Confusion' }],
      reasonReference: [{ reference: 'Condition/c1' }],
      diagnosis: [
        { condition: { reference: 'Condition/c1' }, use: { text: 'Discharge diagnosis' } },
        { condition: { display: 'Delirium' } },
      ],
      hospitalization: {
        admitSource: { text: 'care home' },
        origin: { display: 'Rowan Court' },
        dischargeDisposition: { text: 'usual place of residence' },
        destination: { display: 'The Limes' },
      },
      serviceProvider: { display: 'Holmdale General' },
      participant: [{ individual: { display: 'Dr A. First' } }, { individual: { display: 'Dr B. Second' } }],
    }),
  );
  assert.equal(
    event?.text,
    'Emergency admission, Medical: Cough, Confusion, Pneumonia, Holmdale General; Acute medicine; priority: emergency; ' +
      'Discharge diagnosis: Pneumonia; diagnosis: Delirium; came from: care home; came from: Rowan Court; ' +
      'discharged to: usual place of residence; discharged to: The Limes; with: Dr B. Second',
  );
  assert.deepEqual([event.until, event.by?.name], ['2026-10-05', 'Dr A. First']);
});

test('a diagnosis whose record did not arrive is shown as missing', () => {
  const event = eventOf(encounter('IMP', { diagnosis: [{ condition: { reference: 'Condition/none' } }] }));
  assert.ok(event?.cautions.includes('reference-missing'));
});

for (const [status, words] of [
  ['in-progress', 'inpatient; not over yet'],
  ['onleave', 'inpatient; on leave from it'],
  ['unknown', 'inpatient; not known whether it took place'],
  ['finished', 'inpatient'],
] as const) {
  test(`an encounter that is ${status} says so`, () => {
    const event = eventOf(encounter('IMP', { status, type: [{ text: 'inpatient' }] }));
    assert.equal(event?.text, words);
  });
}

test('the resident is in the active place, never in one that is only planned, and other places are shown', () => {
  const at = (display: string, status?: string) => ({
    location: { display },
    ...(status === undefined ? {} : { status }),
  });
  const moved = eventOf(
    encounter('IMP', {
      location: [at('Ward 2', 'completed'), at('Ward 4', 'active'), at('Ward 6', 'planned')],
    }),
  );
  assert.match(moved?.text ?? '', /Ward 4/);
  assert.deepEqual(moved?.more, [{ name: 'place', text: 'Ward 2 completed, Ward 4 active, Ward 6 planned' }]);
  assert.equal(eventOf(encounter('IMP', { location: [at('Ward 2')] }))?.more, undefined);
});

test('the full stop of a reason ends its sentence, and the place follows a comma', () => {
  const fall = {
    status: 'finished',
    type: [{ text: 'Fall in the home' }],
    reasonCode: [{ text: 'Lowered to the floor by staff.' }],
  };
  const reason = 'Fall in the home: Lowered to the floor by staff';
  assert.equal(eventOf(encounter('HH', { ...fall, ...home }))?.text, `${reason}, Rowan Court Nursing Home`);
  assert.equal(eventOf(encounter('AMB', fall))?.text, `${reason}.`);
});

test('an episode shows all its types, and one that the words deny is no stay', () => {
  const both = episode('A', { type: [{ text: 'Community nursing' }, { text: 'Care home stay' }] });
  assert.equal(stayOf(both)?.home, 'A');
  const denied = episode('A', { type: [{ text: 'Not a care home resident' }] });
  assert.equal(stayOf(denied), null);
  assert.equal(value('events', [denied])[0]?.text, 'Not a care home resident');
  const cancelled = value('identity', [episode('A', { type: [{ text: 'Respite stay, cancelled' }] })]);
  assert.deepEqual(cancelled.cautions, ['contradicts-itself']);
  assert.deepEqual(cancelled.more, [{ name: 'type of the stay', text: 'Respite stay, cancelled' }]);
});

test('a stay that ended elsewhere is no return to the home, and a death in it is not passed over', () => {
  const lives = about('EpisodeOfCare', 'ep', { status: 'active', period: { start: '2025-01-01' } });
  const ended = (hospitalization: Json, ...others: Json[]) => {
    const stay = encounter('IMP', {
      status: 'finished',
      period: { start: '2026-11-01', end: '2026-11-10' },
      hospitalization,
    });
    const { stay: told, more, cautions } = value('identity', [lives, stay, ...others]);
    return [told?.returned?.on ?? null, more ?? [], cautions];
  };
  const to = (text: string) => [{ name: 'discharged on 10-Nov-2026 to', text }];
  assert.deepEqual(ended({}), ['2026-11-10', [], []]);
  assert.deepEqual(ended({ dischargeDisposition: { text: 'Usual place of residence' } }), [
    '2026-11-10',
    [],
    [],
  ]);
  assert.deepEqual(ended({ destination: { display: 'Elm Hospice' } }), [null, to('Elm Hospice'), []]);
  assert.deepEqual(ended({ dischargeDisposition: { text: 'Died' } }), [null, to('Died'), ['death-disputed']]);
});

test('a day, a month or a year as the end of a stay runs to its last moment', () => {
  for (const end of ['2026-11-21', '2026-11', '2026', '2026-11-21T12:00:00Z'])
    assert.ok(stayOf(encounter('IMP', { period: { start: '2026-11-10', end } }))?.away, end);
  for (const end of ['2026-11-20', '2026-10', '2026-11-21T08:00:00Z'])
    assert.equal(stayOf(encounter('IMP', { period: { start: '2026-09-10', end } })) ?? null, null, end);
});

test('a stay that is finished and ends in the future contradicts itself', () => {
  const of = (status: string, end: string) =>
    value('events', [
      about('Encounter', 'e', { status, type: [{ text: 'Stay' }], period: { start: '2026-11-10', end } }),
    ])[0]?.cautions;
  assert.deepEqual(of('finished', '2026-12-24'), ['contradicts-itself']);
  assert.deepEqual(of('finished', '2026-11-21'), []);
  assert.deepEqual(of('finished', '2026'), []);
  assert.deepEqual(of('in-progress', '2026-12-24'), []);
});

test('a call about a fall is a contact, and not a fall of its day', () => {
  const kind = (text: string, code = 'VR') =>
    value('events', [
      about('Encounter', 'e', {
        status: 'finished',
        class: { code },
        type: [{ text }],
        period: { start: '2026-11-10' },
      }),
    ])[0]?.kind;
  assert.equal(kind('Telephone consultation about a fall'), 'contact');
  assert.equal(kind('Call regarding the fall'), 'contact');
  assert.equal(kind('Visit to discuss her fall', 'AMB'), 'visit');
  assert.equal(kind('Fall in the lounge', 'AMB'), 'fall');
});

test('a code alone for how a stay ended is said in words', () => {
  const text = (code: string) => {
    const system = 'http://terminology.hl7.org/CodeSystem/discharge-disposition';
    const hospitalization = { dischargeDisposition: { coding: [{ system, code }] } };
    return value('events', [
      about('Encounter', 'e', { status: 'finished', type: [{ text: 'Stay' }], period: {}, hospitalization }),
    ])[0]?.text;
  };
  assert.equal(text('exp'), 'Stay; discharged to: nowhere, died there');
  assert.equal(text('aadvice'), 'Stay; discharged to: left against advice');
  assert.equal(text('hosp'), 'Stay; discharged to: hospice');
});

test('a diagnosis of a stay says its role, and how certain it is', () => {
  const status = (code: string) => hl7('condition-ver-status', code);
  const stroke = about('Condition', 'c1', {
    code: { text: 'Stroke' },
    verificationStatus: status('differential'),
  });
  const uti = about('Condition', 'c2', { code: { text: 'UTI' }, verificationStatus: status('confirmed') });
  const diagnosis = [
    { condition: { reference: 'Condition/c1' }, use: hl7('diagnosis-role', 'AD') },
    { condition: { reference: 'Condition/c2' }, use: hl7('diagnosis-role', 'DD') },
  ];
  const stay = encounter('IMP', { status: 'finished', diagnosis });
  const use = { coding: [{ system: 'http://place.example/roles', code: 'AD' }] };
  const elsewhere = encounter('IMP', { status: 'finished', diagnosis: [{ ...diagnosis[0], use }] });
  const [event] = value('events', [elsewhere, stroke]);
  assert.match(event?.text ?? '', /AD: Stroke/);
  assert.deepEqual(event?.cautions, ['code-only']);
  assert.match(
    value('events', [stay, stroke, uti])[0]?.text ?? '',
    /diagnosis on admission: Stroke \(differential\); diagnosis at discharge: UTI(?! \()/,
  );
});
