import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answered, type SaidByKey } from './answered.fixtures.ts';
import { cgaFrailtyIndex } from './cga-frailty-index.ts';
import { cga1 } from './cga/cga-1.ts';
import { conditionDeficits } from './cga/deficits/conditions.ts';
import { factsOf } from './facts-of.ts';

/** Of each deficit: answers by which it is there in full, and by which it is not there. */
const EXAMPLES: Readonly<Record<string, readonly [there: SaidByKey, not: SaidByKey]>> = {
  ...Object.fromEntries(
    conditionDeficits.map(({ id }) => [id, [{ conditions: [id] }, { conditions: ['none'] }] as const]),
  ),
  'weight-loss': [
    { 'bmi/kg': 57, 'weight-3m': 60 },
    { 'bmi/kg': 58, 'weight-3m': 60 },
  ],
  intake: [{ intake: 'little' }, { intake: 'usual' }],
  swallow: [{ swallow: 'risk' }, { swallow: 'good' }],
  mouth: [{ mouth: 'sore' }, { mouth: 'good' }],
  pain: [{ pain: 'yes' }, { pain: 'no' }],
  urine: [{ urine: 'not' }, { urine: 'full' }],
  bowels: [{ bowels: 'not' }, { bowels: 'full' }],
  vision: [{ vision: 'poor' }, { vision: 'good' }],
  hearing: [{ hearing: 'poor' }, { hearing: 'good' }],
  sleep: [{ sleep: 'poor' }, { sleep: 'good' }],
  breath: [{ breath: 'rest' }, { breath: 'no' }],
  dizzy: [{ dizzy: 'yes' }, { dizzy: 'no' }],
  feet: [{ feet: 'ulcer' }, { feet: 'good' }],
  'fall-fear': [{ 'fall-fear': 'yes' }, { 'fall-fear': 'no' }],
  constipation: [{ 'bristol/type': '1' }, { 'bristol/type': '6' }],
  skin: [{ skin: ['red'] }, { skin: ['none'] }],
  falls: [{ 'falls-12m': 5 }, { 'falls-12m': 0 }],
  orthostatic: [standing(110), standing(138)],
  medicines: [{ 'polypharmacy/count': 5 }, { 'polypharmacy/count': 4 }],
  anticholinergic: [
    { burden: 'acb', 'acb/total': 3 },
    { burden: 'acb', 'acb/total': 2 },
  ],
  'help-eating': [{ 'help-eating': 'full' }, { 'help-eating': 'alone' }],
  'help-washing': [{ 'help-washing': 'full' }, { 'help-washing': 'alone' }],
  'help-dressing': [{ 'help-dressing': 'full' }, { 'help-dressing': 'alone' }],
  'help-toilet': [{ 'help-toilet': 'full' }, { 'help-toilet': 'alone' }],
  transfers: [{ transfers: 'hoist' }, { transfers: 'alone' }],
  walking: [{ walking: 'none' }, { walking: 'alone' }],
  slow: [
    { walking: 'alone', 'walk-test': 'tug', 'tug/seconds': 20 },
    { walking: 'alone', 'walk-test': 'tug', 'tug/seconds': 9 },
  ],
  dementia: [{ dementia: 'yes' }, { dementia: 'no' }],
  distress: [{ distress: 'yes' }, { distress: 'no' }],
  lonely: [{ lonely: 'often' }, { lonely: 'no' }],
  delirium: [fourAt('yes'), fourAt('no')],
  mood: [
    { 'mood-tool': 'cornell', 'cornell/total': 11 },
    { 'mood-tool': 'cornell', 'cornell/total': 10 },
  ],
};

const deficits = cga1.deficits ?? [];
const ids = deficits.map(({ id }) => id);

test('the list has at least 40 deficits, each once, each with its own words', () => {
  assert.ok(deficits.length >= 40);
  assert.equal(new Set(ids).size, deficits.length);
  assert.equal(new Set(deficits.map(({ label }) => label)).size, deficits.length);
  assert.deepEqual(Object.keys(EXAMPLES).toSorted(), ids.toSorted());
});

