import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Focus, FormSession } from '@ehch/clinical/session';
import { justSigned, unfinishedOf } from '@ehch/clinical/session';
import { html, nothing } from 'lit';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { BannerHeight } from '../internal/banner-height.ts';
import { copyText } from '../internal/copy-text.ts';
import { noted } from '../internal/noted.ts';
import { DoubleClick } from '../internal/double-click.ts';
import { notShown } from '../internal/not-shown.ts';
import { runningHead } from '../internal/running-head.ts';
import { Announcer } from '../internal/announcer.ts';
import { focusOn } from './focus-on.ts';
import { formMeant } from './form-meant.ts';
import type { Dispatch } from '../form/look.ts';
import { FormElement } from './form-element.ts';
import { renderFormPage } from './form-page.ts';
import { styles } from './frailty-scorer.styles.ts';
import { notForNow } from './not-for-now.ts';
import { renderComing, renderNotOpen } from './not-open.ts';
import type { Assessments } from './own-assessments.ts';
import { spoken } from './score-bar.ts';
import { paperForm } from './paper-form.ts';
import { renderTrouble } from './trouble.ts';
import { actionOf, press } from './scorer-press.ts';
import type { ScorerPress } from './scorer-press.ts';
import { WhyFocus } from './why-focus.ts';
import { tabAfter } from './sections.ts';
import { sessionView } from './session-view.ts';
import type { SessionView } from './session-view.ts';
import { putAway } from '../internal/put-away.ts';
import { renderIdentityBanner } from './identity-banner.ts';
import { unsentIn } from './unsent-in.ts';

/**
 * Fills in an assessment or an instrument for one resident, with a live score: the CGA, NEWS2, 4AT, CFS and the other
 * instruments of the kit, or a form that a place imported. Nothing is preselected, a missing part is never a zero, and
 * what the record says is offered with its date and never filled in.
 *
 * Set `resident` inside an `<ehch-provider>`, or set `view`. A form belongs to one resident: when the resident changes, it
 * goes before anything of the next one is asked.
 *
 * @tag ehch-frailty-scorer
 * @event {EhchAnswerEvent} ehch-answer - The answers changed: one event a press, or when another window's answers were put in. Carries the draft and the score.
 * @event {EhchAssessmentFinishedEvent} ehch-assessment-finished - A person finished the assessment, and it was taken over.
 * @event {EhchAssessmentUndoneEvent} ehch-assessment-undone - What was finished here stands no more.
 * @event {EhchRetryEvent} ehch-retry - A person asked for the agreed limits to be read again. The nearest provider does it.
 * @event {EhchMismatchEvent} ehch-mismatch - Data about another resident arrived, and were not shown.
 * @csspart base - The wrapper of everything.
 * @csspart banner - Whose form it is.
 * @csspart chooser - What can be filled in.
 * @csspart score - The score line.
 * @csspart finish - Finish, copy and print.
 * @csspart after-score - What to know and do once a score is signed.
 * @slot escalation - Stands at the end of what follows a signed score. Empty until a page puts the way to escalate there.
 */
