import type { ItemKey } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { goToItem } from '../form/go-to-item.ts';
import { notShown } from '../internal/not-shown.ts';
import { runningHead } from '../internal/running-head.ts';
import { Announcer } from './announcer.ts';
import { asTemplate } from './as-template.ts';
import { authorOf } from './form-desk.ts';
import { FormElement } from './form-element.ts';
import { styles } from './frailty-scorer.styles.ts';
import { notForNow } from './not-for-now.ts';
import { Offers } from './offers.ts';
import type { OpenForm } from './open-form.ts';
import type { Assessments } from './own-assessments.ts';
import { moveBetweenTabs, press } from './press.ts';
import type { PressHost } from './press.ts';
import { spoken } from './score-bar.ts';
import type { Telling } from './scorer-ui.ts';
import { sectionOf } from './sections.ts';
import { copyText, putAway } from './take-away.ts';
import { tellForm } from './tell-form.ts';
import { tellComing, tellNotOpen } from './tell-not-open.ts';
import { whose } from './whose.ts';

/**
 * Fills in an assessment or an instrument for one resident, with a live score: the CGA, NEWS2, 4AT, CFS and the other
 * instruments of the kit, or a form that a place imported. Nothing is preselected, a missing part is never a zero, and
 * what the record says is offered with its date and never filled in.
 *
 * Set `resident` inside an `<ehch-provider>`, or set `view`. A form belongs to one resident: when the resident changes, it
 * goes before anything of the next one is asked.
 *
 * @tag ehch-frailty-scorer
 * @event {EhchAnswerEvent} ehch-answer - A person answered or changed one question. Carries the draft and the score.
 * @event {EhchAssessmentFinishedEvent} ehch-assessment-finished - A person finished the assessment, and it was taken over.
 * @event {EhchMismatchEvent} ehch-mismatch - Data about another resident arrived, and were not shown.
 * @csspart base - The wrapper of everything.
 * @csspart banner - Whose form it is.
 * @csspart chooser - What can be filled in.
 * @csspart score - The score line.
 * @csspart finish - Finish, copy and print.
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

  #why: ItemKey | null = null;
  /** Where the keyboard was when an explanation was opened. */
  #whyFrom: HTMLElement | null = null;
  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #offers = new Offers();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcer.stop();
  }

  protected override clear(): void {
    super.clear();
    this.#announcer.stop();
    putAway(this.renderRoot);
  }

  override render(): TemplateResult {
    return html`<div class="base" part="base" translate="no" @click=${this.#press} @input=${this.#typed} @change=${this.#changed} @keydown=${this.#key}>
      <p class="spoken" role="status">${this.#announcer.said}</p>
      ${this.#content()}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { open, ui } = this.desk;
    if (!open?.state) return;
    this.#announcer.see(spoken(open, ui, this.own.ours));
    this.renderRoot.querySelector<HTMLTextAreaElement>('.copy:not(:focus)')?.select();
    this.#followWhy(ui.why);
  }

  #content(): TemplateResult {
    const { shown } = this;
    if (shown.state === 'mismatch') {
      return html`<p class="card notice strong" role="alert">${notShown(shown)}</p>${this.#unkept()}`;
    }
    const { open } = this.desk;
    if (shown.state === 'nobody' || (shown.state === 'loading' && open === null)) {
      return html`<p class="card" role="status">${notShown(shown)}</p>${this.#unkept()}`;
    }
    const identity = shown.state === 'view' ? shown.view.sections.identity : null;
    const by = open === null ? this.author : authorOf(this.author, open);
    return html`<div class="sheet">
      ${runningHead(identity, { at: this.now, by: by ?? null })}
      <div class="rest">
        ${whose(shown, this.headingLevel)} ${this.#unkept()}
        ${open === null ? this.#choice() : this.#form(open)}
      </div>
    </div>`;
  }

  #choice(): TemplateResult {
    const { state, ours } = this.own;
    if (ours === null) return tellComing(state);
    if (this.assessment) return html`<p class="card">There is no assessment of this name here.</p>`;
    const { view } = this.about;
    return ours.drawChooser(this.desk.ui.search, this.headingLevel + 1, (form) => notForNow(form, view));
  }

  #form(open: OpenForm): TemplateResult {
    const { view } = this.about;
    const why = notForNow(open.form, view);
    if (why !== null)
      return html`<p class="card notice">${open.form.title} is ${why}. What was answered is kept as it was.</p>`;
    const { handlers } = this.desk;
    const telling = this.#telling(open);
    if (telling === null || handlers === null) return html`${tellNotOpen(open)}`;
    const another =
      this.chosen === null
        ? nothing
        : html`<button type="button" data-press="another">Choose another</button>`;
    try {
      return html`${another} ${tellForm(telling, { offered: this.#offers.get(open, view, telling.now, telling.ours), handlers, layout: this.layout })}`;
    } catch {
      // What cannot be drawn must not leave another form's words on screen.
      return html`<p class="card notice strong" role="alert">Could not show this form. Its answers are kept as they were.</p>`;
    }
  }

  /** What became of a form that is no longer in front: not kept, or not finished. It says not whose. */
  #unkept(): TemplateResult | typeof nothing {
    const { unkept, notFinished } = this.desk;
    if (unkept.length > 0)
      return html`<p class="card notice strong" role="alert">
        Answers to a form that was open before are not kept yet.
        <button type="button" data-press="keep">Try again</button>
      </p>`;
    return notFinished.length > 0
      ? html`<p class="card notice strong" role="alert">A form that was open before is NOT FINISHED. Open it again.</p>`
      : nothing;
  }

  /** The explanation stands far from what it explains: the focus goes there, and back when it is closed. */
  #followWhy(why: ItemKey | null): void {
    if (why === this.#why) return;
    const at = this.shadowRoot?.activeElement;
    if (this.#why === null) this.#whyFrom = at instanceof HTMLElement ? at : null;
    this.#why = why;
    if (why === null) this.#whyFrom?.focus();
    else this.renderRoot.querySelector<HTMLElement>('.why')?.focus();
  }

  #telling(open: OpenForm): Telling | null {
    const { state, phase } = open;
    if (state === null) return null;
    const busy = { finished: 'Finished. Nothing of it changes any more.', finishing: 'Being finished.' };
    return {
      open,
      state,
      template: asTemplate(open.form),
      ours: this.own.ours,
      view: this.about.view,
      place: this.place,
      now: this.now,
      author: authorOf(this.author ?? null, open),
      asksWho: !this.author?.name,
      level: Math.min(6, (this.headingLevel || 2) + 1),
      locked: phase.name === 'finished' || phase.name === 'finishing' ? busy[phase.name] : this.locked,
      ui: this.desk.ui,
    };
  }

  /** What writes the text and prints comes when it is needed. `null`: it does not, or another form is in front by then. */
  async #takeAway(): Promise<{ readonly ours: Assessments; readonly telling: Telling } | null> {
    const { open } = this.desk;
    const ours = await this.own.bring();
    // Guard: while it was waited for, the form of somebody else may have come in front.
    if (open === null || open !== this.desk.open) return null;
    const telling = this.#telling(open);
    if (ours === null) this.desk.show({ copied: { text: '', how: 'failed' } });
    return ours === null || telling === null ? null : { ours, telling };
  }

  readonly #typed = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement && target.dataset['search'] !== undefined) {
      this.desk.show({ search: target.value });
    } else this.typing(target);
  };

  readonly #changed = ({ target }: Event): void => {
    this.typing(null);
    if (!(target instanceof HTMLInputElement)) return;
    if (target.dataset['who'] !== undefined) {
      const [name = null, role = null] = [
        ...this.renderRoot.querySelectorAll<HTMLInputElement>('[data-who]'),
      ].map(({ value }) => value.trim() || null);
      return this.desk.answering({ name, role });
    }
    if (target.dataset['seen'] === undefined) return;
    const fields = this.renderRoot.querySelectorAll<HTMLInputElement>('[data-seen]');
    this.desk.seen([...fields].map(({ value }) => value.trim()));
  };

  readonly #press = (event: Event): void => press(event, this.desk, this.#does);

  readonly #key = (event: KeyboardEvent): void => moveBetweenTabs(event, this.desk);

  readonly #does: PressHost = {
    choose: (id) => {
      this.chosen = id;
      this.requestUpdate();
      void this.#does.focus('.page, #panel, [data-search]');
    },
    go: async (key) => {
      const { open } = this.desk;
      if (!open?.state) return;
      this.desk.show({ section: sectionOf(open.state, key), onlyChanged: false });
      await this.updateComplete;
      goToItem(this.renderRoot, key);
    },
    focus: async (selector) => {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
    },
    copy: async () => {
      const { open } = this.desk;
      const taken = await this.#takeAway();
      if (taken === null) return;
      const text = taken.ours.text(taken.telling);
      const how = (await copyText(text)) ? 'taken' : 'by-hand';
      if (open === this.desk.open) this.desk.show({ copied: { text, how } });
    },
    bring: () => this.own.again(),
    print: async () => {
      const { handlers } = this.desk;
      const taken = await this.#takeAway();
      if (taken === null || handlers === null) return;
      taken.ours.print(taken.telling, whose(this.shown, 2), handlers, this.renderRoot, styles);
    },
    again: () => {
      const { open } = this.desk;
      if (open?.phase.name !== 'finished') return;
      const { resident, form } = open;
      const { assessment } = open.phase;
      this.clear();
      this.begin(resident, form, assessment);
      this.requestUpdate();
      void this.#does.focus('.page, #panel');
    },
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ehch-frailty-scorer': FrailtyScorer;
  }
}
