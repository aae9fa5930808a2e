import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FormItem } from '../../form/definition.ts';
import { FACTS, ROWS } from '../../form/suggest/facts/index.ts';
import {
  fact,
  known,
  measure,
  recordedAs,
  viewWith,
  type Sections,
} from '../../form/suggest/view.fixtures.ts';
import { NO_LIMITS } from '../../resident/limits.fixtures.ts';
import { answered, NURSE, SEEN } from '../answered.fixtures.ts';
import { cga1 } from '../cga/cga-1.ts';
import { finishAssessment } from '../finish.ts';
import { fall, KNOWN, KNOWN_VIEW, NOW, problem } from './offers.fixtures.ts';
import { offersFor } from './offers-for.ts';

const all = (sections: Partial<Sections> = KNOWN) => offersFor(cga1, viewWith(sections), null, NOW);
const told = (sections?: Partial<Sections>) =>
  Object.fromEntries(
    all(sections).map((offer) => [
      offer.kind === 'row' ? `${offer.list}: ${offer.text}` : offer.item,
      offer.kind === 'row' ? offer.recordedOn : `${offer.text} / ${offer.recordedOn}`,
    ]),
  );

test('every fact that the assessment asks for has a reader, of a question or of a row', () => {
  const facts = cga1.items.flatMap(function below(item: FormItem): readonly string[] {
    return [
      ...('fact' in item && item.fact !== undefined ? [item.fact] : []),
      ...('items' in item ? (item.items ?? []).flatMap(below) : []),
    ];
  });
  assert.ok(facts.length > 40);
  const inRows = ['problem-severity', 'kin-relation'];
  for (const name of facts)
    assert.ok(Object.hasOwn(FACTS, name) || Object.hasOwn(ROWS, name) || inRows.includes(name), name);
});

test('O1: problems, falls, weights, forms, reviews and people are offered, each with its date', () => {
  const offered = told();
  assert.deepEqual(
    {
      conditions: offered['conditions'],
      falls: offered['falls-12m'],
      kg: offered['bmi/kg'],
      month: offered['weight-1m'],
      three: offered['weight-3m'],
      six: offered['weight-6m'],
      respect: offered['respect'],
      respectOn: offered['respect-on'],
      respectWhere: offered['respect-where'],
      review: offered['smr-on'],
      place: offered['preferred'],
      since: offered['admitted'],
    },
    {
      conditions: 'Atrial fibrillation (2018); Essential hypertension (2003) / 2026-11-21T14:00:00Z',
      falls: '2 falls: 18-Nov-2026, 11-Nov-2026 / 2026-11-21T14:00:00Z',
      kg: '45.4 kg / 2026-11-19',
      month: '47 kg / 2026-10-20',
      three: '51 kg / 2026-08-19',
      six: '51.4 kg / 2026-05-20',
      respect: 'ReSPECT form / 2026-04-16T15:00:00Z',
      respectOn: '16-Apr-2026 / 2026-04-16T15:00:00Z',
      respectWhere: 'red folder, first-floor office / 2026-04-16T15:00:00Z',
      review: '26-Jul-2026 / 2026-07-26',
      place: 'Rowan Court / 2026-04-16',
      since: '16-Oct-2025, Rowan Court / 2025-10-16',
    },
  );
  assert.equal(offered['fall: Found beside her bed, no injury seen.'], '2026-11-18');
  assert.equal(offered['active: Vascular dementia, moderate'], '2022');
  assert.equal(offered['kin: Gareth Hughes, son'], '2024-02-19');
});

test('O1: offers stand in the order of the form, each named once and by what it answers', () => {
  const offers = all();
  assert.equal(new Set(offers.map(({ id }) => id)).size, offers.length);
  const falls = offers.find((offer) => offer.kind === 'answer' && offer.item === 'falls-12m');
  assert.equal(falls?.about, 'Falls in the last 12 months');
  const places = offers.map((offer) => (offer.kind === 'row' ? offer.list : offer.item));
  assert.ok(places.indexOf('conditions') < places.indexOf('active'));
  assert.ok(places.indexOf('active') < places.indexOf('falls-12m'));
  assert.ok(places.indexOf('falls-12m') < places.indexOf('respect'));
});

