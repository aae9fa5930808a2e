import type { HomeLinking, Linkable } from '@ehch/clinical';
import { civilDayOf } from '@ehch/clinical/time';
import type { Clock } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { Announcer } from '../internal/announcer.ts';
import { clockContext } from '../internal/contexts.ts';
import { DoubleClick } from '../internal/double-click.ts';
import { EhchElement } from '../internal/ehch-element.ts';
import { field } from '../internal/field.ts';
import { FromProvider } from '../internal/from-provider.ts';
import { KitFooter } from '../internal/kit-footer.ts';
import { keepFocus } from '../internal/keep-focus.ts';
import { heading } from '../internal/heading.ts';
import { count } from '../internal/text.ts';
import { notDoneWords, troubleWords } from '../internal/trouble-words.ts';
import { linkingPresses } from './linking-press.ts';
import type { LinkingPress } from './linking-press.ts';
import { styles } from './linking.styles.ts';
import { renderResidents } from './render-linking.ts';
import type { OpenResident } from './render-linking.ts';

interface Shown {
  readonly known:
    | { readonly state: 'asking' }
    | { readonly state: 'failed'; readonly error: unknown }
    | { readonly state: 'known'; readonly linkable: Linkable };
  readonly open: OpenResident | null;
  readonly secret: string;
  readonly isBusy: boolean;
  /** What came of the last press. */
  readonly said: string | null;
}

const NOTHING: Shown = { known: { state: 'asking' }, open: null, secret: '', isBusy: false, said: null };

/**
 * What a home did while its place had no server, once there is one: a person opens it, chooses for each resident who it is on
 * the server, and sends one piece of work after the other, or all of this resident. NHS number and date of birth have to agree.
 *
 * It shows nothing where there never was a time without a server. Set `linking` here.
 *
 * @tag ehch-linking
 * @csspart base - The wrapper of everything.
 */
