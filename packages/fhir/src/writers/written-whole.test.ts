import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saidOfScore } from '@ehch/clinical/assessment';
import type { Answer, NotGiven } from '@ehch/clinical/form';
import { instruments, type Instrument } from '@ehch/clinical/instruments';
import type { Json } from '../record.fixtures.ts';
import { aboutScore } from './about-score.ts';
import type { Written } from './about.ts';
import {
  AT,
  finished,
  given,
  known,
  named,
  num,
  ofType,
  option,
  readBack,
  SET,
  TAKEN,
  text,
  write,
} from './finished.fixtures.ts';
import { writeAssessment } from './write-assessment.ts';

const every: readonly Instrument<never>[] = instruments;

test('a value that somebody corrected after signing does not keep the band of the signed value', () => {
  const corrected = (written: readonly Written[], value: Json) =>
    readBack(
      written.map(({ fullUrl, resource }) => ({
        fullUrl,
        resource: 'method' in resource ? { ...resource, ...value } : resource,
      })),
    );
  const signs = Object.fromEntries(
    (every.find(({ id }) => id === 'soft-signs')?.items ?? []).map(({ id }) => [id, given(option('no'))]),
  );
  const walk = write(finished('gait-speed', { metres: given(num(4)), seconds: given(num(8)) }));
  const [signed] = known(corrected(walk, {}).scores);
  assert.deepEqual([signed?.said.result, signed?.cautions], ['0.5 m/s (slow)', []]);
  const speed = { valueQuantity: { value: 1.2, unit: 'm/s', code: 'm/s' } };
  const [faster] = known(corrected(walk, speed).scores);
  assert.deepEqual([faster?.said.result, faster?.cautions], ['1.2 m/s', ['contradicts-itself']]);

  // A pathway is its own band, so the pathway in the record now is shown.
  const pathway = write(finished('purpose-t', { pathway: given(option('red')) }));
  const amber = { system: 'https://ehch-kit.example/CodeSystem/local', code: 'purpose-t/amber' };
  const [other] = known(corrected(pathway, { valueCodeableConcept: { coding: [amber] } }).scores);
  assert.deepEqual([other?.said.result, other?.cautions], ['amber', ['contradicts-itself']]);
  const watched = write(finished('soft-signs', signs));
  const [seen] = known(corrected(watched, { valueString: 'Sleepier than usual' }).scores);
  assert.deepEqual([seen?.said.beside, seen?.cautions], [['Sleepier than usual'], ['contradicts-itself']]);

  const efi = write(finished('efi', { score: given(num(0.15)) }));
  const [index] = known(corrected(efi, { valueQuantity: { value: 0.4, code: '1' } }).frailty).indices;
  assert.deepEqual([index?.value, index?.band], [0.4, 'severe']);
});

test('typed or pasted words are signed as they come back: plain, on one line, and not blank', () => {
  for (const [typed, read] of [
    ['  German\u000B ACB\r\nlist ', 'German ACB list'],
    ['list of \u202E2019\u200F', 'list of 2019'],
    ['5 of 6; \u{1F475}\u{1F3FD} – é', '5 of 6; \u{1F475}\u{1F3FD} – é'],
    ['\u00A0\u200B', null],
  ] as const) {
    const assessment = finished('acb', { total: given(num(4)), tool: given(text(typed)) });
    const words = read === null ? [] : [`by ${read}`];
    const [score] = assessment.scores;
    assert.ok(score);
    assert.deepEqual(saidOfScore(score, aboutScore('acb')).beside, words);
    assert.deepEqual(known(readBack(write(assessment)).scores)[0]?.said.beside, words);
  }
});

const notGiven = (state: NotGiven['state'], reason: string | null, by: NotGiven['by'] = null): NotGiven => ({
  state,
  reason,
  at: AT,
  by,
});

test('a measurement that was declined or could not be made is written with its reason, and is no gap when it comes back', () => {
  const carer = { name: 'A. Byrne', role: 'carer' };
  const written = write(
    finished('news2', {
      ...Object.fromEntries(Object.entries(SET).map(([item, value]) => [item, given(value)])),
      temp: notGiven('refused', ' asleep ', carer),
      sbp: notGiven('unable', null),
      pulse: notGiven('not-asked', null),
    }),
  );
  const absent = ofType(written, 'Observation').filter((each) => 'dataAbsentReason' in each);
  for (const each of absent) {
    assert.deepEqual(
      Object.keys(each).filter((field) => /^(value|component)/.test(field)),
      [],
    );
    assert.deepEqual(each['meta'], {
      profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Observation'],
    });
  }
  assert.equal(JSON.stringify(written).includes('1104051000000101'), false, 'no total');
  assert.deepEqual(
    known(readBack(written).news2).notMeasured?.map(({ name, why, notes, by, on }) => [
      name,
      why,
      (notes ?? []).map((note) => note.text),
      by?.name,
      on,
    ]),
    [
      ['Blood pressure', 'not performed', [], 'S. Okafor, nurse', AT],
      ['Temperature', 'declined', ['asleep'], 'A. Byrne, carer', AT],
    ],
  );
  const scales = write(finished('bmi', { kg: notGiven('refused', 'in pain'), heightM: given(num(1.62)) }));
  const { weights, notMeasured } = known(readBack(scales).weight);
  assert.deepEqual(
    [weights, notMeasured?.map(({ name, why }) => [name, why])],
    [[], [['Weight', 'declined']]],
  );
});