test('O2: whether somebody is for CPR is never offered as an answer, whatever the record decides', () => {
  for (const decision of ['attempt', 'do-not-attempt'] as const) {
    const cpr = [{ ...fact('2026-04-16'), decision, reviewBy: null, originalAt: 'red folder' }];
    const offered = told({ limits: recordedAs({ ...NO_LIMITS, cpr }) });
    assert.equal(offered['cpr-form'], 'The record says where the original is: red folder / 2026-04-16');
    assert.doesNotMatch(JSON.stringify(offered), /attempt|for CPR/i);
  }
});

test('O2: where the original of a CPR form is, is offered of the only decision alone, and only where it is known', () => {
  const decided = (id: string, originalAt: string | null) =>
    ({ ...fact('2026-04-16'), id, decision: 'do-not-attempt', reviewBy: null, originalAt }) as const;
  const offered = (...cpr: readonly ReturnType<typeof decided>[]) =>
    told({ limits: recordedAs({ ...NO_LIMITS, cpr }) })['cpr-form'];
  assert.match(offered(decided('a', 'red folder')) ?? '', /red folder/);
  assert.equal(
    offered(decided('a', 'red folder'), decided('b', 'the GP')),
    undefined,
    'of two nobody chooses here',
  );
  assert.equal(offered(decided('a', null)), undefined);
  assert.equal(offered(), undefined);
});

test('O1: a problem is taken over as it was shown, with its doubt and its notes; of notes that the question cannot hold the doubt stays', () => {
  const taken = (part: Partial<ReturnType<typeof problem>>) => {
    const problems = recordedAs([{ ...problem('Essential hypertension', '2009'), ...part }]);
    const row = all({ problems }).find((offer) => offer.kind === 'row' && offer.list === 'active');
    return JSON.stringify(row?.kind === 'row' ? row.answers : null);
  };
  const note = (text: string) => [{ text, on: null, by: null }];
  assert.match(
    taken({ notes: note('Below 150/90, standing.') }),
    /hypertension, note: Below 150\/90, standing\./,
  );
  assert.match(taken({ cautions: ['unconfirmed'] }), /hypertension, unconfirmed/);
  const long = note('long '.repeat(30));
  assert.match(taken({ notes: long }), /"Essential hypertension"/);
  assert.match(taken({ notes: long, cautions: ['unconfirmed'] }), /"Essential hypertension \(unconfirmed\)"/);
});

test('O3: a problem ticks a condition only by its own name, without a doubt, and while it is active', () => {
  const ticked = (...problems: readonly Parameters<typeof problem>[]) => {
    const offers = all({ problems: recordedAs(problems.map((each) => problem(...each))) });
    const conditions = offers.find((offer) => offer.kind === 'answer' && offer.item === 'conditions');
    return conditions?.kind === 'answer' ? conditions.values.map(({ value }) => value) : [];
  };
  assert.deepEqual(ticked(['Chronic kidney disease stage 3B', '2021'], ['COPD', null]), ['kidney', 'lung']);
  for (const name of [
    'Risk of stroke',
    'Family history of stroke',
    'Stroke excluded',
    'No heart failure',
    'Query heart failure',
    '?Atrial fibrillation',
    'Screening for diabetes mellitus',
    'Suspected heart failure',
    'Diabetes insipidus',
    'Gestational diabetes',
    'Heart failure monitoring',
    'History of cancer',
  ])
    assert.deepEqual(ticked([name, '2021']), [], name);
  assert.deepEqual(ticked(['Heart failure', '2021', { status: 'resolved' }]), []);
  assert.deepEqual(ticked(['Heart failure', '2021', { cautions: ['unconfirmed'] }]), []);
});

test('O3: nothing in the record ever answers "that is all of them", and a record without falls offers no "0"', () => {
  const offered = told();
  assert.equal(offered['conditions-all'], undefined);
  assert.equal(told({ events: recordedAs([]) })['falls-12m'], undefined);
  assert.equal(told({ events: recordedAs([fall('2024-01-01', 'Fell.')]) })['falls-12m'], undefined);
});

