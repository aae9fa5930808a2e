import {
  addRow,
  answerItem,
  answerOf,
  disputesIn,
  finishForm,
  removeRow,
  requiredMissing,
  setAssessedAt,
} from '@ehch/clinical';
import type {
  Answer,
  AnswerOrigin,
  AnswerValue,
  Author,
  Draft,
  FormChange,
  FormState,
  ItemKey,
} from '@ehch/clinical';
import type { FormHandlers } from '../form/look.ts';
import { EhchAnswerEvent, EhchAssessmentFinishedEvent } from './events.ts';
import { asTemplate } from './as-template.ts';
import { instantOf } from './london-time.ts';
import type { OpenForm } from './open-form.ts';
import type { Desk } from './phase.ts';
import { scoreAt } from './score-words.ts';
import type { Assessments, Deciding } from './own-assessments.ts';
import { freshUi } from './scorer-ui.ts';
import type { ScorerUi } from './scorer-ui.ts';

/** The component as its desk sees it. */
export interface DeskHost extends Desk {
  author(): Author | null;
  ours(): Assessments | null;
  /** Whether answers can be changed now. */
  locked(): boolean;
  dispatch(event: Event): void;
}

/** Who is answering: as the page says it, or as a person said it at this form. */
export function authorOf(given: Author | null, { author }: OpenForm): Author | null {
  return given?.name ? given : (author ?? given);
}

/** The form in front of a person, and what they do with it. */
export class FormDesk {
  readonly host: DeskHost;
  open: OpenForm | null = null;
  handlers: FormHandlers | null = null;
  ui: ScorerUi = freshUi();
  /** Forms that left while their last answers were not kept yet. */
  #left: readonly OpenForm[] = [];
  /** The drafts that were finished here: a page may give one of them once more. */
  readonly #done = new Set<string>();

  constructor(host: DeskHost) {
    this.host = host;
  }

  /** Forms that left and whose last answers the port did not take. */
  get unkept(): readonly OpenForm[] {
    return this.#left.filter(({ keeping }) => keeping.state === 'failed');
  }

  /** Forms that left while they were being finished, and were not. */
  get notFinished(): readonly OpenForm[] {
    return this.#left.filter(({ phase }) => phase.name === 'open' && phase.refused !== null);
  }

  show(part: Partial<ScorerUi>): void {
    Object.assign(this.ui, part);
    this.host.redraw();
  }

