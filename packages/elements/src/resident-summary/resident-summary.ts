import { reportCaught } from '@ehch/clinical/diagnostics';
import { londonDate } from '@ehch/clinical/time';
import type { Author, ResidentId, ResidentView, SectionName, WatchRequest } from '@ehch/clinical';
import type { PartialDate } from '@ehch/clinical/time';
import { html, nothing, render } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { UNEXPECTED } from '../internal/ehch-element.ts';
import { EhchHideLineEvent } from '../internal/events.ts';
import { notShown } from '../internal/not-shown.ts';
import { ResidentElement } from '../internal/resident-element.ts';
import { retryButton, retryPresses } from '../internal/retry.ts';
import { hasDied, lastDaysOf, plainOnce } from '../internal/section-surroundings.ts';
import type { SectionSurroundings } from '../internal/section-surroundings.ts';
import { NOTHING_PRESSED } from './glance/glance.ts';
import type { GlancePart, GlanceState } from './glance/glance.ts';
import { styles } from './resident-summary.styles.ts';
import { renderView } from './render-view.ts';

/**
 * Who the resident is and what matters in the next five minutes, in a fixed order: who, agreed limits of treatment,
 * allergies and swallowing, what matters now at a glance, what is open, alerts and how I communicate, how she is,
 * medicines, problems, events, people, plan. It reads, and changes nothing.
 *
 * Set `resident` inside an `<ehch-provider>`, or set `view`. With both, the view must be about that resident, or
 * nothing of it is shown.
 *
 * @tag ehch-resident-summary
 * @event {EhchRetryEvent} ehch-retry - A person asked for a section, or all, to be read again. The nearest provider does it.
 * @event {EhchHideLineEvent} ehch-hide-line - A person hid a line of the glance. A host that keeps such things gives its key back in `hiddenLines`.
 * @event {EhchMismatchEvent} ehch-mismatch - Data about another resident arrived, and were not shown.
 * @csspart base - The wrapper of everything.
 * @csspart banner - The identity.
 * @csspart section - Each section.
 * @csspart chart - Each small chart.
 * @csspart footer - Source, age and configuration.
 * @cssproperty [--ehch-font-size=medium] - Text size. The default follows the reader's own setting.
 * @cssproperty [--ehch-font-family=Arial, Helvetica, sans-serif] - Type face.
 * @cssproperty [--ehch-color-text=#212b32] - Text.
 * @cssproperty [--ehch-color-text-secondary=#4c6272] - Dates and sources.
 * @cssproperty [--ehch-color-link=#24516a] - Links, buttons and the line of charts.
 * @cssproperty [--ehch-color-link-hover=#7c2855] - Links and buttons under the pointer.
 * @cssproperty [--ehch-color-focus=#ffeb3b] - Behind what has the focus.
 * @cssproperty [--ehch-color-focus-text=#212b32] - Text and edge of what has the focus.
 * @cssproperty [--ehch-color-page=#f0f4f5] - Behind the cards.
 * @cssproperty [--ehch-color-card=#fff] - The cards.
 * @cssproperty [--ehch-color-border=#d8dde0] - Hairlines.
 * @cssproperty [--ehch-color-rule=#4c6272] - Lines that carry meaning, such as that of the agreed limits.
 * @cssproperty [--ehch-color-urgent=#d5281b] - Urgent, always with a word and a shape.
 * @cssproperty [--ehch-color-urgent-tint=#fdf1f0] - Behind what is asked of somebody now.
 * @cssproperty [--ehch-color-watch=#7a4a00] - What is overdue, or a change for the worse, always with a word and a shape.
 * @cssproperty [--ehch-color-answered=#007f3b] - A person has answered. Used for nothing else.
 * @cssproperty [--ehch-color-notice=#fff9c4] - Behind what must be read before the rest.
 * @cssproperty [--ehch-space=0.5em] - The unit of space.
 * @cssproperty [--ehch-radius=4px] - Corners.
 * @cssproperty [--ehch-banner-top=0px] - Where the identity sticks: the height of the host's own sticky header.
 */
