import { reportCaught } from '@ehch/clinical/diagnostics';
import type { CareActions, DeviceRecords, PlaceConfiguration, ResidentSource } from '@ehch/clinical';
import type { Clock } from '@ehch/clinical/time';
import { ContextProvider } from '@lit/context';
import { html } from 'lit';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import {
  actionsContext,
  clockContext,
  deviceContext,
  placeContext,
  sourceContext,
} from '../internal/contexts.ts';
import { EhchElement } from '../internal/ehch-element.ts';
import type { EhchRetryEvent } from '../internal/events.ts';
import { styles } from './provider.styles.ts';

const deviceClock: Clock = () => new Date().toISOString();

/**
 * Gives the components inside it what they need: where residents come from, where actions go, what is
 * particular to the place, and what time it is. It shows nothing of its own and takes no room.
 *
 * @tag ehch-provider
 * @slot - The part of the page whose components it provides for.
 */
export class EhchProvider extends EhchElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    source: { attribute: false },
    actions: { attribute: false },
    device: { attribute: false },
    place: { attribute: false },
    clock: { attribute: false },
  };

  /** Where residents come from. Without it, components show only the `view` they are given. */
  source: ResidentSource | null = null;

  /** Where what people do goes to. Without it, components are read-only. */
  actions: CareActions | null = null;

  /** What this device holds and has not sent. Without it, nobody is told whether something is unsent. */
  device: DeviceRecords | null = null;

  /** What is particular to this place: homes, contacts, bank holidays. */
  place: PlaceConfiguration | null = null;

  /** Gives the present moment as an ISO instant. The device's clock unless set. */
  clock: Clock = deviceClock;

  readonly #source = new ContextProvider(this, { context: sourceContext, initialValue: null });
  readonly #actions = new ContextProvider(this, { context: actionsContext, initialValue: null });
  readonly #device = new ContextProvider(this, { context: deviceContext, initialValue: null });
  readonly #place = new ContextProvider(this, { context: placeContext, initialValue: null });
  readonly #clock = new ContextProvider(this, { context: clockContext, initialValue: deviceClock });

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('ehch-retry', this.#retry);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('ehch-retry', this.#retry);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#source.setValue(this.source);
    this.#actions.setValue(this.actions);
    this.#device.setValue(this.device);
    this.#place.setValue(this.place);
    this.#clock.setValue(this.clock);
  }

  override render() {
    return html`<slot></slot>`;
  }

  readonly #retry = (event: EhchRetryEvent): void => {
    if (this.source === null || event.defaultPrevented) return;
    event.preventDefault();
    // How it went is said by the sections of the next view; a source that breaks its promise must not
    // leave an unhandled rejection in the host's page.
    this.source
      .refresh(event.resident, event.section ?? undefined)
      .catch((error: unknown) => reportCaught(error, 'elements/provider'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ehch-provider': EhchProvider;
  }
}
