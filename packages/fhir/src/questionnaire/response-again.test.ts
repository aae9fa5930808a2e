import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { disputesIn, templateOf } from '@ehch/clinical/assessment';
import {
  answerItem,
  openForm,
  startDraft,
  type Answer,
  type AnswerValue,
  type FormDefinition,
  type FormItem,
  type FormState,
} from '@ehch/clinical/form';
import { isObject } from '../entry.ts';
import { readResponse } from './read-response.ts';
import { OWN_EXT } from './urls.ts';
import { writeResponse } from './write-response.ts';

const AT = '2026-11-21T14:20:00Z';
const WRITE = { status: 'in-progress', subject: 'Patient/17', authored: AT } as const;
const READ = { subject: 'Patient/17', resident: 'r1', id: 'new', at: AT } as const;

const FORM: FormDefinition = {
  id: 'https://a.example/Questionnaire/f',
  title: 'F',
  version: '1',
  items: [
    { id: 'p', type: 'integer', text: 'P', items: [{ id: 'about', type: 'text', text: 'About' }] },
    { id: 'g', type: 'group', text: 'G', repeats: true, items: [{ id: 'n', type: 'text', text: 'N' }] },
    { id: 'many', type: 'integer', text: 'Many', repeats: true },
  ],
};

const from = (item: readonly object[], more: object = { authored: AT }): unknown => ({
  resourceType: 'QuestionnaireResponse',
  status: 'in-progress',
  subject: { reference: 'Patient/17' },
  item,
  ...more,
});

function taken(json: unknown, form = FORM) {
  const reading = readResponse(json, form, READ);
  assert.ok(reading.draft !== null, JSON.stringify(reading.refused));
  return reading;
}

function opened(form: FormDefinition): FormState {
  return openForm(form, startDraft({ id: 'd', resident: 'r1', form, at: AT }));
}

function answered(state: FormState, key: string, ...values: readonly AnswerValue[]): FormState {
  return answerItem(state, key, { state: 'given', values, at: AT, by: null, from: { kind: 'entered' } })
    .state;
}

/** A response without this product’s extensions, as other programs write it. */
function bare(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(bare);
  if (!isObject(json)) return json;
  const entries = Object.entries(json).filter(([key]) => key !== 'extension' && key !== 'text');
  return Object.fromEntries(entries.map(([key, value]) => [key, bare(value)]));
}

test('a response says that an answer is kept back, and nothing else: no answer, no reason, no author', () => {
  const cga = templateOf('cga', '1');
  assert.ok(cga);
  const by = { name: 'Nurse One', role: 'nurse' };
  const yes: Answer = {
    state: 'given',
    values: [{ type: 'option', value: 'yes' }],
    at: AT,
    by,
    from: { kind: 'entered' },
  };
  const sent = [yes, { state: 'refused', reason: 'the son was there', at: AT, by } as const].map((answer) => {
    const { state, refused } = answerItem(opened(cga), 'safeguarding', answer);
    assert.equal(refused, undefined);
    const json = writeResponse(cga, state.draft, { ...WRITE, status: 'completed' });
    assert.equal(taken(json, cga).draft.answers['safeguarding'], undefined);
    assert.deepEqual(taken(json, cga).unread, []);
    return JSON.stringify(json);
  });
  assert.equal(sent[0], sent[1]);
  assert.match(sent[0] ?? '', /"masked"/);
  assert.doesNotMatch(sent[0] ?? '', /"yes"|the son|Nurse/);
});

test('the open form of another draft or resident is not written under this one’s name', () => {
  const state = opened(FORM);
  for (const other of [{ resident: 'r2' }, { id: 'other' }])
    assert.throws(
      () => writeResponse(FORM, { ...state.draft, ...other }, { ...WRITE, state }),
      (error) => error instanceof EhchError && error.code === 'bad-argument',
    );
});

test('a response without a date is taken, and does not pass for today’s', () => {
  const item = [{ linkId: 'p', answer: [{ valueInteger: 4 }] }];
  const { draft, unread } = taken(from(item, { meta: { lastUpdated: '2026-03-01T08:00:00Z' } }));
  assert.notEqual(draft.assessedAt, '2026-03-01T08:00:00Z', 'when a server stored it');
  assert.deepEqual(disputesIn(draft), [{ kind: 'assessed-at', said: [] }]);
  assert.deepEqual(
    unread.map(({ why }) => why),
    ['not-dated'],
  );
  assert.deepEqual([taken(from(item)).unread, disputesIn(taken(from(item)).draft)], [[], []]);
  // Shared before anybody said when it was, it is no better dated.
  const again = taken(writeResponse(FORM, draft, WRITE));
  assert.deepEqual([again.unread.map(({ why }) => why), disputesIn(again.draft).length], [['not-dated'], 1]);
});

