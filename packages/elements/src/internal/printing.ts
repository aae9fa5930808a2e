import type { ReactiveController } from 'lit';

/**
 * Which sheet of how many. Only a style sheet of the document can say it: `@page` within a shadow root has no effect.
 * In the middle, because Chromium's own address and number stand at the sides.
 */
export const PAGE_NUMBERS = `@page { @bottom-center { content: 'Page ' counter(page) ' of ' counter(pages); font: 9pt Arial, Helvetica, sans-serif; color: #212b32; } }`;

let numbers: CSSStyleSheet | null = null;

/**
 * Gets a component ready for paper when its page is printed: it is drawn again, so that it says when, and the sheets are
 * numbered. The document's style sheets are as before when it is done. Where a browser knows no margin boxes (Firefox,
 * Safari), the number at the foot is the browser's own.
 */
export class Printing implements ReactiveController {
  readonly #draw: () => void;
  readonly #after: () => void;

  /** `draw`: draws at once. A print that a script asked for waits for no promise. `after`: it is printed, or was not wanted. */
  constructor(draw: () => void, after: () => void) {
    this.#draw = draw;
    this.#after = after;
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#before);
    addEventListener('afterprint', putNumbersAway);
    addEventListener('afterprint', this.#after);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#before);
    removeEventListener('afterprint', putNumbersAway);
    removeEventListener('afterprint', this.#after);
  }

  readonly #before = (): void => {
    this.#draw();
    if (numbers !== null) return;
    numbers = new CSSStyleSheet();
    numbers.replaceSync(PAGE_NUMBERS);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, numbers];
  };
}

function putNumbersAway(): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== numbers);
  numbers = null;
}
