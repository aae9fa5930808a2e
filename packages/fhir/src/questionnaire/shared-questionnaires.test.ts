import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Expression, FormDefinition, FormItem } from '@ehch/clinical/form';
import { answeredAtRandom } from './random-answers.fixtures.ts';
import { readQuestionnaire } from './read-questionnaire.ts';
import { readResponse } from './read-response.ts';
import { writeQuestionnaire } from './write-questionnaire.ts';
import { writeResponse } from './write-response.ts';

/** Questionnaires that others wrote, kept outside this repository. */
const SHARED = fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const skip = existsSync(`${SHARED}data/questionnaires`)
  ? false
  : 'the shared questionnaires are not on this machine';

interface Found {
  readonly name: string;
  readonly json: unknown;
}

const read = (path: string): unknown => JSON.parse(readFileSync(SHARED + path, 'utf8'));
const all: readonly Found[] = skip
  ? []
  : ['data/questionnaires/', 'bench/'].flatMap((folder) =>
      readdirSync(SHARED + folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => ({ name, json: read(folder + name) })),
    );
const forms = all.flatMap(({ name, json }) => {
  const { form } = readQuestionnaire(json);
  return form === null ? [] : [{ name, form }];
});
const plain = <T>(json: T): T => JSON.parse(JSON.stringify(json)) as T;

test('every Questionnaire is read, and every other file says that it is none', { skip }, () => {
  for (const { name, json } of all) {
    const isForm =
      typeof json === 'object' &&
      json !== null &&
      'resourceType' in json &&
      json.resourceType === 'Questionnaire';
    const { form, refused = [] } = readQuestionnaire(json);
    assert.equal(form !== null, isForm, `${name}: ${JSON.stringify(refused)}`);
    assert.ok(form !== null || refused[0]?.why === 'not-this-resource', name);
  }
  assert.ok(forms.length >= 60, String(forms.length));
});

test('every expression is compiled, or named as one that is not', { skip }, (context) => {
  const counts = {
    'compiled totals': 0,
    'foreign totals': 0,
    'compiled conditions': 0,
    'foreign conditions': 0,
  };
  for (const { name, form } of forms)
    for (const item of itemsOf(form.items)) {
      const total = item.type === 'total' ? item.expression : null;
      const when = item.when?.match === 'expression' ? item.when.expression : null;
      for (const [expression, kind] of [
        [total, 'totals'],
        [when, 'conditions'],
      ] as const) {
        if (expression === null) continue;
        const state = isForeign(expression) ? 'foreign' : 'compiled';
        counts[`${state} ${kind}`] += 1;
        const said = form.limits?.some((limit) => limit.item === item.id) === true;
        assert.ok(state === 'compiled' || said, `${name} ${item.id} is not evaluated and does not say so`);
      }
    }
  context.diagnostic(JSON.stringify(counts));
  // The PHQ-9, the cardiovascular risk forms and all bench forms are among them.
  assert.ok(counts['compiled totals'] >= 100, JSON.stringify(counts));
  for (const { name, form } of forms.filter(({ name }) => /^(cga|smartforms|lforms-phq9)/.test(name)))
    assert.deepEqual(
      itemsOf(form.items).filter((item) => item.type === 'total' && isForeign(item.expression)),
      [],
      name,
    );
});

test('every form is the same after a round through FHIR', { skip }, () => {
  for (const { name, form } of forms)
    assert.deepEqual(readQuestionnaire(plain(writeQuestionnaire(form))).form, form, name);
});

test('every form, answered at random, reads back from its response', { skip }, (context) => {
  let answers = 0;
  for (const { name, form } of forms)
    for (let seed = 1; seed <= (form.items.length > 25 ? 2 : 8); seed += 1)
      answers += roundTrip(name, form, seed);
  context.diagnostic(`${answers} answers in ${forms.length} forms`);
});

test('MDS 3.0 is read whole, answered, sent and read back the same', { skip }, (context) => {
  const mds = forms.find(({ name }) => name.startsWith('MDS3'));
  assert.ok(mds);
  const items = itemsOf(mds.form.items);
  // 885 are written, one of them twice word for word.
  assert.equal(
    items.length + displaysAsHints(read('data/questionnaires/MDS3-0-nursing-home.Questionnaire.json'), items),
    884,
  );
  let answers = 0;
  for (let seed = 1; seed <= 5; seed += 1) answers += roundTrip(mds.name, mds.form, seed);
  context.diagnostic(`${items.length} items, ${answers} answers in 5 drafts`);
  assert.ok(answers > 1500, String(answers));
});

test(
  'responses of other programs are read into their forms, and parts without a place are kept',
  { skip },
  () => {
    const pairs = {
      'lforms-qr-items-under-repeating-choice-item': 'lforms-q-items-under-repeating-choice-item',
      'lforms-qr-with-answerValueSet-matrix': 'lforms-q-with-answerValueSet-matrix',
      'lforms-qr-with-answerValueSet-autocomplete-searchfield':
        'lforms-q-with-answerValueSet-autocomplete-searchfield',
      'lforms-rxterms.R4.QR': 'lforms-rxtermsAnswerExpTests__rxterms.R4.with-autofill-calexp',
    };
    for (const [response, questionnaire] of Object.entries(pairs)) {
      const form = forms.find(({ name }) => name === `${questionnaire}.json`)?.form;
      assert.ok(form, questionnaire);
      const json = read(`data/questionnaires/${response}.json`);
      const reading = readResponse(json, form, {
        subject: null,
        resident: 'r1',
        id: 'd',
        at: '2026-11-21T14:20:00Z',
      });
      assert.ok(reading.draft, response);
      const values = Object.values(reading.draft.answers).flatMap((each) =>
        each.state === 'given' ? each.values : [],
      );
      const kept = reading.unread.map(({ json: each }) => JSON.stringify(each)).join();
      assert.equal(
        values.length + (kept.match(/"value[A-Z]/g)?.length ?? 0),
        JSON.stringify(json).match(/"value[A-Z]/g)?.length,
        response,
      );
    }
  },
);

function roundTrip(name: string, form: FormDefinition, seed: number): number {
  const { draft, hidden } = answeredAtRandom(form, seed);
  const options = { status: 'completed', subject: 'Patient/1', authored: draft.changedAt } as const;
  const response = plain(writeResponse(form, draft, options));
  const reading = readResponse(response, form, {
    subject: 'Patient/1',
    resident: draft.resident,
    id: 'd',
    at: draft.changedAt,
  });
  const answers = Object.fromEntries(Object.entries(draft.answers).filter(([key]) => !hidden.has(key)));
  assert.deepEqual(reading.draft, { ...draft, answers }, `${name}, seed ${seed}`);
  assert.deepEqual(reading.unread, [], `${name}, seed ${seed}`);
  return Object.keys(answers).length;
}

function itemsOf(items: readonly FormItem[]): readonly FormItem[] {
  return items.flatMap((item) => [item, ...('items' in item ? itemsOf(item.items ?? []) : [])]);
}

function isForeign({ op }: Expression): boolean {
  return op === 'foreign';
}

/** Items of the file that are not in the form. Each must be words about a question. */
function displaysAsHints(json: unknown, items: readonly FormItem[]): number {
  const ids = new Set(items.map(({ id }) => id));
  const missing = [...JSON.stringify(json).matchAll(/"linkId":"([^"]*)"/g)].filter(
    ([, id = '']) => !ids.has(id),
  );
  const hints = items.filter((item) => 'hint' in item && item.hint !== undefined);
  assert.equal(missing.length, hints.length);
  return missing.length;
}
