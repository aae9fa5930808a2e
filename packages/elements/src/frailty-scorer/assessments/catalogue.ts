import { assessments, templateOf } from '@ehch/clinical/assessment';
import { formOfInstrument } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import type { AssessmentTemplate } from '@ehch/clinical/assessment';
import type { FormDefinition } from '@ehch/clinical/form';

/** One thing that can be filled in, with the words that people call it by. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly searchWords: readonly string[];
}

/** What can be filled in here, under the words that say what it is. */
export interface CatalogueGroup {
  readonly title: string;
  readonly choices: readonly Choice[];
}

/** The assessment or instrument of this id; `null`: there is none. */
export function formNamed(id: string): FormDefinition | AssessmentTemplate | null {
  const instrument = instruments.find((one) => one.id === id);
  return instrument === undefined ? templateOf(id) : formOfInstrument(instrument);
}

/** Everything, in groups that the registries themselves tell apart. */
export function catalogue(): readonly CatalogueGroup[] {
  const of = (entered: boolean) => instruments.filter(({ tier }) => (tier === 'B') === entered).map(choiceOf);
  return [
    { title: 'Whole assessments', choices: assessments.map(choiceOf) },
    { title: 'Scores that are worked out here', choices: of(false) },
    { title: 'Scores that you work out on their own form and enter here', choices: of(true) },
  ];
}

function choiceOf({ id, title, searchWords = [] }: Pick<Choice, 'id' | 'title'> & Partial<Choice>): Choice {
  return { id, title, searchWords };
}
