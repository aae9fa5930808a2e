import type { FormPress } from '@ehch/clinical/session';

/** These only lead somewhere. Several may follow each other fast. */
const WAYS: ReadonlySet<string> = new Set<FormPress['kind']>(['go-to', 'go-to-next', 'show-section']);

/**
 * Tells the second click of a double click from a press. Many people double-click every button. What a press brought under the
 * mouse has not been read by then: "Undo signing", or "Sign with 3 answers", is not what they meant.
 */
export class DoubleClick {
  #last = '';

  /** Whether this is a second click on something else than the first. */
  isStray(event: Event, action: { readonly kind: string }): boolean {
    if (event.type !== 'click') return false;
    const said = WAYS.has(action.kind) ? action.kind : JSON.stringify(action);
    // From the keyboard it is 0.
    const isSecond = event instanceof UIEvent && event.detail > 1;
    if (isSecond && said !== this.#last) return true;
    this.#last = said;
    return false;
  }
}
