import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerText } from '@ehch/clinical/assessment';
import { answerItem, openForm, startDraft, type NotGiven } from '@ehch/clinical/form';
import { writeResponse } from '../../../questionnaire/write-response.ts';
import { about, value, type Json } from '../../../record.fixtures.ts';

const form = (item: readonly Json[], fields: Json = {}) =>
  value('events', [
    about('QuestionnaireResponse', 'q', { status: 'completed', authored: '2026-11-01', item, ...fields }),
  ])[0];

test('a form shows every question with its answer, groups as headings, and unanswered questions', () => {
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

test('questions below an answer, files, addresses and records are shown', () => {
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

test('a question that was declined or could not be answered says so, and does not look forgotten', () => {
  const absent = (valueCode: string) => ({
    url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
    valueCode,
  });
  const found = form([
    { text: 'Weight', extension: [absent('asked-declined')] },
    { text: 'Height', extension: [absent('not-performed')] },
    { text: 'Harm', extension: [absent('masked')] },
    { text: 'Gait', item: [{ text: 'Speed', extension: [absent('asked-unknown')] }] },
    { text: 'Teeth' },
  ]);
  assert.deepEqual(
    found?.answers?.map(({ question, answer }) => `${question}: ${answer}`),
    [
      'Weight: declined',
      'Height: not performed',
      'Harm: withheld by the source',
      'Gait: null',
      'Speed: asked, and not known',
      'Teeth: null',
    ],
  );
});

test('the reason for a missing answer in our own form comes back in the words in which it was signed', () => {
  const items = ['refused', 'not-asked', 'not-known', 'unable'].map((id) => ({
    id,
    type: 'text' as const,
    text: id,
  }));
  const ours = { id: 'rounds', title: 'Weekly round', version: '1', items };
  const at = '2026-11-20T09:15:00Z';
  let state = openForm(ours, startDraft({ id: 'd', resident: 'r', form: ours, at }));
  const said = items.map(({ id }) => {
    const answer = { state: id, reason: 'in pain', at, by: null } as NotGiven;
    ({ state } = answerItem(state, id, answer));
    return `${id}: ${answerText(items[0] ?? assert.fail(), answer)}`;
  });
  const response = writeResponse(ours, state.draft, {
    status: 'completed',
    subject: 'Patient/p1',
    authored: at,
  });
  const [event] = value('events', [{ ...response, id: 'q' }]);
  assert.equal(event?.text, 'Weekly round');
  assert.equal(event.more, undefined, 'nothing of it is more in the record');
  assert.deepEqual(
    event.answers?.map(({ question, answer }) => `${question}: ${answer}`),
    said,
  );
  assert.equal(said[0], 'refused: not assessed: refused (in pain)');
});

test('another extension at the address of a form is not its title', () => {
  const odd = { url: 'https://example.org/ward', valueString: 'Ward 4' };
  const title = { url: 'http://hl7.org/fhir/StructureDefinition/display', valueString: 'Falls risk' };
  const questionnaire = 'https://example.org/Questionnaire/falls-risk';
  const item = [{ text: 'A?', answer: [{ valueString: 'x' }] }];
  assert.equal(
    form(item, { questionnaire, _questionnaire: { extension: [odd, title] } })?.text,
    'Falls risk',
  );
  assert.equal(form(item, { questionnaire, _questionnaire: { extension: [odd] } })?.text, 'Form falls-risk');
});

test('"unknown" is an answer, and an unreadable answer is not a missing one', () => {
  const NULL = 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor';
  const absent = {
    url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
    valueCode: 'asked-declined',
  };
  const found = form([
    { text: 'Smokes', answer: [{ valueCoding: { system: NULL, code: 'UNK', display: 'Unknown' } }] },
    { text: 'Drinks', answer: [{ extension: [absent] }] },
    { text: 'Score', answer: [{ valueQuantity: { unit: 'points' } }] },
    { text: 'Falls', answer: [{ valueInteger: '3' }] },
    { text: 'Pain', answer: [{ item: [{ text: 'Where', answer: [{ valueString: 'Knee' }] }] }] },
    { text: 'Sleep' },
  ]);
  assert.deepEqual(
    found?.answers?.map(({ question, answer }) => `${question}: ${answer}`),
    [
      'Smokes: not known',
      'Drinks: declined',
      'Score: an answer that could not be read',
      'Falls: an answer that could not be read',
      'Pain: null',
      'Where: Knee',
      'Sleep: null',
    ],
  );
});
