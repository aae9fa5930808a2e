import assert from 'node:assert/strict';
import {
  answerItem,
  finishForm,
  formOfInstrument,
  instruments,
  openForm,
  startDraft,
  type Answer,
  type AnswerValue,
  type FinishedAssessment,
} from '@ehch/clinical';
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

/** What a person finished who answered this and nothing else. */
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
