import type {
  AssessmentTemplate,
  Author,
  CareActions,
  Draft,
  ExpressionEvaluator,
  FinishedAssessment,
  FormDefinition,
  Instant,
  OpenOptions,
  ResidentId,
  ResidentSource,
  ResidentView,
} from '@ehch/clinical';
import { nothing, render } from 'lit';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { actionsContext, sourceContext } from '../internal/contexts.ts';
import { ResidentElement } from '../internal/resident-element.ts';
import { hasDied } from '../internal/telling.ts';
import { Bringing } from './bringing.ts';
import { FormDesk } from './form-desk.ts';
import { OpenForm } from './open-form.ts';
import { needsOwn, ownAssessments } from './own-assessments.ts';
import type { Assessments } from './own-assessments.ts';

/**
 * A component in which a form of one resident is open. It makes sure that an answer is only ever kept under the resident
 * who was on screen when it was given: the form of before goes before anything else, and a draft of somebody else is
 * refused. What comes back late finds its own form, and never another one.
 *
 * The two protected methods `clear` and `isOf` are its guards, beside those of the class below. A test overrides each in
 * turn and sees its proof fail.
 */
export abstract class FormElement extends ResidentElement {
  static override properties: PropertyDeclarations = {
    assessment: {},
    form: { attribute: false },
    draft: { attribute: false },
    previous: { attribute: false },
    author: { attribute: false },
    evaluator: { attribute: false },
    readOnly: { type: Boolean, attribute: 'read-only', reflect: true },
  };

  /** The id of an assessment or instrument, such as `cga` or `news2`. Without it a person chooses. */
  assessment: string | null = null;

  /** The form itself, such as one that a place imported. Wins over `assessment`. */
  form: FormDefinition | AssessmentTemplate | null = null;

  /** The draft to start from, of this resident and this form. Read when the form is opened; another one, given later, waits for a person. */
  draft: Draft | null = null;

  /** The last finished assessment of this resident and form: its answers are offered with their dates. Another's are not. */
  previous: FinishedAssessment | null = null;

  /** Who is answering. Without a name the form asks for one. */
  author: Author | null = null;

  /** Evaluates what our own subset of FHIRPath does not cover. Without it such a total says "cannot score". */
  evaluator: ExpressionEvaluator | null = null;

  /** Shows the answers as text, without a control. */
  readOnly = false;

  /** The form in front, and what is done with it. */
  protected readonly desk: FormDesk = new FormDesk({
    now: () => this.now,
    options: (seen) => this.#options(seen),
    author: () => this.author ?? null,
    ours: () => this.own.ours,
    locked: () => this.#wasLocked,
    isOf: (draft, resident, form) => this.isOf(draft, resident, form),
    redraw: () => this.requestUpdate(),
    dispatch: (event) => void this.dispatchEvent(event),
  });

  /** The kit's own assessments. They come when they are needed, and are of nobody. */
  protected readonly own: Bringing = new Bringing(
    () => this.loadAssessments(),
    () => this.requestUpdate(),
  );

  /** The id of what a person chose here. It goes with the resident. */
  protected chosen: string | null = null;

