import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FormItem } from '../../../form/definition.ts';
import type { ScoreResult } from '../../../score.ts';
import { enterCfs } from '../../../instruments/cfs/cfs.ts';
import { answered, SEEN, type SaidByKey } from '../../answered.fixtures.ts';
import { candidatesOf } from '../../candidates.ts';
import { finishAssessment } from '../../finish.ts';
import { scorePhq2 } from '../../../instruments/phq2/phq2.ts';
import type { AssessmentFacts } from '../../types.ts';
import { cga1 } from '../cga-1.ts';
import { mindDeficits } from '../deficits/mind.ts';
import { problemRules } from './index.ts';
import { lowMood } from './low-mood.ts';

interface Examples {
  /** Each of these raises the problem. */
  readonly raise: readonly SaidByKey[];
  /** None of these does: the nearest answers that are no reason. */
  readonly not: readonly SaidByKey[];
}

const MUST_1 = { 'must/total': 1 };
const LIES = { standing: 'orthostatic-bp', 'orthostatic-bp/lyingSbp': 140, 'orthostatic-bp/lyingDbp': 80 };

const EXAMPLES: Readonly<Record<string, Examples>> = {
  'weight-loss': {
    raise: [
      { 'bmi/kg': 57, 'weight-3m': 60 },
      { 'bmi/kg': 57, 'weight-6m': 60 },
      { 'bmi/kg': 57, 'weight-1m': 60 },
    ],
    not: [{ 'bmi/kg': 57.1, 'weight-3m': 60 }, { 'bmi/kg': 66, 'weight-3m': 60 }, { 'bmi/kg': 40 }],
  },
  malnutrition: {
    raise: [{ 'must/total': 2 }],
    not: [MUST_1, { 'must/total': { state: 'refused', reason: null, at: SEEN, by: null } }],
  },
  'low-intake': { raise: [{ intake: 'less' }, { intake: 'little' }], not: [{ intake: 'usual' }] },
  swallowing: { raise: [{ swallow: 'difficult' }, { swallow: 'risk' }], not: [{ swallow: 'good' }] },
  'mouth-care': {
    raise: [{ mouth: 'sore' }, { mouth: 'dentist' }, { dentures: 'loose' }, { dentures: 'lost' }],
    not: [{ mouth: 'good', dentures: 'fit' }, { dentures: 'none' }],
  },
  pain: {
    raise: [
      { pain: 'cannot-say', 'pain-control': 'partly' },
      { pain: 'cannot-say', 'pain-control': 'poor' },
      { pain: 'yes' },
      { pain: 'cannot-say', 'pain-tool': 'painad', 'painad/total': 2 },
      // The parts that are known reach 8 already.
      { pain: 'cannot-say', 'pain-tool': 'abbey', 'abbey/voice': '3', 'abbey/face': '3', 'abbey/body': '2' },
    ],
    not: [
      { pain: 'cannot-say', 'pain-control': 'good' },
      { pain: 'yes', 'pain-control': 'good' },
      { pain: 'no' },
      { pain: 'cannot-say', 'pain-tool': 'painad', 'painad/total': 1 },
      { pain: 'cannot-say', 'pain-tool': 'abbey', 'abbey/voice': '3', 'abbey/face': '3', 'abbey/body': '1' },
    ],
  },
  incontinence: {
    raise: [{ urine: 'sometimes', 'continence-new': 'yes' }],
    not: [
      { urine: 'not', 'continence-new': 'no' },
      { bowels: 'not', 'continence-new': 'not-known' },
    ],
  },
  constipation: {
    raise: [{ 'bristol/type': '2' }, { 'bristol/type': '1' }],
    not: [{ 'bristol/type': '3' }, { 'bristol/type': '7' }],
  },
  catheter: {
    raise: [
      { urine: 'not', catheter: 'yes' },
      { urine: 'not', catheter: 'yes', 'catheter-why': 'Retention' },
      { urine: 'not', catheter: 'yes', 'catheter-why': 'Retention', 'catheter-change': '2026-11-11' },
      { urine: 'not', catheter: 'yes', 'catheter-change': '2027-01-01' },
    ],
    not: [
      { urine: 'not', catheter: 'no' },
      { urine: 'not', catheter: 'yes', 'catheter-why': 'Retention', 'catheter-change': '2026-11-12' },
      // A month that is not over may lie ahead.
      { urine: 'not', catheter: 'yes', 'catheter-why': 'Retention', 'catheter-change': '2026-11' },
    ],
  },
  'skin-damage': { raise: [{ skin: ['pressure'] }, { skin: ['red', 'tear'] }], not: [{ skin: ['none'] }] },
  'pressure-risk': {
    raise: [
      { 'skin-tool': 'waterlow', 'waterlow/total': 10 },
      { 'skin-tool': 'purpose-t', 'purpose-t/pathway': 'amber' },
      { 'skin-tool': 'purpose-t', 'purpose-t/pathway': 'red' },
    ],
    not: [
      { 'skin-tool': 'waterlow', 'waterlow/total': 9 },
      { 'skin-tool': 'purpose-t', 'purpose-t/pathway': 'green' },
      { 'skin-tool': 'braden', 'braden/total': 6 },
    ],
  },
  falls: {
    raise: [
      { 'falls-12m': 2 },
      { 'falls-12m': 1, 'fall-injury': 'serious' },
      { 'falls-12m': 1, 'fall-injury': 'minor' },
      { 'fall-blackout': 'yes' },
      { 'fall-injury': 'serious', 'fall-on': '2025-11-12' },
      { 'fall-up': 'no' },
      { 'fall-where': 'Bathroom', 'fall-where[2]': 'Stairs' },
      { 'falls-12m': 1, 'cfs/level': 6, 'cfs/version': '2.0' },
    ].map(inFirstRow),
    not: [
      { 'falls-12m': 1 },
      // Falls of other years, as they may have been carried over.
      {
        'falls-12m': 0,
        'fall-injury': 'serious',
        'fall-on': '2025-11-11',
        'fall-where[2]': 'Bed',
        'fall-on[2]': '2025',
      },
      { 'falls-12m': 0 },
      { 'falls-12m': 1, 'fall-injury': 'none', 'fall-up': 'yes' },
      { 'falls-12m': 1, 'cfs/level': 4 },
      { 'falls-12m': 1, 'cfs/level': 9 },
    ].map(inFirstRow),
  },
  'bone-health': { raise: [{ bones: 'untreated' }], not: [{ bones: 'treated' }, { bones: 'unseen' }] },
  'orthostatic-drop': {
    raise: [
      { ...LIES, 'orthostatic-bp/sbp[1]': 119, 'orthostatic-bp/dbp[1]': 75, 'orthostatic-bp/minute[1]': 1 },
    ],
    not: [
      { ...LIES, 'orthostatic-bp/sbp[1]': 121, 'orthostatic-bp/dbp[1]': 75, 'orthostatic-bp/minute[1]': 1 },
    ],
  },
  sight: {
    raise: [
      { vision: 'reduced', glasses: 'broken' },
      { vision: 'poor', glasses: 'lost' },
      { vision: 'reduced' },
      { vision: 'poor' },
    ],
    not: [{ glasses: 'working', vision: 'good' }],
  },
  hearing: {
    raise: [
      { hearing: 'reduced', 'hearing-aid': 'broken' },
      { hearing: 'poor', 'hearing-aid': 'lost' },
      { hearing: 'reduced' },
      { hearing: 'poor' },
    ],
    not: [{ 'hearing-aid': 'working', hearing: 'good' }, { 'hearing-aid': 'none' }],
  },
  'poor-sleep': { raise: [{ sleep: 'poor' }], not: [{ sleep: 'broken' }] },
  breathlessness: { raise: [{ breath: 'rest' }], not: [{ breath: 'effort' }] },
  feet: { raise: [{ feet: 'care' }, { feet: 'painful' }, { feet: 'ulcer' }], not: [{ feet: 'good' }] },
  immunisation: {
    raise: [{ 'vaccines-due': ['flu'] }, { 'vaccines-due': ['covid', 'rsv'] }],
    not: [{ 'vaccines-due': ['none'] }],
  },
  'moving-equipment': {
    raise: [
      { equipment: 'missing' },
      { 'bed-chair': 'bed' },
      { 'bed-chair': 'chair' },
      { 'bed-chair': 'both' },
      { transfers: 'hoist', hoist: 'none' },
    ],
    not: [
      { equipment: 'there', 'bed-chair': 'right', transfers: 'hoist', hoist: 'full' },
      { transfers: 'hoist' },
    ],
  },
  'slow-walking': {
    raise: [
      { walking: 'stick', 'walk-test': 'gait-speed', 'gait-speed/metres': 4, 'gait-speed/seconds': 5.1 },
      { walking: 'stick', 'walk-test': 'tug', 'tug/seconds': 10.1 },
    ],
    not: [
      { walking: 'stick', 'walk-test': 'gait-speed', 'gait-speed/metres': 4, 'gait-speed/seconds': 5 },
      { walking: 'stick', 'walk-test': 'tug', 'tug/seconds': 10 },
    ],
  },
  delirium: {
    raise: [
      { 'delirium-signs': 'yes', '4at/acute': 'yes' },
      { 'delirium-signs': 'yes', '4at/alertness': 'abnormal' },
    ],
    not: [
      {
        'delirium-signs': 'yes',
        '4at/alertness': 'normal',
        '4at/amt4': '1',
        '4at/months': 'refuses',
        '4at/acute': 'no',
      },
    ],
  },
  cognition: {
    raise: [
      {
        'delirium-signs': 'yes',
        '4at/alertness': 'normal',
        '4at/amt4': '1',
        '4at/months': 'refuses',
        '4at/acute': 'no',
      },
      { dementia: 'no', 'memory-tool': '6cit', '6cit/addressErrors': '4' },
      { dementia: 'no', 'memory-tool': 'amts10', ...amts(7) },
      // With three wrong, ten parts no longer reach 8.
      {
        dementia: 'no',
        'memory-tool': 'amts10',
        'amts10/age': 'no',
        'amts10/time': 'no',
        'amts10/year': 'no',
      },
    ],
    not: [
      { dementia: 'yes', 'memory-tool': '6cit', '6cit/addressErrors': '4' },
      { dementia: 'no', 'memory-tool': '6cit', '6cit/addressErrors': '3' },
      { dementia: 'no', 'memory-tool': 'amts10', ...amts(8) },
      { dementia: 'no', 'memory-tool': 'amts10', 'amts10/age': 'no', 'amts10/time': 'no' },
      // So far 1 to 3, which may still become a possible delirium.
      { 'delirium-signs': 'yes', '4at/amt4': '1' },
      {
        'delirium-signs': 'yes',
        '4at/alertness': 'normal',
        '4at/amt4': '0',
        '4at/months': '7plus',
        '4at/acute': 'no',
      },
    ],
  },
  'low-mood': {
    raise: [
      {
        'mood-tool': 'gds15',
        'gds15/q2': 'yes',
        'gds15/q3': 'yes',
        'gds15/q4': 'yes',
        'gds15/q6': 'yes',
        'gds15/q8': 'yes',
      },
      { 'mood-tool': 'gds4', 'gds4/q3': 'yes' },
      { 'mood-tool': 'phq2', 'phq2/interest': '3' },
      { 'mood-tool': 'cornell', 'cornell/total': 11 },
    ],
    not: [
      { 'mood-tool': 'gds15', 'gds15/q2': 'yes', 'gds15/q3': 'yes', 'gds15/q4': 'yes', 'gds15/q6': 'yes' },
      { 'mood-tool': 'gds4', 'gds4/q1': 'yes', 'gds4/q3': 'no', 'gds4/q6': 'no', 'gds4/q7': 'yes' },
      { 'mood-tool': 'phq2', 'phq2/interest': '1', 'phq2/mood': '1' },
      { 'mood-tool': 'cornell', 'cornell/total': 10 },
    ],
  },
  'distress-behaviour': {
    raise: [{ distress: 'yes' }],
    not: [{ distress: 'no' }, { distress: 'not-known' }],
  },
  'psychotropic-review': {
    raise: [
      { psychotropics: 'yes' },
      { psychotropics: 'yes', 'psychotropic-name[1]': 'One' },
      { psychotropics: 'yes', 'psychotropic-name[1]': 'One', 'psychotropic-review[1]': '2026-11-11' },
      {
        psychotropics: 'yes',
        'psychotropic-name[1]': 'One',
        'psychotropic-review[1]': '2027-01-11',
        'psychotropic-name[2]': 'Two',
      },
    ],
    not: [
      { psychotropics: 'no' },
      { psychotropics: 'yes', 'psychotropic-name[1]': 'One', 'psychotropic-review[1]': '2026-11-12' },
    ],
  },
  antipsychotic: {
    raise: [
      { psychotropics: 'yes', 'psychotropic-kind[1]': 'sedative', 'psychotropic-kind[2]': 'antipsychotic' },
    ],
    not: [{ psychotropics: 'yes', 'psychotropic-kind[1]': 'sedative' }],
  },
  isolation: {
    raise: [{ lonely: 'often' }, { visitors: 'none' }],
    not: [{ lonely: 'sometimes', visitors: 'sometimes' }, { lonely: 'cannot-say' }],
  },
  liberty: {
    raise: [{ dols: 'lapsed' }, { dols: 'authorised', 'dols-until': '2026-11-11' }],
    not: [
      { dols: 'authorised', 'dols-until': '2026-11-12' },
      { dols: 'authorised' },
      { dols: 'authorised', 'dols-until': '2026' },
      { dols: 'applied' },
    ],
  },
  'bed-rails': { raise: [{ rails: 'unassessed' }], not: [{ rails: 'assessed' }] },
  'many-medicines': { raise: [{ 'polypharmacy/count': 10 }], not: [{ 'polypharmacy/count': 9 }] },
  anticholinergic: { raise: [{ burden: 'acb', 'acb/total': 3 }], not: [{ burden: 'acb', 'acb/total': 2 }] },
  'medication-review': { raise: [{ smr: 'no' }], not: [{ smr: 'yes' }, { smr: 'not-known' }] },
  'allergies-unchecked': { raise: [{ allergies: 'no' }], not: [{ allergies: 'yes' }] },
  'acp-not-offered': {
    raise: [{ acp: 'no' }],
    not: [{ acp: 'declined' }, { acp: 'offered' }, { acp: 'done' }],
  },
};

