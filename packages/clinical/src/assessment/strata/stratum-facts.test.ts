import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../form/answer.ts';
import { scoreNews2 } from '../../instruments/news2/news2.ts';
import type { CareEvent } from '../../resident/care-event.ts';
import { NO_LIMITS } from '../../resident/limits.fixtures.ts';
import type { Measurement } from '../../resident/measurements.ts';
import type { ResidentSections } from '../../resident/sections.ts';
import type { ResidentView } from '../../resident/view.ts';
import type { Known, Section } from '../../section.ts';
import { answered, SEEN, type SaidByKey } from '../answered.fixtures.ts';
import { cga1 } from '../cga/cga-1.ts';
import { stratumFacts } from './stratum-facts.ts';

type Sections = { -readonly [N in keyof ResidentSections]?: Section<ResidentSections[N]> };

const of = (on: string | null) => ({ id: 'x', on, source: { label: 'record' }, by: null, cautions: [] });

function known<T>(content: Known<T>['content'], also: Partial<Known<T>> = {}): Known<T> {
  return {
    state: 'known',
    content,
    asOf: SEEN,
    freshness: 'current',
    refresh: { state: 'idle' },
    gaps: [],
    ...also,
  };
}

function recorded<T>(value: T, also: Partial<Known<T>> = {}): Known<T> {
  return known<T>({ kind: 'recorded', value }, also);
}

function view(sections: Sections): ResidentView {
  const none = known<never>({ kind: 'not-recorded' });
  const all = {
    identity: none,
    limits: none,
    allergies: none,
    open: none,
    alerts: none,
    aboutMe: none,
    frailty: none,
    news2: none,
    weight: none,
    function: none,
    scores: none,
    medicines: none,
    problems: none,
    events: none,
    people: none,
    plan: none,
  };
  return { resident: 'resident-1', sections: { ...all, ...sections }, sourceLabel: 'record' };
}

function told(sections: Sections | null, said: SaidByKey = {}) {
  return stratumFacts(sections === null ? null : view(sections), answered(cga1, said), SEEN);
}

const about = (name: string, sections: Sections) =>
  told(sections)
    .filter((fact) => fact.about === name)
    .map(({ text, on, state }) => [text, on, state]);

const cfs = (level: number, on: string, version: string | null = '2.0') =>
  ({ ...of(on), level, version, group: 'levels-7-and-8', warnings: [] }) as const;
const fall = (on: string | null, also: Partial<CareEvent> = {}): CareEvent => ({
  ...of(on),
  kind: 'fall',
  text: 'Fall',
  until: null,
  notDone: null,
  ...also,
});
const kg = (value: number, on: string, unit = 'kg') => ({ ...of(on), value, unit });

test('the newest CFS and the one before stand there with their versions and days', () => {
  const frailty = recorded({
    cfs: [cfs(5, '2025-01-01'), cfs(7, '2026-06-02'), cfs(6, '2026-01-01', null)],
    indices: [],
    statements: [],
  });
  assert.deepEqual(about('cfs', { frailty }), [
    ['CFS 7, version 2.0', '2026-06-02', 'known'],
    ['CFS 6, version not stated', '2026-01-01', 'known'],
  ]);
});

test('NEWS2 stands against what is usual, and no usual score is "not set"', () => {
  const whole = scoreNews2({ rr: 22, spo2: 95, oxygen: false, sbp: 105, pulse: 95, acvpu: 'A', temp: 37 });
  const entry = (score: typeof whole, importedTotal: number | null = null) => ({
    ...of('2026-11-11'),
    score,
    importedTotal,
    disagrees: false,
  });
  const news2 = (score: ReturnType<typeof entry>, usual: number | null) =>
    about('news2', {
      news2: recorded({
        scores: [score],
        usual: usual === null ? null : { ...of('2026-01-01'), total: usual },
        observations: [],
      }),
    })[0]?.[0];
  assert.equal(news2(entry(whole), 2), 'NEWS2 5 (medium); usual 2');
  assert.equal(news2(entry(whole), null), 'NEWS2 5 (medium); usual not set');
  assert.match(String(news2(entry(scoreNews2({ rr: 26 })), 0)), /^NEWS2 not complete: at least 3 of 20/);
  assert.equal(news2(entry(scoreNews2({}), 4), 0), 'NEWS2 4, as sent; usual 0');
});

