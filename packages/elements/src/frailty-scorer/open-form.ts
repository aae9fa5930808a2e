import { askEvaluator, asked, openForm, receiveTotals, startDraft } from '@ehch/clinical';
import type {
  AskedItem,
  AssessmentTemplate,
  Author,
  CareActions,
  CareIntent,
  Draft,
  Evaluation,
  FinishedAssessment,
  FormChange,
  FormDefinition,
  FormState,
  Instant,
  ItemKey,
  OpenOptions,
  Receipt,
  ResidentId,
} from '@ehch/clinical';
import { DraftKeeper } from './draft-keeper.ts';
import type { Keeping } from './draft-keeper.ts';
import { frozen } from './frozen.ts';
import { newId } from './new-id.ts';
import type { Assessments } from './own-assessments.ts';
import { failureWords } from './port-words.ts';
import type { Desk, Elsewhere, Phase } from './phase.ts';

/** How many answers a page may be behind when it hands back what it was told. */
const ECHOES = 20;

/**
 * One form for one resident, from its opening until another takes its place. Whom it is about never changes: what was
 * typed here is kept here, whatever is on screen by then.
 */
export class OpenForm {
  readonly resident: ResidentId;
  readonly form: FormDefinition | AssessmentTemplate;
  readonly actions: CareActions | null;
  /** The assessment that this one goes on from. */
  previous: FinishedAssessment | null;
  /** Who is answering, where the page does not say it and a person did. */
  author: Author | null = null;
  /** What came while this one was being answered, and waits for a person. */
  elsewhere: Elsewhere = { draft: null, previous: null, record: false };
  /** Fields that hold an entry which is no answer, and why. */
  readonly refused = new Map<ItemKey, string>();
  phase: Phase = { name: 'loading' };
  state: FormState | null = null;
  /** Whether anything was answered since it was opened. */
  touched = false;
  /** Until when answers had been given that were there when it was opened; `null`: there were none. */
  since: Instant | null = null;
  readonly #desk: Desk;
  readonly #keeper: DraftKeeper | null;
  readonly #gone = new AbortController();
  readonly #asked = new WeakSet();
  /** What the page gave to start from. */
  #given: Draft | null = null;
  /** A finishing that is under way. */
  #closing: Promise<unknown> | null = null;
  /** The draft as it was when it was opened, and the last that came of it here. */
  #base: Draft | null = null;
  #own: readonly Draft[] = [];
  /** Made at the first press, so that a repeat of the same wish is recognised; another wish is another one. */
  #wish: { readonly intent: CareIntent; readonly assessment: FinishedAssessment } | null = null;

  constructor(
    desk: Desk,
    { resident, form, actions, previous }: Pick<OpenForm, 'resident' | 'form' | 'actions' | 'previous'>,
  ) {
    this.#desk = desk;
    this.resident = resident;
    this.form = form;
    this.actions = actions;
    this.previous = previous;
    this.#keeper = actions === null ? null : new DraftKeeper(actions, () => desk.redraw());
  }

  get keeping(): Keeping {
    return this.#keeper?.keeping ?? { state: 'nowhere' };
  }

  /** Answers that are on their way to the port, or did not get there. */
  get unkept(): Draft | null {
    return this.#keeper?.unkept ?? null;
  }

  /** What stands in fields and is no answer, of the questions that are asked now. */
  get refusals(): ReadonlyMap<ItemKey, string> {
    if (this.refused.size === 0 || this.state === null) return this.refused;
    const now = new Set(keysOf(asked(this.state)));
    return new Map([...this.refused].filter(([key]) => now.has(key)));
  }

