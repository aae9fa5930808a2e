import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EhchError } from '../errors.ts';
import { scoreNews2 } from '../instruments/news2/news2.ts';
import type { Caution } from '../recorded.ts';
import { NO_LIMITS } from '../resident/limits.fixtures.ts';
import { allergyOf } from '../resident/allergy.fixtures.ts';
import type { Allergy } from '../resident/allergy.ts';
import type { Medicine } from '../resident/medicine.ts';
import type { Problem } from '../resident/problem.ts';
import type { ResidentSections } from '../resident/sections.ts';
import type { ResidentView } from '../resident/view.ts';
import { SECTION_ORDER } from '../resident/sections.ts';
import type { Content, Known, Section } from '../section.ts';
import type { PartialDate } from '../time/types.ts';
import { changesSince } from './changes-since.ts';

const recorded = (id: string, on: PartialDate | null) => ({
  id,
  on,
  source: { label: 'GP' },
  by: null,
  cautions: [],
});

const medicine = (id: string, parts: Partial<Medicine>): Medicine => ({
  ...recorded(id, null),
  generic: id,
  brand: null,
  form: null,
  dose: null,
  route: null,
  instructions: null,
  use: 'regular',
  status: 'in-use',
  started: null,
  stopped: null,
  indication: null,
  statusReason: null,
  highRisk: [],
  ...parts,
});

function known<T>(content: Content<T>, changed: Partial<Known<T>> = {}): Known<T> {
  return {
    state: 'known',
    content,
    asOf: '2026-11-21T09:00:00Z',
    freshness: 'current',
    refresh: { state: 'idle' },
    gaps: [],
    ...changed,
  };
}

const value = <T>(it: T, changed?: Partial<Known<T>>) => known<T>({ kind: 'recorded', value: it }, changed);

type Sections = { [N in keyof ResidentSections]: Section<ResidentSections[N]> };

function view(sections: Partial<Sections>): ResidentView {
  const empty = Object.fromEntries(SECTION_ORDER.map((name) => [name, known({ kind: 'not-recorded' })]));
  return { resident: 'r1', sourceLabel: 'Test', sections: { ...(empty as Sections), ...sections } };
}

const medicines = (...list: Medicine[]) => value({ medicines: list, reviewed: null });
const texts = (sections: Partial<Sections>, since: PartialDate) =>
  changesSince(view(sections), since).changes.map(({ kind, text, on, fact }) => [kind, text, on, fact]);

const news2 = (id: string, on: PartialDate, rr: number | null) => ({
  ...recorded(id, on),
  score: scoreNews2({ rr, spo2: 97, oxygen: false, sbp: 120, pulse: 70, acvpu: 'A', temp: 37 }),
  importedTotal: null,
  disagrees: false,
});

test('every fact dated on or after the day is a change, newest first, with its id', () => {
  const sections = {
    medicines: medicines(
      medicine('senna', { started: '2026-11-14' }),
      medicine('digoxin', { started: '2020-01-01', stopped: '2026-11-16', status: 'stopped' }),
      medicine('amlodipine', { started: '2026-11-13' }),
      medicine('planned', { started: '2026-11-15', status: 'intended' }),
    ),
    allergies: value([allergyOf(recorded('a1', '2026-11-20'), { substance: 'penicillin' })]),
    events: value([
      { ...recorded('e1', '2026-11-18'), kind: 'fall' as const, text: 'Fall', until: null, notDone: null },
      {
        ...recorded('e2', '2026-11-17'),
        kind: 'visit' as const,
        text: 'Visit',
        until: null,
        notDone: { why: null },
      },
    ]),
  };
  assert.deepEqual(texts(sections, '2026-11-14'), [
    ['allergy', 'penicillin', '2026-11-20', 'a1'],
    ['event', 'Fall', '2026-11-18', 'e1'],
    ['event', 'Visit (did not take place)', '2026-11-17', 'e2'],
    ['medicine-stopped', 'digoxin', '2026-11-16', 'digoxin'],
    ['medicine-started', 'senna', '2026-11-14', 'senna'],
  ]);
  assert.equal(changesSince(view(sections), '2026-11-14').complete, true);
});