  #actions: CareActions | null = null;
  #source: ResidentSource | null = null;
  /** Where the resident of the open form came from: elsewhere the same id is somebody else. */
  #from: ResidentSource | null = null;
  /** What the open form's scores were told of the record. */
  #told = '';
  /** Whether answers could be changed when it was last looked: of the open form, and not of who comes next. */
  #wasLocked = false;
  /** The field whose text was not handed over yet. */
  #typing: EventTarget | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pagehide', this.#handOver);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#handOver);
    this.#handOver();
    // The next place may have another provider, and answers belong to the one under which they were given.
    this.#actions = this.#source = null;
  }

  protected override ask(): void {
    super.ask();
    this.subscribe(actionsContext, (actions) => (this.#actions = actions));
    this.subscribe(sourceContext, (source) => (this.#source = source));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // A component that is being moved must not lose its form on the way.
    if (!this.isConnected) return;
    const { resident } = this.about;
    if (this.desk.open?.resident !== resident) this.chosen = this.desk.open === null ? this.chosen : null;
    const form = this.#wanted();
    if (this.desk.open !== null && !this.#isSame(resident, form)) this.clear();
    const locked = this.locked !== null;
    // What was typed while it could be is an answer. The field goes with this drawing.
    if (locked && !this.#wasLocked) this.#handOver();
    this.#wasLocked = locked;
    const seen = this.desk.open?.state?.draft.assessedAt ?? this.now;
    const told = JSON.stringify(this.#options(seen).scoring);
    if (this.desk.open === null) {
      if (resident !== null && form !== null) this.begin(resident, form);
    } else {
      if (told !== this.#told || changed.has('evaluator')) this.desk.open.reopen(this.#options(seen));
      this.#hear(changed, this.desk.open);
    }
    // What people said otherwise, and what has no place any more, is told by what comes with our own. The form does not wait.
    const { open } = this.desk;
    const { disputed, setAside } = open?.state?.draft ?? {};
    if (disputed || setAside || open?.elsewhere.draft) this.own.need();
    this.#told = told;
  }

  /** What is typed and not handed over yet is on paper as well. */
  protected override drawForPaper(): void {
    this.#handOver();
    super.drawForPaper();
  }

  /** Guard: the form of before goes before anything of the next one is drawn or asked. */
  protected clear(): void {
    this.#handOver();
    this.desk.leave();
    // Not one node of it is used again.
    if (this.hasUpdated) render(nothing, this.renderRoot, this.renderOptions);
  }

  /** Guard: a draft counts only for the resident and the form that it names. */
  protected isOf(draft: Draft, resident: ResidentId, form: FormDefinition): boolean {
    return draft.resident === resident && draft.form.id === form.id;
  }

  /** Whom the form is about, and what is known of them. */
  protected get about(): { readonly resident: ResidentId | null; readonly view: ResidentView | null } {
    const { shown } = this;
    if (shown.state === 'nobody') return { resident: null, view: null };
    if (shown.state !== 'view') return { resident: shown.resident, view: null };
    return { resident: this.resident || shown.view.resident, view: shown.view };
  }

  /** Why no answer can be changed; `null`: they can. */
  protected get locked(): string | null {
    const { view } = this.about;
    if (view !== null && hasDied(view)) {
      return 'This person has died. The form can be read and copied, not changed.';
    }
    return this.readOnly ? 'Shown to be read, not to be changed.' : null;
  }

  /** Opens a form. `again`: the assessment that it goes on from, without what was kept of a draft. */
  protected begin(resident: ResidentId, form: FormDefinition, again: FinishedAssessment | null = null): void {
    const { state } = this.shown;
    // Before it is known who this is, and what must not be asked of them, nothing is asked.
    if (state === 'loading' || state === 'mismatch') return;
    this.#from = this.#source;
    const last = again ?? this.previous ?? null;
    // What was said of somebody else is no offer here.
    const previous = last !== null && this.isOf(last.draft, resident, form) ? last : null;
    // A comparison is drawn by what comes with our own. The form does not wait for it.
    if (previous !== null) this.own.need();
    const open = new OpenForm(this.desk.host, { resident, form, actions: this.#actions, previous });
    this.desk.begin(open, again === null ? (this.draft ?? null) : 'empty');
  }

  /** Text is being typed into a field: it belongs to the form that it is typed into. `null`: it was handed over. */
  protected typing(field: EventTarget | null): void {
    this.#typing = field;
  }

  /** Our own assessments, at once or when they have been fetched. A test gives them late, or not at all. */
  protected loadAssessments(): Assessments | Promise<Assessments> {
    return ownAssessments();
  }

  /** What is to be filled in; `null`: nothing that is known, or nothing that can be shown yet. */
  #wanted(): FormDefinition | null {
    const { form } = this;
    if (form && !needsOwn(form)) return form;
    const { state } = this.shown;
    if (state === 'nobody' || state === 'loading' || state === 'mismatch') return null;
    const ours = this.own.need();
    if (ours === null) return null;
    return form ?? ours.formNamed(this.assessment || this.chosen || '');
  }

  /** What the page gives while a form is being answered is said, and overwrites nothing. */
  #hear(changed: PropertyValues, open: OpenForm): void {
    const { draft, previous } = this;
    if (changed.has('draft') && draft) open.hearDraft(draft, this.#typing !== null);
    if (!changed.has('previous') || !previous || previous === open.previous) return;
    if (open.phase.name !== 'open' || !this.isOf(previous.draft, open.resident, open.form)) return;
    if (open.touched) open.elsewhere = { ...open.elsewhere, previous };
    else open.previous = previous;
  }

  readonly #handOver = (): void => {
    const field = this.#typing;
    this.#typing = null;
    field?.dispatchEvent(new Event('change', { bubbles: true }));
  };

  #isSame(resident: ResidentId | null, form: FormDefinition | null): boolean {
    const { open } = this.desk;
    if (open === null || open.resident !== resident || form === null) return false;
    const moved = this.#from !== null && this.#from !== this.#source;
    // Actions that arrive late are taken up while nothing was answered. After that a kept draft might be overwritten.
    const actions = open.actions === null && (open.touched || this.#typing !== null) ? null : this.#actions;
    return (
      open.form.id === form.id && open.form.version === form.version && !moved && actions === open.actions
    );
  }

  #options(seen: Instant): OpenOptions {
    const { view } = this.about;
    const { ours } = this.own;
    const configured = Object.entries(this.place?.instruments ?? {});
    return {
      instruments: ours?.instruments ?? [],
      scoring: {
        facts: view === null ? {} : (ours?.scoringFacts(view, seen) ?? {}),
        settings: Object.fromEntries(configured.map(([id, { settings }]) => [id, settings])),
      },
      evaluator: this.evaluator,
    };
  }
}
