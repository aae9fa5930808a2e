import { formatDate } from '../../../display/date.ts';
import { withDoubt } from '../../../display/doubt.ts';
import { isPastProblem, type Problem } from '../../../resident/problem.ts';
import type { ResidentView } from '../../../resident/view.ts';
import { conditionNamed, dementiaNamed } from './condition-names.ts';
import { factOf, listAsOf, recordedIn, type FactReaders, type RowReader } from '../recorded-fact.ts';

/**
 * The problem list. What it holds may be ticked; what it does not hold is never taken for absent: that takes a person who
 * says that these are all.
 */
export const problemFacts: FactReaders = {
  conditions: (view) => {
    const named = activeProblems(view).flatMap((problem) => {
      const condition = isSure(problem) ? conditionNamed(problem.text) : null;
      return condition === null ? [] : [{ problem, condition }];
    });
    if (named.length === 0) return null;
    return {
      value: [...new Set(named.map(({ condition }) => condition))],
      text: named.map(({ problem }) => withDay(problem)).join('; '),
      on: listAsOf(view, 'problems'),
      source: view.sourceLabel,
    };
  },
  dementia: (view) => {
    const [first] = dementias(view);
    return first === undefined ? null : factOf(first.problem, 'yes', first.problem.text);
  },
  'dementia-kind': (view) => {
    const kinds = dementias(view);
    const [first] = kinds;
    // Two kinds side by side are not for this program to make one of.
    const one = new Set(kinds.flatMap(({ kind }) => kind ?? [])).size === 1;
    const kind = kinds.find((each) => each.kind !== null)?.kind ?? null;
    return first === undefined || !one || kind === null
      ? null
      : factOf(first.problem, kind, first.problem.text);
  },
};

/** As much as the question for the name of a problem takes. */
const MOST_LETTERS = 100;

/** Each active problem, in the record's own words. */
export const problemRows: RowReader = (view) =>
  activeProblems(view).flatMap((problem) => {
    const fact = factOf(problem, problem.text, problem.text);
    if (fact === null) return [];
    const severity = /^(mild|moderate|severe)$/i.test(problem.severity ?? '') ? problem.severity : null;
    const { text, on, source } = fact;
    return [
      {
        says: {
          // What was shown is what is taken. Where that is too long, its notes stay behind, and never its doubt.
          'problem-name': text.length <= MOST_LETTERS ? text : withDoubt(problem.text, problem),
          ...(severity === null ? {} : { 'problem-severity': severity.toLowerCase() }),
        },
        text: severity === null ? text : `${text}, ${severity.toLowerCase()}`,
        on,
        source,
      },
    ];
  });

function activeProblems(view: ResidentView): readonly Problem[] {
  return (recordedIn(view, 'problems') ?? []).filter((problem) => !isPastProblem(problem));
}

/** Nothing in the record puts it in doubt. */
function isSure({ cautions }: Problem): boolean {
  return cautions.length === 0;
}

function dementias(view: ResidentView) {
  return activeProblems(view).flatMap((problem) => {
    const named = isSure(problem) ? dementiaNamed(problem.text) : null;
    return named === null ? [] : [{ problem, kind: named.kind }];
  });
}

function withDay({ text, on }: Problem): string {
  return on === null ? text : `${text} (${formatDate(on)})`;
}
