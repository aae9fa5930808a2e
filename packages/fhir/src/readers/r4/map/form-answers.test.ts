import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, value, type Json } from '../../../record.fixtures.ts';

const form = (item: readonly Json[], fields: Json = {}) =>
  value('events', [
    about('QuestionnaireResponse', 'q', { status: 'completed', authored: '2026-11-01', item, ...fields }),
  ])[0];

test('a form tells every question with its answer, groups as headings, and what nobody answered', () => {
  const found = form([
    {
      linkId: 'g',
      text: 'Falls',
      item: [
        { linkId: '1', text: 'Fallen this year?', answer: [{ valueBoolean: false }] },
        { linkId: '2', text: 'When?', answer: [{ valueDate: '2025-03-04' }] },
        { linkId: '3', text: 'Aids', answer: [{ valueString: 'Frame' }, { valueString: 'Stick' }] },
        { linkId: '4', text: 'Speed', answer: [{ valueQuantity: { value: 0.8, unit: 'm/s' } }] },
        { linkId: '5', text: 'Glasses?' },
      ],
    },
  ]);
  assert.equal(found?.text, 'Falls');
  assert.deepEqual(found?.answers, [
    { question: 'Falls', answer: null, heading: true },
    { question: 'Fallen this year?', answer: 'No' },
    { question: 'When?', answer: '04-Mar-2025' },
    { question: 'Aids', answer: 'Frame, Stick' },
    { question: 'Speed', answer: '0.8 m/s' },
    { question: 'Glasses?', answer: null },
  ]);
});

test('questions below an answer, files, addresses and records are told', () => {
  const found = form([
    {
      text: 'Pain?',
      answer: [{ valueBoolean: true, item: [{ text: 'Where?', answer: [{ valueString: 'Knee' }] }] }],
    },
    { text: 'Photo', answer: [{ valueAttachment: { title: 'Left heel' } }] },
    { text: 'Scan', answer: [{ valueAttachment: {} }] },
    { text: 'Page', answer: [{ valueUri: 'https://example.org/leaflet' }] },
    { text: 'By', answer: [{ valueReference: { reference: 'Practitioner/x' } }] },
    { text: 'Date', answer: [{ valueDate: 'last spring' }] },
  ]);
  assert.deepEqual(
    found?.answers?.map(({ question, answer }) => `${question} ${answer}`),
    [
      'Pain? Yes',
      'Where? Knee',
      'Photo Left heel',
      'Scan in another record, not shown here',
      'Page https://example.org/leaflet',
      'By in another record, not shown here',
      'Date last spring',
    ],
  );
});

test('a form is named by the title beside its address, its only group, or what the address ends in', () => {
  const item = [{ text: 'A?', answer: [{ valueString: 'x' }] }];
  const questionnaire = 'https://example.org/Questionnaire/falls-risk|2';
  const named = { questionnaire, _questionnaire: { extension: [{ valueString: 'Falls risk' }] } };
  assert.equal(form(item, named)?.text, 'Falls risk');
  assert.equal(form(item, { questionnaire })?.text, 'Form falls-risk');
  assert.equal(form(item)?.text, 'Form');
});

test('a form that was stopped says so, and one in progress is unconfirmed', () => {
  assert.deepEqual(form([], { status: 'stopped' })?.notDone, { why: 'stopped before it was finished' });
  assert.deepEqual(form([], { status: 'in-progress' })?.cautions, ['unconfirmed']);
});
