import type { Answers, Instant, ItemKey, ResidentView, Suggestion } from '@ehch/clinical';
import type { OpenForm } from './open-form.ts';
import type { Assessments } from './own-assessments.ts';

/** What is known already of a form's questions, and what was said last time. */
export interface Offered {
  readonly suggestions: ReadonlyMap<ItemKey, readonly Suggestion[]>;
  readonly changes?: Answers;
}

/** Offers from the record and the last assessment: the same object while both say the same, so that nothing is redrawn. */
export class Offers {
  #of: readonly unknown[] = [];
  #record = '';
  #told = '';
  #offered: Offered = { suggestions: new Map() };

  get(open: OpenForm, view: ResidentView | null, now: Instant, ours: Assessments | null): Offered {
    const { form, previous } = open;
    // What is offered of a set of observations is over when the set is.
    const of = [open, ours, view, previous, now.slice(0, 16)];
    if (of.every((one, index) => one === this.#of[index])) return this.#offered;
    const [formBefore, oursBefore, viewBefore, previousBefore] = this.#of;
    this.#of = of;
    const all = ours?.suggestions(form, view, previous, now) ?? [];
    const told = JSON.stringify(all);
    const record = JSON.stringify(all.filter(({ from }) => from === 'record'));
    // It has something else to say than when this form was begun, and nobody looked for it.
    const other =
      formBefore === open &&
      oursBefore === ours &&
      viewBefore !== null &&
      viewBefore !== view &&
      record !== this.#record;
    if (other && open.touched) open.elsewhere = { ...open.elsewhere, record: true };
    this.#record = record;
    if (formBefore === open && previousBefore === previous && told === this.#told) return this.#offered;
    this.#told = told;
    this.#offered = {
      suggestions: Map.groupBy(all, ({ item }) => item),
      ...(previous === null ? {} : { changes: previous.draft.answers }),
    };
    return this.#offered;
  }
}