test('moments, days and rows that are malformed are not taken for real ones', () => {
  const own = (url: string, ...extension: readonly object[]) => ({ url, extension });
  const notes = own(
    OWN_EXT.draft,
    { url: 'assessedAt', valueDateTime: 'soon' },
    own(
      'rows',
      { url: 'key', valueString: 'g' },
      { url: 'row', valueString: '1.2' },
      { url: 'row', valueString: '3' },
    ),
    own('made', { url: 'key', valueString: 'g' }, { url: 'highest', valueInteger: 1e300 }),
  );
  const said = own(
    OWN_EXT.answered,
    { url: 'at', valueDateTime: 'then' },
    { url: 'from', valueCode: 'accepted' },
    { url: 'recordedOn', valueDateTime: '30 February' },
  );
  const item = [{ linkId: 'p', extension: [said], answer: [{ valueInteger: 4 }] }];
  const { draft } = taken(from(item, { authored: AT, extension: [notes] }));
  assert.equal(draft.assessedAt, AT);
  assert.deepEqual([draft.rows, draft.made], [{ g: ['3'] }, undefined]);
  const answer = draft.answers['p'];
  assert.ok(answer?.state === 'given' && answer.from.kind === 'accepted');
  assert.deepEqual([answer.at, answer.from.recordedOn], [AT, null]);
});

test('a row that another program copied with its name is still a row of its own', () => {
  const row = (value: string) => ({
    linkId: 'g',
    extension: [{ url: OWN_EXT.row, valueString: '1' }],
    item: [{ linkId: 'n', answer: [{ valueString: value }] }],
  });
  const { draft, unread } = taken(from([row('first'), row('second')]));
  assert.deepEqual(unread, []);
  assert.deepEqual(draft.rows, { g: ['1', '2'] });
  assert.deepEqual(Object.keys(draft.answers), ['n[1]', 'n[2]']);
});

test('answers to a form at another address are refused, also by a form that has no address itself', () => {
  const own = { ...FORM, id: 'phq2' };
  const why = (questionnaire: string, url?: string) =>
    readResponse(from([], { questionnaire }), own, { ...READ, ...(url === undefined ? {} : { url }) })
      .refused?.[0]?.why;
  assert.equal(why('https://a.example/Questionnaire/gds15'), 'another-form');
  assert.equal(why('https://a.example/forms/phq2'), 'another-form');
  assert.equal(why('https://a.example/forms/phq2', 'https://a.example/forms/phq2'), undefined);
  assert.equal(why('https://a.example/Questionnaire/phq2|1'), undefined);
  assert.equal(why('Questionnaire/phq2'), undefined);
});

test('a calculated choice is sent as its code, and reads back as the same total', () => {
  const level: FormItem = {
    id: 'level',
    type: 'choice',
    text: 'Level',
    options: [{ value: 'high', text: 'High', code: { system: 'urn:test', code: 'h', display: 'High' } }],
  };
  const same: FormItem = {
    id: 'same',
    type: 'total',
    text: 'Same',
    as: 'choice',
    expression: { op: 'answers', items: ['level'] },
  };
  const form = { ...FORM, items: [level, same] };
  const { draft } = answered(opened(form), 'level', { type: 'option', value: 'high' });
  const json = writeResponse(form, draft, WRITE);
  assert.match(
    JSON.stringify(json),
    /"linkId":"same","text":"Same","answer":\[\{"valueCoding":\{"system":"urn:test","code":"h","display":"High"\}\}\]/,
  );
  assert.deepEqual(taken(json, form).unread, []);
});

test('parts without a place in the draft are written back where they were', () => {
  const found = [
    {
      linkId: 'p',
      answer: [{ valueInteger: 4, item: [{ linkId: 'theirs', answer: [{ valueString: 'a' }] }] }],
    },
    {
      linkId: 'g',
      item: [
        { linkId: 'n', answer: [{ valueString: 'one' }] },
        { linkId: 'gone', answer: [{ valueString: 'b' }] },
      ],
    },
    { linkId: 'g', item: [{ linkId: 'gone', answer: [{ valueString: 'c' }] }] },
    { linkId: 'many', answer: [{ valueInteger: 1 }, { valueString: 'about two' }] },
    { linkId: 'elsewhere', item: [{ linkId: 'x', answer: [{ valueBoolean: true }] }] },
  ];
  const { draft, unread } = taken(from(found));
  const again = writeResponse(FORM, draft, { ...WRITE, unread });
  assert.deepEqual(bare(again['item']), found);
  // It stays so, however often the response is saved.
  const second = taken(again);
  assert.deepEqual(second.unread, unread);
});

test('a part that was put back does not hide a newer answer, which has settled the question', () => {
  for (const answer of [[{ valueString: 'about four' }], [{ valueInteger: 4 }, { valueInteger: 5 }]]) {
    const { draft, unread } = taken(from([{ linkId: 'p', answer }]));
    const state = answered(openForm(FORM, draft), 'p', { type: 'number', value: 4 });
    const again = taken(writeResponse(FORM, state.draft, { ...WRITE, unread }));
    assert.deepEqual(again.draft.answers, state.draft.answers);
    assert.deepEqual(again.unread, []);
  }
});

test('parts in a row that was taken away are not lost with it', () => {
  const found = [
    { linkId: 'g', item: [{ linkId: 'n', answer: [{ valueString: 'x' }] }, { linkId: 'gone' }] },
  ];
  const { draft, unread } = taken(from(found));
  const json = bare(writeResponse(FORM, { ...draft, answers: {}, rows: { g: [] } }, { ...WRITE, unread }));
  assert.ok(isObject(json));
  assert.deepEqual(json['item'], [{ linkId: 'gone' }]);
});
