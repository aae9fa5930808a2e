import { expect } from '@open-wc/testing';
import { EhchError } from '@ehch/clinical';
import { finishAssessment, type FinishedAssessment } from '@ehch/clinical/assessment';
import {
  answerItem,
  formOfInstrument,
  openForm,
  startDraft,
  type AnswerValue,
  type FormDefinition,
} from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import {
  draftFromResponse,
  finishedAssessmentResources,
  formFromQuestionnaire,
  questionnaireFromForm,
} from '../forms.ts';

const AT = '2026-11-20T09:15:00+00:00';
const BY = { name: 'S. Okafor', role: 'nurse' };

interface Entry {
  readonly fullUrl: string;
  readonly resource: { readonly resourceType: string; readonly [field: string]: unknown };
  readonly request: { readonly method: string; readonly url: string };
}

function formOf(id: string): FormDefinition {
  const instrument = instruments.find((each) => each.id === id);
  if (instrument === undefined) throw new Error(`no ${id}`);
  return formOfInstrument(instrument);
}

function finished(id: string, answers: Readonly<Record<string, AnswerValue>>): FinishedAssessment {
  const form = formOf(id);
  let state = openForm(form, startDraft({ id: 'd1', resident: 'p1', form, at: AT }), { instruments });
  for (const [item, value] of Object.entries(answers))
    ({ state } = answerItem(state, `${id}/${item}`, {
      state: 'given',
      values: [value],
      at: AT,
      by: BY,
      from: { kind: 'entered' },
    }));
  return finishAssessment(state, { at: '2026-11-20T09:30:00Z', by: BY, template: null });
}

const SET = {
  rr: { type: 'number', value: 22 },
  spo2: { type: 'number', value: 93 },
  scale: { type: 'option', value: '1' },
  oxygen: { type: 'boolean', value: true },
  sbp: { type: 'number', value: 104 },
  pulse: { type: 'number', value: 112 },
  acvpu: { type: 'option', value: 'C' },
  temp: { type: 'number', value: 38.4, unit: 'Cel' },
} as const satisfies Readonly<Record<string, AnswerValue>>;

const entriesOf = (bundle: Readonly<Record<string, unknown>>) => bundle['entry'] as readonly Entry[];
const references = (value: unknown): readonly string[] =>
  [...JSON.stringify(value).matchAll(/"reference":"([^"]*)"/g)].map(([, reference = '']) => reference);

describe('finishedAssessmentResources', () => {
  const form = formOf('news2');

  it('makes one transaction of the answers, readings, score and signature', () => {
    const bundle = finishedAssessmentResources(finished('news2', SET), { form, device: 'EHCH Kit 0.1.0' });
    const entries = entriesOf(bundle);
    const types = entries.map(({ resource }) => resource.resourceType);
    expect([bundle['type'], types[0], types.at(-1)]).to.deep.equal([
      'transaction',
      'QuestionnaireResponse',
      'Provenance',
    ]);
    expect(types.filter((type) => type === 'Observation')).to.have.length(8);
    for (const { resource, request } of entries)
      expect(request).to.deep.equal({ method: 'POST', url: resource.resourceType });
    expect(entries[0]?.resource['status']).to.equal('completed');
    expect(entries[0]?.resource['author']).to.deep.equal({ display: 'S. Okafor, nurse' });
  });

  it('refers only to the resident and to resources of its own', () => {
    const entries = entriesOf(finishedAssessmentResources(finished('news2', SET), { form }));
    const own = new Set(entries.map(({ fullUrl }) => fullUrl));
    expect(own.size).to.equal(entries.length);
    for (const reference of references(entries))
      expect(own.has(reference) || reference === 'Patient/p1').to.equal(true);
    const elsewhere = finishedAssessmentResources(finished('news2', SET), { form, subject: 'Patient/17' });
    expect(references(elsewhere)).to.not.contain('Patient/p1');
  });

  it('writes no total of an incomplete score', () => {
    const { temp: _, ...rest } = SET;
    const json = JSON.stringify(finishedAssessmentResources(finished('news2', rest), { form }));
    expect(json).to.not.contain('1104051000000101');
    const nothing = entriesOf(finishedAssessmentResources(finished('news2', {}), { form }));
    expect(nothing.map(({ resource }) => resource.resourceType)).to.deep.equal(['QuestionnaireResponse']);
  });

  it('refuses answers to another form or version, with an error that holds nothing of the resident', () => {
    for (const other of [formOf('4at'), { ...form, version: 'older' }]) {
      let error: unknown;
      try {
        finishedAssessmentResources(finished('news2', SET), { form: other });
      } catch (thrown) {
        error = thrown;
      }
      expect(error).to.be.instanceOf(EhchError);
      expect(String(error)).to.not.contain('p1');
    }
  });

  it('writes answers that can be read back into the same form', () => {
    const assessment = finished('news2', SET);
    const [first] = entriesOf(finishedAssessmentResources(assessment, { form }));
    const { draft } = draftFromResponse(first?.resource, form, {
      subject: 'Patient/p1',
      resident: 'p1',
      id: 'other',
      at: AT,
    });
    expect(draft?.answers).to.deep.equal(assessment.draft.answers);
  });
});

describe('questionnaireFromForm', () => {
  it('ends each instrument in a total that any program can calculate, and reads back', () => {
    const { form } = formFromQuestionnaire(JSON.parse(JSON.stringify(questionnaireFromForm(formOf('phq2')))));
    const [group] = form?.items ?? [];
    const last = group?.type === 'group' ? group.items.at(-1) : undefined;
    expect([last?.id, last?.type]).to.deep.equal(['phq2/calculated-total', 'total']);
  });
});
