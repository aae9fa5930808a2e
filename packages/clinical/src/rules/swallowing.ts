import type { SwallowingAdvice } from '../resident/measurements.ts';
import type { Medicine } from '../resident/medicine.ts';
import { isPastProblem, type Problem } from '../resident/problem.ts';
import { undisputedIn } from '../resident/undisputed.ts';
import type { SectionName } from '../resident/sections.ts';
import type { ResidentView } from '../resident/view.ts';
import type { Section } from '../section.ts';
import { spanOf } from '../time/partial-date.ts';
import type { CivilDate } from '../time/types.ts';

/** What the record says about swallowing, in any section. */
export interface SwallowingFacts {
  /** The latest advice that is not dated in the future. */
  readonly advice: SwallowingAdvice | null;
  /** Earlier advice with a level that the latest leaves out, such as food if the latest is only about drinks. */
  readonly alsoAdvised: readonly SwallowingAdvice[];
  /** Thickeners on the medicine list that are in use. */
  readonly thickeners: readonly Medicine[];
  /** Problems that name a difficulty with swallowing. */
  readonly problems: readonly Problem[];
  /** Sections that could say more, but could not be read or hold records that disagree. */
  readonly notKnown: readonly SectionName[];
}

/** [P] Words for a difficulty with swallowing, or for its treatment. */
const DIFFICULTY =
  /\b(dysphagi\w*|swallow\w*|IDDSI|thickened (fluids?|drinks?|liquids?)|nil by mouth|NBM|(PEG|RIG|gastrostomy|tube)[- ]fe(d|eding)|aspiration (pneumonia|risk)|risk of (choking|aspiration)|choking risk)\b/i;

/**
 * Collects what is known about swallowing: advice with its levels, thickeners on the medicine list, and problems
 * that name it. A thickener without advice is shown as such: somebody found that the resident needs it, but recorded
 * no level.
 */
export function swallowingFacts(view: ResidentView, today: CivilDate): SwallowingFacts {
  const given = (undisputedIn(view, 'function')?.swallowing ?? []).filter(
    ({ on }) => (spanOf(on)?.from ?? '') <= today,
  );
  const [advice = null] = given;
  const medicines = undisputedIn(view, 'medicines')?.medicines ?? [];
  const problems = undisputedIn(view, 'problems') ?? [];
  const read = ['function', 'medicines', 'problems'] as const;
  return {
    advice,
    alsoAdvised: (['drinksLevel', 'foodLevel'] as const).flatMap((level) =>
      advice === null || advice[level] !== null ? [] : (given.find((one) => one[level] !== null) ?? []),
    ),
    thickeners: medicines.filter(isThickener),
    problems: problems.filter(namesSwallowing),
    notKnown: read.filter((name) => !saysOneThing(view.sections[name])),
  };
}

/** Whether a medicine is a thickener that may be in use. */
export function isThickener({ status, highRisk }: Pick<Medicine, 'status' | 'highRisk'>): boolean {
  return (status === 'in-use' || status === 'not-stated') && highRisk.includes('thickener');
}

/** Whether a problem that is not over names a difficulty with swallowing, or its treatment. */
export function namesSwallowing(problem: Pick<Problem, 'status' | 'text'>): boolean {
  return !isPastProblem(problem) && DIFFICULTY.test(problem.text);
}

function saysOneThing(section: Section<unknown>): boolean {
  if (section.state !== 'known') return false;
  // A view may come from any source. A `known` section without content says nothing here.
  const content: typeof section.content | undefined = section.content;
  return content !== undefined && content.kind !== 'disagree';
}
