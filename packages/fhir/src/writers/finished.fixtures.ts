import assert from 'node:assert/strict';
import { finishForm, type FinishedAssessment } from '@ehch/clinical/assessment';
import {
  answerItem,
  formOfInstrument,
  openForm,
  startDraft,
  type Answer,
  type AnswerValue,
} from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import { build, type Json } from '../record.fixtures.ts';
import type { Written } from './about.ts';
import { writeAssessment } from './write-assessment.ts';

export const AT = '2026-11-20T09:15:00+00:00';
const ENTERED = { kind: 'entered' } as const;

export const num = (value: number): AnswerValue => ({ type: 'number', value });
export const option = (value: string): AnswerValue => ({ type: 'option', value });
export const bool = (value: boolean): AnswerValue => ({ type: 'boolean', value });
export const text = (value: string): AnswerValue => ({ type: 'text', value });
export const given = (
  value: AnswerValue,
  from: Extract<Answer, { state: 'given' }>['from'] = ENTERED,
): Answer => ({
  state: 'given',
  values: [value],
  at: AT,
  by: null,
  from,
});

/** A finished assessment with these answers and nothing else. */
export function finished(
  id: string,
  answers: Readonly<Record<string, Answer>>,
  rows: Readonly<Record<string, readonly string[]>> = {},
): FinishedAssessment {
  const instrument = instruments.find((each) => each.id === id);
  assert.ok(instrument);
  const form = formOfInstrument(instrument);
  let state = openForm(
    form,
    { ...startDraft({ id: 'd1', resident: 'p1', form, at: AT }), rows },
    { instruments },
  );
  for (const [item, answer] of Object.entries(answers))
    ({ state } = answerItem(state, `${id}/${item}`, answer));
  return {
    ...finishForm(state, { at: '2026-11-20T09:30:00Z', by: { name: 'S. Okafor', role: 'nurse' } }),
    scores: [...state.scores.values()],
  };
}

let made = 0;
export const write = (assessment: FinishedAssessment) =>
  writeAssessment(assessment, {
    subject: 'Patient/p1',
    derivedFrom: ['urn:uuid:response'],
    device: 'EHCH Kit 0.1.0',
    newId: () => `id-${(made += 1)}`,
  });

export const ofType = (written: readonly Written[], type: string) =>
  written.map(({ resource }) => resource).filter((resource) => resource['resourceType'] === type);

export const SET = {
  rr: num(22),
  spo2: num(93),
  oxygen: bool(true),
  sbp: num(104),
  pulse: num(112),
  acvpu: option('C'),
  temp: num(38.4),
};

export const TAKEN = { kind: 'accepted', recordedOn: '2026-03-01', source: 'Shared record' } as const;

/** The view that this product's reader makes of what was written. */
export const readBack = (written: readonly Written[]) =>
  build(
    written.map(({ fullUrl, resource }) => ({
      fullUrl,
      resource: { ...resource, id: fullUrl.slice(9) },
    })) as Json[],
  ).view.sections;

/** The value of a section that must be recorded. */
export function known<T>(section: { state: string; content?: { kind: string; value?: T } }): T {
  assert.equal(section.state, 'known');
  assert.ok(section.content?.value !== undefined);
  return section.content.value;
}

/** The Observations whose code matches. */
export const named = (written: readonly Written[], text: RegExp) =>
  ofType(written, 'Observation').filter((each) => text.test(JSON.stringify(each['code'])));
