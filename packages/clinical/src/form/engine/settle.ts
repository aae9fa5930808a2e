import type { ScoreResult } from '../../score.ts';
import type { ItemKey } from '../answer.ts';
import type { FormDefinition } from '../definition.ts';
import type { Draft } from '../draft.ts';
import type { ExpressionScope, Foreign } from '../evaluate/evaluate.ts';
import type { OpenOptions } from '../open.ts';
import type {
  Evaluation,
  EvaluationOutcome,
  FormChange,
  FormNotes,
  FormState,
  NotScored,
  Total,
} from '../state.ts';
import { asksInstrument } from './asks-instrument.ts';
import { compiledForm, isAskedInACircle, type CompiledForm, type FormNode, type Step } from './compile.ts';
import { isQuestion } from './is-question.ts';
import { inReach, layOut, type Instance, type Layout } from './layout.ts';
import { valuesRead } from './read.ts';
import { same } from './same.ts';
import { scoreInput } from './score-input.ts';
import { isShown } from './shown.ts';
import { totalOf } from './total.ts';

/** What was asked of the given evaluator, by a step of an item. */
interface Asking {
  readonly step: Step;
  readonly expression: Foreign;
  readonly asked: Evaluation;
  readonly outcome?: EvaluationOutcome;
  /** What it said of an older draft: conditions hold on to it, so that a question does not blink. */
  readonly before?: EvaluationOutcome | undefined;
}

/**
 * One change of a form, being worked out; once finished, what the engine keeps with the state, for the next change to
 * begin with. Steps run in the order in which they need each other, each at most once, and only where something that they
 * read has changed.
 */
export class Settlement implements FormNotes {
  readonly kind = 'form-notes';
  readonly form: FormDefinition;
  readonly draft: Draft;
  readonly options: OpenOptions;
  readonly compiled: CompiledForm;
  readonly layout: Layout;
  readonly hidden: Set<ItemKey>;
  readonly totals: Map<ItemKey, Total>;
  readonly scores: Map<ItemKey, ScoreResult>;
  readonly notScored: Map<ItemKey, NotScored>;
  readonly touched = new Set<ItemKey>();
  #asking: readonly Asking[];
  readonly #due: (Set<Instance> | undefined)[] = [];
  readonly #toScore = new Set<Instance>();
  #rank = -1;

  /** `before`: what this is a change of. Where its `layout` is not the same any more, all is worked out anew. */
  constructor(
    form: FormDefinition,
    draft: Draft,
    options: OpenOptions,
    before?: Settlement,
    layout?: Layout,
  ) {
    this.form = form;
    this.draft = draft;
    this.options = options;
    this.compiled = compiledForm(form);
    this.layout = layout ?? layOut(this.compiled, draft);
    const still = ([key]: readonly [ItemKey, unknown]) => layout !== undefined || this.layout.byKey.has(key);
    this.hidden = new Set([...(before?.hidden ?? [])].filter((key) => still([key, key])));
    this.totals = new Map([...(before?.totals ?? [])].filter(still));
    this.scores = new Map([...(before?.scores ?? [])].filter(still));
    this.notScored = new Map([...(before?.notScored ?? [])].filter(still));
    this.#asking =
      before === undefined ? [] : before.#asking.filter(({ asked }) => still([asked.key, asked]));
    if (layout === undefined) for (const instance of this.layout.byKey.values()) this.again(instance);
  }

  /** A change that leaves the rows as they are. */
  next(draft: Draft): Settlement {
    return new Settlement(this.form, draft, this.options, this, this.layout);
  }

  /** A change of the rows of `key`. */
  withRows(draft: Draft, key: ItemKey): FormChange {
    const next = new Settlement(this.form, draft, this.options, this);
    next.touched.add(key);
    return next.finish();
  }

  /** Its own steps. */
  again(instance: Instance): this {
    this.#mark(instance.node.show, instance);
    this.#mark(instance.node.total, instance);
    return this.rescored(instance);
  }

  /** The instruments that it stands in. */
  rescored(instance: Instance): this {
    for (let up: Instance | null = instance; up !== null; up = up.parent)
      if (instrumentOf(up) !== undefined) this.#toScore.add(up);
    return this;
  }

  /** What reads it, and what is under it. */
  changed(instance: Instance): this {
    this.touched.add(instance.key);
    for (const step of instance.node.readers) {
      const everywhere = step.reads.get(instance.node) === true;
      for (const at of this.layout.byNode.get(step.node) ?? [])
        if (everywhere || inReach(at, instance)) this.#mark(step, at);
    }
    for (const child of instance.children) this.#mark(child.node.show, child);
    this.#rescoreDated(instance);
    return this.rescored(instance);
  }

  /** The evaluator has answered; what it answered is not asked again. `null`: that asking is no longer open. */
  received(asked: Evaluation, outcome: EvaluationOutcome): FormChange | null {
    const open = this.#asking.find((each) => each.asked === asked && each.outcome === undefined);
    const instance = this.layout.byKey.get(asked.key);
    if (open === undefined || instance === undefined) return null;
    const next = this.next(this.draft);
    next.#asking = this.#asking.map((each) => (each === open ? { ...each, outcome } : each));
    return next.again(instance).finish(asked.key);
  }

