import { isPastProblem } from '@ehch/clinical';
import { problemsInOrder } from '@ehch/clinical/rules';
import { civilDayOf } from '@ehch/clinical/time';
import type { Problem } from '@ehch/clinical';
import type { CivilDate } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import { fact } from '../../internal/fact.ts';
import { factList } from '../../internal/fact-list.ts';
import { defineSection } from '../../internal/section-frame.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { data, joined, listed, plain, strong } from '../../internal/text.ts';
import { dated } from '../../internal/when.ts';

/** [P] As many as fit two lines at 320 px. */
const NAMED_IN_ROW = 3;

export const problems = defineSection({
  name: 'problems',
  title: 'Problems',
  summary: (value: readonly Problem[]) => {
    const past = value.filter(isPastProblem).length;
    const open = value.filter(({ status }) => status === 'not-stated').length;
    const counts = [
      `${value.length - past - open} active`,
      open === 0 ? null : `${open} not stated whether active`,
      past === 0 ? null : `${past} past`,
    ];
    return counts.filter((count) => count !== null).join(', ');
  },
  facts: (value: readonly Problem[]) => value,
  ownDates: true,
  row: (value) => {
    const now = problemsInOrder(value.filter((problem) => !isPastProblem(problem)));
    const named = now.slice(0, NAMED_IN_ROW).map(({ text }) => data(text));
    const more = now.length > NAMED_IN_ROW ? ` and ${now.length - NAMED_IN_ROW} more` : '';
    return html`${joined([html`<strong>${now.length}</strong>`, html`${listed(named)}${more}`])}`;
  },
  body: (value, around) => html`
    ${list(
      value.filter((problem) => !isPastProblem(problem)),
      around,
    )}
    ${
      value.some(isPastProblem)
        ? html`<p class="between">Past</p>
            ${list(value.filter(isPastProblem), around)}`
        : nothing
    }
  `,
});

function list(some: readonly Problem[], around: SectionSurroundings) {
  return factList(some, (problem) =>
    fact(joined(words(problem, around.today)), problem, around, { dateWord: dateWord(problem) }),
  );
}

function dateWord({ on, dated: which }: Problem): string {
  return on === null ? '' : which === 'recorded' ? 'recorded' : 'since';
}

function words(problem: Problem, today: CivilDate) {
  const { status, ended, endedWords } = problem;
  return [
    strong(problem.text),
    problem.verification ? strong(problem.verification) : null,
    data(problem.site ?? null),
    data(problem.severity),
    data(problem.stage ?? null),
    data(problem.weight ?? null),
    data(problem.category ?? null),
    status === 'active' ? null : status === 'not-stated' ? 'not stated whether active' : plain(status),
    // A day that is still to come is when it is meant to end.
    dated((civilDayOf(ended) ?? today) > today ? 'to end' : 'ended', ended),
    endedWords ? html`ended ${data(endedWords)}` : null,
    problem.onset ? html`began ${data(problem.onset)}` : null,
    problem.evidence ? html`told by ${data(problem.evidence)}` : null,
    dated('recorded', problem.recorded ?? null),
  ];
}
