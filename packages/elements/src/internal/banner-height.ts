import type { ReactiveController } from 'lit';

interface BanneredHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Tells the styles how tall the identity is, as `--_banner-height`. What else stays in sight sticks below it: at the same place
 * one of the two would cover the other.
 */
export class BannerHeight implements ReactiveController {
  readonly #host: BanneredHost;
  readonly #observer = new ResizeObserver((entries) => {
    for (const { target } of entries)
      target
        .closest<HTMLElement>('.base')
        ?.style.setProperty('--_banner-height', `${target.getBoundingClientRect().height}px`);
  });

  constructor(host: BanneredHost) {
    this.#host = host;
  }

  /** Another resident has another banner. Each look begins anew, and tells the height once. */
  hostUpdated(): void {
    this.#observer.disconnect();
    const banner = this.#host.renderRoot.querySelector('.banner');
    if (banner) this.#observer.observe(banner);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
