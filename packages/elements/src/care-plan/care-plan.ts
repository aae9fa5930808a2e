import { carePlanOf } from '@ehch/clinical/care-plan';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { londonDate } from '@ehch/clinical/time';
import type { Author, ResidentId, ResidentView, SectionName } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing, render } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { DoubleClick } from '../internal/double-click.ts';
import { EhchRetryEvent } from '../internal/events.ts';
import { notShown } from '../internal/not-shown.ts';
import { ResidentElement } from '../internal/resident-element.ts';
import { asPlainView, hasDied, lastDaysOf, withAllSections } from '../internal/section-surroundings.ts';
import { bodyIn } from './body-in.ts';
import { planPresses } from './care-plan-press.ts';
import type { CarePlanPress } from './care-plan-press.ts';
import { styles } from './care-plan.styles.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';
import { renderDecisionPage } from './render-decide.ts';
import { renderPlan } from './render-plan.ts';

/**
 * The personalised plan of a resident. Agreed limits and what to do "if I become unwell" stand first. Then comes what
 * matters in the resident's words, with who said it and when; goals, decisions to come, actions, medicines for the last days,
 * capacity decision by decision, people with who may be told what, and the plan itself. What nobody has recorded is said
 * plainly, in its own place.
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
    headingLevel: { type: Number, attribute: 'heading-level' },
    hideBanner: { type: Boolean, attribute: 'hide-banner', reflect: true },
  };

  /** Who reads or presses: said on paper as who printed it. Without it, paper says that it is not said. */
  author: Author | null = null;

  /** The level of the heading with the name, 1 to 6. Parts are one below. */
  headingLevel = 2;

  /** Leaves the identity to the host's own banner. It stays in print, and whatever is doubtful about it stays too. */
  hideBanner = false;

  readonly #doubleClick = new DoubleClick();
  /** The decision that is shown as a page of its own. */
  #decision: string | null = null;
  #openedFor: ResidentId | null = null;
  #plain: { readonly given: ResidentView; readonly view: ResidentView } | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { shown } = this;
    const resident = shown.state === 'view' ? shown.view.resident : this.resident;
    if (resident === this.#openedFor) return;
    // Not one node of the resident before is used again, whatever happens while the new one is drawn.
    if (this.hasUpdated) render(nothing, this.renderRoot, this.renderOptions);
    this.#openedFor = resident;
    this.#decision = null;
    this.#plain = null;
  }

  override render(): TemplateResult {
    return html`<div class="base" part="base" translate="no" @click=${this.#pressed}>
      <p class="spoken" role="status">${this.shown.state === 'loading' ? 'Loading the plan' : ''}</p>
      <div role="alert">${
        this.shown.state === 'mismatch' ? html`<p class="notice strong">${notShown(this.shown)}</p>` : nothing
      }</div>
      ${this.#content()}
    </div>`;
  }

  #content(): TemplateResult {
    const { shown } = this;
    if (shown.state === 'view') return this.#view(shown.view);
    // A mismatch is said in the alert.
    const words = html`<p>${shown.state === 'mismatch' ? 'Nothing is shown.' : notShown(shown)}</p>`;
    return shown.state === 'mismatch' || shown.state === 'failed'
      ? again(words)
      : html`<div class="empty">${words}</div>`;
  }

  #view(given: ResidentView): TemplateResult {
    try {
      const around = this.#surroundings(given);
      const decision = bodyIn(around.plan)?.decide.find((one) => one.decision.id === this.#decision);
      return renderPlan(around, {
        level: this.headingLevel || 2,
        author: this.author ?? null,
        page: decision === undefined ? null : renderDecisionPage(decision, around),
      });
    } catch (error) {
      reportCaught(error, 'elements/care-plan');
      // A view that breaks its contract must not leave older content on screen, which is what an error here would do.
      return again(html`<p>Could not show: the data are not in the expected form.</p>`);
    }
  }

  #surroundings(given: ResidentView): PlanSurroundings {
    const { now, place } = this;
    const view = this.#plainViewOf(given, now);
    const today = londonDate(now);
    const died = hasDied(view);
    const lastDays = lastDaysOf(view);
    const { plan } = view.sections;
    return {
      view,
      now,
      today,
      place,
      level: Math.min(6, (this.headingLevel || 2) + 1),
      compact: false,
      opened: new Set(),
      died,
      lastDays,
      scope: 'whole',
      plan: carePlanOf(view, today, place?.nation),
      prefix: '',
      ofRecord: '',
      isUrging: !died && lastDays === null,
      hasNoLines:
        plan.state === 'known' && plan.content.kind === 'recorded' && plan.content.value.lines === undefined,
    };
  }

  /** A view is a value: it is made plain once, and not with every press and every minute. */
  #plainViewOf(given: ResidentView, now: Instant): ResidentView {
    if (this.#plain?.given !== given) this.#plain = { given, view: withAllSections(asPlainView(given), now) };
    return this.#plain.view;
  }

  readonly #pressed = (event: Event): void => {
    const action = planPresses.actionOf(event);
    if (action !== null) {
      if (!this.#doubleClick.isStray(event, action)) void this.#take(action);
      return;
    }
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const section = button?.dataset['retry'];
    if (section === undefined || this.#openedFor === null) return;
    this.dispatchEvent(
      new EhchRetryEvent(this.#openedFor, section === 'all' ? null : (section as SectionName)),
    );
  };

  async #take(action: CarePlanPress): Promise<void> {
    switch (action.kind) {
      case 'show-decision':
        this.#decision = action.line;
        return this.#focusAfter('decision');
      case 'show-plan':
        this.#decision = null;
        return this.#focusAfter('decide');
      case 'print':
        print();
    }
  }

  /** What was pressed is gone: without this the focus would fall out of the card. */
  async #focusAfter(id: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    const heading = this.renderRoot.querySelector<HTMLElement>(`#${id}`);
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'nearest' });
  }
}

function again(words: TemplateResult): TemplateResult {
  return html`<div class="empty">
    ${words} <button type="button" class="retry" data-retry="all">Try again</button>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ehch-care-plan': CarePlanCard;
  }
}
