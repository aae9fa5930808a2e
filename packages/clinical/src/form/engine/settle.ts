import type { ItemKey } from '../answer.ts';
import type { Draft } from '../draft.ts';
import type { ExpressionScope, Foreign } from '../evaluate/evaluate.ts';
import type { OpenOptions } from '../open.ts';
import type { ScoreResult } from '../../score.ts';
import type { FormChange, FormState, Total } from '../state.ts';
import { compiledForm, type CompiledForm, type Step } from './compile.ts';
import { inReach, type Instance, type Layout } from './layout.ts';
import { slotOf, unanswered, type Asking, type Askings, type Notes } from './notes.ts';
import { valuesRead, type Reading } from './read.ts';
import { same } from './same.ts';
import { scoreInput } from './score-input.ts';
import { isShown } from './shown.ts';
import { totalOf } from './total.ts';

/** What a change begins with. */
export interface Settling {
  readonly form: FormState['form'];
  readonly draft: Draft;
  readonly layout: Layout;
  readonly options: OpenOptions;
  readonly hidden: ReadonlySet<ItemKey>;
  readonly totals: ReadonlyMap<ItemKey, Total>;
  readonly scores: ReadonlyMap<ItemKey, ScoreResult>;
  readonly asking: Askings;
}

/**
 * One change, being worked out. Steps run in the order in which they need each other, each at most once, and only where
 * something that they read has changed.
 */
export class Settlement implements Reading {
  readonly draft: Draft;
  readonly layout: Layout;
  readonly hidden: Set<ItemKey>;
  readonly totals: Map<ItemKey, Total>;
  readonly touched = new Set<ItemKey>();
  readonly #from: Settling;
  readonly #form: CompiledForm;
  readonly #scores: Map<ItemKey, ScoreResult>;
  readonly #asking: Map<string, ReadonlyMap<Foreign, Asking>>;
  readonly #due: (Set<Instance> | undefined)[] = [];
  readonly #toScore = new Set<Instance>();
  #rank = -1;

  constructor(from: Settling) {
    this.#from = from;
    this.#form = compiledForm(from.form);
    this.draft = from.draft;
    this.layout = from.layout;
    this.hidden = new Set(from.hidden);
    this.totals = new Map(from.totals);
    this.#scores = new Map(from.scores);
    this.#asking = new Map(from.asking);
  }

  /** Work everything out. */
  all(): void {
    this.#asking.clear();
    for (const instance of this.layout.byKey.values()) {
      this.#mark(instance.node.show, instance);
      this.#mark(instance.node.total, instance);
      this.rescore(instance);
    }
  }

  /** The answer to it is another. */
  answered(instance: Instance): void {
    this.touched.add(instance.key);
    this.#changed(instance);
    for (const child of instance.children) this.#mark(child.node.show, child);
  }

  /** Its own steps, as the evaluator has answered. */
  received(instance: Instance): void {
    this.#mark(instance.node.show, instance);
    this.#mark(instance.node.total, instance);
  }

  /** The instruments that it stands in. */
  rescore(instance: Instance): void {
    for (let up: Instance | null = instance; up !== null; up = up.parent)
      if (instrumentOf(up) !== undefined) this.#toScore.add(up);
  }

