import type {
  Author,
  CareActions,
  CareIntent,
  HomeConfiguration,
  LocalHome,
  LocalResident,
  PlaceConfiguration,
} from '@ehch/clinical';
import { civilDayOf } from '@ehch/clinical/time';
import type { Clock, Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { receiptWords } from '../frailty-scorer/port-words.ts';
import { Announcer } from '../internal/announcer.ts';
import { actionsContext, clockContext, placeContext } from '../internal/contexts.ts';
import { DoubleClick } from '../internal/double-click.ts';
import { EhchElement } from '../internal/ehch-element.ts';
import { EhchShowResidentEvent } from '../internal/events.ts';
import { FromProvider } from '../internal/from-provider.ts';
import { keepFocus } from '../internal/keep-focus.ts';
import { KitFooter } from '../internal/kit-footer.ts';
import { heading } from '../internal/heading.ts';
import { notDoneWords } from '../internal/trouble-words.ts';
import { homePresses } from './local-home-press.ts';
import type { LocalHomePress } from './local-home-press.ts';
import { CLOSED, step } from './local-home-session.ts';
import type { Asked, LocalHomeSession } from './local-home-session.ts';
import { styles } from './local-home.styles.ts';
import { renderHomeForm } from './render-form.ts';
import { renderList } from './render-list.ts';

/**
 * The residents of a home without a server, and the forms by which people add, correct and take off residents. Somebody alike in
 * name or NHS number is looked at first. Whoever has left stays in the records.
 *
 * Set `home` here, and `actions` and `place` on the `<ehch-provider>` around it.
 *
 * @tag ehch-local-home
 * @event {EhchShowResidentEvent} ehch-show-resident - A person asked to open a resident. Call `preventDefault()` if your page opens them.
 * @csspart base - The wrapper of everything.
 */
export class LocalHomeElement extends EhchElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    headingLevel: { type: Number, attribute: 'heading-level' },
    home: { attribute: false },
    author: { attribute: false },
    homeId: { attribute: 'home-id' },
  };

  /** The level of the heading over the list, 1 to 6. */
  headingLevel = 2;

  /** Who is on the list. */
  home: LocalHome | null = null;

  /** Who works here. It stands in what is written. */
  author: Author | null = null;

  /** Which home of the place file; empty: its first one. */
  homeId = '';

  readonly #provider: FromProvider = new FromProvider(this, () => this.#ask());
  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #kitFooter = new KitFooter(this, () => [
    `list=${this.#residents ? 'known' : 'not-known'}`,
    `form=${this.#session.form?.kind ?? 'none'}`,
  ]);
  readonly #doubleClick = new DoubleClick();
  #actions: CareActions | null = null;
  #place: PlaceConfiguration | null = null;
  #clock: Clock | null = null;
  #watch: AbortController | null = null;
  #watched: LocalHome | null = null;
  /** `undefined`: nothing was heard so far. `null`: it is not known. */
  #residents: readonly LocalResident[] | null | undefined = undefined;
  #session: LocalHomeSession = CLOSED;
  #isKeeping = false;
  /** What had the focus before this update. */
  #focus: Element | null = null;
  #said: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcer.stop();
    this.#leave();
    this.#actions = this.#place = this.#clock = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#focus = this.shadowRoot?.activeElement ?? null;
    const home = this.isConnected ? this.home : null;
    if (home === this.#watched) return;
    this.#leave();
    this.#watched = home;
    if (home !== null) this.#listen(home);
  }

  override render(): TemplateResult {
    const pressed = this.#pressed;
    return html`<div
      class="base"
      part="base"
      translate="no"
      @click=${pressed}
      @input=${pressed}
      @change=${pressed}
    >
      <p class="spoken" role="status">${this.#announcer.said}</p>
      ${heading(this.headingLevel, 'list', `Residents of ${this.#configured?.name ?? 'this home'}`)}
      ${this.#said === null ? nothing : html`<p class="card strong">${this.#said}</p>`} ${this.#content()}
      ${this.#kitFooter.render()}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    keepFocus(this.renderRoot, this.#focus, ['form', 'list']);
    this.#focus = null;
    this.#announcer.see(this.#said ?? '');
  }

  #content(): TemplateResult {
    const residents = this.#ofHome;
    if (this.#watched === null) return html`<p class="card">This page does not say who is on the list.</p>`;
    if (residents === undefined) return html`<p class="card" role="status">Asking who is on the list.</p>`;
    if (residents === null)
      return html`<p class="card notice strong" role="alert">
        The list cannot be read now. It may be locked. Nobody was taken off it.
      </p>`;
    const { form, isLeftShown } = this.#session;
    const today = this.#today;
    const canWrite = this.#actions !== null;
    return html`${
      form === null
        ? nothing
        : renderHomeForm({ form, residents, level: this.headingLevel + 1, today, isKeeping: this.#isKeeping })
    }
    ${renderList({ residents, today, canWrite, isFormOpen: form !== null, isLeftShown })}`;
  }

  get #configured(): HomeConfiguration | undefined {
    const homes = this.#place?.homes ?? [];
    return this.homeId === '' ? homes[0] : homes.find(({ id }) => id === this.homeId);
  }

  get #ofHome(): readonly LocalResident[] | null | undefined {
    return this.#residents?.filter(({ home }) => home === this.#configured?.id) ?? this.#residents;
  }

  get #now(): Instant {
    return this.#clock?.() ?? new Date().toISOString();
  }

  get #today(): string {
    return civilDayOf(this.#now) ?? this.#now.slice(0, 10);
  }

  #ask(): void {
    this.#provider.subscribe(actionsContext, (actions) => (this.#actions = actions));
    this.#provider.subscribe(placeContext, (place) => (this.#place = place));
    this.#provider.subscribe(clockContext, (clock) => (this.#clock = clock));
  }

  #listen(home: LocalHome): void {
    const watch = new AbortController();
    this.#watch = watch;
    home.watchResidents((residents) => {
      // Guard: what another home says late is not about this one.
      if (this.#watch !== watch) return;
      this.#residents = residents;
      // Who is not known any more is not corrected.
      if (residents === null) this.#session = CLOSED;
      this.requestUpdate();
    }, watch.signal);
  }

  /** Nothing of a home stays when another one comes. */
  #leave(): void {
    this.#watch?.abort();
    this.#watch = this.#watched = this.#said = null;
    this.#residents = undefined;
    this.#session = CLOSED;
    this.#isKeeping = false;
  }

  readonly #pressed = (event: Event): void => {
    const action = homePresses.actionOf(event);
    if (action !== null && !this.#doubleClick.isStray(event, action)) this.#take(action);
  };

  #take(action: LocalHomePress): void {
    if (action.kind === 'show-resident') return this.#showResident(action.resident);
    const { session, asked } = step(this.#session, action, {
      residents: this.#residents ?? [],
      today: this.#today,
    });
    if (action.kind !== 'type') this.#said = null;
    this.#session = session;
    this.requestUpdate();
    if (asked !== null) void this.#keep(asked);
  }

  async #keep(asked: Asked): Promise<void> {
    const [actions, home] = [this.#actions, this.#watched];
    if (actions === null || this.#isKeeping) return;
    this.#isKeeping = true;
    this.requestUpdate();
    let said: string;
    let isDone = false;
    try {
      const receipt = await actions.enqueue(this.#intentOf(asked));
      isDone = receipt.state !== 'refused';
      said = isDone ? receiptWords(receipt, this.#now) : notDoneWords('kept', receipt);
    } catch (error) {
      said = `${notDoneWords('kept', error)}. Nothing on the list has changed.`;
    }
    if (home !== this.#watched) return;
    this.#isKeeping = false;
    this.#said = said;
    // What a person entered stays until it is kept.
    if (isDone) this.#session = { ...this.#session, form: null };
    this.requestUpdate();
  }

  #intentOf(asked: Asked): CareIntent {
    const by = this.author ?? { name: null, role: null };
    const at = { id: crypto.randomUUID(), pressedAt: this.#now };
    if (asked.kind === 'leaving') {
      const { resident, why, on } = asked;
      return { ...at, resident, what: { kind: 'resident-left', why, on, by } };
    }
    const { resident, person, looked } = asked;
    if (resident !== null) return { ...at, resident, what: { kind: 'correct-resident', person, looked, by } };
    const home = this.#configured;
    return {
      ...at,
      resident: crypto.randomUUID(),
      what: {
        kind: 'add-resident',
        home: { id: home?.id ?? '', name: home?.name ?? '' },
        person,
        looked,
        by,
      },
    };
  }

  #showResident(resident: string): void {
    const event = new EhchShowResidentEvent(resident);
    this.dispatchEvent(event);
    if (event.defaultPrevented) return;
    this.#said = 'This page cannot open the resident from here.';
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ehch-local-home': LocalHomeElement;
  }
}
