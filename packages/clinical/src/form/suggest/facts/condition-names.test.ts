import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionNamed, dementiaNamed } from './condition-names.ts';

/** Names as records write them. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  'heart-failure': [
    'Heart failure',
    'Congestive heart failure',
    'Chronic cardiac failure',
    'Cardiac failure',
  ],
  rhythm: ['Atrial fibrillation', 'Paroxysmal atrial fibrillation', 'Atrial flutter'],
  heart: [
    'Ischaemic heart disease',
    'Ischemic heart disease',
    'Coronary artery disease',
    'Angina',
    'Myocardial infarction',
    'Old myocardial infarction',
  ],
  hypertension: ['Essential hypertension', 'High blood pressure'],
  stroke: [
    'Stroke',
    'Ischaemic stroke',
    'Cerebrovascular accident',
    'Cerebral infarction',
    'Transient ischaemic attack',
    'Transient ischemic attack',
  ],
  vessels: ['Peripheral vascular disease', 'Peripheral arterial disease'],
  lung: [
    'Chronic obstructive pulmonary disease',
    'COPD',
    'Asthma',
    'Bronchiectasis',
    'Emphysema',
    'Interstitial lung disease',
    'Pulmonary fibrosis',
  ],
  kidney: ['Chronic kidney disease stage 3', 'Chronic renal disease'],
  diabetes: ['Diabetes mellitus', 'Type 2 diabetes mellitus', 'Type II diabetes'],
  thyroid: ['Hypothyroidism', 'Hyperthyroidism', 'Underactive thyroid', 'Overactive thyroid'],
  anaemia: ['Anaemia', 'Iron deficiency anaemia', 'B12 deficiency anemia'],
  arthritis: ['Osteoarthritis of knee', 'Rheumatoid arthritis', 'Arthritis'],
  fracture: ['Osteoporosis', 'Fragility fracture of hip'],
  parkinsons: ['Parkinson’s disease', "Parkinson's disease", 'Idiopathic parkinsonism'],
  stomach: ['Peptic ulcer', 'Gastric ulcer', 'Duodenal ulcer', 'Stomach ulcer'],
};

test('a condition of the list is known by the names that records write', () => {
  for (const [condition, names] of Object.entries(NAMED))
    for (const name of names)
      for (const written of [name, name.toUpperCase(), ` ${name} `])
        assert.equal(conditionNamed(written), condition, written);
});

test('what is only spoken of, doubted, past or another’s ticks nothing', () => {
  for (const name of [
    'Risk of stroke',
    'No diabetes',
    'Asthma excluded',
    'Possible COPD',
    'Hypertension?',
    'Family history of stroke',
    'Stroke, family history',
    'Diabetes screening',
    'Gestational diabetes',
    'Diabetes insipidus',
    'Anaemia, resolved',
    'Fear of heart failure',
  ])
    assert.equal(conditionNamed(name), null, name);
});

test('a name that only begins or goes on like one of them is another condition', () => {
  for (const name of ['Strokes', 'Anginal pain', 'Prediabetes', 'Gouty arthritis', 'Portal hypertension', ''])
    assert.equal(conditionNamed(name), null, name);
});

test('a dementia is known by its name, with its kind where the name says one', () => {
  const kinds: Readonly<Record<string, string | null>> = {
    'Mixed dementia': 'mixed',
    'Vascular dementia': 'vascular',
    'Alzheimer’s disease': 'alzheimer',
    "Alzheimer's dementia": 'alzheimer',
    'Dementia in Alzheimer’s disease': 'alzheimer',
    'Lewy body dementia': 'lewy',
    'Diffuse Lewy body disease': 'lewy',
    'Dementia with Lewy bodies': 'lewy',
    'Dementia due to Parkinson’s disease': 'lewy',
    Dementia: null,
    'Dementia, unspecified': null,
  };
  for (const [name, kind] of Object.entries(kinds)) assert.deepEqual(dementiaNamed(name), { kind }, name);
  for (const name of [
    'Possible dementia',
    'Family history of dementia',
    'Delirium',
    'Query vascular dementia',
  ])
    assert.equal(dementiaNamed(name), null, name);
});
