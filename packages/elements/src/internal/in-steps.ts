import { html } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { afterPaint } from './after-paint.ts';

/**
 * [P] Entries of a list that are drawn at once: more than anybody sees before the next frame. A list of 300 medicines drawn
 * whole keeps a slow machine from answering for seconds.
 */
const AT_ONCE = 30;

class InSteps extends AsyncDirective {
  #rows: readonly unknown[] = [];
  /** How many are to be there. A list that was once drawn whole is drawn whole from then on. */
  #most = AT_ONCE;
  #isWaiting = false;

  override render(rows: readonly unknown[]): unknown {
    this.#rows = rows;
    const { length: all } = rows;
    if (this.#most >= all) return rows;
    this.#goOn();
    return [
      rows.slice(0, this.#most),
      html`<li class="fact aside">${this.#most} of ${all} shown. The rest follows.</li>`,
    ];
  }

  protected override disconnected(): void {
    removeEventListener('beforeprint', this.#drawAll);
  }

  protected override reconnected(): void {
    this.#drawUpTo(this.#most);
  }

  #goOn(): void {
    addEventListener('beforeprint', this.#drawAll);
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    afterPaint(() => {
      this.#isWaiting = false;
      // As many again: each step has the whole page laid out anew.
      if (this.isConnected) this.#drawUpTo(2 * this.#most);
    });
  }

  /** Paper waits for nothing. */
  readonly #drawAll = (): void => this.#drawUpTo(this.#rows.length);

  #drawUpTo(most: number): void {
    this.#most = Math.max(this.#most, most);
    if (this.#most >= this.#rows.length) removeEventListener('beforeprint', this.#drawAll);
    this.setValue(this.render(this.#rows));
  }
}

const renderInSteps = directive(InSteps);

/** The rows of a list, the first of them at once. Until its end it says how many are there. */
export function inSteps(rows: readonly unknown[]): unknown {
  return rows.length > AT_ONCE ? renderInSteps(rows) : rows;
}
