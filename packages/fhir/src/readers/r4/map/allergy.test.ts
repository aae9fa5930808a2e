import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allergy, content, fate, hl7, section, snomed, value, type Json } from '../../../record.fixtures.ts';

const one = (fields: Json, text = 'Penicillin') => value('allergies', [allergy('a', text, fields)])[0];

test('each reaction is shown with its signs, words, severity, day, route and notes', () => {
  const reaction = [
    {
      manifestation: [{ text: 'Wheeze' }, { text: 'Rash' }],
      description: 'Collapsed at home',
      severity: 'severe',
      onset: '2019-05-01',
      exposureRoute: { text: 'By mouth' },
      note: [{ text: 'Needed adrenaline', time: '2019-05-02', authorString: 'Dr Obi' }],
    },
  ];
  assert.deepEqual(one({ reaction })?.reactions, [
    {
      text: 'Wheeze, Rash; Collapsed at home',
      severity: 'severe',
      on: '2019-05-01',
      route: 'By mouth',
      notes: [{ text: 'Needed adrenaline', on: '2019-05-02', by: 'Dr Obi' }],
    },
  ]);
});

test('a reaction without signs is still shown', () => {
  assert.deepEqual(one({ reaction: [{ severity: 'severe' }] })?.reactions, [
    { text: 'reaction not described', severity: 'severe' },
  ]);
  assert.deepEqual(one({ reaction: [{}] })?.reactions, []);
});

test('a substance that only the reaction names is shown, and "propensity" hides nothing', () => {
  const code = snomed('419511003', 'Propensity to adverse reaction to drug');
  const reaction = [{ substance: { text: 'Trimethoprim' }, manifestation: [{ text: 'Rash' }] }];
  assert.equal(one({ code, reaction })?.substance, 'Propensity to adverse reaction to drug: Trimethoprim');
  assert.equal(one({ code: undefined, reaction })?.substance, 'Trimethoprim');
});

test('a reaction that names the same substance does not repeat it, and with several each names its own', () => {
  assert.equal(one({ reaction: [{ substance: { text: 'penicillin' } }] })?.substance, 'Penicillin');
  const found = one({
    reaction: [
      { substance: { text: 'Co-amoxiclav' }, manifestation: [{ text: 'Rash' }] },
      { substance: { text: 'Flucloxacillin' }, manifestation: [{ text: 'Jaundice' }] },
    ],
  });
  assert.equal(found?.substance, 'Penicillin: Co-amoxiclav, Flucloxacillin');
  assert.deepEqual(
    found?.reactions.map(({ text }) => text),
    ['Co-amoxiclav: Rash', 'Flucloxacillin: Jaundice'],
  );
});

test('the note of the allergy "Other" is the allergen', () => {
  const note = [{ text: 'Zinc oxide plasters: blisters' }, { text: 'Told by her daughter' }];
  const found = one({ note }, 'Other');
  assert.equal(found?.substance, 'Other: Zinc oxide plasters: blisters');
  assert.deepEqual(
    found?.notes?.map(({ text }) => text),
    ['Told by her daughter'],
  );
  const dated = one({ note: [{ text: 'Plasters', time: '2020-01-01' }] }, 'Other');
  assert.deepEqual(dated?.notes, [{ text: 'Plasters', on: '2020-01-01', by: null }]);
});

test('a transfer-degraded allergy without its own words is named by its note', () => {
  const code = snomed('196461000000101', 'Transfer-degraded drug allergy');
  assert.match(one({ code, note: [{ text: 'Amoxicillin' }] })?.substance ?? '', /: Amoxicillin$/);
});

test('an allergy that nobody named is not lost if there is a reaction or a note', () => {
  assert.equal(
    one({ code: undefined, reaction: [{ manifestation: [{ text: 'Rash' }] }] })?.substance,
    'Not named',
  );
  assert.equal(one({ code: undefined, note: [{ text: 'Plasters' }] })?.substance, 'Not named: Plasters');
  assert.equal(section('allergies', [allergy('a', '', { code: undefined })]).state, 'failed');
});

test('notes stay with the allergy', () => {
  assert.deepEqual(one({ note: [{ text: 'Anaphylaxis 1998, ITU' }] })?.notes, [
    { text: 'Anaphylaxis 1998, ITU', on: null, by: null },
  ]);
});

test('the onset, the day of recording and the last reaction are three separate dates', () => {
  const found = one({ onsetDateTime: '1998-03', recordedDate: '2020-05-05', lastOccurrence: '2001' });
  assert.deepEqual(
    [found?.on, found?.dated, found?.recorded, found?.lastReaction],
    ['1998-03', 'began', '2020-05-05', '2001'],
  );
  const recordedOnly = one({ recordedDate: '2020-05-05' });
  assert.deepEqual([recordedOnly?.on, recordedOnly?.dated], ['2020-05-05', 'recorded']);
});

