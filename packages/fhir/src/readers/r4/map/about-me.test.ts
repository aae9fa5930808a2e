import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templateOf } from '@ehch/clinical/assessment';
import { answerItem, openForm, startDraft } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import { formPlaces } from '../../../care-plan/form-line.ts';
import { PLAN_FORM } from '../../../care-plan/plan-codes.ts';
import { ABOUT_ME_HEADINGS, ABOUT_ME_TITLES } from '../../../codes/about-me.ts';
import { EXTENSION } from '../../../codes/systems.ts';
import { writeResponse } from '../../../questionnaire/write-response.ts';
import { about, build, content, PATIENT, type Json, value } from '../../../record.fixtures.ts';

const COMMUNICATION = '1515881000000107';
const response = (id: string, authored: string, item: readonly Json[]) =>
  about('QuestionnaireResponse', id, { status: 'completed', authored, item });
const told = (...responses: readonly Json[]) =>
  value('aboutMe', responses).entries.map(({ heading, text }) => [heading, text]);

test('an answer under another answer of About Me is shown with its question', () => {
  const below = { linkId: 'x', text: 'Which ear?', answer: [{ valueString: 'Left' }] };
  for (const item of [
    { linkId: COMMUNICATION, answer: [{ valueString: 'Hearing aid', item: [below] }] },
    { linkId: COMMUNICATION, answer: [{ valueString: 'Hearing aid' }], item: [below] },
  ])
    assert.deepEqual(told(response('a', '2026-01-01', [item])), [
      ['communication', 'Hearing aid'],
      ['communication', 'Which ear?: Left'],
    ]);
});

test('answers under a part without its own answer belong to that part', () => {
  const group = {
    linkId: 'g',
    definition: `https://example.org/about-me#${COMMUNICATION}`,
    item: [{ linkId: '1', text: 'Language', answer: [{ valueString: 'Welsh' }] }],
  };
  assert.deepEqual(told(response('a', '2026-01-01', [group])), [['communication', 'Language: Welsh']]);
});

test('questions of an About Me form outside its parts are shown among the events', () => {
  const item = [
    { linkId: COMMUNICATION, answer: [{ valueString: 'Speak up' }] },
    { linkId: 'x', text: 'Likes to be called', answer: [{ valueString: 'Peg' }] },
  ];
  const form = response('a', '2026-01-01', item);
  assert.deepEqual(told(form), [['communication', 'Speak up']]);
  const [event] = value('events', [form]);
  assert.ok(event?.answers?.some(({ answer }) => answer === 'Peg'));
});

test('a declined answer is shown, and does not replace what the resident said before', () => {
  const declined = {
    linkId: COMMUNICATION,
    extension: [{ url: EXTENSION.dataAbsentReason, valueCode: 'asked-declined' }],
  };
  const said = { linkId: COMMUNICATION, answer: [{ valueString: 'Speak up' }] };
  assert.deepEqual(told(response('new', '2026-06-01', [declined]), response('old', '2026-01-01', [said])), [
    ['communication', 'declined'],
    ['communication', 'Speak up'],
  ]);
});

test('an answer that is a picture, a film or another record is shown', () => {
  const item = (answer: Json) => response('a', '2026-01-01', [{ linkId: COMMUNICATION, answer: [answer] }]);
  assert.deepEqual(told(item({ valueAttachment: { title: 'My passport' } })), [
    ['communication', 'My passport'],
  ]);
  assert.deepEqual(told(item({ valueReference: { reference: 'DocumentReference/9' } })), [
    ['communication', 'in another record, not shown here'],
  ]);
});

test('answers to our own assessment are shown in About Me, and the assessment among the events', () => {
  const cga = templateOf('cga') ?? assert.fail();
  const at = '2026-11-20T09:15:00Z';
  const start = startDraft({ id: 'd', resident: 'p1', form: cga, at });
  const { state } = answerItem(openForm(cga, start, { instruments }), 'communication', {
    state: 'given',
    values: [{ type: 'text', value: 'Speak up' }],
    at,
    by: null,
    from: { kind: 'entered' },
  });
  const options = { status: 'completed', subject: 'Patient/p1', authored: at, state } as const;
  const form = { ...writeResponse(cga, state.draft, options), id: 'q' };
  assert.deepEqual(told(form), [['communication', 'Speak up']]);
});