const raisedBy = (said: SaidByKey) => candidatesOf(cga1, answered(cga1, said)).map(({ rule }) => rule);

for (const { id } of problemRules) {
  if (id === 'frailer') continue;
  test(`"${id}" is raised by what it names, and by nothing short of it`, () => {
    const { raise, not } = EXAMPLES[id] ?? assert.fail('no example');
    for (const said of raise) assert.ok(raisedBy(said).includes(id), JSON.stringify(said));
    for (const said of not) assert.ok(!raisedBy(said).includes(id), JSON.stringify(said));
  });
}

test('"frailer" is raised by a higher level of the same version that nothing casts doubt on, and 9 is no step', () => {
  const raised = (now: SaidByKey, last: ScoreResult) => {
    const finished = finishAssessment(answered(cga1, {}), { at: SEEN, by: null, template: cga1 });
    const state = answered(cga1, now);
    return candidatesOf(cga1, state, { ...finished, scores: [last] }).some(({ rule }) => rule === 'frailer');
  };
  const last = (level: number, version: string | null = '2.0') => enterCfs({ level, version, ageYears: 85 });
  const now = (level: number, version = '2.0') => ({ 'cfs/level': level, 'cfs/version': version });
  assert.ok(raised(now(7), last(6)));
  assert.ok(!raised(now(6), last(6)) && !raised(now(5), last(6)));
  assert.ok(!raised(now(9), last(8)) && !raised(now(9), last(6)) && !raised(now(7, '1.2'), last(6)));
  assert.ok(!raised(now(7), last(6, null)));
  assert.ok(!raised({ ...now(7), 'cfs/acutelyUnwell': true }, last(6)));
});

