import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, content, value, type Json } from '../../../record.fixtures.ts';

const yes = { valueCoding: { code: 'yes', display: 'Yes' } };
const form = (item: readonly Json[], fields: Json = {}) =>
  about('QuestionnaireResponse', 'q', { status: 'completed', authored: '2026-11-01', item, ...fields });
const told = (...forms: readonly Json[]) => value('limits', forms).decisions.map(({ text }) => text);

test('the answers of an assessment about limits of treatment are shown among them, and in the assessment', () => {
  const assessment = form([
    {
      text: 'Wishes',
      item: [
        {
          text: 'Advance decision to refuse treatment',
          answer: [
            { ...yes, item: [{ text: 'Where the original is', answer: [{ valueString: 'Office' }] }] },
          ],
        },
        { text: 'ReSPECT form', answer: [{ valueCoding: { code: 'no', display: 'No' } }] },
        { text: 'Preferred place of care and death', answer: [{ valueString: 'This home' }] },
        { text: 'Sleep', answer: [{ valueString: 'Poor' }] },
      ],
    },
  ]);
  assert.deepEqual(told(assessment).toSorted(), [
    'Wishes: Advance decision to refuse treatment: Where the original is: Office',
    'Wishes: Advance decision to refuse treatment: Yes',
    'Wishes: Preferred place of care and death: This home',
    'Wishes: ReSPECT form: No',
  ]);
  assert.equal(value('events', [assessment])[0]?.answers?.length, 6);
});

test('an answer that there is no advance decision refuses nothing', () => {
  const kindOf = (answer: Json) =>
    value('limits', [
      form([{ text: 'Advance decision to refuse treatment', answer: [answer] }]),
    ]).decisions.map(({ kind }) => kind);
  assert.deepEqual(kindOf(yes), ['refusal-of-treatment']);
  assert.deepEqual(kindOf({ valueBoolean: false }), ['other']);
  assert.deepEqual(kindOf({ valueCoding: { code: 'no', display: 'No' } }), ['other']);
});

test('a form without any of these leaves the limits not recorded', () => {
  const survey = form([{ text: 'Treated with respect', answer: [yes] }]);
  assert.equal(content('limits', [survey]).kind, 'not-recorded');
});

test('two forms about the limits are both shown if neither is surely the newer', () => {
  const plan = (id: string, words: string, fields: Json = {}) => ({
    ...form([{ text: 'ReSPECT', item: [{ text: 'Hospital', answer: [{ valueString: words }] }] }], fields),
    id,
    questionnaire: 'https://example.org/Questionnaire/respect',
  });
  const old = plan('old', 'Admit', { authored: '2025-01-01' });
  assert.deepEqual(
    told(plan('a', 'Not for hospital'), plan('b', 'Ask first', { authored: '2026-11' }), old).toSorted(),
    ['Hospital: Ask first', 'Hospital: Not for hospital'],
  );
  assert.deepEqual(
    told(plan('a', 'Not for hospital'), plan('b', 'Undated', { authored: undefined })).length,
    2,
  );
});

test('a form under a condition not understood replaces no older one', () => {
  const plan = (id: string, words: string, fields: Json) => ({
    ...form([{ text: 'ReSPECT', item: [{ text: 'Hospital', answer: [{ valueString: words }] }] }], fields),
    id,
    questionnaire: 'https://example.org/Questionnaire/respect',
  });
  const modifierExtension = [{ url: 'https://vendor.example/x', valueBoolean: true }];
  const all = [
    plan('old', 'Admit', { authored: '2025-01-01' }),
    plan('new', 'Ask first', { modifierExtension }),
  ];
  assert.deepEqual(told(...all), ['Hospital: Ask first', 'Hospital: Admit']);
});

test('an answer about the resident under a condition not understood replaces no older one', () => {
  const about = (id: string, words: string, fields: Json) => ({
    ...form([{ text: 'What is most important to me', answer: [{ valueString: words }] }], fields),
    id,
  });
  const modifierExtension = [{ url: 'https://vendor.example/x', valueBoolean: true }];
  const { entries } = value('aboutMe', [
    about('old', 'My dog', { authored: '2025-01-01' }),
    about('new', 'My cat', { modifierExtension }),
  ]);
  assert.equal(entries.length, 2);
});
