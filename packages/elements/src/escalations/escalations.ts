import type { Author, CareActions, DeviceRecords, HomeMatters, ResidentSource } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { openInbox, unsettledPresses, type InboxScope } from '@ehch/clinical/session';
import type { ThreadSide } from '@ehch/clinical/thread';
import { html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { renderIdentityBanner } from '../frailty-scorer/identity-banner.ts';
import { Announcer } from '../internal/announcer.ts';
import { actionsContext, deviceContext, sourceContext } from '../internal/contexts.ts';
import { copyText } from '../internal/copy-text.ts';
import { DoubleClick } from '../internal/double-click.ts';
import { MovedList } from '../internal/moved-list.ts';
import { ResidentElement } from '../internal/resident-element.ts';
import { matterText } from './copy-matter.ts';
import { inboxPresses, isSetting, type EscalationsPress } from './escalations-press.ts';
import { styles } from './escalations.styles.ts';
import { InboxController } from './inbox-controller.ts';
import { keyOf, KEYS, rowAt, RowFocus, type InboxKey } from './inbox-keys.ts';
import { onScreenOf, rowOf, rowsOf, timesOf, type MatterRow, type RowSource } from './matter-rows.ts';
import { standingWords } from './matter-words.ts';
import { renderKnown, renderPressedBefore, renderStray } from './render-list.ts';
import { renderOpen, type OpenSurroundings } from './render-open.ts';
import { renderRow } from './render-row.ts';
import { sourceOfHomes, sourceOfOne } from './row-source.ts';
import { SettingsDesk, type SettingsPage } from './settings-desk.ts';

/**
 * What a care home asks of its practice: the threads of one resident, or with `homes` of every resident of the place's homes.
 * Each row says who, what in their own words, since when, how it stands, agreed limits and NEWS2. A person at the practice marks
 * it seen, takes it, asks the home, answers with one main outcome, joins duplicates and says who an unlisted person is. With
 * `side="home"` the home replies, says that it is worse or better, and confirms what happened and who was told. Each press needs
 * a name, and says how far it has come. Only a person's answer is in the colour of success.
 *
 * @tag ehch-escalations
 * @event {EhchMismatchEvent} ehch-mismatch - Data about another resident arrived, and were not shown.
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

  /** Whether whoever presses is a clinician, who may set usual NEWS2 and the oxygen target of a resident. */
  mayDecide = false;

  readonly #settings = new SettingsDesk({ now: () => this.now, requestUpdate: () => this.requestUpdate() });
  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #doubleClick = new DoubleClick();
  readonly #moved = new MovedList();
  readonly #focus = new RowFocus();
  #wasTooSoon = false;
  #actions: CareActions | null = null;
  #device: DeviceRecords | null = null;
  #matterSource: ResidentSource | null = null;
  #watched: ResidentSource | null = null;
  #watch: AbortController | null = null;
  #latest: HomeMatters | null = null;
  #inbox: InboxController | null = null;
  /** Lists that left the screen with a press that no port has taken over (SPEC I7). */
  #left: readonly InboxController[] = [];
  #copied: OpenSurroundings['copied'] = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch();
    this.#leave();
    this.#settings.leave();
    this.#actions = this.#device = this.#matterSource = null;
  }

  protected override ask(): void {
    super.ask();
    this.subscribe(actionsContext, (actions) => (this.#actions = actions));
    this.subscribe(deviceContext, (device) => (this.#device = device));
    this.subscribe(sourceContext, (source) => (this.#matterSource = source));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#focus.note(this.renderRoot);
    this.#follow();
    const scope = this.#scope();
    // Guard: what was opened or written about one resident never stands under another.
    const isSame = JSON.stringify(this.#inbox?.session.scope) === JSON.stringify(scope ?? undefined);
    if (!isSame || this.#inbox?.port !== this.#actions) this.#leave();
    if (scope !== null && this.#inbox === null) this.#inbox = this.#takeBack(scope);
    this.#prune();
  }

  /** What is settled is not heard of any more. What was typed waits for its resident to come back. */
  #prune(): void {
    const isKept = ({ session }: InboxController) =>
      unsettledPresses(session).length > 0 || session.composing !== null || session.aside.length > 0;
    for (const one of this.#left) if (!isKept(one)) one.leave();
    this.#left = this.#left.filter(isKept);
  }

  /** Watches the homes while they are on screen, and one source at a time. */
  #follow(): void {
    const wanted = this.homes && this.matters === null && this.isConnected ? this.#matterSource : null;
    if (wanted === this.#watched) return;
    this.#unwatch();
    this.#watched = wanted;
    if (wanted?.watchMatters === undefined) return;
    const watch = new AbortController();
    this.#watch = watch;
    try {
      wanted.watchMatters((matters) => {
        if (watch.signal.aborted) return;
        this.#latest = matters;
        this.requestUpdate();
      }, watch.signal);
    } catch (error) {
      reportCaught(error, 'elements/escalations/watch');
      this.#latest = null;
    }
  }

  #unwatch(): void {
    this.#watch?.abort();
    this.#watch = this.#watched = this.#latest = null;
  }

  #scope(): InboxScope | null {
    if (this.homes) return { kind: 'homes', place: this.place?.id ?? '' };
    const { shown } = this;
    return shown.state === 'view' ? { kind: 'resident', resident: shown.view.resident } : null;
  }

  #leave(): void {
    if (this.#inbox !== null) this.#left = [...this.#left, this.#inbox];
    this.#inbox = this.#copied = null;
    // What was said aloud of one resident never stands beside another.
    this.#announcer.stop();
  }

  /** The list of whoever is on screen again, with what was pressed there, or a new one. */
  #takeBack(scope: InboxScope): InboxController {
    const isThis = ({ session, port }: InboxController) =>
      port === this.#actions && JSON.stringify(session.scope) === JSON.stringify(scope);
    const found = this.#left.find(isThis);
    this.#left = this.#left.filter((one) => one !== found);
    const host = { now: () => this.now, requestUpdate: () => this.requestUpdate() };
    return found ?? new InboxController(host, this.#actions, openInbox(scope));
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
      ${this.#wasTooSoon ? TOO_SOON : nothing}
      ${renderPressedBefore(this.#left.map(({ session }) => session))} ${this.#content()}
      ${this.kitFooter.render()}
    </div>`;
  }

  #content(): TemplateResult {
    const source = this.#source();
    if (typeof source === 'string') return html`<p class="card notice strong" role="alert">${source}</p>`;
    const rows = this.#rows();
    const banner = source.kind === 'resident' ? renderIdentityBanner(this.shown, this.headingLevel) : '';
    return html`${banner} ${renderKnown(source, this.now, rows.length)}
      ${this.#inbox === null ? nothing : renderStray(this.#inbox.session, rows)}
      ${rows.length === 0 ? nothing : KEYS[this.side]}
      <ul class="rows" aria-label="Threads">
        ${rows.map((row) => this.#row(row))}
      </ul>
      ${this.#settings.render(source, this.#setting())}`;
  }

  #setting(): SettingsPage {
    const { side, mayDecide, headingLevel: level } = this;
    return {
      isOffered: side === 'practice' && mayDecide,
      by: { name: this.#presser(), role: this.author?.role ?? null, mayDecide },
      level,
      port: this.#actions,
    };
  }

  #row(row: MatterRow): TemplateResult | string {
    if (this.#inbox === null) return '';
    const { session } = this.#inbox;
    const { now } = this;
    const onTheList = this.homes ? ((this.matters ?? this.#latest)?.onTheList ?? []) : [];
    const around = {
      session,
      now,
      times: timesOf(this.place),
      level: this.headingLevel,
      namesEach: this.homes,
      onTheList,
    };
    const presser = this.#presser();
    const inside = renderOpen(row, {
      session,
      now,
      times: around.times,
      presser,
      asksPresser: (this.author?.name ?? '').trim() === '',
      canSend: this.#actions !== null,
      side: this.side,
      onTheList,
      copied: this.#copied,
    });
    return renderRow(row, around, inside);
  }

  /** What is shown, or why nothing is, in words. */
  #source(): RowSource | string {
    if (!this.homes) return sourceOfOne(this.shown, this.now);
    return sourceOfHomes(this.matters ?? this.#latest, this.#matterSource);
  }

  #rows(): readonly MatterRow[] {
    const source = this.#source();
    return typeof source === 'string' ? [] : rowsOf(source, this.now, timesOf(this.place));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#focus.keep(this.renderRoot);
    const { now } = this;
    const rows = this.#rows();
    this.#moved.see(rows.map(({ thread }) => thread.id));
    const lines = rows.map(({ thread }) => standingWords(thread, now, timesOf(this.place)).line);
    // How long somebody waits changes each minute, and is not announced each minute.
    this.#announcer.see(lines.map((line) => line.replace(/, [^,]* ago/, '')).join(' '));
  }

  #presser(): string {
    return (this.author?.name ?? '').trim() || (this.#inbox?.session.presser ?? '').trim();
  }

  readonly #pressed = (event: Event): void => {
    const action = inboxPresses.actionOf(event);
    if (action === null || this.#doubleClick.isStray(event, action)) return;
    // Guard: what has just come under the mouse is not what its reader meant to press.
    this.#wasTooSoon = this.#moved.isTooSoon(event);
    this.requestUpdate();
    if (!this.#wasTooSoon) this.#take(action);
  };

  readonly #keyed = (event: KeyboardEvent): void => {
    const rows = this.#rows();
    const key = keyOf(event, { open: this.#inbox?.session.open ?? null, side: this.side }, rows);
    if (key === null) return;
    event.preventDefault();
    this.#press(key);
  };

  #press(key: InboxKey): void {
    if (key.action !== null) this.#take(key.action);
    if (key.focus !== null) void this.updateComplete.then(() => rowAt(this.renderRoot, key.focus)?.focus());
  }

  #take(action: EscalationsPress): void {
    if (isSetting(action)) return this.#settings.press(this.#source(), action, this.#setting());
    const inbox = this.#inbox;
    const pressing = {
      by: { name: this.#presser(), role: this.author?.role ?? null, side: this.side },
      clockOffsetMs: null,
    } as const;
    const on = (thread: string) => {
      const row = rowOf(this.#rows(), thread);
      return row === null ? null : onScreenOf(row.thread);
    };
    switch (action.kind) {
      case 'copy':
        return void this.#copy(action.thread);
      case 'hand-again':
      case 'note':
        for (const one of [...(inbox === null ? [] : [inbox]), ...this.#left]) one.dispatch(action);
        return;
      case 'attend':
      case 'begin':
      case 'begin-reply':
      case 'confirm':
      case 'look':
      case 'send': {
        const thread = on(action.thread);
        // A row that has gone since the press is no row any more (S2).
        if (thread === null || inbox === null) return;
        return inbox.dispatch({ ...pressing, ...action, on: thread });
      }
      case 'join': {
        const [thread, into] = [on(action.thread), on(action.into)];
        if (thread === null || into === null) return;
        return inbox?.dispatch({ ...pressing, kind: 'join', on: thread, into });
      }
      default:
        return inbox?.dispatch(action);
    }
  }

  async #copy(id: string): Promise<void> {
    const row = rowOf(this.#rows(), id);
    const inbox = this.#inbox;
    if (row === null) return;
    const { about } = row.thread;
    try {
      await this.#device?.noteRecordCopy?.(about.kind === 'resident' ? about.resident : null);
    } catch (error) {
      reportCaught(error, 'elements/escalations/copy');
      this.#sayCopied(inbox, { thread: id, words: 'Not copied: the copy could not be noted.', text: null });
      return;
    }
    // Guard: by now another resident may be on screen, or the thread withdrawn. What goes out is what stands here.
    const now = this.#inbox === inbox ? rowOf(this.#rows(), id) : null;
    if (now === null) return;
    const text = matterText(now.thread, this.now, timesOf(this.place));
    const isCopied = await copyText(text);
    const words = isCopied ? 'Copied. Paste it into the record of this resident.' : 'Copy it by hand:';
    this.#sayCopied(inbox, { thread: id, words, text: isCopied ? null : text });
  }

  /** Guard: a late answer about another list says nothing here. */
  #sayCopied(inbox: InboxController | null, copied: OpenSurroundings['copied']): void {
    if (this.#inbox !== inbox) return;
    this.#copied = copied;
    this.requestUpdate();
  }
}

const TOO_SOON = html`<p class="notice strong" role="alert">
  ▲ The list has just moved under the mouse, so nothing was pressed. Press again.
</p>`;

declare global {
  interface HTMLElementTagNameMap {
    'ehch-escalations': Escalations;
  }
}