test('an assessment in which nothing was answered raises nothing', () => {
  assert.deepEqual(raisedBy({}), []);
});

test('what was not assessed or is not known raises nothing', () => {
  const unable = { state: 'unable', reason: 'asleep', at: SEEN, by: null } as const;
  for (const { raise } of Object.values(EXAMPLES))
    for (const said of raise)
      assert.deepEqual(
        raisedBy(
          Object.fromEntries(Object.entries(said).map(([key, value]) => [key, asks(key) ? value : unable])),
        ).filter(
          // That nobody knows the reason for a catheter or the review of a medicine is the problem itself.
          (rule) => rule !== 'catheter' && rule !== 'psychotropic-review',
        ),
        [],
      );
});

test('every rule names questions of the form, has one file, and cites its source there', () => {
  const ids = new Set(
    cga1.items.flatMap(function below(item: FormItem): readonly string[] {
      return [item.id, ...('items' in item ? (item.items ?? []).flatMap(below) : [])];
    }),
  );
  assert.ok(problemRules.length >= 25);
  assert.equal(new Set(problemRules.map(({ id }) => id)).size, problemRules.length);
  const files = readdirSync(import.meta.dirname).filter((file) => !/(index|raised-by|test)\.ts$/.test(file));
  assert.deepEqual(files.toSorted(), problemRules.map(({ id }) => `${id}.ts`).toSorted());
  for (const file of files)
    assert.match(readFileSync(join(import.meta.dirname, file), 'utf8'), /\/\*\* |\/\/ /, file);
  for (const { raise } of Object.values(EXAMPLES))
    for (const said of raise)
      for (const { reason } of candidatesOf(cga1, answered(cga1, said))) {
        assert.ok(reason.words.length > 3 && reason.items.length > 0);
        assert.deepEqual(
          reason.items.filter((item) => !ids.has(item)),
          [],
        );
      }
});