for (const { id, value } of deficits)
  test(`the deficit "${id}" is there, is not there, or is not known`, () => {
    const [there, not] = EXAMPLES[id] ?? assert.fail();
    const of = (said: SaidByKey) => value(factsOf(answered(cga1, said)));
    assert.deepEqual([of(there), of(not), of({})], [1, 0, null]);
  });

/** [P] How much each answer counts, where there are more than two. */
const GRADES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  intake: { usual: 0, less: 0.5, little: 1 },
  swallow: { good: 0, difficult: 1, risk: 1 },
  mouth: { good: 0, sore: 1, dentist: 1 },
  urine: { full: 0, sometimes: 0.5, not: 1, catheter: 1 },
  bowels: { full: 0, sometimes: 0.5, not: 1 },
  vision: { good: 0, reduced: 0.5, poor: 1 },
  hearing: { good: 0, reduced: 0.5, poor: 1 },
  sleep: { good: 0, broken: 0.5, poor: 1 },
  breath: { no: 0, effort: 0.5, rest: 1 },
  feet: { good: 0, care: 0.5, painful: 1, ulcer: 1 },
  'help-eating': { alone: 0, prompt: 0.5, help: 0.5, full: 1 },
  'help-washing': { alone: 0, prompt: 0.5, help: 0.5, full: 1 },
  'help-dressing': { alone: 0, prompt: 0.5, help: 0.5, full: 1 },
  'help-toilet': { alone: 0, prompt: 0.5, help: 0.5, full: 1 },
  transfers: { alone: 0, one: 0.5, two: 1, hoist: 1, bed: 1 },
  walking: { alone: 0, stick: 0.5, frame: 0.5, person: 0.5, chair: 1, none: 1 },
  lonely: { no: 0, sometimes: 0.5, often: 1 },
};

test('each answer counts as much as it is meant to, and one that is not named is not known', () => {
  for (const [id, grades] of Object.entries(GRADES)) {
    const { value } = deficits.find((each) => each.id === id) ?? assert.fail(id);
    const options = questionsWithOptions().flatMap(([question, option]) => (question === id ? [option] : []));
    for (const option of options.flat())
      assert.equal(
        value(factsOf(answered(cga1, { [id]: option }))),
        grades[option] ?? null,
        `${id}: ${option}`,
      );
    for (const named of Object.keys(grades)) assert.ok(options.flat().includes(named), `${id}: ${named}`);
  }
});

test('a deficit is 0, a half, 1 or not known, whatever is answered', () => {
  const anyAnswer = fc.constantFrom(...questionsWithOptions());
  fc.assert(
    fc.property(fc.array(anyAnswer, { maxLength: 8 }), (said) => {
      const facts = factsOf(answered(cga1, Object.fromEntries(said)));
      for (const { id, value } of deficits) assert.ok([0, 0.5, 1, null].includes(value(facts)), id);
    }),
    { numRuns: 30 },
  );
});

test('a condition that is not ticked counts as absent only once somebody says that the list is whole', () => {
  const stroke = deficits.find(({ id }) => id === 'stroke') ?? assert.fail();
  const diabetes = deficits.find(({ id }) => id === 'diabetes') ?? assert.fail();
  const told = (said: SaidByKey) => {
    const facts = factsOf(answered(cga1, said));
    return [stroke.value(facts), diabetes.value(facts)];
  };
  assert.deepEqual(told({ conditions: ['stroke'] }), [1, null]);
  for (const open of ['no', 'not-known'])
    assert.deepEqual(told({ conditions: ['stroke'], 'conditions-all': open }), [1, null]);
  assert.deepEqual(told({ conditions: ['stroke'], 'conditions-all': 'yes' }), [1, 0]);
  assert.deepEqual(told({ conditions: ['other'], 'conditions-all': 'yes' }), [0, 0]);
  assert.deepEqual(told({ conditions: ['none'] }), [0, 0]);
  assert.equal(index({ conditions: ['stroke'] })?.from.considered, 1);
});