test('a weight of an unknown other day writes nothing if nobody knew it or asked for it', () => {
  const states = ['refused', 'unable', 'not-known', 'not-asked'] as const;
  for (const state of states)
    assert.deepEqual(write(finished('weight-change', { previousKg: notGiven(state, null) })), []);
  for (const state of ['not-known', 'not-asked'] as const)
    assert.deepEqual(write(finished('bmi', { kg: notGiven(state, null) })), []);
});

test('an impossible reading in a draft from elsewhere is no finding either', () => {
  const done = finished('news2', Object.fromEntries(Object.entries(SET).map(([k, v]) => [k, given(v)])));
  const [score] = done.scores;
  assert.ok(score);
  const answers = { ...done.draft.answers, 'news2/rr': given(num(5000)) };
  const withIt = {
    ...done,
    draft: { ...done.draft, answers },
    scores: [{ ...score, flags: ['impossible-rr'] }],
  };
  assert.doesNotMatch(JSON.stringify(write(withIt)), /86290005/);
  assert.match(JSON.stringify(write(withIt)), /364075005/, 'her pulse is one');

  const pressures = { lyingSbp: given(num(150)), lyingDbp: given(num(80)) };
  const lying = finished('orthostatic-bp', pressures);
  const [fall] = lying.scores;
  assert.ok(fall);
  assert.match(JSON.stringify(write(lying)), /85354-9/);
  // The flag does not always say which reading is impossible, so none of them is written.
  const refused = { ...lying, scores: [{ ...fall, flags: ['impossible-standing'] }] };
  assert.doesNotMatch(JSON.stringify(write(refused)), /85354-9/);
});

test('a pressure taken over from the record is in the record already', () => {
  const pressures = { lyingSbp: given(num(150), TAKEN), lyingDbp: given(num(80)) };
  const [reading] = named(write(finished('orthostatic-bp', pressures)), /85354-9/);
  assert.doesNotMatch(JSON.stringify(reading?.['component']), /8480-6/);
  assert.match(JSON.stringify(reading?.['component']), /8462-4/);
});

test('a pressure after standing up without a stated posture is not called standing', () => {
  const written = write(
    finished(
      'orthostatic-bp',
      { 'minute[1]': given(num(1)), 'sbp[1]': given(num(120)) },
      {
        'orthostatic-bp/standing': ['1'],
      },
    ),
  );
  const [reading] = named(written, /85354-9/);
  assert.match(
    JSON.stringify(reading?.['note']),
    /after getting up, posture not said, 1 min after getting up/,
  );
  assert.match(JSON.stringify(reading?.['extension']), /position\/not-stated/);
});

test('nobody is invented: without a signer the author of the Provenance is not stated', () => {
  const written = write({ ...finished('tug', { seconds: given(num(14)) }), by: null });
  const [provenance] = ofType(written, 'Provenance');
  assert.match(JSON.stringify(provenance?.['agent']), /"author"[^}]*}]},"who":{"display":"Not stated"}/);
  assert.doesNotMatch(JSON.stringify(provenance?.['agent']), /"enterer"/, 'nor is anybody who entered it');
  assert.equal('performer' in (ofType(written, 'Observation')[0] ?? {}), false);
});

test('two people who answered are each named for their findings, and both as having entered it, the signer by reference', () => {
  const carer = { name: 'A. Byrne', role: 'carer' };
  const nurse = { name: 'S. Okafor', role: 'nurse' };
  const said = (value: number, by: typeof carer): Answer => ({ ...given(num(value)), by });
  let made = 0;
  const done = finished('bmi', { kg: said(58.2, carer), heightM: said(1.62, nurse) });
  const written = writeAssessment(done, {
    subject: 'Patient/p1',
    performer: { reference: 'Practitioner/7' },
    newId: () => `id-${(made += 1)}`,
  });
  const performers = (code: RegExp) => named(written, code).map((each) => each['performer']);
  assert.deepEqual(performers(/29463-7/), [[{ display: 'A. Byrne, carer' }]]);
  assert.deepEqual(performers(/8302-2/), [[{ reference: 'Practitioner/7' }]]);
  assert.deepEqual(performers(/39156-5/), [
    [{ display: 'A. Byrne, carer' }, { reference: 'Practitioner/7' }],
  ]);
  const [provenance] = ofType(written, 'Provenance');
  const agents = provenance?.['agent'] as readonly { type: unknown; who: unknown }[];
  const whoOf = (role: string) =>
    agents.filter(({ type }) => JSON.stringify(type).includes(role)).map(({ who }) => who);
  assert.deepEqual(whoOf('author'), [{ reference: 'Practitioner/7' }]);
  assert.deepEqual(whoOf('enterer'), [{ display: 'A. Byrne, carer' }, { display: 'S. Okafor, nurse' }]);
});

test('an answer that a form filled in by itself was found by nobody: whoever answered the rest is named alone', () => {
  const carer = { name: 'A. Byrne', role: 'carer' };
  const other = { name: 'Form maker', role: null };
  const filled: Answer = { ...given(num(1.62), { kind: 'initial' }), by: other };
  const written = write(finished('bmi', { kg: { ...given(num(58.2)), by: carer }, heightM: filled }));
  const [index] = named(written, /39156-5/);
  assert.deepEqual(index?.['performer'], [{ display: 'A. Byrne, carer' }]);
});
