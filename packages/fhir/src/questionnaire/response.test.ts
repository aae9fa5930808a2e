import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assessments } from '@ehch/clinical/assessment';
import {
  answerItem,
  formOfInstrument,
  openForm,
  startDraft,
  type Answer,
  type AnswerValue,
  type Draft,
  type FormDefinition,
  type FormState,
} from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import { questionnaireWith } from '../fhirpath/compile.fixtures.ts';
import { answeredAtRandom } from './random-answers.fixtures.ts';
import { readQuestionnaire } from './read-questionnaire.ts';
import { readResponse, type ResponseReading } from './read-response.ts';
import { writeResponse } from './write-response.ts';

const AT = '2026-11-21T14:20:00Z';
const WRITE = { status: 'in-progress', subject: 'Patient/17', authored: AT } as const;
const READ = { subject: 'Patient/17', resident: 'r1', id: 'new', at: AT } as const;

const { form: kinds } = readQuestionnaire(
  questionnaireWith("%resource.item.where(linkId='a').answer.value.weight()"),
);
if (kinds === null) throw new Error('no form');

const sent = (form: FormDefinition, { draft }: FormState): unknown =>
  JSON.parse(JSON.stringify(writeResponse(form, draft, WRITE)));

/** A draft without answers that are hidden or kept back, which are not sent. */
const shown = ({ draft, hidden }: FormState): Draft => ({
  ...draft,
  answers: Object.fromEntries(
    Object.entries(draft.answers).filter(([key]) => !hidden.has(key) && key !== 'safeguarding'),
  ),
});

function taken(reading: ResponseReading) {
  assert.ok(reading.draft !== null, JSON.stringify(reading));
  return reading;
}

test('a draft that was sent reads back the same: answers, rows, reasons, authors, dates', () => {
  const forms = [kinds, ...assessments, ...instruments.map((each) => formOfInstrument(each))];
  fc.assert(
    fc.property(fc.constantFrom(...forms), fc.nat(), fc.constantFrom(0.3, 0.7, 1), (form, seed, share) => {
      const state = answeredAtRandom(form, seed, share);
      const { draft, unread } = taken(readResponse(sent(form, state), form, READ));
      assert.deepEqual(draft, shown(state));
      assert.deepEqual(unread, []);
    }),
    { numRuns: 400 },
  );
});

test('another resident’s answers are refused, and so are answers without a subject', () => {
  const response = { resourceType: 'QuestionnaireResponse', status: 'completed' };
  const why = (subject: unknown, asked: string | null = 'https://a.example/fhir/Patient/17') =>
    readResponse({ ...response, subject }, kinds, { ...READ, subject: asked }).refused?.[0]?.why;
  for (const reference of [
    'Patient/18',
    'https://b.example/fhir/Patient/17',
    'Group/17',
    '#17',
    'urn:uuid:17',
    '',
  ])
    assert.equal(why({ reference }), 'wrong-resident', reference);
  assert.equal(why(undefined), 'wrong-resident');
  assert.equal(why({ identifier: { value: '9990000018' } }), 'wrong-resident');
  assert.equal(why({ reference: 'https://a.example/fhir/Patient/17' }, 'Patient/17'), 'wrong-resident');
  for (const reference of ['Patient/17', 'https://a.example/fhir/Patient/17/_history/2'])
    assert.equal(why({ reference }), undefined);
  assert.equal(why(undefined, null), undefined);
});

test('answers recorded by mistake, with a modifier, or to another form are refused', () => {
  const form = { ...kinds, id: 'https://a.example/Questionnaire/f' };
  const why = (more: object) =>
    readResponse(
      { resourceType: 'QuestionnaireResponse', subject: { reference: 'Patient/17' }, ...more },
      form,
      READ,
    ).refused?.[0]?.why;
  assert.equal(why({ status: 'entered-in-error' }), 'entered-in-error');
  assert.equal(why({ modifierExtension: [{}] }), 'unknown-modifier');
  assert.equal(why({ questionnaire: 'https://a.example/Questionnaire/g|1' }), 'another-form');
  assert.equal(why({ questionnaire: 'https://a.example/Questionnaire/f|0.9' }), undefined);
  assert.equal(why({ resourceType: 'Questionnaire' }), 'not-this-resource');
  const own = writeResponse(
    { ...kinds, id: 'other' },
    { ...answeredAtRandom(kinds, 1).draft, form: { id: 'other', version: '1' } },
    WRITE,
  );
  assert.equal(readResponse(own, form, READ).refused?.[0]?.why, 'another-form');
});

