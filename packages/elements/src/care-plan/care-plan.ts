import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Author, CareActions, Decider, ResidentId, ResidentView } from '@ehch/clinical';
import { deciderFor } from '@ehch/clinical/place';
import { londonDate } from '@ehch/clinical/time';
import { html, nothing, render } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { Announcer } from '../internal/announcer.ts';
import { actionsContext, deviceContext } from '../internal/contexts.ts';
import { DoubleClick } from '../internal/double-click.ts';
import { UNEXPECTED } from '../internal/ehch-element.ts';
import { notShown } from '../internal/not-shown.ts';
import { putAway } from '../internal/put-away.ts';
import { ResidentElement } from '../internal/resident-element.ts';
import { hasDied, plainOnce } from '../internal/section-surroundings.ts';
import { bodyIn } from './body-in.ts';
import { planPresses } from './care-plan-press.ts';
import type { CarePlanPress } from './care-plan-press.ts';
import { styles } from './care-plan.styles.ts';
import { changingSource } from './changing-part.ts';
import { Connection } from './connection.ts';
import { copiesSource } from './copies-part.ts';
import { moveFocusTo } from './move-focus-to.ts';
import { PlanChanges } from './plan-changes.ts';
import type { PlanAtHand } from './plan-changes.ts';
import { PlanCopying } from './plan-copying.ts';
import { PlanPrinting } from './plan-printing.ts';
import { planSurroundings } from './plan-surroundings.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';
import { renderDecisionPage } from './render-decide.ts';
import { tryAgain, renderNotShown } from './render-not-shown.ts';
import { renderCard } from './render-card.ts';

const NOT_PRINTED = html`<p class="notice strong">Not printed: it could not be noted.</p>`;

/**
 * The personalised plan of a resident. Agreed limits and what to do "if I become unwell" stand first. Then comes what
 * matters in the resident's words, with who said it and when; goals, decisions to come, actions, medicines for the last days,
 * capacity decision by decision, people with who may be told what, and the plan itself. What nobody has recorded is said
 * plainly, in its own place.
 *
 * Where the provider has `actions`, each line can be changed in its place. What somebody else changed meanwhile stands beside what
 * is typed, and a person chooses. Limits, CPR, advance decisions and capacity are replaced whole by those who may decide, and
 * proposed by everybody else.
 *
 * Set `resident` inside an `<ehch-provider>`, or set `view`. With both, the view must be about that resident, or
 * nothing of it is shown.
 *
 * @tag ehch-care-plan
 * @event {EhchRetryEvent} ehch-retry - A person asked for a section, or all, to be read again. The nearest provider does it.
 * @event {EhchMismatchEvent} ehch-mismatch - Data about another resident arrived, and were not shown.
 * @csspart base - The wrapper of everything.
 * @csspart banner - The identity.
 * @csspart section - Each part of the plan.
 * @csspart footer - Source, age and configuration.
 */
