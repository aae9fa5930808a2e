import type { Author, CareActions, ResidentId, ResidentSource, ResidentView } from '@ehch/clinical';
import type { AssessmentTemplate, FinishedAssessment } from '@ehch/clinical/assessment';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Draft, ExpressionEvaluator, FormDefinition } from '@ehch/clinical/form';
import type { Focus, FormSession, Surroundings } from '@ehch/clinical/session';
import { isListOf, isTyping, lockedBy } from '@ehch/clinical/session';
import { nothing, render } from 'lit';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { actionsContext, sourceContext } from '../internal/contexts.ts';
import { ResidentElement } from '../internal/resident-element.ts';
import { AssessmentsLoader } from './assessments-loader.ts';
import { needsOwn, ownAssessments } from './own-assessments.ts';
import type { Assessments } from './own-assessments.ts';
import { FormSessionController } from './session-controller.ts';
import { soundForm } from './sound-form.ts';

/**
 * A component in which a form of one resident is open. It says to its sessions whose form is to be in front, and what the page
 * and the record say. The form of before goes before anything else, and what was typed is handed to the form that it was
 * typed into.
 *
 * `clear`, `mayAsk` and `isMoved` are its guards beside those of the class below. A test takes each away and sees its
 * proof fail (docs/guards.md). The guards of what is kept and what comes back late are those of the sessions.
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

  protected readonly controller: FormSessionController = new FormSessionController({
    now: () => this.now,
    requestUpdate: () => this.requestUpdate(),
    dispatchEvent: (event) => this.dispatchEvent(event),
    focusOn: (focus) => void this.focusOn(focus),
    announce: () => this.announce(),
    fetchRules: () => {
      this.own.need();
      this.requestUpdate();
    },
    copy: (length) => this.copy(length),
    print: () => this.print(),
  });

  /** The `form` that could not be opened. It is not tried again before the page gives another one. */
  #unreadable: unknown = null;

  /** The kit's own assessments. They come when they are needed, and name no resident. */
  protected readonly own: AssessmentsLoader = new AssessmentsLoader(
    () => this.loadAssessments(),
    () => this.requestUpdate(),
  );

  #actions: CareActions | null = null;
  #source: ResidentSource | null = null;
  /** Where the resident of the open form came from: elsewhere the same id is somebody else. */
  #from: ResidentSource | null = null;

  protected abstract focusOn(focus: Focus): Promise<void>;
  protected abstract announce(): void;
  protected abstract copy(length: 'short' | 'full'): Promise<void>;
  protected abstract print(): Promise<void>;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pagehide', this.#handOver);
    addEventListener('beforeunload', this.#askBeforeLeaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#handOver);
    removeEventListener('beforeunload', this.#askBeforeLeaving);
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
    const { front } = this.controller;
    if (front !== null && front.resident !== resident)
      this.controller.dispatch({ kind: 'choose-form', form: null });
    const form = this.#readable(() => this.#wanted());
    if (front !== null && !this.#isSame(front, resident, form)) this.clear();
    if (this.controller.front !== null) this.#tell(changed, this.controller.front);
    else if (resident !== null && form !== null) this.#readable(() => this.#open(resident, form));
    else if (resident !== null) this.#list(resident);
  }

  /** What is typed and not handed over yet is on paper as well. */
  protected override drawForPaper(): void {
    this.#handOver();
    super.drawForPaper();
  }

  /** Guard: the form of before goes before anything of the next one is drawn or asked. */
  protected clear(): void {
    this.#handOver();
    this.controller.dispatch({ kind: 'leave' });
    // Not one node of it is used again.
    if (this.hasUpdated) render(nothing, this.renderRoot, this.renderOptions);
  }

  /** Guard: before it is known who this is, and what must not be asked of them, nothing is asked. */
  protected mayAsk(): boolean {
    const { state } = this.shown;
    return state !== 'loading' && state !== 'mismatch';
  }

  /** Guard: under another source the same id is somebody else. */
  protected isMoved(): boolean {
    return this.#from !== null && this.#from !== this.#source;
  }

  /** Whom the form is about, and what is known of them. */
  protected get about(): { readonly resident: ResidentId | null; readonly view: ResidentView | null } {
    const { shown } = this;
    if (shown.state === 'nobody') return { resident: null, view: null };
    if (shown.state !== 'view') return { resident: shown.resident, view: null };
    return { resident: this.resident || shown.view.resident, view: shown.view };
  }

  /** The kit's own assessments, at once or when they have been fetched. A test gives them late, or not at all. */
  protected loadAssessments(): Assessments | Promise<Assessments> {
    return ownAssessments();
  }

  #open(resident: ResidentId, form: FormDefinition | AssessmentTemplate): void {
    if (!this.mayAsk()) return;
    this.#from = this.#source;
    const opening = {
      resident,
      form,
      port: this.controller.nameOf(this.#actions),
      around: this.#surroundings(),
      previous: this.previous ?? null,
      from: 'kept',
      draft: this.draft ?? null,
      focus: this.controller.sessions.chosen !== null,
    } as const;
    this.controller.dispatch({ kind: 'open', opening });
  }

  /** Which forms of this resident were begun, while a person chooses one. */
  #list(resident: ResidentId): void {
    if (this.form || this.assessment || !this.mayAsk()) return;
    const port = this.controller.nameOf(this.#actions);
    if (port === null || isListOf(this.controller.sessions.unfinished, resident, port)) return;
    this.controller.dispatch({ kind: 'list-drafts', resident, port });
  }

  /** What the page and the record say now. What the page gives while a form is being answered overwrites nothing. */
  #tell(changed: PropertyValues, front: FormSession): void {
    const around = this.#surroundings();
    const locks = lockedBy(around) !== null && lockedBy(front.around) === null;
    // What was typed while it could be is an answer. The field goes with this drawing.
    if (locks) this.#handOver();
    if (!isSame(around, front.around)) this.controller.at({ kind: 'surroundings', around });
    const { draft, previous } = this;
    if (changed.has('draft') && draft) this.controller.at({ kind: 'draft-given', draft });
    if (changed.has('previous') && previous) this.controller.at({ kind: 'previous-given', previous });
    const { disputed, setAside } = this.controller.front?.state?.draft ?? {};
    // What people said otherwise, and what has no place any more, is told by what comes with the kit's own.
    if (disputed || setAside) this.own.need();
  }

  /** Whether the page gave as `form` what is none. */
  protected get isUnreadable(): boolean {
    return Boolean(this.form) && this.#unreadable === this.form;
  }

  /** Reads what the page gave as `form`, once: what is no form would throw again at every drawing. */
  #readable<T>(read: () => T): T | null {
    if (this.isUnreadable) return null;
    try {
      return read();
    } catch (error) {
      if (!this.form) throw error;
      this.#unreadable = this.form;
      reportCaught(error, 'elements/scorer/form');
      return null;
    }
  }

  /** What is to be filled in; `null`: nothing that is known, or nothing that can be shown yet. */
  #wanted(): FormDefinition | AssessmentTemplate | null {
    const { form } = this;
    if (form && !needsOwn(soundForm(form))) return form;
    if (this.shown.state === 'nobody' || !this.mayAsk()) return null;
    const own = this.own.need();
    if (own === null) return null;
    return form ?? own.formNamed(this.assessment || this.controller.sessions.chosen || '');
  }

  #surroundings(): Surroundings {
    return {
      view: this.about.view,
      place: this.place,
      author: this.author ?? null,
      readOnly: this.readOnly,
      evaluator: this.evaluator,
      rules: this.own.loaded,
    };
  }

  /** What is typed and not read yet belongs to the form that it was typed into. */
  readonly #handOver = (): void => this.controller.at({ kind: 'enter-all' });

  /** The browser asks in its own words, which name nobody. It asks nothing of whoever has touched nothing. */
  readonly #askBeforeLeaving = (event: BeforeUnloadEvent): void => {
    this.#handOver();
    if (this.controller.isLostWithPage) event.preventDefault();
  };

  #isSame(front: FormSession, resident: ResidentId | null, form: FormDefinition | null): boolean {
    if (front.resident !== resident || form === null) return false;
    // A port that arrives late is taken up while nothing was answered. After that a kept draft might be overwritten.
    const isAnswered = front.port === null && (front.touched || isTyping(front));
    const port = isAnswered ? null : this.controller.nameOf(this.#actions);
    return (
      front.form.id === form.id &&
      front.form.version === form.version &&
      !this.isMoved() &&
      port === front.port
    );
  }
}

function isSame(one: Surroundings, other: Surroundings): boolean {
  return (Object.keys(one) as (keyof Surroundings)[]).every((key) => one[key] === other[key]);
}