test('the reason for a missing answer is sent as FHIR has it, with our own words beside it', () => {
  for (const [state, code] of [
    ['unable', 'not-performed'],
    ['refused', 'asked-declined'],
    ['not-asked', 'not-asked'],
    ['not-known', 'asked-unknown'],
  ] as const) {
    const answer: Answer = { state, reason: 'asleep', at: AT, by: null };
    const response = sent(kinds, answerItem(opened(kinds), 'words', answer).state);
    assert.match(JSON.stringify(response), new RegExp(`"valueCode":"${code}"`));
    assert.deepEqual(taken(readResponse(response, kinds, READ)).draft.answers['words'], answer);
    // Another program sends FHIR's reason alone.
    const theirs = {
      linkId: 'words',
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: code }],
    };
    assert.equal(taken(readResponse(from(theirs), kinds, READ)).draft.answers['words']?.state, state);
  }
});

test('parts without a place are kept as they were found, and nothing is guessed', () => {
  const cases = [
    [{ linkId: 'gone', answer: [{ valueString: 'x' }] }, 'no-such-item'],
    [{ linkId: 'words', answer: [{ valueInteger: 1 }] }, 'does-not-fit'],
    [{ linkId: 'words', answer: [{ valueString: 'a' }, { valueString: 'b' }] }, 'too-many'],
    [{ linkId: 'a', answer: [{ valueCoding: { system: 'urn:other', code: 'c1' } }] }, 'does-not-fit'],
    [{ linkId: 'weight', answer: [{ valueQuantity: { value: 5, comparator: '<' } }] }, 'does-not-fit'],
    [{ linkId: 'words', answer: [{ valueString: 'x' }], modifierExtension: [{}] }, 'unknown-modifier'],
    [{ linkId: 'words', answer: [{ valueString: 'x', modifierExtension: [{}] }] }, 'unknown-modifier'],
    [{ linkId: 'g', item: [{ linkId: 'n', answer: [{ valueInteger: 1 }], comment: 'so' }] }, 'no-place'],
    [{ linkId: 'total', answer: [{ valueDecimal: 2 }] }, 'other-total'],
  ] as const;
  for (const [item, why] of cases) {
    const { draft, unread } = taken(readResponse(from(item), kinds, READ));
    assert.deepEqual(
      unread.map((each) => each.why),
      [why],
      JSON.stringify(item),
    );
    if (why !== 'no-place') assert.deepEqual(draft.answers, {});
    assert.notEqual(unread[0]?.json, undefined);
  }
});

test('a total that the answers give is no news, and one that they do not give is kept beside them', () => {
  const scored = { linkId: 'a', answer: [{ valueCoding: { system: 'urn:test', code: 'c2' } }] };
  const total = (valueDecimal: number) => ({ linkId: 'total', answer: [{ valueDecimal }] });
  assert.deepEqual(taken(readResponse(from(scored, total(2)), kinds, READ)).unread, []);
  assert.equal(taken(readResponse(from(scored, total(3)), kinds, READ)).unread[0]?.why, 'other-total');
});