  /** `received`: the item whose asking has been answered, and is not to be asked again. */
  finish(received?: ItemKey): FormChange {
    for (const [rank, step] of this.#form.steps.entries()) {
      this.#rank = rank;
      for (const instance of this.#due[rank] ?? []) {
        if (step.does === 'show') this.#show(step, instance, received);
        else this.#total(step, instance, received);
      }
    }
    for (const group of this.#toScore) this.#score(group);
    const { form, options, layout } = this.#from;
    const { draft, hidden, totals, touched } = this;
    const notes: Notes = { kind: 'form-notes', layout, options, asking: this.#asking, draft };
    const toEvaluate = unanswered(this.#asking);
    return { state: { form, draft, hidden, totals, scores: this.#scores, toEvaluate, notes }, touched };
  }

  #mark(step: Step | null, instance: Instance): void {
    // A step that is past has read what it may: of those that need each other, the earlier ones read only answers.
    if (step !== null && step.rank > this.#rank) (this.#due[step.rank] ??= new Set()).add(instance);
  }

  #changed(instance: Instance): void {
    for (const step of instance.node.readers) {
      const everywhere = step.reads.get(instance.node) === true;
      for (const at of this.layout.byNode.get(step.node) ?? [])
        if (everywhere || inReach(at, instance)) this.#mark(step, at);
    }
    this.rescore(instance);
  }

  #show(step: Step, instance: Instance, received: ItemKey | undefined): void {
    const { key, node, children } = instance;
    const { scope, keep } = this.#scope(step, instance, received);
    const shown = isShown(this.#form, this, instance, scope);
    keep();
    if (shown !== this.hidden.has(key)) return;
    if (shown) this.hidden.delete(key);
    else this.hidden.add(key);
    this.touched.add(key);
    this.#changed(instance);
    this.#mark(node.total, instance);
    for (const child of children) this.#mark(child.node.show, child);
  }

  #total(step: Step, instance: Instance, received: ItemKey | undefined): void {
    const { item } = instance.node;
    if (item.type !== 'total') return;
    const { scope, keep } = this.#scope(step, instance, received);
    const hidden = this.hidden.has(instance.key);
    const total = hidden ? undefined : totalOf(item.expression, step, this, instance, scope);
    keep();
    if (!this.#put(this.totals, instance.key, total)) return;
    this.#changed(instance);
  }

  #score(group: Instance): void {
    const id = instrumentOf(group);
    const { instruments = [], scoring } = this.#from.options;
    const instrument = instruments.find((each) => each.id === id);
    if (id === undefined || instrument === undefined) return;
    // A fact never stands in for a question: what is asked and not answered is open.
    const facts = Object.entries(scoring?.facts ?? {}).filter(
      ([name]) => !this.#form.byId.has(`${id}/${name}`),
    );
    const answers = scoreInput(this, group, id);
    const input = { ...Object.fromEntries(facts), ...answers, assessedAt: this.draft.assessedAt };
    const settings = scoring?.settings[id];
    this.#put(
      this.#scores,
      group.key,
      this.hidden.has(group.key) ? undefined : instrument.score(input, settings),
    );
  }

  /** Whether that is something else than there was. */
  #put<T>(into: Map<ItemKey, T>, key: ItemKey, value: T | undefined): boolean {
    if (same(into.get(key), value)) return false;
    if (value === undefined) into.delete(key);
    else into.set(key, value);
    this.touched.add(key);
    return true;
  }

  /** What a step of an item may read; `keep` notes what it has asked of the evaluator, and forgets what it did not. */
  #scope(step: Step, at: Instance, received: ItemKey | undefined) {
    const slot = slotOf(step.does, at.key);
    const earlier = this.#from.asking.get(slot);
    const asking = new Map<Foreign, Asking>();
    const read: ExpressionScope['read'] = (item, everywhere) => {
      const source = this.#form.byId.get(item);
      if (source === undefined) return [];
      // Of two that show each other the answer decides: neither can be asked first whether it is shown.
      const raw = step.circular && source.show.circular;
      return valuesRead(this, at, source, everywhere, raw);
    };
    const foreign: ExpressionScope['foreign'] = (expression) => {
      for (const item of expression.items ?? []) {
        const values = read(item, true);
        if (typeof values === 'string') return values;
      }
      const old = earlier?.get(expression);
      const { language, text } = expression;
      const before = old?.outcome ?? old?.before;
      const fresh: Asking = {
        asked: { key: at.key, expression: { language, text } },
        ...(before === undefined ? {} : { before }),
      };
      const now = at.key === received && old !== undefined ? old : fresh;
      asking.set(expression, now);
      const outcome = now.outcome ?? (step.does === 'show' ? before : undefined);
      return outcome === 'failed' ? 'evaluator-failed' : (outcome ?? 'waiting');
    };
    const scope: ExpressionScope =
      (this.#from.options.evaluator ?? null) === null ? { read } : { read, foreign };
    const keep = () => (asking.size > 0 ? this.#asking.set(slot, asking) : this.#asking.delete(slot));
    return { scope, keep };
  }
}

function instrumentOf({ node: { item } }: Instance): string | undefined {
  return item.type === 'group' ? item.instrument : undefined;
}
