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
  readonly #observer = new ResizeObserver(() => this.#tell());
  #banner: HTMLElement | null = null;

  constructor(host: BanneredHost) {
    this.#host = host;
  }

  hostUpdated(): void {
    const banner = this.#host.renderRoot.querySelector<HTMLElement>('.banner');
    if (banner === this.#banner) return;
    this.hostDisconnected();
    this.#banner = banner;
    if (banner !== null) this.#observer.observe(banner);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#banner = null;
  }

  #tell(): void {
    const base = this.#host.renderRoot.querySelector<HTMLElement>('.base');
    base?.style.setProperty('--_banner-height', `${this.#banner?.offsetHeight ?? 0}px`);
  }
}