export class ResidentSummary extends ResidentElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    compact: { type: Boolean, reflect: true },
    headingLevel: { type: Number, attribute: 'heading-level' },
    hideBanner: { type: Boolean, attribute: 'hide-banner', reflect: true },
    since: {},
    hiddenLines: { attribute: false },
    author: { attribute: false },
  };

  /** The short form for a strip beside a record: what is below the alerts is one line each, opened by a press. */
  compact = false;

  /** The level of the heading with the name, 1 to 6. Sections are one below. */
  headingLevel = 2;

  /** Leaves the identity to the host's own banner. It stays in print, and whatever is doubtful about it stays too. */
  hideBanner = false;

  /**
   * When the reader last looked, as an ISO date or instant: the source is asked for what changed since then. Without it,
   * an engine with a signed-in user takes their last look, and else the last four weeks count. A `view` brings its own
   * glance (`withGlance`). All that changed is in `<ehch-what-changed>`, where the page has that component.
   */
  since: PartialDate | null = null;

  /** Keys of lines that this reader hid from the glance. A line with a new fact has a new key. */
  hiddenLines: readonly string[] = [];

  /** Who is reading: said on paper as who printed it. Without it, paper says that it is not said. */
  author: Author | null = null;

  #opened: ReadonlySet<SectionName> = new Set();
  #openedFor: ResidentId | null = null;
  #glance: GlanceState = NOTHING_PRESSED;
  #said = '';

  protected override get watchRequest(): WatchRequest {
    // Frameworks clear a property with `undefined` or an empty text.
    return { since: this.since || null };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { shown } = this;
    const resident = shown.state === 'view' ? shown.view.resident : this.resident;
    if (resident !== this.#openedFor) {
      // Not one node of the resident before is used again, whatever happens while the new one is drawn.
      if (this.hasUpdated) render(nothing, this.renderRoot, this.renderOptions);
      this.#openedFor = resident;
      this.#opened = new Set();
      this.#glance = NOTHING_PRESSED;
      this.#said = '';
    }
  }

  override render(): TemplateResult {
    return html`<div class="base" part="base" translate="no" @click=${this.#press}>
      ${this.#status()} ${this.#content()} ${this.kitFooter.render()}
    </div>`;
  }

  /** One place that speaks, so that a screen reader hears a change of state without losing its place. */
  #status(): TemplateResult {
    const { shown } = this;
    return html`<p class="spoken" role="status">${shown.state === 'loading' ? 'Loading the summary' : this.#said}</p>
      <div role="alert">${
        shown.state === 'mismatch' ? html`<p class="notice strong">${notShown(shown)}</p>` : nothing
      }</div>`;
  }

  #content(): TemplateResult {
    const { shown } = this;
    if (shown.state === 'view') return this.#view(shown.view);
    // A mismatch is said in the alert.
    const words = html`<p>${shown.state === 'mismatch' ? 'Nothing is shown.' : notShown(shown)}</p>`;
    return shown.state === 'mismatch' || shown.state === 'failed'
      ? this.#again(words)
      : html`<div class="empty">${words}</div>`;
  }

  #view(given: ResidentView): TemplateResult {
    try {
      const { now } = this;
      const view = plainOnce(given);
      const around: SectionSurroundings = {
        view,
        now,
        today: londonDate(now),
        place: this.place,
        level: Math.min(6, (this.headingLevel || 2) + 1),
        compact: this.compact,
        opened: this.#opened,
        died: hasDied(view),
        lastDays: lastDaysOf(view),
        scope: 'whole',
      };
      const hidden = [...this.#glance.hidden, ...(this.hiddenLines ?? [])];
      return renderView(around, {
        level: this.headingLevel,
        glance: { ...this.#glance, hidden },
        author: this.author ?? null,
      });
    } catch (error) {
      reportCaught(error, 'elements/summary');
      // A view that breaks its contract must not leave older content on screen, which is what an error here would do.
      return this.#again(UNEXPECTED);
    }
  }

  #again(words: TemplateResult): TemplateResult {
    return html`<div class="empty">
      ${words} ${retryButton(null, 'Try again')}
    </div>`;
  }

  readonly #press = (event: Event): void => {
    const again = retryPresses.actionOf(event);
    if (again !== null) return this.readAgain(again);
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button === null) return;
    const { toggle, go, glance, hide } = button.dataset;
    if (toggle !== undefined) this.#toggle(toggle as SectionName);
    if (go !== undefined) void this.#goTo(go as SectionName);
    if (glance !== undefined) this.#openGlance(glance as GlancePart);
    if (hide !== undefined) void this.#hide(hide);
  };

  /** Leads to a section, opens it, and puts the focus on its heading: a screen reader goes on from there. */
  async #goTo(section: SectionName): Promise<void> {
    if (this.compact && !this.#opened.has(section)) this.#toggle(section);
    await this.updateComplete;
    this.#focus(section === 'identity' ? 'who' : section);
  }

  #focus(id: string): void {
    const heading = this.renderRoot.querySelector<HTMLElement>(`#${id}`);
    const target = heading?.querySelector<HTMLElement>('button') ?? heading;
    if (!target) return;
    if (target === heading) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    (target.closest('section') ?? target).scrollIntoView({ block: 'start' });
  }

  #openGlance(part: GlancePart): void {
    const { showMore, showHidden, showChanges } = this.#glance;
    const opened = {
      more: { showMore: !showMore },
      hidden: { showHidden: !showHidden },
      changes: { showChanges: !showChanges },
    };
    this.#glance = { ...this.#glance, ...opened[part] };
    this.requestUpdate();
  }

  async #hide(key: string): Promise<void> {
    if (this.#openedFor === null) return;
    this.#glance = { ...this.#glance, hidden: [...this.#glance.hidden, key] };
    this.#said = 'Hidden. The line comes back when something new is recorded.';
    this.requestUpdate();
    this.dispatchEvent(new EhchHideLineEvent(this.#openedFor, key));
    await this.updateComplete;
    // The pressed button is gone: without this the focus would fall out of the summary.
    this.#focus('glance');
  }

  #toggle(section: SectionName): void {
    const opened = new Set(this.#opened);
    if (!opened.delete(section)) opened.add(section);
    this.#opened = opened;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ehch-resident-summary': ResidentSummary;
  }
}