test('what nobody knows leaves the list shorter, and never counts as absent', () => {
  assert.equal(index({ transfers: 'hoist', lonely: 'cannot-say', dizzy: 'not-known' })?.from.considered, 1);
});

const WHOLE: SaidByKey = Object.assign({}, ...ids.map((id) => EXAMPLES[id]?.[1] ?? {}));

test('with the whole list known it is the share that is there, and has no band and its own name', () => {
  const none = index(WHOLE);
  assert.deepEqual(
    [none?.status, none?.total, none?.from],
    ['complete', 0, { considered: ids.length, of: ids.length }],
  );
  const some = index({ ...WHOLE, transfers: 'one', 'help-eating': 'full', sleep: 'poor' });
  assert.equal(some?.total, 2.5 / ids.length);
  assert.deepEqual([some?.instrument, some?.band], ['cga-frailty-index', null]);
  assert.match(some?.version ?? '', /^cga-1, \d+ deficits$/);
  assert.equal(some?.items['help-eating']?.score, 1);
});

test('with more than a fifth unknown there is no number, and it says why', () => {
  const known = (n: number) =>
    index(
      Object.fromEntries(
        Object.entries(WHOLE)
          .filter(([key]) => key !== 'conditions')
          .slice(0, n),
      ),
    );
  const few = known(5);
  assert.deepEqual([few?.status, few?.total, few?.reason], ['incomplete', null, 'too-few-deficits']);
  // Without the checklist 16 deficits are unknown, and exactly as many as 30 are not enough of them all.
  const most = known(1000);
  assert.deepEqual([most?.status, most?.total, most?.reason], ['incomplete', null, 'too-much-missing']);
});

test('it is never called an eFI', () => {
  const { instrument = '', version = '' } = index(WHOLE) ?? {};
  assert.doesNotMatch(`${instrument} ${version}`, /\befi/i);
});

test('a template without a list has no index', () => {
  const template = { ...cga1, deficits: null };
  assert.equal(cgaFrailtyIndex(template, answered(cga1, {})), null);
});

function index(said: SaidByKey) {
  return cgaFrailtyIndex(cga1, answered(cga1, said));
}

function standing(sbp: number): SaidByKey {
  const at = (row: string, minute: number) => ({
    [`orthostatic-bp/minute[${row}]`]: minute,
    [`orthostatic-bp/sbp[${row}]`]: sbp,
    [`orthostatic-bp/dbp[${row}]`]: 75,
  });
  return {
    standing: 'orthostatic-bp',
    'orthostatic-bp/lyingSbp': 140,
    'orthostatic-bp/lyingDbp': 80,
    'orthostatic-bp/symptoms': false,
    ...at('1', 1),
    ...at('2', 3),
  };
}

function fourAt(acute: string): SaidByKey {
  return {
    'delirium-signs': 'yes',
    '4at/alertness': 'normal',
    '4at/amt4': '0',
    '4at/months': '7plus',
    '4at/acute': acute,
  };
}

function questionsWithOptions(): [string, string | readonly string[]][] {
  return cga1.items.flatMap(function below(item): [string, string | readonly string[]][] {
    if (item.type === 'group' && item.repeats !== true) return item.items.flatMap(below);
    if (item.type !== 'choice' || item.when !== undefined) return [];
    return (item.options ?? []).map(({ value }) => [item.id, item.repeats === true ? [value] : value]);
  });
}

test('a month without loss of weight leaves the deficit unknown, and a loss within it is one', () => {
  const valueOf = (before: number) =>
    cgaFrailtyIndex(cga1, answered(cga1, { 'bmi/kg': 57, 'weight-1m': before }))?.items['weight-loss']?.value;
  assert.deepEqual([valueOf(57), valueOf(60)], [null, 1]);
});