export class CarePlanCard extends ResidentElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    author: { attribute: false },
    mayDecide: { type: Boolean, attribute: 'may-decide' },
    keepFromFamily: { type: Boolean, attribute: 'keep-from-family' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    hideBanner: { type: Boolean, attribute: 'hide-banner', reflect: true },
  };

  /** Who reads and presses. Without a name it is asked for, and nothing is saved before. Paper says who printed it. */
  author: Author | null = null;

  /**
   * Whether the page lets this person decide about limits, CPR, advance decisions, capacity and what to do when unwell. The place
   * file has to name them as well (`deciders`). Everybody else proposes, and so does everybody while no server answers.
   */
  mayDecide = false;

  /** The terms of the source do not allow its records to be given to families: no copy in plain English is made. */
  keepFromFamily = false;

  /** The level of the heading with the name, 1 to 6. Parts are one below. */
  headingLevel = 2;

  /** Leaves the identity to the host's own banner. It stays in print, and whatever is doubtful about it stays too. */
  hideBanner = false;

  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #doubleClick = new DoubleClick();
  readonly #changes = new PlanChanges(
    {
      now: () => this.now,
      requestUpdate: () => this.requestUpdate(),
      atHand: () => this.#atHand(),
      moveFocus: (selector) => void moveFocusTo(this, selector),
    },
    () => this.partSource(changingSource),
  );
  readonly #copying = new PlanCopying(
    () => this.requestUpdate(),
    () => this.partSource(copiesSource),
  );
  readonly #printing = new PlanPrinting(() => this.requestUpdate());
  readonly #connection = new Connection((isOnline) => this.#changes.tellConnection(isOnline));
  #actions: CareActions | null = null;
  /** The decision that is shown as a page of its own. */
  #decision: string | null = null;
  #openedFor: ResidentId | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection.listen();
    addEventListener('beforeunload', this.#askBeforeLeaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcer.stop();
    this.#connection.stop();
    removeEventListener('beforeunload', this.#askBeforeLeaving);
    this.#actions = null;
    this.#changes.leave();
    this.#copying.forget();
  }

  protected override ask(): void {
    super.ask();
    this.subscribe(actionsContext, (actions) => (this.#actions = actions));
    this.subscribe(deviceContext, (device) => this.#connection.follow(device));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { shown } = this;
    const resident = shown.state === 'view' ? shown.view.resident : this.resident;
    if (resident !== this.#openedFor) {
      this.#openedFor = resident;
      this.forgetOpened();
    }
    this.#changes.look();
  }

  /** Guard: what was opened about one person never stands under the name of another. */
  protected forgetOpened(): void {
    // Not one node of the resident before is used again, whatever happens while the new one is drawn.
    if (this.hasUpdated) render(nothing, this.renderRoot, this.renderOptions);
    this.#decision = null;
    this.#changes.forgetPress();
    this.#copying.forget();
    this.#printing.forget();
    putAway(this.renderRoot);
    this.#announcer.stop();
  }

  /** Guard: nothing is printed for somebody before a person has looked at what must not be told. */
  protected mayPrint(isReady: boolean): boolean {
    return isReady;
  }

  /** Guard: what was typed about one person never stands under the name of another. Each has a desk of their own. */
  protected ownerOf({ resident }: ResidentView): ResidentId {
    return resident;
  }

  #atHand(): PlanAtHand | null {
    const { shown, author } = this;
    if (shown.state !== 'view' || this.#actions === null || hasDied(shown.view)) return null;
    return {
      view: shown.view,
      owner: this.ownerOf(shown.view),
      port: this.#actions,
      isOnline: this.#connection.isOnline,
      author: author ?? null,
      decider: this.#decider(),
    };
  }

  override render(): TemplateResult {
    const { shown } = this;
    return html`<div
      class="base"
      part="base"
      translate="no"
      @click=${this.#pressed}
      @input=${this.#pressed}
      @change=${this.#pressed}
    >
      <p class="spoken" role="status">${shown.state === 'loading' ? 'Loading the plan' : this.#announcer.said}</p>
      <div role="alert">${
        shown.state === 'mismatch' ? html`<p class="notice strong">${notShown(shown)}</p>` : nothing
      }${this.#printing.isNotNoted ? NOT_PRINTED : nothing}</div>
      ${this.#changes.renderElsewhere(this.#openedFor)}
      ${shown.state === 'view' ? this.#view(shown.view) : renderNotShown(shown)}
      ${this.kitFooter.render()}
    </div>`;
  }

  #view(given: ResidentView): TemplateResult {
    try {
      const around = this.#around(given);
      const decision = bodyIn(around.plan)?.decide.find((one) => one.decision.id === this.#decision);
      return renderCard(around, {
        level: this.headingLevel || 2,
        author: this.author ?? null,
        copy: this.#copying.render(around),
        page: decision === undefined ? null : renderDecisionPage(decision, around),
      });
    } catch (error) {
      reportCaught(error, 'elements/care-plan');
      // A view that breaks its contract must not leave older content on screen, which is what an error here would do.
      return tryAgain(UNEXPECTED);
    }
  }

  #around(given: ResidentView): PlanSurroundings {
    const { now, place } = this;
    const level = Math.min(6, (this.headingLevel || 2) + 1);
    return planSurroundings(plainOnce(given), {
      now,
      place,
      level,
      changing: this.#changes.state,
      edit: this.#changes.edit,
      mayGiveToFamily: !this.keepFromFamily,
    });
  }

  /** Guard: a name that somebody typed is nobody's authority, so only whom the page names can decide. */
  #decider(): Decider | null {
    return this.mayDecide ? deciderFor(this.place, this.author, londonDate(this.now)) : null;
  }

  protected override get stateCodes(): readonly string[] {
    return [...super.stateCodes, ...this.#changes.codes];
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { shown } = this;
    this.#changes.prepare();
    if (shown.state === 'view' && !this.keepFromFamily) this.#copying.prepare();
    const news = [this.#changes.news, this.#copying.news];
    this.#announcer.see(news.filter((one) => one !== '').join(' '));
  }

  readonly #pressed = (event: Event): void => {
    const action = planPresses.actionOf(event);
    if (action !== null && !this.#doubleClick.isStray(event, action)) this.#take(action);
  };

  #take(action: CarePlanPress): void {
    switch (action.kind) {
      case 'show-decision':
        this.#decision = action.line;
        return void moveFocusTo(this, '#decision');
      case 'show-plan':
        this.#decision = null;
        return void moveFocusTo(this, '#decide');
      case 'read-again':
        return this.readAgain(action);
      case 'print':
        return this.#print();
      case 'open-copy':
      case 'copy-for':
      case 'tick-copy':
      case 'look-at-copy':
        return this.#copying.take(action);
      case 'print-copy':
        return void this.#printing.copy(this.device, () => this.#ready());
      case 'write-presser':
        return this.#changes.writePresser(action.text);
      case 'hand-again':
        // What is handed over again may be about somebody who is not on screen.
        return this.#changes.handAgain(action.intent);
      default:
        return this.#changes.take(action);
    }
  }

  #print(): void {
    const { shown } = this;
    if (shown.state !== 'view') return;
    const { resident } = shown.view;
    void this.#printing.whole(this.device, resident, () => this.#openedFor === resident);
  }

  /** The copy that may be printed now; `null`: none. */
  #ready() {
    const { shown } = this;
    if (shown.state !== 'view') return null;
    const around = this.#around(shown.view);
    const isReady = this.#copying.isReady(around);
    if (isReady === null || !this.mayPrint(isReady)) return null;
    const print = () => this.#copying.print(this.renderRoot, around, this.author);
    return { resident: shown.view.resident, print };
  }

  /** The memory of this page alone has what was typed and what no port has taken over. */
  readonly #askBeforeLeaving = (event: BeforeUnloadEvent): void => {
    if (this.#changes.isBusy) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ehch-care-plan': CarePlanCard;
  }
}
