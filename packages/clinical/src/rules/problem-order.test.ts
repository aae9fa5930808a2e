import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fact } from '../form/suggest/view.fixtures.ts';
import type { Problem } from '../resident/problem.ts';
import { problemsInOrder } from './problem-order.ts';

const problem = (text: string, part: Partial<Problem> = {}): Problem => ({
  ...fact('2020-01-01'),
  id: text,
  text,
  status: 'active',
  severity: null,
  ended: null,
  ...part,
});
const names = (...list: readonly Problem[]) => problemsInOrder(list).map(({ text }) => text);

test('a problem that changes today’s decision stands before a newer one', () => {
  const newestFirst = [
    'Dry skin',
    'Constipation',
    'Chronic kidney disease stage 3b',
    'Atrial fibrillation',
    "Parkinson's disease",
    'COPD with long-term home oxygen',
    'Vascular dementia',
  ];
  assert.deepEqual(names(...newestFirst.map((text) => problem(text))), [
    'Vascular dementia',
    'COPD with long-term home oxygen',
    "Parkinson's disease",
    'Atrial fibrillation',
    'Chronic kidney disease stage 3b',
    'Dry skin',
    'Constipation',
  ]);
});

test('a condition that is only mentioned does not rank as one that the resident has', () => {
  assert.deepEqual(
    names(
      problem('Dry skin'),
      problem('Family history of diabetes'),
      problem('Asthma'),
      problem('At risk of stroke'),
    ),
    ['Asthma', 'Dry skin', 'Family history of diabetes', 'At risk of stroke'],
  );
});

test('a past, future or mistaken problem never leads, and a problem that the practice calls major stands before the rest', () => {
  assert.deepEqual(
    names(
      problem('Dementia', { status: 'resolved' }),
      problem('Epilepsy', { cautions: ['mistaken-in-words'] }),
      problem('Diabetes', { cautions: ['future-dated'] }),
      problem('Dry skin'),
      problem('Aortic aneurysm', { weight: 'major' }),
    ),
    ['Aortic aneurysm', 'Dry skin', 'Epilepsy', 'Diabetes', 'Dementia'],
  );
});

test('sorting loses and doubles no problem, and sorting twice changes nothing', () => {
  const some = fc.constantFrom('Gout', 'Dementia', 'COPD', 'Gout of the foot', 'CKD', 'Cancer', '');
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), (texts) => {
      const list = texts.map((text, at) => problem(text, { id: `p${at}` }));
      const ordered = problemsInOrder(list);
      assert.deepEqual(new Set(ordered), new Set(list));
      assert.equal(ordered.length, list.length);
      assert.deepEqual(problemsInOrder(ordered), ordered);
    }),
    { seed: 8, numRuns: 60 },
  );
});
