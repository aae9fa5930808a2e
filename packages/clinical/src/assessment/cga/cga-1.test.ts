import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Condition } from '../../form/expression.ts';
import type { FormItem } from '../../form/definition.ts';
import { instruments } from '../../instruments/index.ts';
import { checkSnomedId } from '../../rules/snomed-id.ts';
import { answered } from '../answered.fixtures.ts';
import { cga1 } from './cga-1.ts';

const all: readonly FormItem[] = cga1.items.flatMap(function below(item): readonly FormItem[] {
  return [item, ...('items' in item ? (item.items ?? []).flatMap(below) : [])];
});
const byId = new Map(all.map((item) => [item.id, item]));

/** Clinical rule 11.3, row by row in our own words, with the questions that ask it. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'assessment type': ['reason'],
  'place, seen with': ['place', 'seen-with'],
  'assessor role, contributors': ['assessor-role', 'contributors'],
  'consent or best interests; capacity for this': ['consent', 'capacity'],
  residence: ['residence'],
  'admitted when, from where, intended stay': ['admitted', 'from', 'stay'],
  'about me': ['matters', 'people', 'communication', 'wellness', 'do-dont', 'support', 'also'],
  'active problems, severity, last review': ['active', 'active-name', 'active-severity', 'active-reviewed'],
  'usual observations and usual NEWS2': [
    'usual-news2',
    'usual/rr',
    'usual/spo2',
    'usual/sbp',
    'usual/pulse',
    'usual/temp',
    'usual-by',
    'usual-on',
    'usual-review',
  ],
  'weight, height or ulna, BMI, change at 1, 3 and 6 months': [
    'bmi',
    'bmi/kg',
    'bmi/heightM',
    'ulna',
    'weight-1m',
    'weight-3m',
    'weight-6m',
    'must',
  ],
  'intake, swallow, texture, oral health, dentures': [
    'intake',
    'swallow',
    'food-level',
    'drink-level',
    'mouth',
    'dentures',
  ],
  'pain: self-report, tool, site, control': [
    'pain',
    'pain-tool',
    'abbey',
    'painad',
    'pain-site',
    'pain-control',
  ],
  'continence, bowels, catheter': [
    'urine',
    'bowels',
    'bristol',
    'catheter',
    'catheter-why',
    'catheter-change',
  ],
  'skin, wounds, pressure risk tool': ['skin', 'skin-note', 'skin-tool', 'waterlow', 'braden', 'purpose-t'],
  'falls in 12 months, injury, fear, bone health': ['falls-12m', 'fall', 'fall-injury', 'fall-fear', 'bones'],
  'lying and standing blood pressure': ['orthostatic-bp'],
  'vision, hearing, aids working': ['vision', 'glasses', 'hearing', 'hearing-aid'],
  'sleep, breathlessness, dizziness, feet': ['sleep', 'breath', 'dizzy', 'feet'],
  'immunisations due': ['vaccines-due', 'vaccines-on'],
  'Barthel version and total': ['barthel', 'barthel-20', 'barthel-100'],
  'transfers, walking aid, hoist, bed and chair, equipment': [
    'transfers',
    'walking',
    'hoist',
    'bed-chair',
    'equipment',
  ],
  'help to eat, wash, dress, use the toilet': ['help-eating', 'help-washing', 'help-dressing', 'help-toilet'],
  'CFS level, version, baseline date': ['cfs', 'cfs/level', 'cfs/version', 'cfs/baselineOn'],
  'eFI or eFI2 with its name': ['efi-name', 'efi', 'efi2'],
  'known dementia, delirium risk, 4AT': ['dementia', 'dementia-type', 'dementia-on', 'delirium-risk', '4at'],
  '6CIT or AMTS': ['memory-tool', '6cit', 'amts10'],
  'mood: GDS, PHQ-2, Cornell': ['mood-tool', 'gds4', 'gds15', 'phq2', 'cornell'],
  'distress: pattern, triggers, plan without medicine': [
    'distress',
    'distress-pattern',
    'distress-triggers',
    'distress-plan',
  ],
  'psychotropics: why, review date': ['psychotropic', 'psychotropic-why', 'psychotropic-review'],
  'next of kin, LPA registered and seen': ['kin', 'lpa', 'lpa-registered', 'lpa-seen'],
  'visitors, interests, faith, language, interpreter': [
    'visitors',
    'interests',
    'faith',
    'language',
    'interpreter',
  ],
  'funding, CHC, DoLS status and expiry': ['funding', 'chc', 'dols', 'dols-until'],
  'safeguarding: flag only': ['safeguarding'],
  'room, call bell, bed rails, sensor, infection': ['room', 'bell', 'rails', 'sensor', 'infection'],
  'medicine count, CrCl, ACB, SMR done, allergies checked': [
    'polypharmacy',
    'cockcroft-gault',
    'acb',
    'smr',
    'smr-on',
    'allergies',
    'allergies-on',
  ],
  'ACP offered, declined, done; ReSPECT, ADRT, preferred place': [
    'acp',
    'acp-on',
    'respect',
    'respect-on',
    'adrt',
    'preferred',
  ],
  'problem list with goals, actions, owners, dates': [
    'problems',
    'problem-name',
    'problem-since',
    'problem-cause',
    'problem-impact',
    'problem-want',
    'problem-goal',
    'problem-action',
    'problem-owner',
    'problem-due',
    'problem-review',
  ],
  stratum: ['stratum'],
  'escalation in one sentence': ['escalation'],
  'copies given': ['copies', 'copies-on'],
  'next review': ['next-review'],
};

for (const [field, ids] of Object.entries(FIELDS))
  test(`the assessment asks for ${field}`, () => {
    assert.deepEqual(
      ids.filter((id) => !byId.has(id)),
      [],
    );
  });

test('every id names one item, and every option one answer of its question', () => {
  assert.equal(byId.size, all.length);
  for (const item of all) {
    if (!('options' in item)) continue;
    const values = (item.options ?? []).map(({ value }) => value);
    assert.equal(new Set(values).size, values.length, item.id);
  }
});

test('every instrument in it is in the registry, with its own items', () => {
  const known = new Map<string, number>(instruments.map(({ id, items }) => [id, items.length]));
  const inside = all.flatMap((item) =>
    item.type === 'group' && item.instrument !== undefined ? [item] : [],
  );
  assert.ok(inside.length >= 25);
  for (const { id, instrument = '', items } of inside) {
    assert.equal(id, instrument);
    assert.equal(items.length, known.get(instrument), id);
  }
});

test('whatever a condition looks at is a question with that answer, asked before it', () => {
  const order = new Map(all.map(({ id }, at) => [id, at]));
  for (const item of all)
    for (const { item: asked, value } of testsOf(item.when)) {
      const question = byId.get(asked);
      assert.ok(question !== undefined && (order.get(asked) ?? 0) < (order.get(item.id) ?? 0), item.id);
      if (value.type !== 'option' || !('options' in question)) continue;
      assert.ok(
        question.options?.some((option) => option.value === value.value),
        `${item.id}: ${asked}`,
      );
    }
});

test('labels are short, and no falls score, CPR decision or safeguarding detail is asked for', () => {
  for (const { id, text, type } of all)
    if (!id.includes('/') && type !== 'display') assert.ok(text.length <= 65, text);
  assert.ok(!all.some((item) => item.type === 'total'));
  assert.deepEqual(
    all.filter(({ text }) => /safeguarding/i.test(text)).map(({ id, type }) => [id, type]),
    [['safeguarding', 'choice']],
  );
  assert.ok(!all.some((item) => 'options' in item && item.options?.some(({ text }) => /\bCPR\b/.test(text))));
});

test('the words beside a CPR form are there, and every SNOMED code passes its check digit', () => {
  assert.match(byId.get('cpr-note')?.text ?? '', /about CPR only.*neither “for CPR” nor “not for CPR”/);
  const codes = all.flatMap((item) => [
    ...(item.codes ?? []),
    ...('options' in item ? (item.options ?? []).flatMap(({ code }) => code ?? []) : []),
  ]);
  assert.equal(codes.length, 16);
  for (const { system, code } of codes)
    if (system === 'http://snomed.info/sct')
      assert.deepEqual(checkSnomedId(code), { checkDigit: true, kind: 'concept' }, code);
});

test('a tool is asked only once it is the one that is used', () => {
  assert.ok(!answered(cga1, {}).scores.has('barthel-20'));
  const chosen = answered(cga1, { barthel: 'barthel-20' });
  assert.ok(chosen.scores.has('barthel-20') && !chosen.scores.has('barthel-100'));
});

test('a version stays what it is: another question, option, rule or deficit is another version', () => {
  const own = all.filter(({ id }) => !id.includes('/'));
  const named = own.map((item) => [
    item.id,
    item.type,
    'options' in item ? (item.options ?? []).map(({ value }) => value) : [],
    item.when ?? null,
  ]);
  const parts = [named, cga1.problemRules.map(({ id }) => id), (cga1.deficits ?? []).map(({ id }) => id)];
  const print = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
  // Until the first release this line follows the template. After it, a change belongs into the next version.
  assert.equal(print, 'cef079370ab9');
});

function testsOf(when: Condition | undefined) {
  return when === undefined || when.match === 'expression' ? [] : when.tests;
}