export class FrailtyScorer extends FormElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    layout: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** `sections`: the top groups one at a time. `page`: everything below each other. */
  layout: 'sections' | 'page' = 'sections';

  /** The level of the heading with the name, 1 to 6. */
  headingLevel = 2;

  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #doubleClick = new DoubleClick();
  readonly #why = new WhyFocus(this, () => (this.controller.front?.screen.why ?? null) !== null);

  constructor() {
    super();
    this.addController(new BannerHeight(this));
  }

  /** The page is being printed: the form stands whole beside what is on screen, which keeps its fields and its focus. */
  #onPaper = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcer.stop();
  }

  protected override drawForPaper(): void {
    this.#onPaper = true;
    super.drawForPaper();
  }

  protected override paperIsDone(): void {
    this.#onPaper = false;
    super.paperIsDone();
  }

  protected override clear(): void {
    super.clear();
    this.#announcer.stop();
    this.#why.forget();
    putAway(this.renderRoot);
  }

  override render(): TemplateResult {
    return html`<div
      class="base"
      part="base"
      translate="no"
      @click=${this.#pressed}
      @input=${this.#pressed}
      @change=${this.#pressed}
      @keydown=${this.#key}
    >
      <p class="spoken" role="status">${this.#announcer.said}</p>
      ${this.#content()} ${this.kitFooter.render()}
    </div>`;
  }

  #content(): TemplateResult {
    const { shown } = this;
    if (shown.state === 'mismatch') {
      return html`<p class="card notice strong" role="alert">${notShown(shown)}</p>
        ${renderTrouble(this.controller.trouble)}`;
    }
    const { front } = this.controller;
    if (shown.state === 'nobody' || (shown.state === 'loading' && front === null)) {
      return html`<p class="card" role="status">${notShown(shown)}</p>
        ${renderTrouble(this.controller.trouble)}`;
    }
    const identity = shown.state === 'view' ? shown.view.sections.identity : null;
    const view = front === null ? null : this.#viewOf(front);
    return html`<div class="sheet">
      ${runningHead(identity, { at: this.now, by: view?.author ?? this.author ?? null })}
      <div class="rest">
        ${renderIdentityBanner(shown, this.headingLevel)} ${renderTrouble(this.controller.trouble)}
        ${front === null ? this.#choice() : this.#form(front, view)}
      </div>
    </div>`;
  }

  protected override get stateCodes(): readonly string[] {
    const { front } = this.controller;
    const form = front === null ? [] : [`form=${front.form.id}`, `phase=${front.phase.state}`];
    return [...super.stateCodes, ...form];
  }

  #choice(): TemplateResult {
    const { state, loaded } = this.own;
    if (this.isUnreadable)
      return html`<p class="card notice strong" role="alert">
        The form that this page gives cannot be read. Tell whoever looks after the page.
      </p>`;
    if (loaded === null) return renderComing(state);
    if (this.assessment) return html`<p class="card">There is no assessment of this name here.</p>`;
    const { view, resident } = this.about;
    const { sessions } = this.controller;
    const { unfinished, search } = sessions;
    const looking =
      unfinished.state === 'not-asked' || unfinished.resident !== resident ? 'not-asked' : unfinished.state;
    return loaded.renderChooser({
      search,
      level: this.headingLevel + 1,
      now: this.now,
      unfinished: resident === null ? [] : unfinishedOf(sessions, resident),
      looking,
      unsent: unsentIn(view),
      signed: resident === null ? [] : justSigned(sessions, resident, this.author ?? null, this.now),
      notListed: unfinished.state === 'not-listed' && unfinished.resident === resident ? unfinished : null,
      role: this.author?.role ?? null,
      offered: this.place?.templates ?? null,
      notFor: (form) => notForNow(form, view, this.place),
    });
  }

  #form(front: FormSession, view: SessionView | null): TemplateResult {
    const { form, around } = front;
    const why = notForNow(form, around.view, around.place);
    if (why !== null)
      return html`<p class="card notice">${form.title} is ${why}. What was answered is kept as it was.</p>`;
    if (view === null) return html`${renderNotOpen(front)}`;
    const another =
      this.controller.sessions.chosen === null
        ? nothing
        : html`<button type="button" ${press({ kind: 'choose-form', form: null })}>Back to all forms</button>`;
    try {
      return html`${another}
        <div class=${this.#onPaper ? 'screen' : 'shown'}>
          ${renderFormPage(view, this.#dispatchTo(front.id), this.layout)}
        </div>
        ${this.#onPaper ? html`<div class="paper">${paperForm(view)}</div>` : nothing}`;
    } catch (error) {
      reportCaught(error, 'elements/scorer/form');
      // What cannot be drawn must not leave another form's words on screen.
      return html`<p class="card notice strong" role="alert">
        Could not show this form. Its answers are kept as they were.
      </p>`;
    }
  }

  #viewOf(front: FormSession): SessionView | null {
    const level = Math.min(6, (this.headingLevel || 2) + 1);
    return sessionView(front, { own: this.own.loaded, now: this.now, level });
  }

  protected override announce(): void {
    void this.#say();
  }

  async #say(): Promise<void> {
    await this.updateComplete;
    const { front } = this.controller;
    if (front?.state) this.#announcer.see(spoken(front, this.own.loaded, this.now));
  }

  protected override async focusOn(focus: Focus): Promise<void> {
    await this.updateComplete;
    focusOn(this.renderRoot, focus);
  }

  /** What writes the text and prints comes when it is needed. `null`: it does not, or another form is in front by then. */
  async #takeAway(
    how: 'copy' | 'print',
  ): Promise<{ readonly own: Assessments; readonly view: SessionView } | null> {
    const { front: asked } = this.controller;
    if (asked === null) return null;
    const { id } = asked;
    const own = await this.own.fetch();
    if (own !== null && !(await noted(this.device, how, asked.resident))) {
      this.controller.at({ kind: 'copied', text: '', how: 'not-noted' }, id);
      return null;
    }
    const { front } = this.controller;
    if (front === null || !this.isInFront(id)) return null;
    if (own === null) this.controller.at({ kind: 'copied', text: '', how: 'failed' });
    const view = this.#viewOf(front);
    return own === null || view === null ? null : { own, view };
  }

  /** Guard: while something was waited for, the form of somebody else may have come in front. */
  protected isInFront(session: string): boolean {
    return this.controller.front?.id === session;
  }

  protected override async copy(length: 'short' | 'full'): Promise<void> {
    const taken = await this.#takeAway('copy');
    if (taken === null) return;
    const { id } = taken.view.session;
    const text = taken.own.text(taken.view, length);
    const how = (await copyText(text)) ? 'taken' : 'by-hand';
    this.controller.at({ kind: 'copied', text, how }, id);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLTextAreaElement>('.copy')?.select();
  }

  protected override async print(): Promise<void> {
    const taken = await this.#takeAway('print');
    taken?.own.print(taken.view, renderIdentityBanner(this.shown, 2), this.renderRoot, styles);
  }

  /** Bound to one session: what is typed at its questions stays with it, however late it is handed over. */
  #dispatchTo(session: string): Dispatch {
    return (action) =>
      action.kind === 'explain' ? this.#explain(action) : this.controller.at(action, session);
  }

  #take(action: ScorerPress): void {
    switch (action.kind) {
      case 'read-again':
        return this.readAgain(action);
      case 'fetch-assessments':
        return this.own.again();
      case 'choose-form':
        this.controller.dispatch(action);
        return action.form === null ? void this.focusOn({ on: 'chooser' }) : undefined;
      case 'search':
      case 'list-drafts-again':
      case 'save-all-again':
      case 'start-from-finished':
        return this.controller.dispatch(action);
      case 'explain':
        return this.#explain(action);
      default:
        return this.controller.at(action);
    }
  }

  #explain(action: Extract<ScorerPress, { readonly kind: 'explain' }>): void {
    void this.#why.follow(() => this.controller.at(action));
  }

  readonly #pressed = (event: Event): void => {
    const action = actionOf(event);
    if (action !== null && !this.#doubleClick.isStray(event, action)) this.#take(action);
  };

  readonly #key = (event: KeyboardEvent): void => {
    const meant = formMeant(event);
    if (meant !== null) return meant.click();
    const next = tabAfter(event);
    if (next === null) return;
    event.preventDefault();
    this.#take(next.action);
    next.tab.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ehch-frailty-scorer': FrailtyScorer;
  }
}