test('each part of our own assessment is known by its title, and has the code of its part', () => {
  const cga = templateOf('cga') ?? assert.fail();
  const group = cga.items.find(({ id }) => id === 'about-me');
  assert.ok(group?.type === 'group');
  assert.equal(group.items.length, 7);
  for (const item of group.items) {
    const code = ('codes' in item && item.codes?.[0]?.code) || '';
    assert.equal(ABOUT_ME_TITLES.get(item.text.toLowerCase()), ABOUT_ME_HEADINGS.get(code), item.text);
  }
});

test('a part is known by the code at the end of its linkId', () => {
  const item = { linkId: `/about/${COMMUNICATION}`, answer: [{ valueString: 'Speak up' }] };
  assert.deepEqual(told(response('a', '2026-01-01', [item])), [['communication', 'Speak up']]);
});

test('answers that are not surely older stay: of the same day, and without a day', () => {
  const said = (words: string) => [{ linkId: COMMUNICATION, answer: [{ valueString: words }] }];
  const { authored: _, ...undated } = response('c', '2026-01-01', said('Undated'));
  assert.deepEqual(
    told(
      response('a', '2026-01-01', said('A')),
      response('b', '2026-01-01', said('B')),
      undated,
      response('old', '2025-01-01', said('Old')),
    ).map(([, text]) => text),
    ['A', 'B', 'Undated'],
  );
});

test('a statement of About Me that is a line of the plan is said once, and is no event', () => {
  const fields = { heading: 'communication', text: 'Speak into my left ear', saidBy: 'resident' };
  const item = formPlaces('about-me', fields).flatMap(({ value: one }) => (one === undefined ? [] : [one]));
  const line = { ...response('a', '2026-01-01', item as readonly Json[]), questionnaire: `${PLAN_FORM}|1` };
  assert.deepEqual(told(line), [['communication', 'Speak into my left ear']]);
  assert.equal(content('events', [line]).kind, 'not-recorded');
});

test('an answer with a day to come stands behind what is said today, whatever their ids', () => {
  const said = (text: string) => [{ linkId: COMMUNICATION, answer: [{ valueString: text }] }];
  for (const [today, ahead] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const)
    assert.deepEqual(
      told(
        response(ahead, '2027-01-01', said('Sign language')),
        response(today, '2026-01-01', said('Speak up')),
      ),
      [
        ['communication', 'Speak up'],
        ['communication', 'Sign language'],
      ],
    );
});

test('how well a language is spoken stands beside it', () => {
  const speaks = (...parts: readonly Json[]) =>
    build([], {
      resources: [
        {
          ...PATIENT,
          communication: [
            {
              language: { text: 'English' },
              extension: [
                { url: 'http://hl7.org/fhir/StructureDefinition/patient-proficiency', extension: parts },
              ],
            },
          ],
        },
      ],
    }).view.sections.aboutMe;
  const level = (valueCoding: Json) => ({ url: 'level', valueCoding });
  const nameOf = (section: ReturnType<typeof speaks>) =>
    section.state === 'known' && section.content.kind === 'recorded'
      ? section.content.value.languages.map(({ name }) => name)
      : null;
  const system = 'http://terminology.hl7.org/CodeSystem/v3-LanguageAbilityProficiency';
  assert.deepEqual(nameOf(speaks(level({ system, code: 'P', display: 'Poor' }))), [
    'English (proficiency: Poor)',
  ]);
  assert.deepEqual(
    nameOf(
      speaks(level({ system, code: 'P' }), { url: 'type', valueCoding: { display: 'Received spoken' } }),
    ),
    ['English (proficiency: poor, Received spoken)'],
  );
  // Of another system, nobody here knows what the letter means.
  const elsewhere = level({ system: 'http://place.example/levels', code: 'P' });
  assert.deepEqual(nameOf(speaks(elsewhere)), ['English (proficiency: P)']);
  assert.deepEqual(nameOf(speaks()), ['English']);
});