/** Questions about falls stand in rows. */
function inFirstRow(said: SaidByKey): SaidByKey {
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [
      /^fall-(?!fear).*[a-z]$/.test(key) ? `${key}[1]` : key,
      value,
    ]),
  );
}

/** So many right answers of ten. */
function amts(right: number): SaidByKey {
  const parts = ['age', 'time', 'address', 'year', 'place', 'people', 'birth', 'war', 'monarch', 'counting'];
  return Object.fromEntries(parts.map((part, at) => [`amts10/${part}`, at < right ? 'yes' : 'no']));
}

/** What only opens another question. */
function asks(key: string): boolean {
  return key.endsWith('-tool') || ['walk-test', 'catheter', 'psychotropics'].includes(key);
}

test('a catheter that the question about continence names is a catheter', () => {
  const raised = (said: SaidByKey) =>
    candidatesOf(cga1, answered(cga1, said)).some(({ rule }) => rule === 'catheter');
  assert.equal(raised({ urine: 'catheter' }), true);
  assert.equal(raised({ urine: 'not' }), false);
});

test('PHQ-2 is judged by the cut that the place chose, in the problem and in the deficit alike', () => {
  for (const [cut, expected] of [
    [2, true],
    [3, false],
  ] as const) {
    const facts: AssessmentFacts = {
      answer: () => null,
      choices: () => [],
      said: () => '',
      score: (id) => (id === 'phq2' ? scorePhq2({ interest: 2, mood: 0 }, cut) : null),
      lastScore: () => null,
      rows: () => [],
      seenOn: '2026-11-12',
    };
    assert.equal(lowMood.raise(facts) !== null, expected);
    assert.equal(mindDeficits.find(({ id }) => id === 'mood')?.value(facts), Number(expected));
  }
});