  /** Puts a form in front; the one before has left. `draft`: what to start from; `null`: what was kept. */
  begin(open: OpenForm, draft: Draft | 'empty' | null): void {
    this.open = open;
    this.handlers = this.#handlersFor(open);
    const before =
      this.#left.find(
        (one) =>
          one.resident === open.resident && one.form.id === open.form.id && one.actions === open.actions,
      ) ?? null;
    const stays = new Set([...this.unkept, ...this.notFinished]);
    this.#left = this.#left.filter((one) => one !== before && (isBusy(one) || stays.has(one)));
    if (draft === 'empty') return open.begin(null);
    const given = draft !== null && this.#done.has(draft.id) ? null : draft;
    if (open.actions === null && before === null) open.begin(given);
    else void open.load(before, given);
  }

  /** A person's own press: begins empty although it is not known whether answers are kept. */
  startEmpty(): void {
    if (this.open?.phase.name === 'load-failed') this.open.begin(null);
    this.host.redraw();
  }

  leave(): void {
    const { open } = this;
    open?.leave();
    if (open !== null && isBusy(open)) this.#left = [...this.#left, open];
    this.open = null;
    this.ui = freshUi();
  }

  /** Takes a candidate problem over in these words, dismisses it for this reason, or opens it again. */
  decide(rule: string, how: Deciding['how'], words: string): void {
    const { open } = this;
    const template = open && asTemplate(open.form);
    if (!open?.state || template === null) return;
    const before = open.state.draft.answers;
    const deciding = { rule, how, words, stamp: this.#stamp(open) };
    const state = this.#change(
      open,
      (now) => this.host.ours()?.decide(template, now, open.previous, deciding) ?? null,
    );
    this.show({ deciding: null });
    // An accepted one is an answer in the problem list from then on.
    const key =
      state && Object.keys(state.draft.answers).find((one) => state.draft.answers[one] !== before[one]);
    if (state !== null && key) this.#tell(state, key);
  }

  /** Settles by what one person said what several said otherwise. */
  settle(which: string): void {
    const { open } = this;
    if (open === null) return;
    const before = open.state?.draft.answers ?? {};
    const state = this.#change(open, (now) => this.host.ours()?.settle(now, which, this.host.now()) ?? null);
    const key = state && Object.keys(state.draft.answers).find((one) => !Object.hasOwn(before, one));
    if (state !== null && key) this.#tell(state, key);
  }

  /** Puts what was done elsewhere and what is on screen together. */
  merge(): void {
    const { open } = this;
    const ours = this.host.ours();
    if (open !== null && ours !== null) this.#change(open, () => open.merge(ours));
  }

  /** Goes on from the last assessment that came meanwhile. */
  adopt(): void {
    const { open } = this;
    if (open === null || open.elsewhere.previous === null) return;
    open.previous = open.elsewhere.previous;
    this.noted({ previous: null });
  }

  noted(part: Partial<OpenForm['elsewhere']>): void {
    if (this.open !== null) this.open.elsewhere = { ...this.open.elsewhere, ...part };
    this.host.redraw();
  }

  /** Who is answering, from now on. */
  answering(author: Author): void {
    if (this.open !== null) this.open.author = author;
    this.host.redraw();
  }

  /** "Seen at", as day, month, year and time. Only what has been can have been seen. */
  seen(fields: readonly string[]): void {
    const { open } = this;
    const at = instantOf(fields);
    const past = at !== null && Date.parse(at) <= Date.parse(this.host.now());
    if (open !== null && past) this.#change(open, (state) => setAssessedAt(state, at, this.host.now()));
    this.show({ seenRefused: past ? null : 'Give a date and time that has passed.' });
  }

  async finish(): Promise<void> {
    const { open } = this;
    if (!this.#canChange(open)) return;
    const unsettled = disputesIn(open.state.draft).length > 0;
    const unsigned = !this.#author(open)?.name;
    const stops = requiredMissing(open.state).length > 0 || open.refusals.size > 0 || unsettled || unsigned;
    this.show({ stopped: stops });
    if (stops) return;
    const { state, form, previous } = open;
    const template = asTemplate(form);
    const stamp = this.#stamp(open);
    const ours = this.host.ours();
    // A template never opens without what belongs to it.
    if (template !== null && ours === null) return;
    const finished = await open.finish(
      ours?.finish(state, { ...stamp, template, last: previous }) ?? finishForm(state, stamp),
    );
    if (finished === null) return;
    this.#done.add(finished.draft.id);
    this.host.dispatch(new EhchAssessmentFinishedEvent(finished));
  }

  keepAgain(): void {
    for (const open of [this.open, ...this.#left]) open?.retry();
  }

  /** Bound to their form: what is typed at it stays with it, however late it is handed over. */
  #handlersFor(open: OpenForm): FormHandlers {
    return {
      answer: (key, values) => this.#given(open, key, values, { kind: 'entered' }),
      notGiven: (key, state, reason) => this.#answer(open, key, { state, reason, ...this.#stamp(open) }),
      confirm: (key) => {
        const answer = open.state && answerOf(open.state, key);
        if (answer?.state === 'given') this.#answer(open, key, { ...answer, confirmed: true });
      },
      addRow: (group) => this.#act(open, group, (state) => addRow(state, group, this.host.now())),
      removeRow: (group, row) =>
        this.#act(open, group, (state) => removeRow(state, group, row, this.host.now())),
      accept: ({ item, values, recordedOn, source }) =>
        this.#given(open, item, values, { kind: 'accepted', recordedOn, source }),
      why: (key) => this.show({ why: this.ui.why === key ? null : key }),
      refused: (key, why) => {
        if (why === null) open.refused.delete(key);
        else open.refused.set(key, why);
        this.host.redraw();
      },
    };
  }

  #given(open: OpenForm, key: ItemKey, values: readonly AnswerValue[] | null, from: AnswerOrigin): void {
    const before = open.state && answerOf(open.state, key);
    // A text is handed over at a pause in typing and once more when its field is left: the same answer is no other one.
    if (from.kind === 'entered' && before?.state === 'given' && before.from.kind === 'entered') {
      if (JSON.stringify(before.values) === JSON.stringify(values)) return;
    }
    this.#answer(open, key, values === null ? null : { state: 'given', values, from, ...this.#stamp(open) });
  }

  #stamp(open: OpenForm): Pick<Answer, 'at' | 'by'> {
    return { at: this.host.now(), by: this.#author(open) };
  }

  #author(open: OpenForm): Author | null {
    return authorOf(this.host.author(), open);
  }

  #answer(open: OpenForm, key: ItemKey, answer: Answer | null): void {
    this.#act(open, key, (state) => answerItem(state, key, answer, this.host.now()));
  }

  /** One press on the form, and one event for it. */
  #act(open: OpenForm, key: ItemKey, make: (state: FormState) => FormChange): void {
    const state = this.#change(open, make);
    if (state !== null) this.#tell(state, key);
  }

  #tell(state: FormState, key: ItemKey): void {
    const at = scoreAt(state, key);
    if (at !== null) this.ui.scored = at;
    const score = (at !== null && state.scores.get(at)) || null;
    this.host.dispatch(new EhchAnswerEvent({ key, answer: answerOf(state, key), draft: state.draft, score }));
  }

  #change(open: OpenForm, make: (state: FormState) => FormChange | null): FormState | null {
    // What was not taken is taken back on screen.
    this.host.redraw();
    if (!this.#canChange(open)) return null;
    const change = make(open.state);
    if (change === null || change.state.draft === open.state.draft) return null;
    open.take(change);
    this.ui.copied = null;
    return change.state;
  }

  #canChange(open: OpenForm | null): open is OpenForm & { state: FormState } {
    return open !== null && open.state !== null && open.phase.name === 'open' && !this.host.locked();
  }
}

/** Whether something of a form is still on its way. */
function isBusy({ unkept, phase }: OpenForm): boolean {
  return unkept !== null || phase.name === 'finishing';
}
