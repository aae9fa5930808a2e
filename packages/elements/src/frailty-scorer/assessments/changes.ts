import {
  answerText,
  cgaFrailtyIndex,
  changesBetween,
  scoreChanges,
  totalText,
} from '@ehch/clinical/assessment';
import { instruments } from '@ehch/clinical/instruments';
import type {
  AnswerChange,
  AssessmentTemplate,
  AssessmentChanges,
  FinishedAssessment,
  ScoreChange,
} from '@ehch/clinical/assessment';
import type { Answer, FormState } from '@ehch/clinical/form';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../internal/heading.ts';
import { count, data } from '../../internal/text.ts';
import { day } from '../../internal/when.ts';
import { itemId, itemsOf } from '../items-of.ts';
import { press } from '../scorer-press.ts';
import type { SessionView } from '../session-view.ts';

const known = new WeakMap<FormState, readonly [FinishedAssessment, AssessmentChanges]>();

/** Since the last assessment, in one line, with a way to see only that. */
export function renderSinceLast(view: SessionView): TemplateResult | typeof nothing {
  const { session, screen } = view;
  if (session.previous === null) return nothing;
  const { scores, answers } = changesOf(session.previous, view);
  const told = scores.filter(isTold);
  const of = (what: AnswerChange['state'], words: string) => {
    const n = answers.filter((each) => each.state === what).length;
    return n === 0 ? [] : [`${n} ${words}`];
  };
  const line = [
    ...told.map(scoreLine),
    ...of('changed', 'changed'),
    ...of('new', 'new'),
    ...of('no-longer-answered', 'answered then and not now'),
  ];
  return html`<p class="card screen">
    Since ${day(session.previous.draft.assessedAt)}:
    ${line.length === 0 ? 'nothing is otherwise' : data(line.join(' · '))}
    <button type="button" ${press({ kind: 'show-only-changed' })}>
      ${screen.onlyChanged ? 'Show all questions' : 'Only what changed'}
    </button>
  </p>`;
}

/** Everything that is otherwise than the last time, answer by answer, and nothing else. */
export function renderOnlyChanges(view: SessionView): TemplateResult | typeof nothing {
  const { session, state, level } = view;
  if (session.previous === null) return nothing;
  const { scores, answers, noPlace } = changesOf(session.previous, view);
  const otherwise = answers.filter(({ state: what }) => what !== 'same');
  const told = scores.filter(isTold);
  return html`<section class="page" tabindex="-1" aria-labelledby="changes">
    ${heading(level + 1, 'changes', 'Only what changed')}
    ${otherwise.length + told.length === 0 ? html`<p>Nothing.</p>` : nothing}
    <ul class="facts">
      ${told.map((one) => html`<li class="fact">${data(scoreLine(one))}${partWords(one, state)}</li>`)}
      ${otherwise.map((change) => answerLine(change, state))}
    </ul>
    ${
      noPlace.length === 0
        ? nothing
        : html`<p class="aside">
            ${count(noPlace.length, 'answer')} of the last assessment had no place in this version, and cannot be
            compared.
          </p>`
    }
  </section>`;
}

function changesOf(last: FinishedAssessment, { state, template }: SessionView): AssessmentChanges {
  const before = known.get(state);
  if (before?.[0] === last) return before[1];
  const compared = changesBetween(last, state);
  const changes = {
    ...compared,
    scores: [
      ...compared.scores.filter(({ instrument }) => !isIndex(instrument, state)),
      ...indexChanges(last, state, template),
    ],
  };
  known.set(state, [last, changes]);
  return changes;
}

function isIndex(instrument: string, { form }: FormState): boolean {
  return instrument === `${form.id}-frailty-index`;
}

/** A template's own index is no instrument of the form: it is worked out anew, and compared as any other score. */
function indexChanges(
  last: FinishedAssessment,
  state: FormState,
  template: AssessmentTemplate | null,
): readonly ScoreChange[] {
  const now = template === null ? null : cgaFrailtyIndex(template, state);
  const before = last.scores.filter(({ instrument }) => isIndex(instrument, state));
  return scoreChanges(before, now === null ? [] : [now]);
}

/** What is the same is not told, nor of two incomplete results that they are. */
function isTold({ state, before, now }: ScoreChange): boolean {
  const isResult = (score: ScoreChange['now']) => score !== null && score.status !== 'incomplete';
  return state !== 'same' && (isResult(before) || isResult(now));
}

/** "Barthel 12 → 11", or why two results are not put beside each other. */
function scoreLine({ instrument, state, before, now }: ScoreChange): string {
  const title = instruments.find(({ id }) => id === instrument)?.title ?? 'CGA frailty index';
  const [was, is] = [before, now].map((score) => (score === null ? 'none' : totalText(score)));
  if (state === 'not-comparable') {
    const unstated = [before, now].some((score) => score?.version === 'not-stated');
    return `${title}: not comparable, ${unstated ? 'a version is not stated' : 'another version or scale'}`;
  }
  return `${title} ${was} → ${is}`;
}

function partWords({ instrument, items }: ScoreChange, { form }: FormState) {
  return items.map(({ item, before, now }) => {
    const question = itemsOf(form).get(`${instrument}/${item}`);
    const words = (value: unknown) =>
      ('options' in (question ?? {}) && question !== undefined && 'options' in question
        ? question.options?.find((option) => option.value === value)?.text
        : undefined) ?? String(value);
    return question === undefined
      ? nothing
      : html` <span class="meta">${data(question.text)}: ${data(`${words(before)} → ${words(now)}`)}</span>`;
  });
}

function answerLine({ key, before, now }: AnswerChange, state: FormState): TemplateResult {
  const { form } = state;
  const item = itemsOf(form).get(itemId(key));
  const words = (answer: Answer | null) =>
    answer === null ? 'not answered' : item === undefined ? answer.state : answerText(item, answer);
  // On screen alone: what is kept back is on no paper.
  const kept = item !== undefined && 'keptBack' in item && item.keptBack;
  return html`<li class=${kept ? 'fact screen' : 'fact'}>
    <button type="button" class="link" ${press({ kind: 'go-to', key })}>${data(item?.text ?? key)}</button>
    ${data(`${words(before)} → ${words(now)}`)}
  </li>`;
}
