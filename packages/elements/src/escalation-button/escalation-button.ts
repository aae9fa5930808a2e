import type { Author, CareActions } from '@ehch/clinical';
import { carriedTo, openEscalation, type EscalationSession } from '@ehch/clinical/session';
import type { Thread, Unlisted } from '@ehch/clinical/thread';
import { html } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { renderIdentityBanner } from '../frailty-scorer/identity-banner.ts';
import { Announcer } from '../internal/announcer.ts';
import { BannerHeight } from '../internal/banner-height.ts';
import { actionsContext, signedContext } from '../internal/contexts.ts';
import { DoubleClick } from '../internal/double-click.ts';
import { UNEXPECTED } from '../internal/ehch-element.ts';
import { hasNamesake } from '../internal/namesakes.ts';
import { ResidentElement } from '../internal/resident-element.ts';
import { hasDied, plainOnce } from '../internal/section-surroundings.ts';
import { aboutOf, NOBODY } from './about-of.ts';
import { styles } from './escalation-button.styles.ts';
import type { EscalationController } from './escalation-controller.ts';
import { escalationPresses, type EscalationButtonPress } from './escalation-press.ts';
import { actorOf, advisedIn, escalationView, isFor999, type EscalationView } from './escalation-view.ts';
import { EscalationsHere } from './escalations-here.ts';
import { renderRaising } from './render-raising.ts';
import { renderLeftBehind } from './render-receipt.ts';
import { focusAfter, putFocusOn } from './focus-after.ts';
import { inDanger, renderNobody } from './render-nobody.ts';
import { renderAlready } from './render-already.ts';
import { renderDied } from './render-died.ts';
import { renderNotListed, renderTypedBanner, renderUnlistedForm } from './render-unlisted.ts';
import { renderClosed } from './render-closed.ts';
import { saidAloud } from './said-aloud.ts';
import { SignedBeside } from './signed-beside.ts';
import { stateCodesOf } from './state-codes.ts';
import { openThread } from './went-on.ts';
import { UnlistedTyping } from './unlisted-typing.ts';

/**
 * Raises a worry about one resident in three presses, one of which chooses the resident. Her wishes and limits and the
 * danger signs stand together on top. Then come what was seen, whom to ring now, and what to say. The receipt says at every
 * moment what is true: "sent" is not "seen", and only a person's answer is an answer.
 *
 * It never calls anybody by itself. Without `actions` on the provider it cannot send, says so, and still says whom to ring.
 *
 * @tag ehch-escalation-button
 * @event {EhchRetryEvent} ehch-retry - A person asked for the agreed limits to be read again. The nearest provider does it.
 * @event {EhchMismatchEvent} ehch-mismatch - Data about another resident arrived, and were not shown.
 * @csspart base - The wrapper of everything.
 * @csspart banner - Whom it is about.
 * @csspart wishes - Agreed limits in two lines.
 * @csspart ring - What to do and whom to ring.
 * @csspart observations - The step for observations, and what they say.
 * @csspart unlisted - The form for somebody who is not on the list.
 * @csspart say - What to say on the telephone.
 * @csspart receipt - What is true about what was sent.
 */