export class LinkingElement extends EhchElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    headingLevel: { type: Number, attribute: 'heading-level' },
    linking: { attribute: false },
  };

  /** The level of the heading, 1 to 6. */
  headingLevel = 2;

  /** What can be linked, and where it is handed to. */
  linking: HomeLinking | null = null;

  readonly #provider: FromProvider = new FromProvider(this, () =>
    this.#provider.subscribe(clockContext, (clock) => (this.#clock = clock)),
  );
  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #kitFooter = new KitFooter(this, () => [`linking=${this.#used === null ? 'none' : 'given'}`]);
  readonly #doubleClick = new DoubleClick();
  #clock: Clock | null = null;
  #used: HomeLinking | null = null;
  #shown: Shown = NOTHING;
  /** What had the focus before this update. */
  #focus: Element | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcer.stop();
    this.#clock = this.#used = null;
    this.#shown = NOTHING;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#focus = this.shadowRoot?.activeElement ?? null;
    const linking = this.isConnected ? this.linking : null;
    if (linking === this.#used) return;
    this.#used = linking;
    this.#shown = NOTHING;
    if (linking !== null) void this.#ask(linking);
  }

  override render(): TemplateResult {
    const { said } = this.#shown;
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
      ${said === null ? nothing : html`<p class="card strong">${said}</p>`} ${this.#content()}
      ${this.#isEmpty ? nothing : this.#kitFooter.render()}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    keepFocus(this.renderRoot, this.#focus, ['items', 'linking']);
    this.#focus = null;
    this.#announcer.see(this.#shown.said ?? '');
  }

  #content(): TemplateResult | typeof nothing {
    const { known, open, isBusy } = this.#shown;
    if (this.#used === null) return nothing;
    if (known.state === 'asking')
      return html`<p class="card" role="status">Asking what lies on this PC from the time without a server.</p>`;
    if (known.state === 'failed')
      return html`<div class="card notice">
        <p class="strong">What can be linked could not be read: ${troubleWords(known.error)}.</p>
        <button type="button" class="retry" ${linkingPresses.press({ kind: 'ask-again' })}>Ask again</button>
      </div>`;
    const { linkable } = known;
    if (linkable.state === 'none') return nothing;
    const title = heading(this.headingLevel, 'linking', 'From the time without a server');
    if (linkable.state === 'closed') return html`${title}${this.#closed()}`;
    const now = this.#clock?.() ?? new Date().toISOString();
    const today = civilDayOf(now) ?? now.slice(0, 10);
    return html`${title}${renderResidents({
      ...linkable,
      open,
      level: this.headingLevel,
      today,
      isBusy,
    })}`;
  }

  #closed(): TemplateResult {
    const { secret, isBusy } = this.#shown;
    return html`<div class="card">
      <p>This PC holds what the home wrote before its place had a server. It is sealed, and nothing of it was sent.</p>
      ${field({
        name: 'secret',
        label: 'Your passphrase of that time',
        value: secret,
        type: 'password',
        typed: linkingPresses.typed('input', 'type', (text) => ({ kind: 'type', text })),
      })}
      <div class="buttons">
        <button type="button" aria-disabled=${isBusy} ${linkingPresses.press({ kind: 'unlock' })}>Open it</button>
      </div>
    </div>`;
  }

  /** Where there never was a time without a server it takes no room, not even for its foot. */
  get #isEmpty(): boolean {
    const { known } = this.#shown;
    return this.#used === null || (known.state === 'known' && known.linkable.state === 'none');
  }

  async #ask(linking: HomeLinking): Promise<void> {
    let known: Shown['known'];
    try {
      known = { state: 'known', linkable: await linking.linkable() };
    } catch (error) {
      known = { state: 'failed', error };
    }
    // Guard: what another PC says late is not about this one.
    if (linking === this.#used) this.#set({ known });
  }

  readonly #pressed = (event: Event): void => {
    const action = linkingPresses.actionOf(event);
    if (action !== null && !this.#doubleClick.isStray(event, action)) this.#take(action);
  };

  #take(action: LinkingPress): void {
    const { open, isBusy } = this.#shown;
    const linking = this.#used;
    if (linking === null) return;
    switch (action.kind) {
      case 'type':
        return this.#set({ secret: action.text });
      case 'unlock':
        return isBusy ? undefined : void this.#run(linking, () => this.#unlock(linking));
      case 'ask-again':
        this.#set({ known: { state: 'asking' } });
        return void this.#ask(linking);
      case 'open': {
        const isOpen = open?.resident === action.resident;
        const next = isOpen ? null : { resident: action.resident, candidate: null, ticked: [] };
        return this.#set({ open: next, said: null });
      }
      case 'none-of-these':
        return this.#set({ open: null, said: 'Nothing was linked. It stays on this PC.' });
      case 'link':
        return isBusy ? undefined : void this.#run(linking, () => this.#link(linking));
      case 'same-person':
        return this.#choose({ candidate: action.candidate, ticked: [] });
      case 'tick-all':
        return this.#choose({ ticked: this.#notLinked });
      case 'tick': {
        const others = (open?.ticked ?? []).filter((intent) => intent !== action.intent);
        return this.#choose({ ticked: action.isTicked ? [...others, action.intent] : others });
      }
    }
  }

  #choose(part: Partial<OpenResident>): void {
    const { open } = this.#shown;
    if (open !== null) this.#set({ open: { ...open, ...part } });
  }

  /** The pieces of work of whoever is open that are not linked yet. */
  get #notLinked(): readonly string[] {
    const { known, open } = this.#shown;
    if (known.state !== 'known' || known.linkable.state !== 'open') return [];
    const resident = known.linkable.residents.find((one) => one.resident === open?.resident);
    return (resident?.items ?? []).flatMap(({ intent, state }) => (state === 'not-linked' ? [intent] : []));
  }

  async #unlock(linking: HomeLinking): Promise<string | null> {
    const state = await linking.openLocal(this.#shown.secret);
    this.#set({ secret: '' });
    return state === 'wrong' ? 'This passphrase opens nothing here. Nothing has changed.' : null;
  }

  async #link(linking: HomeLinking): Promise<string | null> {
    const { open } = this.#shown;
    if (open === null || open.candidate === null || open.ticked.length === 0) return null;
    const { resident: from, candidate: to, ticked: intents } = open;
    const taken = await linking.link({ from, to, intents });
    // Whoever was open may be somebody else by now, and stays.
    if (this.#shown.open === open) this.#set({ open: { ...open, ticked: [] } });
    return `${count(taken, 'piece of work', 'pieces of work')} handed over to be sent. Nobody has seen it yet.`;
  }

  async #run(linking: HomeLinking, body: () => Promise<string | null>): Promise<void> {
    this.#set({ isBusy: true, said: null });
    let said: string | null;
    try {
      said = await body();
    } catch (error) {
      said = `${notDoneWords('done', error)}.`;
    }
    if (linking !== this.#used) return;
    this.#set({ isBusy: false, said });
    await this.#ask(linking);
  }

  #set(part: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...part };
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ehch-linking': LinkingElement;
  }
}