test('only a medicine that ended has stopped: a future end, a prohibition and a lifted one are told apart', () => {
  const list = medicines(
    medicine('course', { started: '2026-11-01', stopped: '2026-12-01' }),
    medicine('over', { started: '2026-11-01', stopped: '2026-11-18', status: 'past-its-end' }),
    medicine('done', { started: '2026-11-01', status: 'completed' }),
    medicine('warfarin', { on: '2026-11-19', status: 'not-to-be-given', prohibits: true }),
    medicine('aspirin', { started: '2026-11-19', stopped: '2026-11-20', status: 'stopped', prohibits: true }),
  );
  assert.deepEqual(
    texts({ medicines: list }, '2026-11-14').map(([kind, text]) => [kind, text]),
    [
      ['medicine-not-to-be-given', 'warfarin — NOT TO BE GIVEN'],
      ['medicine-stopped', 'over'],
    ],
  );
});

test('a medicine that began and is in use no more says so where no day is recorded for that', () => {
  const began = (status: Medicine['status'], stopped: string | null = null) =>
    texts(
      { medicines: medicines(medicine('ramipril', { started: '2026-11-15', status, stopped })) },
      '2026-11-14',
    )
      .filter(([kind]) => kind === 'medicine-started')
      .map(([, text]) => text);
  assert.deepEqual(began('stopped'), ['ramipril (now stopped)']);
  assert.deepEqual(began('stopped', '2026-11-16'), ['ramipril']);
  assert.deepEqual(began('on-hold'), ['ramipril (now on hold)']);
  assert.deepEqual(began('on-hold', '2026-12-16'), ['ramipril (now on hold)']);
  assert.deepEqual(began('completed'), ['ramipril (completed)']);
  assert.deepEqual(began('completed', '2026-11-16'), ['ramipril (completed)']);
  assert.deepEqual(began('not-stated'), ['ramipril (not stated whether in use)']);
});

test('what began long ago and was recorded now is new to whoever reads it, with the day on which it began', () => {
  const allergies = (parts: Partial<Allergy>) => {
    const allergy = allergyOf(recorded('a', '1950'), { substance: 'egg', ...parts });
    return texts({ allergies: value([allergy]) }, '2026-11-14');
  };
  assert.deepEqual(allergies({ recorded: '2026-11-15' }), [['allergy', 'egg', '2026-11-15', 'a']]);
  assert.deepEqual(allergies({ recorded: '1990' }), []);
  const problems = (parts: Partial<Problem>) => {
    const plain = { ...recorded('p', '2010-03-01'), text: 'Stroke', severity: null, ended: null };
    return texts({ problems: value([{ ...plain, status: 'active', ...parts }]) }, '2026-11-14').map(
      ([, text, on]) => `${text} | ${on}`,
    );
  };
  const now = { recorded: '2026-11-15' };
  assert.deepEqual(problems(now), ['Stroke (began 01-Mar-2010) | 2026-11-15']);
  assert.deepEqual(problems({ ...now, on: '2026-11-15' }), ['Stroke | 2026-11-15']);
  assert.deepEqual(problems({ recorded: '2010-03-02' }), []);
  // An older record whose onset was set anew.
  assert.deepEqual(problems({ recorded: '2010-03-02', on: '2026-11-16' }), ['Stroke | 2026-11-16']);
  // What is over by now never reads as a new problem.
  assert.deepEqual(problems({ ...now, status: 'resolved' }), [
    'Stroke (began 01-Mar-2010, resolved) | 2026-11-15',
  ]);
  assert.deepEqual(problems({ ...now, status: 'resolved', ended: '2012' }), [
    'Stroke (began 01-Mar-2010, resolved) | 2026-11-15',
  ]);
});

