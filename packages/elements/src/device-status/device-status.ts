import type { DeviceRecords, DeviceStatus, PlaceConfiguration } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { civilDayOf } from '@ehch/clinical/time';
import type { Clock, Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { Announcer } from '../internal/announcer.ts';
import { clockContext, deviceContext, placeContext } from '../internal/contexts.ts';
import { DoubleClick } from '../internal/double-click.ts';
import { EhchElement } from '../internal/ehch-element.ts';
import { EhchShowResidentEvent } from '../internal/events.ts';
import { FromProvider } from '../internal/from-provider.ts';
import { KitFooter } from '../internal/kit-footer.ts';
import { notDoneWords } from '../internal/trouble-words.ts';
import { presses } from './device-press.ts';
import type { DevicePress } from './device-press.ts';
import { styles } from './device-status.styles.ts';
import { renderStatus } from './render-status.ts';
import { renderWaiting } from './render-waiting.ts';
import { FULL, lostWords, reasons, statusHeadline, waitsWords, worryWords } from './status-words.ts';
import type { KnownStatus } from './status-words.ts';
import { WaitingFocus } from './waiting-focus.ts';
import { WaitingList } from './waiting-list.ts';

/** How often sentences that depend on the time of day, such as whom to ring, are told anew. */
const RETELL_EVERY_MS = 60_000;

/**
 * What this device holds and has not sent, in words: how much is unsent and whether it outlives the browser, why it is not
 * sent, what waits for a person's decision, how far a first load is. One quiet line where all is well. Red only for a worry
 * that has not been sent, with whom to ring; that stands there while locked, too.
 *
 * It names no resident. Set `device` on the `<ehch-provider>` around it, or here; or set `status` alone, where a page has no
 * more than that.
 *
 * @tag ehch-device-status
 * @event {EhchShowResidentEvent} ehch-show-resident - A person asked to see the resident of something unsent. Call `preventDefault()` if your page shows them.
 * @csspart base - The wrapper of everything.
 * @csspart worry - What stands there about a worry that was not sent.
 * @csspart waiting - What waits for a person's decision.
 */
export class DeviceStatusElement extends EhchElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    headingLevel: { type: Number, attribute: 'heading-level' },
    device: { attribute: false },
    status: { attribute: false },
  };

  /** The level of the heading over what waits, 1 to 6. */
  headingLevel = 3;

  /** Where the status comes from, and where decisions go. Wins over the provider's. */
  device: DeviceRecords | null = null;

  /** The status to show, as plain data. Wins over the device's; `null`: the engine was lost. */
  status: DeviceStatus | null | undefined = undefined;

  readonly #provider: FromProvider = new FromProvider(this, () => this.#ask());
  readonly #kitFooter = new KitFooter(this, () => statusCodes(this.#shown));
  readonly #waiting = new WaitingList(() => this.requestUpdate());
  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #alert = new Announcer(() => this.requestUpdate());
  readonly #doubleClick = new DoubleClick();
  readonly #focus = new WaitingFocus();
  #provided: DeviceRecords | null = null;
  #place: PlaceConfiguration | null = null;
  #clock: Clock | null = null;
  #watch: AbortController | null = null;
  #watched: DeviceRecords | null = null;
  #latest: KnownStatus = undefined;
  #before: DeviceStatus | null = null;
  #followed: KnownStatus = undefined;
  #isTrying = false;
  #said: string | null = null;
  #retelling: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#retelling = setInterval(() => this.requestUpdate(), RETELL_EVERY_MS);
    // A worry that is unsent when this component opens is news.
    this.#alert.see('');
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#retelling);
    for (const one of [this.#announcer, this.#alert]) one.stop();
    this.#leave();
    this.#provided = this.#place = this.#clock = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const device = this.isConnected ? (this.device ?? this.#provided) : null;
    if (device !== this.#watched) {
      this.#leave();
      this.#watched = device;
      if (device !== null) this.#listen(device);
    }
    const status = this.#shown;
    if (status !== this.#followed) {
      this.#followed = status;
      if (status) this.#before = status;
      this.#waiting.follow(device, status);
    }
    this.#focus.note(this.shadowRoot?.activeElement ?? null);
  }

  override render(): TemplateResult {
    const status = this.#shown;
    const now: Instant = this.#clock?.() ?? new Date().toISOString();
    const count = status?.lock === 'locked' ? 0 : (status?.waitingForPerson ?? 0);
    const { hasGivenUp } = this.#waiting;
    const isTold = count === 0 && ((status?.unsent.total ?? 0) > 0 || hasGivenUp);
    return html`<div class="base" part="base" translate="no" @click=${this.#pressed} @input=${this.#pressed}>
      <p class="spoken" role="alert">${this.#alert.said}</p>
      <p class="spoken" role="status">${this.#announcer.said}</p>
      ${
        this.#watched === null && status === undefined
          ? html`<p class="card">This page does not say what is sent.</p>`
          : renderStatus({
              status,
              before: this.#before,
              at: { place: this.#place, now, today: civilDayOf(now) ?? now.slice(0, 10) },
              canPress: this.#watched !== null,
              canNoteLost: this.#watched?.noteLost !== undefined,
              isTrying: this.#isTrying,
              hasGivenUp,
              said: this.#said ?? (isTold ? this.#waiting.now.said : null),
            })
      }
      ${
        count === 0 || this.#watched === null
          ? nothing
          : renderWaiting(this.#waiting.now, {
              count,
              level: this.headingLevel,
              isOvertaken: this.#waiting.isOvertaken,
            })
      }
      ${this.#kitFooter.render()}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#focus.keep(this.renderRoot);
    const status = this.#shown;
    const unsent = (status === null ? this.#before : status)?.unsent;
    if (status === undefined) return;
    this.#alert.see(unsent === undefined || unsent.escalations === 0 ? '' : worryWords(unsent));
    this.#announcer.see(
      [
        (status && lostWords(status)) ?? '',
        status?.isFull === true ? FULL : '',
        statusHeadline(status, this.#waiting.hasGivenUp),
        ...reasons(status),
        status?.lock === 'unlocked' && status.waitingForPerson > 0 ? waitsWords(status.waitingForPerson) : '',
        this.#said ?? this.#waiting.now.said ?? '',
      ].join(' '),
    );
  }

  get #shown(): KnownStatus {
    return this.status === undefined ? this.#latest : this.status;
  }

  #ask(): void {
    this.#provider.subscribe(deviceContext, (device) => (this.#provided = device));
    this.#provider.subscribe(placeContext, (place) => (this.#place = place));
    this.#provider.subscribe(clockContext, (clock) => (this.#clock = clock));
  }

  #listen(device: DeviceRecords): void {
    const watch = new AbortController();
    this.#watch = watch;
    const take = (status: DeviceStatus | null): void => {
      // Guard: what another device says late is not about this one.
      if (this.#watch !== watch) return;
      this.#latest = status;
      this.requestUpdate();
    };
    try {
      device.watchStatus(take, watch.signal);
    } catch (error) {
      reportCaught(error, 'elements/device-status/watch');
      take(null);
    }
  }

  /** Nothing of a device stays when another one comes. */
  #leave(): void {
    this.#watch?.abort();
    this.#watch = this.#watched = this.#before = this.#said = null;
    this.#latest = undefined;
    this.#isTrying = false;
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  readonly #pressed = (event: Event): void => {
    const action = presses.actionOf(event);
    if (action !== null && !this.#doubleClick.isStray(event, action)) this.#take(action);
  };

  #take(action: DevicePress): void {
    const waiting = this.#waiting;
    switch (action.kind) {
      case 'try-now':
        return void this.#try((device) => device.tryNow());
      case 'note-lost':
        return void this.#try(async (device) => device.noteLost?.(action.shown));
      case 'load':
        return void this.#try((device) => device.load(action.go));
      case 'discard':
        return void this.#discard(action.intent);
      case 'decide-each':
        return void this.#decideEach(action.intent);
      case 'copy':
        return void this.#copy();
      case 'show-resident':
        return this.#showResident(action.resident);
      default:
        return waiting.press(action);
    }
  }

  async #try(run: (device: DeviceRecords) => Promise<void>): Promise<void> {
    const device = this.#watched;
    if (device === null || this.#isTrying) return;
    this.#isTrying = true;
    this.#said = null;
    this.requestUpdate();
    let said: string | null = null;
    try {
      await run(device);
    } catch (error) {
      said = `${notDoneWords('done', error)}.`;
    }
    if (device !== this.#watched) return;
    this.#isTrying = false;
    this.#said = said;
    this.requestUpdate();
  }

  async #discard(intent: string): Promise<void> {
    await this.#waiting.discard(intent);
    await this.updateComplete;
    if (this.#waiting.now.isWhyMissing) this.#find('.why')?.focus();
  }

  async #decideEach(intent: string): Promise<void> {
    await this.#waiting.decideEach(intent);
    await this.updateComplete;
    if (this.#waiting.now.isTakeMissing) this.#find('.choice:not(:has(:checked)) input')?.focus();
  }

  async #copy(): Promise<void> {
    await this.#waiting.copy();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLTextAreaElement>('.copy')?.select();
  }

  #showResident(resident: string): void {
    const event = new EhchShowResidentEvent(resident);
    this.dispatchEvent(event);
    if (!event.defaultPrevented) this.#waiting.say('This page cannot show the resident from here.');
  }
}

/** How the device stands, as codes: without a name, and without what waits. */
function statusCodes(status: KnownStatus): readonly string[] {
  if (!status) return [status === null ? 'device=lost' : 'device=not-known'];
  const { total, escalations } = status.unsent;
  return [
    `lock=${status.lock}`,
    `unsent=${total}`,
    `worries=${escalations}`,
    `waiting=${status.waitingForPerson}`,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ehch-device-status': DeviceStatusElement;
  }
}
