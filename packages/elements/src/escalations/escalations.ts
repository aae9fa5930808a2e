import type { Author, CareActions, HomeMatters, ResidentSource } from '@ehch/clinical';
import type { InboxScope, InboxSession } from '@ehch/clinical/session';
import type { ThreadSide } from '@ehch/clinical/thread';
import { html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { renderIdentityBanner } from '../frailty-scorer/identity-banner.ts';
import { Announcer } from '../internal/announcer.ts';
import { actionsContext, sourceContext } from '../internal/contexts.ts';
import { DoubleClick } from '../internal/double-click.ts';
import { ResidentElement } from '../internal/resident-element.ts';
import { scoreSources } from '../internal/score-sources.ts';
import { timesOf } from '../internal/times-of.ts';
import { CopyDesk } from './copy-desk.ts';
import { inboxPresses, isSetting, type EscalationsPress } from './escalations-press.ts';
import { styles } from './escalations.styles.ts';
import type { InboxController } from './inbox-controller.ts';
import { keyOf, KEYS, rowAt, RowFocus, type InboxKey } from './inbox-keys.ts';
import { InboxLists } from './inbox-lists.ts';
import { ListNotices } from './list-notices.ts';
import { rowOf, type MatterRow } from './matter-rows.ts';
import { renderKnown, renderPressedBefore, renderStray } from './render-list.ts';
import { NightDesk, nightSource } from './night-desk.ts';
import { renderOpen } from './render-open.ts';
import { MattersWatch } from './matters-watch.ts';
import { renderRow } from './render-row.ts';
import type { RowAtHand } from './row-at-hand.ts';
import { NOTHING_DRAWN, onScreen, sourceOfHomes, sourceOfOne } from './row-source.ts';
import type { OnScreen } from './row-source.ts';
import { saidOfRows } from './said-of-rows.ts';
import { SettingsPanel } from './settings-panel.ts';
import { settingsSource } from './settings-part.ts';
import type { SettingsPage } from './settings-part.ts';
import { takePress } from './take-press.ts';
import { whoSets } from './who-sets.ts';

/**
 * What a care home asks of its practice: the threads of one resident, or with `homes` of every resident of the place's homes.
 * Each row says who, what in their own words, since when, how it stands, agreed limits and NEWS2. A person at the practice marks
 * it seen, takes it, asks the home, answers with one main outcome, joins duplicates and says who an unlisted person is. With
 * `side="home"` the home replies, says that it is worse or better, and confirms what happened and who was told. Each press needs
 * a name, and says how far it has come. Only a person's answer is in the colour of success.
 *
 * @tag ehch-escalations
 * @event {EhchMismatchEvent} ehch-mismatch - Data about another resident arrived, and were not shown.
 * @event {EhchShowResidentEvent} ehch-show-resident - A home asked to go on with a matter. Call `preventDefault()` if your page shows the resident with `ehch-escalation-button`.
 * @csspart base - The wrapper of everything.
 * @csspart banner - Whom the list is about.
 */
export class Escalations extends ResidentElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    homes: { type: Boolean },
    matters: { attribute: false },
    author: { attribute: false },
    side: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    mayDecide: { type: Boolean, attribute: 'may-decide' },
  };

  /** Lists the threads of all homes of the place instead of one resident's. */
  homes = false;

  /** The threads of the homes. Wins over the provider. Counts only with `homes`. */
  matters: HomeMatters | null = null;

  /** Who presses. Without a name it is asked for, and nothing is sent before. */
  author: Author | null = null;

  /** For which side whoever presses works. The home replies, says that it is worse, and confirms; the practice answers. */
  side: ThreadSide = 'practice';

  /** The level of the list's heading, 1 to 6. */
  headingLevel = 2;

  /**
   * Whether the page lets whoever presses set what a clinician sets for a resident. The place file has to name them as well
   * (`deciders`).
   */
  mayDecide = false;

  readonly #host = { now: () => this.now, requestUpdate: () => this.requestUpdate() };
  readonly #lists = new InboxLists(this.#host);
  readonly #settings = new SettingsPanel(this.#host, () => this.partSource(settingsSource));
  readonly #night = new NightDesk(this.#host, () => this.partSource(nightSource));
  readonly #copies = new CopyDesk(this.#host);
  readonly #watch = new MattersWatch(() => this.requestUpdate());
  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #doubleClick = new DoubleClick();
  readonly #notices = new ListNotices();
  readonly #focus = new RowFocus();
  /** What is on screen since the last drawing. */
  #drawn: OnScreen = NOTHING_DRAWN;
  #actions: CareActions | null = null;
  #matterSource: ResidentSource | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.follow(null);
    this.#leave();
    this.#settings.leave();
    this.#actions = this.#matterSource = null;
  }

  protected override ask(): void {
    super.ask();
    this.subscribe(actionsContext, (actions) => (this.#actions = actions));
    this.subscribe(sourceContext, (source) => (this.#matterSource = source));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#focus.note(this.renderRoot);
    this.#watch.follow(this.homes && this.matters === null && this.isConnected ? this.#matterSource : null);
    const scope = this.#scope();
    const { current } = this.#lists;
    if (current !== null && !this.#isCurrent(current)) this.#leave();
    if (scope !== null && this.#lists.current === null) this.#lists.open(scope, this.#actions);
    this.#lists.prune();
    this.#drawn = this.#toShow();
  }

  /** Guard: what was opened or written about one resident never stands under another. */
  protected isOnScreen(scope: string): boolean {
    return scope === JSON.stringify(this.#scope());
  }

  #isCurrent({ session, port }: InboxController): boolean {
    return port === this.#actions && this.isOnScreen(JSON.stringify(session.scope));
  }

  #scope(): InboxScope | null {
    if (this.homes) return { kind: 'homes', place: this.place?.id ?? '' };
    const { shown } = this;
    return shown.state === 'view' ? { kind: 'resident', resident: shown.view.resident } : null;
  }

  #leave(): void {
    this.#lists.leave();
    this.#settings.forgetPress();
    this.#copies.leave();
    this.#night.leave();
    this.#drawn = NOTHING_DRAWN;
    // What was said aloud of one resident never stands beside another.
    this.#announcer.stop();
  }

  override render(): TemplateResult {
    return html`<div
      class="base"
      part="base"
      translate="no"
      @click=${this.#pressed}
      @input=${this.#pressed}
      @change=${this.#pressed}
      @keydown=${this.#keyed}
    >
      <p class="spoken" role="status">${this.#announcer.said}</p>
      ${this.#notices.render()}
      ${renderPressedBefore(this.#lists.left.map(({ session }) => session))} ${this.#content()}
      ${scoreSources()} ${this.kitFooter.render()}
    </div>`;
  }

  #content(): TemplateResult {
    const { source, rows } = this.#drawn;
    if (typeof source === 'string') return html`<p class="card notice strong" role="alert">${source}</p>`;
    const banner = source.kind === 'resident' ? renderIdentityBanner(this.shown, this.headingLevel) : '';
    return html`${banner} ${renderKnown(source, this.now, rows.length)}
      ${this.#session === null ? nothing : renderStray(this.#session, rows)}
      ${rows.length === 0 ? nothing : KEYS[this.side]}
      <ul class="rows" aria-label="Worries and other matters">
        ${rows.map((row) => this.#row(row))}
      </ul>
      ${this.#settings.render(source, this.#setting())}`;
  }

  #setting(): SettingsPage {
    const { side, author, mayDecide, place, now, headingLevel } = this;
    return whoSets({ side, author, mayDecide, place, now, headingLevel }, this.#presser(), this.#actions);
  }

  #row(row: MatterRow): TemplateResult | string {
    const { now } = this;
    const session = this.#session;
    if (session === null) return '';
    const around = {
      session,
      now,
      times: timesOf(this.place),
      place: this.place,
      level: this.headingLevel,
      namesEach: this.homes,
      side: this.side,
      onTheList: this.homes ? (this.#homeMatters?.onTheList ?? []) : [],
    };
    const inside = () =>
      renderOpen(row, {
        ...around,
        presser: this.#presser(),
        asksPresser: (this.author?.name ?? '').trim() === '',
        canSend: this.#actions !== null,
        copied: this.#copies.copied,
        night: (one) => this.#night.render(one, around),
      });
    return renderRow(row, around, inside);
  }

  /** What is to be shown at this moment, drawn already or not. */
  #toShow(): OnScreen {
    const { now } = this;
    const source = this.homes
      ? sourceOfHomes(this.#homeMatters, this.#matterSource, now)
      : sourceOfOne(this.shown);
    return onScreen(source, { now, place: this.place });
  }

  get #homeMatters(): HomeMatters | null {
    return this.matters ?? this.#watch.latest;
  }

  get #session(): InboxSession | null {
    return this.#lists.current?.session ?? null;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#focus.keep(this.renderRoot);
    const { source, rows } = this.#drawn;
    this.#settings.prepare(source, this.#setting());
    this.#notices.see(rows);
    const standing = saidOfRows(rows, this.now, timesOf(this.place));
    const said = [...standing, this.#settings.news, this.#night.news];
    this.#announcer.see(said.filter((words) => words !== '').join(' '));
  }

  #presser(): string {
    return (this.author?.name ?? '').trim() || (this.#session?.presser ?? '').trim();
  }

  readonly #pressed = (event: Event): void => {
    const action = inboxPresses.actionOf(event);
    if (action === null || this.#doubleClick.isStray(event, action)) return;
    const isTooSoon = this.#notices.isTooSoon(event);
    this.requestUpdate();
    if (!isTooSoon) this.#take(action);
  };

  readonly #keyed = (event: KeyboardEvent): void => {
    const key = keyOf(event, { open: this.#session?.open ?? null, side: this.side }, this.#drawn.rows);
    if (key === null) return;
    event.preventDefault();
    this.#press(key);
  };

  #press(key: InboxKey): void {
    if (key.action !== null) this.#take(key.action);
    if (key.focus !== null) void this.updateComplete.then(() => rowAt(this.renderRoot, key.focus)?.focus());
  }

  #take(action: EscalationsPress): void {
    if (isSetting(action)) return this.#settings.press(this.#toShow().source, action, this.#setting());
    switch (action.kind) {
      case 'copy':
        return this.#at(action.thread, (at) => void this.#copies.copy(action.thread, at));
      case 'show-resident':
        this.#notices.show(this, rowOf(this.#toShow().rows, action.thread));
        return this.requestUpdate();
      case 'night':
      case 'copy-night':
      case 'print-night':
        return this.#at(action.thread, (at) => this.#night.press(action, at));
      case 'hand-again':
      case 'note':
        for (const one of this.#lists.all) one.dispatch(action);
        return;
      default: {
        const { current } = this.#lists;
        const by = { name: this.#presser(), role: this.author?.role ?? null, side: this.side };
        if (current !== null) takePress(current, action, { by, rows: this.#toShow().rows });
      }
    }
  }

  /** Does something with a row that takes time. */
  #at(thread: string, act: (at: RowAtHand) => void): void {
    const list = this.#lists.current;
    if (list === null) return;
    const name = this.#presser();
    act({
      row: () => (this.#lists.current === list ? rowOf(this.#toShow().rows, thread) : null),
      around: () => ({ session: list.session, place: this.place, now: this.now }),
      device: this.device,
      source: this.#matterSource,
      root: this.renderRoot,
      by: name === '' ? null : { name, role: this.author?.role ?? null },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ehch-escalations': Escalations;
  }
}
