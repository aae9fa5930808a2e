import { ContextEvent } from '@lit/context';
import type { Context } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** Asks the nearest provider, and hears of every change until its component leaves. */
export class FromProvider implements ReactiveController {
  readonly #host: Host;
  readonly #ask: () => void;
  readonly #unsubscribe = new Set<() => void>();

  /** `ask`: subscribes to all that the component needs. It may be called again for a provider that comes late. */
  constructor(host: Host, ask: () => void) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  hostConnected(): void {
    this.#ask();
    if (customElements.get('ehch-provider') === undefined) this.#askLater();
  }

  /** A component that is moved elsewhere must not go on with the provider of its former place. */
  hostDisconnected(): void {
    for (const end of this.#unsubscribe) end();
    this.#unsubscribe.clear();
  }

  subscribe<T>(context: Context<unknown, T>, take: (value: T) => void): void {
    const answer = (value: T, end?: () => void) => {
      if (end !== undefined) this.#unsubscribe.add(end);
      take(value);
      this.#host.requestUpdate();
    };
    this.#host.dispatchEvent(new ContextEvent(context, this.#host, answer, true));
  }

  /** A provider whose code arrives after ours did not hear the question. Weak, as it may never arrive. */
  #askLater(): void {
    const self = new WeakRef(this);
    const ask = (): void => {
      const link = self.deref();
      if (link !== undefined && link.#host.isConnected) link.#ask();
    };
    void customElements.whenDefined('ehch-provider').then(ask);
  }
}
