import type { ResidentView } from '@ehch/clinical';
import { asPlainView } from '../internal/section-surroundings.ts';

/** A view is a value: it is made plain once, and not with every press and every minute. */
export class PlainView {
  #last: { readonly given: ResidentView; readonly view: ResidentView } | null = null;

  of(given: ResidentView): ResidentView {
    if (this.#last?.given !== given) this.#last = { given, view: asPlainView(given) };
    return this.#last.view;
  }

  forget(): void {
    this.#last = null;
  }
}