  finish(received?: ItemKey): FormChange {
    for (const [rank, step] of this.compiled.steps.entries()) {
      this.#rank = rank;
      for (const instance of this.#due[rank] ?? []) {
        if (step.does === 'show') this.#show(step, instance, received);
        else this.#total(step, instance, received);
      }
    }
    for (const group of this.#toScore) this.#score(group);
    const { form, draft, hidden, totals, scores, touched, options } = this;
    const notScored = options.instruments === undefined ? {} : { notScored: this.notScored };
    const toEvaluate = this.#asking.flatMap(({ asked, outcome }) => (outcome === undefined ? [asked] : []));
    return { state: { form, draft, hidden, totals, scores, ...notScored, toEvaluate, notes: this }, touched };
  }

  /** The day of a finding stands in a question of its own, maybe outside its instrument. */
  #rescoreDated({ node: { item } }: Instance): void {
    if (!isQuestion(item)) return;
    for (const id of item.dayOf ?? []) {
      const node = this.compiled.byId.get(id);
      const dated = node === undefined ? [] : (this.layout.byNode.get(node) ?? []);
      for (const each of dated) this.rescored(each);
    }
  }

  #mark(step: Step | null, instance: Instance): void {
    // A step that is past has read what it may: of those that need each other, the earlier ones read only answers.
    if (step !== null && step.rank > this.#rank) (this.#due[step.rank] ??= new Set()).add(instance);
  }

  #show(step: Step, instance: Instance, received: ItemKey | undefined): void {
    const { key, node } = instance;
    const shown = isShown(this, instance, this.#scope(step, instance, received));
    if (shown !== this.hidden.has(key)) return;
    if (shown) this.hidden.delete(key);
    else this.hidden.add(key);
    this.#mark(node.total, instance);
    this.changed(instance);
  }

  #total(step: Step, instance: Instance, received: ItemKey | undefined): void {
    const scope = this.#scope(step, instance, received);
    const total = this.hidden.has(instance.key) ? undefined : totalOf(this, step, instance, scope);
    if (this.#put(this.totals, instance.key, total)) this.changed(instance);
  }

  #score(group: Instance): void {
    const { item } = group.node;
    const id = instrumentOf(group) ?? '';
    const { instruments, scoring } = this.options;
    if (instruments === undefined || item.type !== 'group') return;
    const hidden = this.hidden.has(group.key);
    const instrument = instruments.find((each) => each.id === id);
    const ours =
      instrument !== undefined && asksInstrument(item, instrument) && !hasPartAskedInACircle(group.node);
    const why = instrument === undefined ? 'unknown-instrument' : 'other-questions';
    if (this.#put(this.notScored, group.key, ours || hidden ? undefined : why)) this.touched.add(group.key);
    if (!ours) return;
    // A fact never stands in for a question: what is asked and not answered is open.
    const asked = (name: string) => this.compiled.byId.has(`${id}/${name}`);
    const facts = Object.entries(scoring?.facts ?? {}).filter(([name]) => !asked(name));
    const answers = scoreInput(this, group, id);
    const input = { ...Object.fromEntries(facts), ...answers, assessedAt: this.draft.assessedAt };
    const score = hidden ? undefined : instrument.score(input, scoring?.settings[id]);
    if (this.#put(this.scores, group.key, score)) this.touched.add(group.key);
  }

  /** Whether that is something else than there was. */
  #put<T>(into: Map<ItemKey, T>, key: ItemKey, value: T | undefined): boolean {
    if (same(into.get(key), value)) return false;
    if (value === undefined) into.delete(key);
    else into.set(key, value);
    return true;
  }

  /** What a step of an item may read. What it asked of the evaluator before is forgotten, unless that was just answered. */
  #scope(step: Step, at: Instance, received: ItemKey | undefined): ExpressionScope {
    const { key } = at;
    const earlier = this.#asking.filter((each) => each.step === step && each.asked.key === key);
    this.#asking = this.#asking.filter((each) => !earlier.includes(each));
    const read: ExpressionScope['read'] = (items, everywhere) => {
      const sources = items.flatMap((item) => this.compiled.byId.get(item) ?? []);
      if (step.does === 'total' && sources.some(isAskedInACircle)) return 'depends-on-unscored';
      // Of two that show each other the answer decides: neither can be asked first whether it is shown.
      return valuesRead(this, at, sources, everywhere, (source) => step.circular && source.show.circular);
    };
    if ((this.options.evaluator ?? null) === null) return { read };
    const foreign = (expression: Foreign) => {
      const values = read(expression.items ?? [], true);
      if (typeof values === 'string') return values;
      const old = earlier.find((each) => each.expression === expression);
      const before = old?.outcome ?? old?.before;
      const { language, text } = expression;
      const fresh: Asking = { step, expression, asked: { key, expression: { language, text } }, before };
      const asking = key === received && old !== undefined ? old : fresh;
      this.#asking = [...this.#asking, asking];
      const outcome = asking.outcome ?? (step.does === 'show' ? before : undefined);
      return outcome === 'failed' ? 'evaluator-failed' : (outcome ?? 'waiting');
    };
    return { read, foreign };
  }
}

/** The engine's notes of a state. One that was made or changed by hand is worked out first. */
export function settled({ form, draft, notes }: FormState): Settlement {
  if (notes instanceof Settlement && notes.draft === draft && notes.form === form) return notes;
  // Notes of another copy of this program on the page are not ours to go on with, but its instruments still score.
  const { options = {} } = (notes ?? {}) as Partial<Settlement>;
  const anew = new Settlement(form, draft, options);
  anew.finish();
  return anew;
}

function hasPartAskedInACircle(node: FormNode): boolean {
  return isAskedInACircle(node) || node.children.some(hasPartAskedInACircle);
}

function instrumentOf({ node: { item } }: Instance): string | undefined {
  return item.type === 'group' ? item.instrument : undefined;
}
