import { assessments, formOfInstrument, instruments, templateOf } from '@ehch/clinical';
import type { AssessmentTemplate, FormDefinition, ResidentView } from '@ehch/clinical';
import { lastDaysOf } from '../internal/telling.ts';

/** What can be filled in here, under the words that say what it is. */
export interface CatalogueGroup {
  readonly title: string;
  readonly forms: readonly FormDefinition[];
}

/** The assessment or instrument of this id; `null`: there is none. */
export function formNamed(id: string): FormDefinition | AssessmentTemplate | null {
  const instrument = instruments.find((one) => one.id === id);
  return instrument === undefined ? templateOf(id) : formOfInstrument(instrument);
}

/** Everything, in groups that the registries themselves tell apart. */
export function catalogue(): readonly CatalogueGroup[] {
  const of = (entered: boolean) =>
    instruments.filter(({ tier }) => (tier === 'B') === entered).map(formOfInstrument);
  return [
    { title: 'Assessments', forms: assessments },
    { title: 'Scored from answers', forms: of(false) },
    { title: 'Judged with the tool itself; its result is entered', forms: of(true) },
  ];
}

/** RESTORE2 training material (clinical 2, scope): observations and NEWS2 stop once a last-days plan is in force. */
const NOT_IN_LAST_DAYS: ReadonlySet<string> = /* @__PURE__ */ new Set(['news2']);

/** Why a form is not offered for this resident now; `null`: it is. */
export function notForNow({ id }: FormDefinition, view: ResidentView | null): string | null {
  if (!NOT_IN_LAST_DAYS.has(id) || view === null || lastDaysOf(view) === null) return null;
  return 'not offered: a plan for the last days of life is recorded';
}
