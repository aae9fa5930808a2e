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

/** Conditions as practices write them, by group, in the order in which they change the decision of today. */
const CONDITIONS: readonly (readonly string[])[] = [
  [
    'Vascular dementia',
    "Alzheimer's disease with late onset",
    'Lewy body disease',
    'Mild cognitive impairment',
    'Moderate learning disability',
    'Intellectual disability',
    'Autistic spectrum disorder',
    'Down syndrome',
    "Down's syndrome",
    'Korsakoff psychosis',
  ],
  [
    'On home oxygen therapy',
    'Type 2 respiratory failure',
    'Chronic obstructive pulmonary disease',
    'Severe COPD',
    'Emphysema',
    'Bronchiectasis',
    'Idiopathic pulmonary fibrosis',
    'Interstitial lung disease',
    'Asthma',
    'Tracheostomy present',
  ],
  [
    "Parkinson's disease",
    'Epilepsy',
    'Type 1 diabetes mellitus',
    "Addison's disease",
    'Adrenal insufficiency',
    'Myasthenia gravis',
    'Kidney transplant',
  ],
  [
    'Congestive heart failure',
    'Dilated cardiomyopathy',
    'Left ventricular dysfunction',
    'Atrial fibrillation',
    'Atrial flutter',
    'Ischaemic heart disease',
    'Ischemic heart disease',
    'Coronary artery disease',
    'Old myocardial infarction',
    'Angina pectoris',
    'Aortic stenosis',
    'Stroke',
    'Cerebrovascular disease',
    'Transient ischaemic attack',
    'Transient ischemic attack',
    'Pulmonary embolism',
    'Deep vein thrombosis',
  ],
  [
    'Cancer of breast',
    'Squamous cell carcinoma',
    'Malignant melanoma',
    'Metastases in the liver',
    'Lymphoma',
    'Chronic lymphocytic leukaemia',
    'Acute leukemia',
    'Multiple myeloma',
    'Chronic kidney disease stage 4',
    'CKD 3b',
    'Acute kidney failure',
    'Renal failure',
    'On dialysis',
    'Cirrhosis',
    'Liver failure',
    'Motor neurone disease',
    "Huntington's chorea",
    'Multiple sclerosis',
    'Schizophrenia',
    'Bipolar affective disorder',
    'Psychosis',
  ],
  ['Dry skin', 'Constipation'],
];

test('each condition stands in its group: behind the groups before it, before those after it', () => {
  for (const [at, conditions] of CONDITIONS.entries())
    for (const text of conditions) {
      const [before] = CONDITIONS[at - 1] ?? [];
      const [after] = CONDITIONS[at + 1] ?? [];
      const expected = [before, text, after].filter((each) => each !== undefined);
      assert.deepEqual(names(...expected.toReversed().map((each) => problem(each))), expected);
    }
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
  for (const text of ['Cancer screening declined', 'No evidence of dementia', 'Stroke excluded'])
    assert.deepEqual(names(problem('Dry skin'), problem(text)), ['Dry skin', text]);
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