for (const [fields, onset] of [
  [{ onsetAge: { value: 52, unit: 'years' } }, 'at 52 years'],
  [{ onsetAge: { value: 3, code: 'mo' } }, 'at 3 months'],
  [
    { onsetRange: { low: { value: 5, unit: 'years' }, high: { value: 9, unit: 'years' } } },
    'between 5 years and 9 years',
  ],
  [{ onsetRange: { high: { value: 9, unit: 'years' } } }, 'up to 9 years'],
  [{ onsetString: 'as a child' }, 'as a child'],
  [{ onsetPeriod: { start: '2019-05-01', end: '2019-05-04' } }, 'between 01-May-2019 and 04-May-2019'],
] as const)
  test(`"${onset}" is the onset of an allergy`, () => assert.equal(one(fields)?.onset, onset));

test('kind, category and criticality are kept', () => {
  const found = one({ type: 'intolerance', category: ['food'], criticality: 'unable-to-assess' });
  assert.deepEqual(
    [found?.kind, found?.category, found?.criticality],
    ['intolerance', ['food'], 'unable-to-assess'],
  );
});

test('the asserter is named, else the recorder', () => {
  const by = (fields: Json) => one(fields)?.by?.name;
  assert.equal(by({ asserter: { display: 'Dr Obi' }, recorder: { display: 'Nurse Holt' } }), 'Dr Obi');
  assert.equal(by({ recorder: { display: 'Nurse Holt' } }), 'Nurse Holt');
});

test('a status in words counts; an unknown one is shown, and no status is invented', () => {
  assert.equal(one({ clinicalStatus: { text: 'Resolved' } })?.status, 'resolved');
  const odd = one({ clinicalStatus: { text: 'Dormant' } });
  assert.equal(odd?.status, 'not-stated');
  assert.deepEqual(
    [odd?.cautions, odd?.more],
    [['partly-unreadable'], [{ name: 'clinical status', text: 'Dormant' }]],
  );
});

test('"entered in error" in words alone is shown, and the entry comes last', () => {
  const listed = value('allergies', [
    allergy('a', 'Latex', { verificationStatus: { text: 'Entered in Error' }, criticality: 'high' }),
    allergy('b', 'Penicillin'),
  ]);
  assert.deepEqual(
    listed.map(({ substance, verification, cautions }) => [substance, verification, cautions]),
    [
      ['Penicillin', undefined, []],
      ['Latex', 'Entered in Error', ['mistaken-in-words']],
    ],
  );
});

test('the certainty of the record is in words', () => {
  const of = (code: string) => one({ verificationStatus: hl7('allergyintolerance-verification', code) });
  assert.deepEqual(
    [of('unconfirmed')?.verification, of('confirmed')?.verification],
    ['unconfirmed', undefined],
  );
});

const END = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AllergyIntoleranceEnd';
const endOn = (date: string) => [
  {
    url: END,
    extension: [
      { url: 'endDate', valueDateTime: date },
      { url: 'reasonEnded', valueString: 'Tolerated it since' },
    ],
  },
];

test('an end in the past overrides "active", with its day and its reason', () => {
  const found = one({ extension: endOn('2020-07-20') });
  assert.deepEqual(
    [found?.status, found?.ended, found?.endedWhy, found?.cautions],
    ['inactive', '2020-07-20', 'Tolerated it since', ['contradicts-itself']],
  );
  assert.equal(one({ extension: endOn('2027-07-20') })?.status, 'active');
  assert.equal(one({ extension: endOn('2020-07-20'), clinicalStatus: undefined })?.status, 'inactive');
});

test('an allergy dated in the future comes after those in force, whichever date is in the future', () => {
  const listed = value('allergies', [
    allergy('f', 'Latex', { recordedDate: '2027-01-01', criticality: 'high' }),
    allergy('r', 'Nuts', { onsetDateTime: '2001', recordedDate: '2027-01-01' }),
    allergy('o', 'Eggs', { reaction: [{ onset: '2028-01-01', severity: 'mild' }] }),
    allergy('a', 'Penicillin', { recordedDate: '2001' }),
    allergy('p', 'Plasters', {
      clinicalStatus: hl7('allergyintolerance-clinical', 'resolved'),
      criticality: 'high',
    }),
  ]);
  assert.deepEqual(
    listed.map(({ substance, cautions }) => [substance, cautions.includes('future-dated')]),
    [
      ['Penicillin', false],
      ['Latex', true],
      ['Nuts', true],
      ['Eggs', true],
      ['Plasters', false],
    ],
  );
});

test('of allergies in force those of high risk come first, whatever their days and ids', () => {
  for (const [high, low] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    const risky = allergy(high, 'Penicillin', { recordedDate: '2001', criticality: 'high' });
    const newer = allergy(low, 'Plasters', { recordedDate: '2025', criticality: 'low' });
    assert.deepEqual(
      value('allergies', [risky, newer]).map(({ substance }) => substance),
      ['Penicillin', 'Plasters'],
    );
  }
});