  /**
   * Reads the draft that was kept. `before`: the same form as it was open here, whose last answers may be on their way.
   * `given`: what the page gives, which may be older than what was kept since.
   */
  async load(before: OpenForm | null, given: Draft | null = this.#given): Promise<void> {
    this.#given = given;
    this.phase = { name: 'loading' };
    this.#desk.redraw();
    try {
      await (before === null ? null : before.#closing);
      await before?.settled();
      const unkept = before?.unkept ?? null;
      const kept = unkept ?? (await this.actions?.loadDraft(this.resident, this.form.id)) ?? null;
      // Two presses on "try again" ask twice: the later answer must not take the place of what was answered since.
      if (this.phase.name !== 'loading') return;
      // It may have been finished while it was waited for.
      const done = before?.phase.name === 'finished' ? before.phase.assessment.draft.id : null;
      const draft = laterOf(
        [kept, this.#given].flatMap((one) => (one === null || one.id === done ? [] : one)),
      );
      this.begin(draft);
      if (draft === null || this.state === null) return;
      if (draft === unkept) this.#keeper?.keep(unkept);
      // It would be lost behind the first answer to the other one.
      else if (kept !== null && kept.id !== draft.id) this.elsewhere = { ...this.elsewhere, draft: kept };
      if (before?.phase.name === 'open') this.phase = before.phase;
      this.#wish = before === null ? null : before.#wish;
    } catch (error) {
      if (this.phase.name === 'loading') this.phase = { name: 'load-failed', error, other: false };
    } finally {
      this.#desk.redraw();
    }
  }

  /** Opens a draft, or an empty form. */
  begin(draft: Draft | null): void {
    const { resident, form } = this;
    try {
      if (draft !== null && !this.#desk.isOf(draft, resident, form)) {
        this.phase = { name: 'load-failed', error: null, other: true };
        return;
      }
      const start = draft ?? startDraft({ id: newId(), resident, form, at: this.#desk.now() });
      this.state = openForm(form, start, this.#desk.options(start.assessedAt));
      this.since = Object.keys(draft?.answers ?? {}).length === 0 ? null : start.changedAt;
      this.refused.clear();
      this.#base = this.state.draft;
      this.phase = { name: 'open', refused: null };
      this.#evaluate();
    } catch (error) {
      // A draft that breaks its contract must leave nothing half open.
      this.phase = { name: 'load-failed', error, other: false };
    }
  }

  /** The record says something new of what scores look at besides answers. The answers stay as they are. */
  reopen(options: OpenOptions): void {
    if (this.state === null || this.phase.name !== 'open') return;
    this.state = openForm(this.form, this.state.draft, options);
    this.#evaluate();
  }

  take({ state }: FormChange): void {
    this.state = state;
    this.touched = true;
    this.#wish = null;
    this.phase = { name: 'open', refused: null };
    this.#own = [state.draft, ...this.#own.slice(0, ECHOES - 1)];
    this.#keeper?.keep(frozen(state.draft));
    this.#evaluate();
  }

  /** A draft is given while this one is open: an echo of what was answered here, or what somebody did elsewhere. */
  hearDraft(draft: Draft, typing: boolean): void {
    const { state } = this;
    if (!this.#desk.isOf(draft, this.resident, this.form)) return;
    if (this.phase.name === 'loading') this.#given = draft;
    if (state === null || this.phase.name !== 'open') return;
    const mine = state.draft;
    if (draft.id === mine.id && Date.parse(draft.changedAt) < Date.parse(mine.changedAt)) return;
    const given = JSON.stringify(draft);
    if ([mine, this.#base, ...this.#own].some((one) => JSON.stringify(one) === given)) return;
    if (this.touched || typing || this.unkept !== null) this.elsewhere = { ...this.elsewhere, draft };
    else this.begin(draft);
  }

  canMerge(theirs: Draft): boolean {
    return theirs.id === this.#base?.id && theirs.form.version === this.form.version;
  }

  /** Both drafts in one. What was answered in different ways stands there to be settled. */
  merge(ours: Assessments): FormChange | null {
    const { form, state, elsewhere } = this;
    if (state === null || this.#base === null || elsewhere.draft === null) return null;
    const draft = ours.merge(form, this.#base, state.draft, elsewhere.draft);
    if (draft === null) return null;
    this.#base = elsewhere.draft;
    this.elsewhere = { ...elsewhere, draft: null };
    return { state: openForm(form, draft, this.#desk.options(draft.assessedAt)), touched: new Set() };
  }

  /** When no answers are on their way any more. */
  async settled(): Promise<void> {
    await this.#keeper?.settled();
  }

  retry(): void {
    // What is finished, or about to be, is no draft any more.
    if (this.phase.name === 'open') this.#keeper?.retry();
  }

  /** Hands the finished assessment over. Whatever fails, everything stays on screen. `null`: it was not taken. */
  finish(now: FinishedAssessment): Promise<FinishedAssessment | null> {
    const closing = this.#finish(now);
    this.#closing = closing;
    return closing;
  }

  async #finish(now: FinishedAssessment): Promise<FinishedAssessment | null> {
    const { actions, resident } = this;
    // Signed by another name, or scored otherwise, it is another wish although no answer changed.
    if (this.#wish && wished(this.#wish.assessment) !== wished(now)) this.#wish = null;
    this.#wish ??= {
      assessment: frozen(now),
      intent: {
        id: newId(),
        resident,
        pressedAt: now.finishedAt,
        what: { kind: 'finish-assessment', assessment: now },
      },
    };
    const { intent, assessment } = this.#wish;
    this.phase = { name: 'finishing' };
    this.#desk.redraw();
    try {
      // A draft that arrives after what was finished would be there again tomorrow.
      await this.settled();
      const receipt = (await actions?.enqueue(intent)) ?? null;
      if (receipt?.state === 'refused') throw receipt;
      this.phase = { name: 'finished', assessment, receipt };
      this.#keeper?.forget();
    } catch (error) {
      this.phase = { name: 'open', refused: failureWords(error) };
      // What came meanwhile of the record and the evaluator was held back.
      if (!this.#gone.signal.aborted) this.reopen(this.#desk.options(now.draft.assessedAt));
      return null;
    } finally {
      this.#desk.redraw();
    }
    try {
      actions?.watchReceipt(intent.id, (next) => this.#hear(assessment, next), this.#gone.signal);
    } catch {
      // It was taken over all the same: what is not told any more is only what becomes of it.
    }
    return assessment;
  }

  /** Another form takes its place. Answers on their way still arrive. */
  leave(): void {
    this.#gone.abort();
  }

  #hear(assessment: FinishedAssessment, receipt: Receipt): void {
    this.phase = { name: 'finished', assessment, receipt };
    this.#desk.redraw();
  }

  #evaluate(): void {
    for (const evaluation of this.state?.toEvaluate ?? []) {
      if (this.#asked.has(evaluation)) continue;
      this.#asked.add(evaluation);
      void this.#ask(evaluation);
    }
  }

  async #ask(evaluation: Evaluation): Promise<void> {
    if (this.state === null) return;
    const outcome = await askEvaluator(this.state, evaluation);
    // What is signed stays on screen as it was signed.
    if (this.phase.name !== 'open') return;
    this.state = receiveTotals(this.state, evaluation, outcome).state;
    this.#evaluate();
    this.#desk.redraw();
  }
}

/** What is asked now, row by row. */
export function keysOf(items: readonly AskedItem[]): readonly ItemKey[] {
  return items.flatMap(({ key, rows = [], children }) => [
    key,
    ...keysOf(children),
    ...rows.flatMap((row) => keysOf(row.children)),
  ]);
}

/** Of two copies of one draft the one that was changed last; of two drafts the second. */
function laterOf([one, other]: readonly Draft[]): Draft | null {
  if (one === undefined || other === undefined) return one ?? null;
  return one.id === other.id && Date.parse(one.changedAt) >= Date.parse(other.changedAt) ? one : other;
}

/** What is the same when a wish is repeated: all but the moment of the press. */
function wished(assessment: FinishedAssessment): string {
  return JSON.stringify({ ...assessment, finishedAt: '' });
}
