import { templateOf, type FinishedAssessment } from '@ehch/clinical/assessment';
import { formOfInstrument, startDraft } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import type { Author } from '@ehch/clinical';
import type { Answer, AnswerValue, Draft, FormDefinition } from '@ehch/clinical/form';
import { NOW } from '../resident-summary/resident-summary.fixtures.ts';

export const NURSE: Author = { name: 'Grace Mensah', role: 'registered nurse' };

/** What a form of one resident holds. Strings are options, but for questions that ask for words. */
export function draftOf(
  form: FormDefinition,
  answers: Readonly<Record<string, string | number | boolean | AnswerValue | Answer>>,
  resident = 'resident-1',
): Draft {
  const start = startDraft({ id: `draft-${form.id}`, resident, form, at: NOW });
  return {
    ...start,
    answers: {
      ...start.answers,
      ...Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, answer(value)])),
    },
  };
}

function answer(value: string | number | boolean | AnswerValue | Answer): Answer {
  if (typeof value === 'object' && 'state' in value) return value;
  return { state: 'given', values: [valueOf(value)], at: NOW, by: NURSE, from: { kind: 'entered' } };
}

function valueOf(value: string | number | boolean | AnswerValue): AnswerValue {
  if (typeof value === 'object') return value;
  if (typeof value === 'number') return { type: 'number', value };
  return typeof value === 'boolean' ? { type: 'boolean', value } : { type: 'option', value };
}

export function formNamed(id: string): FormDefinition {
  const instrument = instruments.find((one) => one.id === id);
  const form = instrument === undefined ? templateOf(id) : formOfInstrument(instrument);
  if (form === null) throw new Error(`No form of this name: ${id}`);
  return form;
}

/** Observations as somebody signed them. `values`: as a form gives them to the score. */
export function signedNews2(
  values: Readonly<Record<string, unknown>>,
  { resident = 'resident-1', assessedAt = NOW }: { resident?: string; assessedAt?: string | null } = {},
): FinishedAssessment {
  const score = instruments.find(({ id }) => id === 'news2')?.score({ ...values, assessedAt });
  if (score === undefined) throw new Error('No score.');
  return {
    draft: draftOf(formNamed('news2'), {}, resident),
    scores: [score],
    totals: {},
    problems: [],
    days: {},
    finishedAt: NOW,
    by: NURSE,
  };
}

/** What a colleague said of the same questions, apart from each other. */
export const disputedDraft: Draft = (() => {
  const draft = draftOf(formNamed('cga'), { transfers: 'one', safeguarding: 'yes', sleep: 'poor' });
  const said = (value: string, name: string): Answer => ({
    state: 'given',
    values: [{ type: 'option', value }],
    at: NOW,
    by: { name, role: 'nurse' },
    from: { kind: 'entered' },
  });
  return {
    ...draft,
    disputed: {
      answers: {
        swallow: [said('good', 'Ben Okafor'), said('difficult', 'Grace Mensah')],
        pain: [null, said('yes', 'Ben Okafor')],
      },
      decisions: {},
      assessedAt: { kept: NOW, said: ['2026-11-20T09:00:00Z', '2026-11-21T10:00:00Z'] },
    },
  };
})();
