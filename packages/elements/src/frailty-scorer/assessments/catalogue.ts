import { assessments, formOfInstrument, instruments, templateOf } from '@ehch/clinical';
import type { AssessmentTemplate, FormDefinition } from '@ehch/clinical';

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
