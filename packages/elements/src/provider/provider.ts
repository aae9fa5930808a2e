import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { isPlace } from '@ehch/clinical/place';
import type { CareActions, DeviceRecords, Drill, PlaceConfiguration, ResidentSource } from '@ehch/clinical';
import type { Clock } from '@ehch/clinical/time';
import { ContextProvider } from '@lit/context';
import { html } from 'lit';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import {
  actionsContext,
  clockContext,
  deviceContext,
  drillContext,
  placeContext,
  signedContext,
  sourceContext,
} from '../internal/contexts.ts';
import { EhchElement } from '../internal/ehch-element.ts';
import type { EhchRetryEvent } from '../internal/events.ts';
import { withSigned, withoutUndone, type SignedHere } from '../internal/signed-here.ts';
import { styles } from './provider.styles.ts';

/** What components tell the page, which may keep it. */
const TOLD_OUTSIDE = ['ehch-answer', 'ehch-assessment-finished', 'ehch-assessment-undone'] as const;

const MARKS = Array.from({ length: 24 }, () => html`<span></span>`);

const NO_PLACE = new EhchError(
  'bad-argument',
  'The `place` of <ehch-provider> is no place, and counts as none. Give it the `place` that `openPlace` or `readPlaceFile` gives.',
);

const deviceClock: Clock = () => new Date().toISOString();

/**
 * Gives the components inside it what they need: where residents come from, where actions go, what is
 * particular to the place, and what time it is. It shows nothing of its own and takes no room, except for a drill: then it says
 * before and behind its content that nothing is sent, and no telephone number rings.
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
    drill: { attribute: false },
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

  /**
   * Practises on residents who do not exist. While it is set, everything comes from it and ends in it: the other properties do
   * not count.
   */
  drill: Drill | null = null;

  /** The number that somebody pressed in a drill. */
  #pressed: string | null = null;

  readonly #source = new ContextProvider(this, { context: sourceContext, initialValue: null });
  readonly #actions = new ContextProvider(this, { context: actionsContext, initialValue: null });
  readonly #device = new ContextProvider(this, { context: deviceContext, initialValue: null });
  readonly #place = new ContextProvider(this, { context: placeContext, initialValue: null });
  readonly #drill = new ContextProvider(this, { context: drillContext, initialValue: null });
  readonly #signed = new ContextProvider<typeof signedContext>(this, {
    context: signedContext,
    initialValue: [],
  });
  readonly #clock = new ContextProvider(this, { context: clockContext, initialValue: deviceClock });

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('ehch-retry', this.#retry);
    this.addEventListener('click', this.#ring, { capture: true });
    for (const kind of TOLD_OUTSIDE) this.addEventListener(kind, this.#keepInside);
    this.addEventListener('ehch-assessment-finished', this.#finished);
    this.addEventListener('ehch-assessment-undone', this.#undone);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('ehch-retry', this.#retry);
    this.removeEventListener('click', this.#ring, { capture: true });
    for (const kind of TOLD_OUTSIDE) this.removeEventListener(kind, this.#keepInside);
    this.removeEventListener('ehch-assessment-finished', this.#finished);
    this.removeEventListener('ehch-assessment-undone', this.#undone);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Guard: beside a drill no port of the page reaches a component.
    const { source, actions, place, clock } = this.drill ?? this;
    // Frameworks clear a property with `undefined`.
    this.#drill.setValue(this.drill ?? null);
    this.#source.setValue(source ?? null);
    this.#actions.setValue(actions ?? null);
    this.#device.setValue(this.drill ? null : (this.device ?? null));
    this.#place.setValue(this.isPlace(place) ? place : null);
    this.#clock.setValue(clock ?? deviceClock);
    if (changed.has('drill')) {
      this.#pressed = null;
      // Guard: nothing that was signed in earnest is seen in a drill, and nothing of a drill afterwards.
      this.#keep([]);
    }
    this.toggleAttribute('drilling', Boolean(this.drill));
    if (changed.has('place') && this.place && !this.isPlace(this.place))
      reportCaught(NO_PLACE, 'elements/place');
  }

  /** Guard: half a place would break each component that reads it. Without one, they say what is not known. */
  protected isPlace(place: unknown): place is PlaceConfiguration {
    return isPlace(place);
  }

  override render() {
    if (!this.drill) return html`<slot></slot>`;
    const said =
      this.#pressed === null
        ? ''
        : `${this.#pressed} was not rung. In earnest you would be talking to them now. If somebody is in danger, ring 999 outside this practice run.`;
    return html`<div class="base">
      <p class="band" role="note"><strong>Practice run: nothing is sent.</strong> Nobody here exists.</p>
      <p class="rung" role="status">${said}</p>
      <div class="marked">
        <slot></slot>
        <div class="mark" aria-hidden="true">${MARKS}</div>
      </div>
      <p class="band" aria-hidden="true">Practice run: nothing is sent.</p>
    </div>`;
  }

  /** Guard: in a drill a number to tap rings nobody, 999 least of all. */
  readonly #ring = (event: Event): void => {
    if (!this.drill) return;
    const link = event
      .composedPath()
      .find((one) => one instanceof HTMLAnchorElement && one.protocol === 'tel:');
    const isNumber = link instanceof HTMLAnchorElement;
    if (isNumber) event.preventDefault();
    // It covers a part of the screen, so it goes with whatever is pressed next.
    this.#pressed = isNumber ? link.textContent.trim() : null;
    this.requestUpdate();
  };

  /** Guard: a page that keeps what people finish keeps nothing of a drill. */
  readonly #keepInside = (event: Event): void => {
    if (this.drill) event.stopPropagation();
  };

  /** Components beside each other hear of a score through here: an event goes up alone. */
  #keep(signed: readonly SignedHere[]): void {
    this.#signed.setValue(signed);
  }

  readonly #finished = (event: Event): void => this.#keep(withSigned(this.#signed.value, event));
  readonly #undone = (event: Event): void => this.#keep(withoutUndone(this.#signed.value, event));

  readonly #retry = (event: EhchRetryEvent): void => {
    // Guard: in a drill nothing is asked of the page's own source.
    const { source } = this.drill ?? this;
    if (source === null || event.defaultPrevented) return;
    event.preventDefault();
    // How it went is said by the sections of the next view; a source that breaks its promise must not
    // leave an unhandled rejection in the host's page.
    source
      .refresh(event.resident, event.section ?? undefined)
      .catch((error: unknown) => reportCaught(error, 'elements/provider'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ehch-provider': EhchProvider;
  }
}