test('with a last-days plan it stands first, and there is no NEWS2', () => {
  const lastDays = { ...of('2026-11-10'), text: 'Last days of life plan' };
  const facts = told({ limits: recorded({ ...NO_LIMITS, lastDays }) });
  assert.equal(facts[0]?.about, 'last-days');
  assert.ok(!facts.some((fact) => fact.about === 'news2'));
});

test('weight is compared with the same one as on the summary, with its sign and interval', () => {
  const weight = (...weights: ReturnType<typeof kg>[]) =>
    about('weight', { weight: recorded({ weights, height: null, bmi: null }) });
  assert.deepEqual(weight(kg(58.2, '2026-11-01'), kg(62, '2026-08-01'), kg(80, '2025-01-01')), [
    ['Weight 58.2 kg, 6.1 % less in 92 days', '2026-11-01', 'known'],
  ]);
  assert.equal(
    weight(kg(62, '2026-11-01'), kg(60, '2026-08-01'))[0]?.[0],
    'Weight 62 kg, 3.3 % more in 92 days',
  );
  assert.equal(weight(kg(62, '2026-11-01'), kg(130, '2026-08-01', 'lb'))[0]?.[0], 'Weight 62 kg');
  assert.equal(weight(kg(62, '2026-11'), kg(60, '2026-08-01'))[0]?.[0], 'Weight 62 kg');
});

test('a rapid loss is told with its days, and a weight in doubt says so and is compared with none', () => {
  const weight = (...weights: readonly Measurement[]) =>
    about('weight', { weight: recorded({ weights, height: null, bmi: null }) })[0]?.[0];
  const before = [kg(60, '2026-10-20'), kg(50, '2026-06-20')];
  assert.equal(weight(kg(54, '2026-11-01'), ...before), 'Weight 54 kg, 10 % less in 12 days');
  const doubted: Measurement = { ...kg(154, '2026-11-01'), cautions: ['unit-conflict'] };
  assert.equal(weight(doubted, ...before), 'Weight 154 kg (unit in doubt)');
});

test('what is dated in the future leads nothing and counts nowhere', () => {
  const ahead = { cautions: ['future-dated'] } as const;
  const frailty = recorded({
    cfs: [cfs(6, '2026-01-01'), { ...cfs(2, '2062-06-02'), ...ahead }],
    indices: [],
    statements: [],
  });
  assert.deepEqual(about('cfs', { frailty }), [['CFS 6, version 2.0', '2026-01-01', 'known']]);
  const weights = [kg(54, '2026-11-01'), { ...kg(70, '2062-11-01'), ...ahead }];
  assert.equal(
    about('weight', { weight: recorded({ weights, height: null, bmi: null }) })[0]?.[0],
    'Weight 54 kg',
  );
  const events = recorded([fall('2026-10-03'), fall('2062-10-03', ahead)]);
  assert.equal(about('falls', { events })[0]?.[0], 'Falls recorded in 12 months: 1');
});

test('the NEWS2 that leads on the summary stands here too: later parts prove nobody well', () => {
  const score = (on: string, input: Parameters<typeof scoreNews2>[0]) => ({
    ...of(on),
    score: scoreNews2(input),
    importedTotal: null,
    disagrees: false,
  });
  const ill = { rr: 26, spo2: 91, oxygen: true, sbp: 95, pulse: 115, acvpu: 'A', temp: 39 } as const;
  const scores = [score('2026-11-11T10:00:00Z', { pulse: 80 }), score('2026-11-11T06:00:00Z', ill)];
  const [said] = about('news2', { news2: recorded({ scores, usual: null, observations: [] }) });
  assert.match(String(said?.[0]), /^NEWS2 1\d \(high\)/);
  assert.equal(said?.[1], '2026-11-11T06:00:00Z');
});

