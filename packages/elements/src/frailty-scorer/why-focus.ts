interface ExplainingHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly shadowRoot: ShadowRoot | null;
  readonly updateComplete: Promise<boolean>;
}

/** The explanation stands far from what it explains: the focus goes there, and back when it is closed. */
export class WhyFocus {
  readonly #host: ExplainingHost;
  readonly #isOpen: () => boolean;
  /** Where the keyboard was when an explanation was opened. */
  #from: HTMLElement | null = null;

  constructor(host: ExplainingHost, isOpen: () => boolean) {
    this.#host = host;
    this.#isOpen = isOpen;
  }

  forget(): void {
    this.#from = null;
  }

  /** @param press opens an explanation, changes it or closes it */
  async follow(press: () => void): Promise<void> {
    const at = this.#host.shadowRoot?.activeElement;
    if (!this.#isOpen()) this.#from = at instanceof HTMLElement ? at : null;
    press();
    await this.#host.updateComplete;
    if (this.#isOpen()) this.#host.renderRoot.querySelector<HTMLElement>('.why')?.focus();
    else this.#from?.focus();
  }
}
