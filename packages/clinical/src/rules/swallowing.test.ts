import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FunctionStory } from '../resident/measurements.ts';
import { fact, known, medicine, NOW, recordedAs, viewWith } from '../form/suggest/view.fixtures.ts';
import { highRiskClasses } from './high-risk-medicine.ts';
import { swallowingFacts } from './swallowing.ts';

const TODAY = '2026-11-21';
const advice = (on: string, drinksLevel: number) => ({ ...fact(on), drinksLevel, foodLevel: 5, text: null });
const story = (...swallowing: ReturnType<typeof advice>[]) =>
  recordedAs({ scores: [], statements: [], swallowing });

test('the latest advice leads, and advice dated in the future does not', () => {
  const view = viewWith({ function: story(advice('2027-01-01', 1), advice('2026-09-03', 2)) });
  assert.equal(swallowingFacts(view, TODAY).advice?.drinksLevel, 2);
});

test('a level for food stands beside newer advice that is only about drinks', () => {
  const drinks = { ...fact('2026-11-20'), drinksLevel: 2, foodLevel: null, text: null };
  const food = { ...fact('2026-11-01'), drinksLevel: 1, foodLevel: 4, text: null };
  const older = { ...fact('2026-10-01'), drinksLevel: 0, foodLevel: 7, text: null };
  const ahead = { ...fact('2027-10-01'), drinksLevel: 0, foodLevel: 7, text: null };
  const swallowing = [ahead, drinks, food, older];
  const view = viewWith({ function: recordedAs({ scores: [], statements: [], swallowing }) });
  const found = swallowingFacts(view, TODAY);
  assert.deepEqual([found.advice, found.alsoAdvised], [drinks, [food]]);
});

/** A medicine as a view holds it, with the high-risk classes of its name. */
const named = (generic: string, status: 'in-use' | 'stopped' = 'in-use') => ({
  ...medicine('regular', status),
  generic,
  highRisk: highRiskClasses({ generic, brand: null }),
});

test('a thickener in use is found by its class, and a stopped one is not', () => {
  const list = [named('Nutilis Clear powder'), named('apixaban'), named('xanthan gum', 'stopped')];
  const view = viewWith({ medicines: recordedAs({ medicines: list, reviewed: null }) });
  assert.deepEqual(
    swallowingFacts(view, TODAY).thickeners.map(({ generic }) => generic),
    ['Nutilis Clear powder'],
  );
});

test('every medicine that the list marks as a thickener counts as one here too', () => {
  for (const generic of ['Thixo-D powder', 'Thicken Aid powder', 'Xanthan gum food thickening powder']) {
    const line = named(generic);
    const view = viewWith({ medicines: recordedAs({ medicines: [line], reviewed: null }) });
    assert.equal(swallowingFacts(view, TODAY).thickeners.length, 1, generic);
    assert.deepEqual(line.highRisk, ['thickener'], generic);
  }
});

test('a problem with swallowing is found while it lasts', () => {
  const problem = (text: string, status: 'active' | 'resolved') =>
    ({ ...fact('2025'), text, status, severity: null, ended: null }) as const;
  const list = [problem('Oropharyngeal dysphagia', 'active'), problem('Dysphagia', 'resolved')];
  const view = viewWith({ problems: recordedAs(list) });
  assert.deepEqual(
    swallowingFacts(view, TODAY).problems.map(({ status }) => status),
    ['active'],
  );
  for (const text of ['IDDSI level 4 diet', 'Requires thickened fluids', 'Nil by mouth', 'PEG feeding']) {
    const found = swallowingFacts(viewWith({ problems: recordedAs([problem(text, 'active')]) }), TODAY);
    assert.equal(found.problems.length, 1, text);
  }
});

test('a section that could not be read is named, and never reads as no problem', () => {
  const failed = { state: 'failed', error: { code: 'timeout' }, at: NOW } as const;
  assert.deepEqual(swallowingFacts(viewWith({ function: failed }), TODAY).notKnown, ['function']);
});

test('a section with disagreeing records is named, because its disputed facts are not known', () => {
  const side = { ...fact('2026-09-03'), value: { scores: [], statements: [], swallowing: [] } };
  const disputed = known<FunctionStory>({ kind: 'disagree', sides: [side, side], common: null });
  assert.deepEqual(swallowingFacts(viewWith({ function: disputed }), TODAY).notKnown, ['function']);
});

test('a section without content is not known, and breaks nothing', () => {
  const broken = JSON.parse('{"state":"known"}');
  assert.deepEqual(swallowingFacts(viewWith({ medicines: broken }), TODAY).notKnown, ['medicines']);
});