test('a rise in NEWS2 that fell again is a change, and an equal total is none', () => {
  const story = {
    scores: [
      news2('n4', '2026-11-20', 16),
      news2('n3', '2026-11-19', 25),
      news2('n2', '2026-11-18', 16),
      news2('n1', '2026-11-10', 16),
    ],
    usual: null,
    observations: [],
  };
  assert.deepEqual(texts({ news2: value(story) }, '2026-11-14'), [
    ['news2', 'NEWS2 0, was 3', '2026-11-20', 'n4'],
    ['news2', 'NEWS2 3, was 0', '2026-11-19', 'n3'],
  ]);
  const unclear = { ...story, scores: [news2('n2', '2026-11-18', null), news2('n1', '2026-11-17', null)] };
  assert.deepEqual(
    texts({ news2: value(unclear) }, '2026-11-14').map(([, text]) => text),
    ['NEWS2 incomplete, at least 0, was incomplete, at least 0', 'NEWS2 incomplete, at least 0'],
  );
});

test('a usual NEWS2 set since then is a change, whatever the scores are', () => {
  const story = (on: string) => ({ scores: [], usual: { ...recorded('u', on), total: 2 }, observations: [] });
  assert.deepEqual(texts({ news2: value(story('2026-11-18')) }, '2026-11-14'), [
    ['news2', 'Usual NEWS2 set to 2', '2026-11-18', 'u'],
  ]);
  assert.deepEqual(texts({ news2: value(story('2026-11-10')) }, '2026-11-14'), []);
});

test('a changed weight and a changed limit are changes', () => {
  const weight = (id: string, on: PartialDate, kg: number) => ({
    ...recorded(id, on),
    value: kg,
    unit: 'kg',
  });
  const sections = {
    weight: value({
      weights: [weight('w2', '2026-11-15', 58.2), weight('w1', '2026-10-15', 61)],
      height: null,
      bmi: null,
    }),
    limits: value({
      ...NO_LIMITS,
      cpr: [
        {
          ...recorded('c1', '2026-11-19'),
          decision: 'do-not-attempt' as const,
          reviewBy: null,
          originalAt: null,
        },
      ],
    }),
  };
  assert.deepEqual(texts(sections, '2026-11-14'), [
    ['limits', 'CPR decision: do not attempt CPR', '2026-11-19', 'c1'],
    ['weight', 'Weight 58.2 kg, was 61 kg', '2026-11-15', 'w2'],
  ]);
});

test('a fact that may lie before the instant is a change marked as uncertain', () => {
  const sections = {
    medicines: medicines(
      medicine('year', { started: '2026' }),
      medicine('day', { started: '2026-11-14' }),
      medicine('earlier', { started: '2026-11-14T08:00:00Z' }),
      medicine('later', { started: '2026-11-14T10:00:00Z' }),
      medicine('then', { started: '2026-11-14T09:00:00Z' }),
    ),
  };
  const { changes } = changesSince(view(sections), '2026-11-14T09:00:00Z');
  assert.deepEqual(
    changes.map(({ fact, certain }) => [fact, certain]),
    [
      ['later', true],
      ['then', true],
      ['day', false],
      ['year', false],
    ],
  );
});

test('a fact that could not be read, trusted or dated never reads as "no change"', () => {
  const error = { code: 'timeout' as const };
  const empty = { medicines: [], reviewed: null };
  const cases: readonly (readonly [string, Section<ResidentSections['medicines']>])[] = [
    ['loading', { state: 'loading' }],
    ['withheld', { state: 'withheld', why: 'consent' }],
    ['failed', { state: 'failed', error, at: '2026-11-21T09:00:00Z' }],
    ['stale', value(empty, { freshness: 'stale' })],
    ['stale', value(empty, { asOf: '2026-11-13T09:00:00Z' })],
    ['gaps', value(empty, { gaps: [{ why: 'more', what: 'medicines' }] })],
    ['disagree', known({ kind: 'disagree', sides: [], common: empty })],
    ['undated', medicines(medicine('senna', {}))],
    ['undated', medicines(medicine('senna', { started: '2020', stopped: null, status: 'stopped' }))],
    ['undated', medicines(medicine('senna', { started: '2020', status: 'on-hold' }))],
  ];
  for (const [why, section] of cases) {
    const answer = changesSince(view({ medicines: section }), '2026-11-14');
    assert.deepEqual(answer.incomplete, [{ section: 'medicines', why }]);
    assert.equal(answer.complete, false);
  }
});

