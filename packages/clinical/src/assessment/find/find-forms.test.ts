import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { instruments } from '../../instruments/index.ts';
import { assessments } from '../templates.ts';
import { findForms, type Findable } from './find-forms.ts';
import { FREQUENT_FORMS, userKindOf, type UserKind } from './frequent-forms.ts';

const ALL: readonly Findable[] = [...assessments, ...instruments];
const ids = (typed: string) => findForms(typed, ALL).map(({ id }) => id);

test('what people type finds what they mean, first', () => {
  const first: Readonly<Record<string, string>> = {
    obs: 'news2',
    sats: 'news2',
    'vital signs': 'news2',
    news: 'news2',
    delirium: '4at',
    rockwood: 'cfs',
    'clinical frailty': 'cfs',
    stool: 'bristol',
    malnutrition: 'must',
    kidney: 'cockcroft-gault',
    postural: 'orthostatic-bp',
    'not herself': 'soft-signs',
    cga: 'cga',
    gds15: 'gds15',
    'GDS-15': 'gds15',
    barthel: 'barthel-100',
  };
  for (const [typed, id] of Object.entries(first)) assert.equal(ids(typed)[0], id, typed);
});

test('a word that several forms answer finds them all', () => {
  const all: Readonly<Record<string, readonly string[]>> = {
    memory: ['4at', '6cit', 'amt4', 'amts10'],
    falls: ['cga', 'gait-speed', 'orthostatic-bp', 'tug'],
    skin: ['braden', 'purpose-t', 'waterlow'],
    pain: ['abbey', 'painad'],
    mood: ['cornell', 'gds15', 'gds4', 'phq2'],
  };
  for (const [typed, expected] of Object.entries(all)) {
    const found = ids(typed);
    assert.deepEqual(
      expected.filter((id) => !found.includes(id)),
      [],
      typed,
    );
    assert.ok(found.length <= expected.length + 3, `${typed}: ${found.join(' ')}`);
  }
});

/** What people type, and each form that is meant by it. */
const MEANT: Readonly<Record<string, string>> = {
  'acute confusion': '4at',
  adl: 'barthel-100 barthel-20',
  annual: 'cga',
  anticholinergic: 'acb',
  appetite: 'must',
  balance: 'tug',
  'blood pressure': 'news2 orthostatic-bp',
  bowels: 'bristol',
  bp: 'news2 orthostatic-bp',
  burden: 'acb',
  'cannot speak': 'abbey painad',
  'care plan': 'cga',
  cfs: 'cfs',
  changes: 'soft-signs',
  clearance: 'cockcroft-gault',
  'clinical frailty': 'cfs',
  cognition: '6cit amt4 amts10',
  cognitive: '6cit',
  comorbidity: 'charlson',
  concern: 'soft-signs',
  conditions: 'charlson',
  confused: '4at',
  confusion: '4at 6cit amt4 amts10',
  constipation: 'bristol',
  count: 'polypharmacy',
  crcl: 'cockcroft-gault',
  creatinine: 'cockcroft-gault',
  'daily living': 'barthel-100 barthel-20',
  deficits: 'efi efi2 frailty-index',
  delirium: '4at',
  dementia: '6cit amt4 amts10 cornell',
  'dementia pain': 'abbey painad',
  depression: 'cornell gds15 gds4 phq2',
  deterioration: 'news2 soft-signs',
  dizzy: 'orthostatic-bp',
  'doac dose': 'cockcroft-gault',
  dressing: 'barthel-100 barthel-20',
  drop: 'orthostatic-bp',
  drugs: 'polypharmacy',
  'early warning': 'news2',
  eating: 'must',
  efs: 'edmonton',
  egfr: 'cockcroft-gault',
  electronic: 'efi efi2',
  faeces: 'bristol',
  falls: 'cga gait-speed orthostatic-bp tug',
  fatigue: 'frail-scale',
  fi: 'frailty-index',
  fitness: 'cfs',
  frail: 'cfs edmonton efi efi2 fi-cga frail-scale frailty-index prisma-7',
  frailty: 'cga cfs edmonton efi efi2 fi-cga frail-scale frailty-index prisma-7',
  full: 'cga',
  function: 'barthel-100 barthel-20',
  geriatric: 'cga edmonton',
  'geriatric depression': 'gds15 gds4',
  'get up': 'tug',
  'gp record': 'efi efi2',
  height: 'bmi',
  independence: 'barthel-100 barthel-20',
  index: 'fi-cga',
  kidney: 'cockcroft-gault',
  loose: 'bristol',
  'losing weight': 'weight-change',
  low: 'cornell gds15 gds4 phq2',
  lying: 'orthostatic-bp',
  malnutrition: 'must',
  medication: 'polypharmacy',
  medicines: 'acb polypharmacy',
  memory: '4at 6cit amt4 amts10',
  'mental test': 'amts10',
  mobility: 'barthel-100 barthel-20 gait-speed tug',
  mood: 'cornell gds15 gds4 phq2',
  muddled: '4at',
  'new resident': 'cga',
  'non-verbal': 'abbey painad',
  'not herself': 'soft-signs',
  'not himself': 'soft-signs',
  nutrition: 'bmi must weight-change',
  obs: 'news2',
  observations: 'news2',
  oxygen: 'news2',
  pain: 'abbey painad',
  poo: 'bristol',
  postural: 'orthostatic-bp',
  pressure: 'braden purpose-t waterlow',
  prognosis: 'charlson',
  pulse: 'news2',
  record: 'efi efi2',
  renal: 'cockcroft-gault',
  review: 'cga',
  rockwood: 'cfs',
  'rockwood index': 'frailty-index',
  sad: 'gds15 gds4 phq2',
  sats: 'news2',
  screening: 'prisma-7',
  sepsis: 'news2',
  share: 'frailty-index',
  'side effects': 'acb',
  skin: 'braden purpose-t waterlow',
  sore: 'braden purpose-t waterlow',
  speed: 'gait-speed',
  standing: 'orthostatic-bp',
  stool: 'bristol',
  tablets: 'polypharmacy',
  temperature: 'news2',
  ulcer: 'braden purpose-t waterlow',
  underweight: 'bmi',
  unwell: 'news2 soft-signs',
  'vital signs': 'news2',
  vitals: 'news2',
  walk: 'gait-speed tug',
  walking: 'gait-speed tug',
  washing: 'barthel-100 barthel-20',
  weight: 'bmi must weight-change',
  'weight loss': 'must weight-change',
  whole: 'cga',
  worried: 'soft-signs',
  worry: 'soft-signs',
  wound: 'braden purpose-t waterlow',
  yearly: 'cga',
};