test('a total that does not count everything yet says so', () => {
  const form: FormDefinition = {
    id: 'f',
    title: 'F',
    version: '1',
    items: [
      { id: 'p', type: 'integer', text: 'P' },
      { id: 'q', type: 'integer', text: 'Q' },
      {
        id: 't',
        type: 'total',
        text: 'T',
        as: 'integer',
        expression: { op: 'sum', of: { op: 'answers', items: ['p', 'q'] } },
      },
    ],
  };
  const half = answered(opened(form), 'p', [{ type: 'number', value: 3 }]);
  assert.match(JSON.stringify(sent(form, half)), /form-so-far","valueInteger":1/);
  const whole = answered(half, 'q', [{ type: 'number', value: 4 }]);
  assert.match(JSON.stringify(sent(form, whole)), /"valueInteger":7/);
  assert.doesNotMatch(JSON.stringify(sent(form, whole)), /form-so-far/);
});

test('rows of another program are counted from one, in their order', () => {
  const row = (valueDecimal: number) => ({
    linkId: 'rows',
    item: [{ linkId: 'm', answer: [{ valueDecimal }] }],
  });
  const { draft } = taken(readResponse(from(row(1), row(2), row(3)), kinds, READ));
  assert.deepEqual(draft.rows, { rows: ['1', '2', '3'] });
  assert.deepEqual(Object.keys(draft.answers), ['m[1]', 'm[2]', 'm[3]']);
});

test('a number in another unit is kept as given, with its value in the first unit', () => {
  const units = [
    { code: 'kg', text: 'kg', factor: 1 },
    { code: '[lb_av]', text: 'lb', factor: 0.45359237 },
  ];
  const form: FormDefinition = {
    id: 'f',
    title: 'F',
    version: '1',
    items: [{ id: 'w', type: 'quantity', text: 'W', units }],
  };
  const given = (quantity: object) => {
    const answer = taken(
      readResponse(from({ linkId: 'w', answer: [{ valueQuantity: quantity }] }), form, READ),
    ).draft.answers['w'];
    return answer?.state === 'given' ? answer.values[0] : undefined;
  };
  assert.deepEqual(given({ value: 100, code: '[lb_av]' }), {
    type: 'number',
    value: 45.359237,
    unit: 'kg',
    entered: { value: 100, unit: '[lb_av]' },
  });
  assert.deepEqual(given({ value: 60, unit: 'kg' }), { type: 'number', value: 60, unit: 'kg' });
  // The number as typed is beside the value. If somebody has corrected the value since, it is not the
  // number as typed.
  const pounds = { type: 'number', value: 45.359237, unit: 'kg', entered: { value: 100, unit: '[lb_av]' } };
  const answered = { ...ANSWERED, values: [pounds] } as Answer;
  const response = writeResponse(form, answerItem(opened(form), 'w', answered).state.draft, WRITE);
  const back = (json: string) => {
    const answer = taken(readResponse(JSON.parse(json), form, READ)).draft.answers['w'];
    return answer?.state === 'given' ? answer.values[0] : undefined;
  };
  const json = JSON.stringify(response);
  assert.deepEqual(back(json), pounds);
  const corrected = json.replace('"value":45.359237', '"value":54.4');
  assert.deepEqual(back(corrected), { type: 'number', value: 54.4, unit: 'kg' });
  // A missing unit is not "the usual one".
  assert.equal(given({ value: 60 }), undefined);
});

test('a refusal holds nothing about the resident', () => {
  const subject = { reference: 'Patient/9990000018', display: 'Testname' };
  const { refused } = readResponse({ resourceType: 'QuestionnaireResponse', subject }, kinds, READ);
  assert.doesNotMatch(JSON.stringify(refused), /9990000018|Testname/);
});

const ANSWERED = { state: 'given', at: AT, by: null, from: { kind: 'entered' } } as const;

test('any response ends in a draft or a refusal', () => {
  const leaf = fc.constantFrom<unknown>(null, 1, true, 'rows', 'm', 'a', 'total', 'yes', 'many', 'c1');
  const keys = fc.constantFrom(
    'linkId',
    'item',
    'answer',
    'valueDecimal',
    'valueCoding',
    'valueString',
    'code',
    'extension',
    'url',
  );
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 6 },
      leaf,
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(keys, tie('json'), { maxKeys: 5 }),
    ),
  }));
  fc.assert(
    fc.property(fc.array(json, { maxLength: 5 }), (item) => {
      const { draft } = readResponse({ resourceType: 'QuestionnaireResponse', item }, kinds, {
        ...READ,
        subject: null,
      });
      assert.ok(draft);
      openForm(kinds, draft);
    }),
    { numRuns: 1000 },
  );
});

function from(...item: readonly object[]): unknown {
  return {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    subject: { reference: 'Patient/17' },
    authored: AT,
    item,
  };
}

function opened(form: FormDefinition): FormState {
  return openForm(form, startDraft({ id: 'd', resident: 'r1', form, at: AT }));
}

function answered(state: FormState, key: string, values: readonly AnswerValue[]): FormState {
  return answerItem(state, key, { state: 'given', values, at: AT, by: null, from: { kind: 'entered' } })
    .state;
}