test('"unknown" is no substance and no "none": it is shown in its place, and does not claim that there is none', () => {
  const found = content('allergies', [allergy('u', 'Unknown', { recordedDate: '2026-01-02' })]);
  assert.ok(found.kind === 'not-recorded');
  assert.deepEqual(
    found.statements?.map(({ text, on }) => [text, on]),
    [['Unknown', '2026-01-02']],
  );
  assert.deepEqual(fate('u', [allergy('u', 'Unknown')]), { state: 'shown', sections: ['allergies'] });
});

test('"unknown" with a reaction is an allergy to something that nobody could name', () => {
  const reaction = [{ manifestation: [{ text: 'Anaphylaxis' }] }];
  assert.equal(one({ reaction }, 'Unknown')?.reactions[0]?.text, 'Anaphylaxis');
});

test('"none" with a reaction contradicts itself, and both are shown, however the reaction is described', () => {
  const said = (fields: Json) => content('allergies', [allergy('n', 'No known allergies', fields)]);
  const told: readonly (readonly [string, Json])[] = [
    ['Not named: Rash', { reaction: [{ manifestation: [{ text: 'Rash' }] }] }],
    ['Not named: Hives after penicillin', { reaction: [{ description: 'Hives after penicillin' }] }],
    ['Not named: reaction not described', { reaction: [{ note: [{ text: 'Penicillin, 1998' }] }] }],
    ['Latex', { reaction: [{ substance: { text: 'Latex' } }] }],
    ['Not named', { criticality: 'high' }],
    ['Not named', { lastOccurrence: '2019' }],
  ];
  for (const [text, fields] of told) {
    const found = said(fields);
    assert.ok(found.kind === 'disagree', text);
    assert.deepEqual(
      found.sides.map(({ value: [listed], none }) =>
        none === undefined
          ? [listed?.substance, ...(listed?.reactions ?? []).map((one) => one.text)].join(': ')
          : none.cautions,
      ),
      [text, ['unconfirmed', 'contradicts-itself']],
    );
  }
});

test('a note that only says how somebody asked names no substance', () => {
  const fields = {
    reaction: [{ manifestation: [{ text: 'Rash' }] }],
    note: [{ text: 'Confirmed with daughter' }],
  };
  const found = content('allergies', [allergy('n', 'No known allergies', fields)]);
  assert.ok(found.kind === 'disagree');
  assert.deepEqual(
    found.sides[0]?.value.map(({ substance, notes }) => [substance, notes?.map(({ text }) => text)]),
    [['Not named', ['Confirmed with daughter']]],
  );
});

test('"none" that has ended says nothing any more', () => {
  const ended = allergy('n', 'No known allergies', { extension: endOn('2020-07-20') });
  assert.deepEqual(fate('n', [ended]), { state: 'set-aside', why: 'not-in-force' });
});

test('"none" as the sign or the words of a reaction is no reaction', () => {
  for (const reaction of [{ manifestation: [{ text: 'None' }] }, { description: 'Nil known' }]) {
    const found = content('allergies', [allergy('n', 'No known allergies', { reaction: [reaction] })]);
    assert.ok(found.kind === 'recorded-as-none');
    assert.deepEqual(found.statements[0]?.cautions, ['unconfirmed']);
  }
});

test('"none" of a category covers that category alone', () => {
  const found = content('allergies', [
    allergy('n', '', { code: snomed('716186003', 'No known allergy'), category: ['medication'] }),
  ]);
  assert.ok(found.kind === 'recorded-as-none');
  assert.equal(found.statements[0]?.scope, 'drug');
});

test('"none" that is dated in the future, or mistaken in words, denies nothing', () => {
  for (const fields of [{ recordedDate: '2027-01-01' }, { verificationStatus: { text: 'Entered in error' } }])
    assert.equal(content('allergies', [allergy('n', 'No known allergies', fields)]).kind, 'not-recorded');
});

test('"no known latex allergy" denies latex by its name, and is shown beside anything else', () => {
  const none = allergy('n', '', { code: snomed('1003774007', 'No known latex allergy') });
  assert.equal(content('allergies', [none, allergy('a', 'Latex gloves')]).kind, 'disagree');
  const beside = content('allergies', [none, allergy('a', 'Pollen')]);
  assert.ok(beside.kind === 'recorded');
  assert.deepEqual(
    beside.nones?.map(({ scope }) => scope),
    ['latex'],
  );
});

test('past allergies stay listed, and "none known" is shown beside them', () => {
  const past = allergy('p', 'Latex', { clinicalStatus: hl7('allergyintolerance-clinical', 'resolved') });
  const found = content('allergies', [past, allergy('n', 'No known allergies')]);
  assert.ok(found.kind === 'recorded');
  assert.deepEqual([found.value.length, found.nones?.length], [1, 1]);
});

test('where records disagree, a statement of another kind is not lost', () => {
  const found = content('allergies', [
    allergy('n', 'NKDA'),
    allergy('f', 'No known food allergies'),
    allergy('a', 'Penicillin', { category: ['medication'] }),
  ]);
  assert.ok(found.kind === 'disagree');
  assert.deepEqual(
    found.nones?.map(({ scope }) => scope),
    ['food'],
  );
});