test('falls and stays are counted over 12 months, without those that did not take place', () => {
  const events = recorded([
    fall('2026-10-03'),
    fall('2025-11-12'),
    fall('2025-11-11'),
    fall('2026-10-04', { notDone: { why: null } }),
    fall(null),
    fall('2026-02-01', { kind: 'hospital-stay' }),
  ]);
  assert.deepEqual(about('falls', { events }), [
    ['Falls recorded in 12 months: 2, and 1 without a date', '2026-10-03', 'known'],
  ]);
  assert.deepEqual(about('admissions', { events }), [
    ['Stays in hospital recorded in 12 months: 1', '2026-02-01', 'known'],
  ]);
});

test('what could not be read, is withheld, at odds, old or has gaps is never "none"', () => {
  const text = (section: Section<readonly CareEvent[]>) => about('falls', { events: section });
  const at = SEEN;
  assert.deepEqual(text({ state: 'failed', error: { code: 'timeout' }, at }), [
    ['Falls: could not be loaded', null, 'unknown'],
  ]);
  assert.deepEqual(text({ state: 'withheld', why: 'role' }), [['Falls: withheld', null, 'unknown']]);
  assert.deepEqual(text({ state: 'loading' }), [['Falls: not loaded yet', null, 'unknown']]);
  assert.deepEqual(text(known<readonly CareEvent[]>({ kind: 'disagree', sides: [], common: null })), [
    ['Falls: records disagree', null, 'unknown'],
  ]);
  assert.deepEqual(
    text(recorded([fall('2026-10-03')], { freshness: 'stale' })).map(([, , state]) => state),
    ['known', 'unknown'],
  );
  assert.deepEqual(
    text(recorded([fall('2026-10-03')], { gaps: [{ why: 'more', what: 'events' }] })).map(
      ([, , state]) => state,
    ),
    ['known', 'unknown'],
  );
  assert.deepEqual(text(known({ kind: 'not-recorded' })), [['Falls: nothing recorded', null, 'nothing']]);
  assert.deepEqual(text(recorded([])), [['Falls: nothing recorded', null, 'nothing']]);
});

test('what the form answers stands beside the record, as said in this form', () => {
  const facts = told(null, {
    'falls-12m': 4,
    acp: 'declined',
    'cfs/level': 6,
    'usual-news2': 1,
    'bmi/kg': 50,
  });
  assert.deepEqual(
    facts.map(({ about: name, text, from }) => [name, text, from]),
    [
      ['cfs', 'Clinical Frailty Scale 6 (group of levels 4 to 6)', 'assessment'],
      ['news2', 'Usual NEWS2 total: 1', 'assessment'],
      ['weight', 'Weight: 50 kg', 'assessment'],
      ['falls', 'Falls in the last 12 months: 4', 'assessment'],
      ['planning', 'Advance care planning: Offered and declined', 'assessment'],
    ],
  );
  assert.deepEqual(told(null, {}), []);
});

test('no fact proposes a stratum', () => {
  const all = told({ limits: recorded(NO_LIMITS) }, { 'falls-12m': 9, 'cfs/level': 8 });
  for (const { text } of all) assert.doesNotMatch(text, /stable|watch|urgent|last year/i);
});

test('what was taken over into the form keeps the day of the record, never that of the visit', () => {
  const taken = (value: number, recordedOn: string | null): Answer => ({
    state: 'given',
    values: [{ type: 'number', value }],
    at: SEEN,
    by: null,
    from: { kind: 'accepted', recordedOn, source: 'record' },
  });
  const state = answered(cga1, {
    'cfs/level': taken(6, '2025-08-01'),
    'bmi/kg': taken(50, '2026-03'),
    'usual-news2': taken(1, null),
    'falls-12m': 1,
  });
  assert.deepEqual(
    stratumFacts(null, state, SEEN).map(({ about, on }) => [about, on]),
    [
      ['cfs', '2025-08-01'],
      ['news2', null],
      ['weight', '2026-03'],
      ['falls', SEEN],
    ],
  );
});