test('each side of a disagreement appears once', () => {
  const side = (id: string, list: Medicine[]) => ({
    ...recorded(id, null),
    value: { medicines: list, reviewed: null },
  });
  const started = medicine('senna', { started: '2026-11-15' });
  const section = known<ResidentSections['medicines']>({
    kind: 'disagree',
    sides: [side('s1', [started]), side('s2', [started, medicine('digoxin', { started: '2026-11-16' })])],
    common: null,
  });
  assert.deepEqual(
    texts({ medicines: section }, '2026-11-14').map(([, text]) => text),
    ['digoxin', 'senna'],
  );
});

test('a statement of "none" since then is a change', () => {
  const section = known<ResidentSections['allergies']>({
    kind: 'recorded-as-none',
    statements: [{ ...recorded('s1', '2026-11-15'), text: 'No known allergies' }],
  });
  assert.deepEqual(texts({ allergies: section }, '2026-11-14'), [
    ['none-stated', 'No known allergies', '2026-11-15', 's1'],
  ]);
});

test('a `since` that is not a date is refused, and every returned fact is in the view', () => {
  assert.throws(() => changesSince(view({}), 'last week'), EhchError);
  const date = fc.constantFrom(
    null,
    '2026',
    '2026-11',
    '2026-11-14',
    '2026-11-20',
    '2026-11-14T10:00:00Z',
    'x',
  );
  const status = fc.constantFrom('in-use', 'on-hold', 'stopped', 'intended', 'not-stated');
  const list = fc.array(fc.record({ started: date, stopped: date, status }), { maxLength: 8 });
  fc.assert(
    fc.property(list, (parts) => {
      const all = parts.map((part, index) => medicine(String(index), part));
      const ids = all.map(({ id }) => id);
      for (const { fact } of changesSince(view({ medicines: medicines(...all) }), '2026-11-14').changes)
        assert.ok(ids.includes(fact));
    }),
  );
});

test('a doubtful change says so, and a past problem says that it is past', () => {
  const doubted = (id: string, caution: Caution) => ({ ...recorded(id, '2026-11-20'), cautions: [caution] });
  const { changes } = changesSince(
    view({
      weight: value({
        weights: [{ ...doubted('w', 'implausible'), value: 520, unit: 'kg' }],
        height: null,
        bmi: null,
      }),
      problems: value([
        { ...doubted('p', 'unconfirmed'), text: 'Dementia', status: 'active', severity: null, ended: null },
        { ...recorded('q', '2026-11-19'), text: 'Gout', status: 'resolved', severity: null, ended: null },
      ]),
    }),
    '2026-11-01',
  );
  assert.deepEqual(
    changes.map(({ text }) => text),
    ['Weight 520 kg (implausible)', 'Dementia (unconfirmed)', 'Gout (resolved)'],
  );
});

test('a doubtful decision and a doubtful medicine say so among the changes', () => {
  const cautions: Caution[] = ['unconfirmed'];
  const cpr = {
    ...recorded('c', '2026-11-19'),
    cautions,
    decision: 'attempt' as const,
    reviewBy: null,
    originalAt: null,
  };
  const limits = value({ ...NO_LIMITS, cpr: [cpr] });
  const started = medicines(medicine('Warfarin', { cautions, started: '2026-11-18' }));
  assert.deepEqual(
    texts({ limits, medicines: started }, '2026-11-01').map(([, text]) => text),
    ['CPR decision: attempt CPR (unconfirmed)', 'warfarin (unconfirmed)'],
  );
});

test('of two weights of one day none came before the other', () => {
  const weight = (id: string, on: PartialDate, kg: number) => ({
    ...recorded(id, on),
    value: kg,
    unit: 'kg',
  });
  const weights = [
    weight('b', '2026-11-19', 50),
    weight('c', '2026-11-19', 59),
    weight('a', '2026-08-20', 60),
  ];
  assert.deepEqual(
    texts({ weight: value({ weights, height: null, bmi: null }) }, '2026-11-01').map(([, text]) => text),
    ['Weight 50 kg, was 60 kg', 'Weight 59 kg, was 60 kg'],
  );
});