test('each word that people type finds every form that is meant by it', () => {
  for (const [typed, meant] of Object.entries(MEANT)) {
    const found = ids(typed);
    for (const id of meant.split(' ')) assert.ok(found.includes(id), `${typed}: ${id}`);
  }
  const carried = ALL.flatMap(({ id, searchWords = [] }) => searchWords.map((word) => `${word}: ${id}`));
  const meant = Object.entries(MEANT).flatMap(([word, each]) =>
    each.split(' ').map((id) => `${word}: ${id}`),
  );
  assert.deepEqual(carried.toSorted(), meant.toSorted());
});

test('each form can be found by at least two words that are not in its title', () => {
  for (const { id, title, searchWords = [] } of ALL) {
    const own = searchWords.filter((word) => !title.toLowerCase().includes(word));
    assert.ok(own.length >= 2, id);
    for (const word of searchWords) {
      assert.equal(word, word.toLowerCase(), id);
      assert.ok(ids(word).includes(id), `${id}: ${word}`);
    }
  }
});

test('every form is found by its title and by its short name, in capitals, without accents or hyphens', () => {
  for (const { id, title } of ALL)
    for (const typed of [title, title.toUpperCase(), id, ` ${id} `, id.replaceAll('-', ' ')])
      assert.ok(ids(typed).includes(id), typed);
});

test('with nothing typed all stand in their order, and a word that nothing has finds nothing', () => {
  assert.deepEqual(
    ids(' '),
    ALL.map(({ id }) => id),
  );
  assert.deepEqual(ids('qrisk'), []);
  assert.deepEqual(ids('delirium qrisk'), []);
});

test('more words never find more, and no text makes the search throw', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (a, b) => {
      const both = ids(`${a} ${b}`);
      for (const id of both) assert.ok(ids(a).includes(id));
      assert.ok(both.length <= ALL.length);
    }),
    { numRuns: 200 },
  );
});

test('each kind of user has five forms that exist, each once', () => {
  for (const [kind, forms] of Object.entries(FREQUENT_FORMS)) {
    assert.equal(new Set(forms).size, 5, kind);
    for (const id of forms)
      assert.ok(
        ALL.some((form) => form.id === id),
        id,
      );
  }
});

test('a role says which kind of user somebody is, and one that does not is another', () => {
  const kinds: Readonly<Record<string, UserKind>> = {
    nurse: 'nurse',
    'registered nurse': 'nurse',
    'care home nurse': 'nurse',
    'Nursing associate': 'nurse',
    'nursing assistant': 'carer',
    'care assistant': 'carer',
    'senior carer': 'carer',
    GP: 'gp',
    'consultant geriatrician': 'gp',
    physiotherapist: 'therapist',
    'occupational therapist': 'therapist',
    'care coordinator': 'other',
    pharmacist: 'other',
    '': 'other',
  };
  for (const [role, kind] of Object.entries(kinds)) assert.equal(userKindOf(role), kind, role);
  assert.equal(userKindOf(null), 'other');
});