test('O3: a count is not offered where a part of the list is missing or a fall has no day', () => {
  const gaps = [{ why: 'failed', what: 'visits' }] as const;
  const falls = [fall('2026-11-18', 'Fell.')];
  assert.equal(
    told({ events: recordedAs(falls) })['falls-12m'],
    '1 fall: 18-Nov-2026 / 2026-11-21T14:00:00Z',
  );
  assert.equal(told({ events: recordedAs(falls, { gaps }) })['falls-12m'], undefined);
  assert.equal(told({ events: recordedAs([...falls, fall(null, 'Fell.')]) })['falls-12m'], undefined);
});

test('O3: of two current forms, two kinds of dementia or two texts under one heading, none is chosen', () => {
  const document = {
    ...fact('2026-04-16'),
    title: 'ReSPECT form',
    status: 'current',
    originalAt: null,
    reviewBy: null,
  } as const;
  const twice = told({
    limits: recordedAs({ ...NO_LIMITS, documents: [document, { ...document, id: 'another' }] }),
    problems: recordedAs([problem('Vascular dementia', '2022'), problem('Mixed dementia', '2023')]),
    aboutMe: recordedAs({
      entries: [
        { ...fact('2026-06-02'), heading: 'wellness', text: 'Hums.' },
        { ...fact('2026-06-03'), heading: 'wellness', text: 'No longer hums.' },
      ],
      languages: [
        { name: 'English', preferred: false },
        { name: 'Welsh', preferred: false },
      ],
      interpreter: null,
    }),
  });
  for (const item of ['respect', 'dementia-type', 'wellness', 'language', 'interpreter'])
    assert.equal(twice[item], undefined, item);
  assert.equal(twice['dementia'], 'Vascular dementia / 2022');
});

test('O3: records that disagree, are withheld or failed offer nothing of their section', () => {
  const disputed = known({
    kind: 'disagree',
    sides: [{ ...fact('2026-04-16'), value: NO_LIMITS }],
    common: NO_LIMITS,
  } as const);
  const failed = { state: 'failed', error: { code: 'unreachable' }, at: NOW } as const;
  const offered = told({ ...KNOWN, limits: disputed, problems: failed });
  for (const item of ['respect', 'cpr-form', 'conditions', 'dementia'])
    assert.equal(offered[item], undefined, item);
});

test('O4: an offer that is older than its useful age says so, and a date known in part is not surely older', () => {
  const weighed = (on: string) => {
    const weight = recordedAs({ weights: [measure(50, 'kg', fact(on))], height: null, bmi: null });
    return all({ weight }).find((offer) => offer.kind === 'answer' && offer.item === 'bmi/kg')?.tooOld;
  };
  assert.equal(weighed('2026-09-01'), null);
  assert.equal(weighed('2026-07-01'), 'Older than 3 months');
  assert.equal(weighed('2026'), null);
  assert.equal(weighed('2025'), 'Older than 3 months');
});

test('O5: the last assessment is offered row by row, and said to be old after a year', () => {
  const said = { sleep: 'poor', 'kin-name[1]': 'A', 'kin-relation[1]': 'son', 'kin-name[2]': 'B' } as const;
  const finish = { at: SEEN, by: NURSE, template: cga1 };
  const last = finishAssessment(answered(cga1, said), finish);
  const offers = offersFor(cga1, null, last, NOW);
  assert.deepEqual(
    offers.map(({ kind, text, from, tooOld }) => [kind, text, from, tooOld]),
    [
      ['answer', 'Poor', 'last-assessment', null],
      ['row', 'A, son', 'last-assessment', null],
      ['row', 'B', 'last-assessment', null],
    ],
  );
  const later = offersFor(cga1, null, last, '2027-11-29T10:00:00Z');
  assert.ok(later.every(({ tooOld }) => tooOld === 'Older than a year'));
});

test('O1: whatever a problem is called, it is offered under that name and no other', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), (name) => {
      const offers = all({ problems: recordedAs([problem(name, '2020')]) });
      for (const offer of offers)
        assert.ok(offer.kind === 'answer' || offer.answers[0]?.values[0]?.value === name);
    }),
    { numRuns: 100 },
  );
});

test('a view without anything in it offers nothing', () => {
  assert.deepEqual(offersFor(cga1, viewWith({}), null, NOW), []);
  assert.ok(offersFor(cga1, KNOWN_VIEW, null, NOW).length > 25);
});
