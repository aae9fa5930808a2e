import { carriedForward } from '@ehch/clinical';
import type {
  Answers,
  FinishedAssessment,
  FormDefinition,
  Instant,
  ItemKey,
  ResidentView,
  Suggestion,
} from '@ehch/clinical';
import type { Assessments } from './own-assessments.ts';

/** What is known already of a form's questions, and what was said last time. */
export interface Offered {
  readonly suggestions: ReadonlyMap<ItemKey, readonly Suggestion[]>;
  readonly changes?: Answers;
}

/** Offers from the record and the last assessment: the same object while both say the same, so that nothing is redrawn. */
export class Offers {
  #of: readonly unknown[] = [];
  #offered: Offered = { suggestions: new Map() };

  get(
    form: FormDefinition,
    view: ResidentView | null,
    previous: FinishedAssessment | null,
    now: Instant,
    ours: Assessments | null,
  ): Offered {
    const of = [form, view, previous, ours];
    if (of.every((one, index) => one === this.#of[index])) return this.#offered;
    this.#of = of;
    const all = [
      ...(view === null ? [] : (ours?.suggestions(form, view, now) ?? [])),
      ...(previous === null ? [] : carriedForward(form, previous)),
    ];
    this.#offered = {
      suggestions: Map.groupBy(all, ({ item }) => item),
      ...(previous === null ? {} : { changes: previous.draft.answers }),
    };
    return this.#offered;
  }
}