export class EscalationButton extends ResidentElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    author: { attribute: false },
    unlisted: { attribute: false },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** Who presses. Without a name it is asked for, and nothing is sent before. */
  author: Author | null = null;

  /** Somebody who is not on the list, as typed. Counts only while no resident is set. */
  unlisted: Unlisted | null = null;

  /** The level of the heading with the name, 1 to 6. */
  headingLevel = 2;

  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #doubleClick = new DoubleClick();
  #actions: CareActions | null = null;
  readonly #signed = new SignedBeside();
  readonly #here = new EscalationsHere({
    now: () => this.now,
    requestUpdate: () => this.requestUpdate(),
    announce: () => this.requestUpdate(),
    closed: () => this.#closed(),
  });
  readonly #typing = new UnlistedTyping();
  #isObserving = false;
  /** Whom what is said aloud is about. It never stands under the name of another. */
  #heardAbout = '';
  /** Where the keyboard goes once it is drawn, because what was pressed is gone; `null`: it stays. */
  #focus: string | null = null;

  constructor() {
    super();
    this.addController(new BannerHeight(this));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#here.leave();
    this.#actions = null;
    this.#signed.forget();
  }

  protected override ask(): void {
    super.ask();
    this.subscribe(actionsContext, (actions) => (this.#actions = actions));
    this.subscribe(signedContext, (all) =>
      this.#signed.hear(all, this.#here.open, this.#here.left.all, this.now),
    );
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#here.follow(this.#isRaisedFor);
    if (!this.isOnScreen(this.#heardAbout)) this.#announcer.stop();
    this.#heardAbout = JSON.stringify(this.#aboutShown);
    const { open } = this.#here;
    if (open?.session.sameName.exists === false && this.#hasSameName())
      open.dispatch({ kind: 'namesake-found' });
  }

  #hasSameName(): boolean {
    const { shown } = this;
    return shown.state === 'view' && hasNamesake(shown.view);
  }

  override render(): TemplateResult {
    return html`<div
      class="base"
      part="base"
      translate="no"
      @click=${this.#pressed}
      @input=${this.#pressed}
      @change=${this.#pressed}
      @ehch-assessment-finished=${this.#observed}
    >
      <p class="spoken" role="status">${this.#announcer.said}</p>
      ${renderLeftBehind(this.#here.left.notTakenOver, this.now)} ${this.#content()} ${this.kitFooter.render()}
    </div>`;
  }

  #content(): TemplateResult {
    const { shown } = this;
    const typedPerson = shown.state === 'nobody' ? this.#unlistedShown : null;
    if (shown.state === 'nobody' && typedPerson === null)
      return this.#typing.entry === null
        ? html`${renderNobody(shown)} ${renderNotListed()}`
        : renderUnlistedForm(this.#typing.entry, this.headingLevel);
    if (shown.state === 'mismatch') return renderNobody(shown);
    if (shown.state === 'view' && hasDied(shown.view))
      return renderDied(renderIdentityBanner(shown, this.headingLevel));
    const banner =
      typedPerson === null
        ? renderIdentityBanner(shown, this.headingLevel)
        : renderTypedBanner(typedPerson, this.headingLevel);
    const { open } = this.#here;
    if (open === null) {
      const closed = escalationView(this.#given(null));
      const isCarried = this.#here.carriedTo(this.#isRaisedFor) !== null;
      return html`${banner} ${renderAlready(closed)} ${renderClosed(closed, isCarried)}`;
    }
    return html`${banner} ${renderRaising(this.#viewOf(open))}`;
  }

  protected override get stateCodes(): readonly string[] {
    const { open } = this.#here;
    const own = open === null ? ['escalation=closed'] : stateCodesOf(this.#viewOf(open));
    return [...super.stateCodes, ...own];
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#focus !== null) putFocusOn(this.renderRoot, this.#focus);
    this.#focus = null;
    // Nothing is said of anybody before the record says who it is.
    if (this.#aboutShown !== null)
      this.#announcer.see(saidAloud(escalationView(this.#given(this.#here.open?.session ?? null))));
  }

  #viewOf({ session }: EscalationController): EscalationView {
    return escalationView(this.#given(session));
  }

  #given(session: EscalationSession | null) {
    const { shown, now } = this;
    const record = shown.state === 'view' ? plainOnce(shown.view) : null;
    return {
      session: session ?? openEscalation(this.#aboutShown ?? NOBODY),
      record,
      place: this.place,
      now,
      level: this.headingLevel,
      canSend: this.#actions !== null,
      author: this.author,
      isObserving: this.#isObserving,
    };
  }

  get #unlistedShown(): Unlisted | null {
    return this.unlisted ?? this.#typing.person;
  }

  get #aboutShown(): EscalationSession['about'] | null {
    return aboutOf(this.shown, this.#unlistedShown, this.place);
  }

  protected override get unexpected(): TemplateResult {
    return html`${UNEXPECTED} ${inDanger()}`;
  }

  /** Guard: what was ticked about one person never stands under the name of another. */
  protected isOnScreen(about: string): boolean {
    return about === JSON.stringify(this.#aboutShown);
  }

  readonly #isRaisedFor = ({ about }: EscalationSession): boolean => this.isOnScreen(JSON.stringify(about));

  #begin(isWorried: boolean, from: EscalationSession | null = null, goesOn: Thread | null = null): void {
    const about = this.#aboutShown;
    if (about === null) return;
    const hasSameName = this.#hasSameName();
    const session =
      from === null ? openEscalation(about, { hasSameName }) : carriedTo(about, from, hasSameName);
    const open = this.#here.begin(session, this.#actions);
    if (isWorried) open.dispatch({ kind: 'tick-worry', isTicked: true });
    if (goesOn !== null) open.dispatch({ kind: 'go-on', thread: goesOn });
    this.#signed.giveRecent(open, this.now);
    this.requestUpdate();
  }

  /** Goes on with what the home has raised about whoever is on screen, in whatever window (session SPEC X12). */
  #goOn(id: string): void {
    const thread = openThread(this.shown, id);
    // A row that has gone since the press is no row any more.
    if (thread !== null) this.#begin(false, null, thread);
  }

  #closed(): void {
    this.#isObserving = false;
    // What was said aloud of one resident never stands under the name of another.
    this.#announcer.stop();
  }

  readonly #observed = (event: Event): void => {
    const { open } = this.#here;
    if (open === null || !this.#signed.takeOwn(event, open)) return;
    this.#take({ kind: 'observe', isOpen: false });
    // Whom to ring stands above the form, and may have just become 999.
    if (isFor999(this.#viewOf(open))) this.#focus = '.ring';
  };

  readonly #pressed = (event: Event): void => {
    const action = escalationPresses.actionOf(event);
    if (action === null || this.#doubleClick.isStray(event, action)) return;
    this.#take(action);
  };

  #take(action: EscalationButtonPress): void {
    this.#focus = focusAfter(action);
    const { open, left } = this.#here;
    const by = actorOf(this.author, open?.session ?? null);
    switch (action.kind) {
      case 'open':
        return this.#begin(action.isWorried);
      case 'carry-over':
        return this.#begin(false, this.#here.carriedTo(this.#isRaisedFor));
      case 'another':
        return this.#begin(false);
      case 'go-on':
        return this.#goOn(action.thread);
      case 'close':
        this.#here.drop();
        this.#typing.person = null;
        return this.requestUpdate();
      case 'same-again':
        return this.#begin(false, open?.session ?? null);
      case 'observe':
        this.#isObserving = action.isOpen;
        return this.requestUpdate();
      case 'not-listed':
      case 'leave-unlisted':
      case 'type-unlisted':
      case 'go-on-unlisted':
        if (this.#typing.take(action)) this.#begin(true);
        return this.requestUpdate();
      case 'send':
        return open?.dispatch({
          kind: 'raise',
          by,
          clockOffsetMs: null,
          advised: advisedIn(this.#viewOf(open)),
        });
      case 'act':
        if (action.act.kind === 'withdraw') this.#here.keepWithdrawn();
        return open?.dispatch({ kind: 'act', by, clockOffsetMs: null, act: action.act });
      case 'read-again':
        return this.readAgain(action);
      case 'hand-left-again':
        return left.handAgain(action.entry);
      case 'note-left':
        left.note(action.entry);
        return this.requestUpdate();
      default:
        return open?.dispatch(action);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ehch-escalation-button': EscalationButton;
  }
}
