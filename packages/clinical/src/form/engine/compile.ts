import { EhchError } from '../../errors.ts';
import type { FormDefinition, FormItem } from '../definition.ts';
import { partsOfExpression } from '../evaluate/items-read.ts';
import type { Expression } from '../expression.ts';
import { isQuestion } from './is-question.ts';
import { stepsInOrder } from './step-order.ts';

/** An item in its form. */
export class FormNode {
  readonly item: FormItem;
  readonly parent: FormNode | null;
  readonly children: FormNode[] = [];
  /** The items above it that have rows, outermost first. */
  readonly rowed: readonly FormNode[];
  /** How far below the top a response has it: what is under a question stands under its answer. */
  readonly level: number;
  /** Whether it is shown, and what it comes to where it is a total. */
  readonly show: Step;
  readonly total: Step | null;
  /** The steps that read it. */
  readonly readers: Step[] = [];

  constructor(item: FormItem, parent: FormNode | null) {
    this.item = item;
    this.parent = parent;
    this.level = parent === null ? 0 : parent.level + (isQuestion(parent.item) ? 2 : 1);
    const above = parent?.rowed ?? [];
    this.rowed = parent !== null && hasRows(parent.item) ? [...above, parent] : above;
    this.show = { does: 'show', node: this, rank: 0, circular: false, reads: new Map() };
    this.total = item.type === 'total' ? { ...this.show, does: 'total', reads: new Map() } : null;
  }
}

/** One thing to work out about an item. */
export interface Step {
  readonly does: 'show' | 'total';
  readonly node: FormNode;
  /** Its place among the steps: what it needs comes before. */
  rank: number;
  /** It is among steps that need each other. */
  circular: boolean;
  /** The items it reads; `true`: of every row. */
  readonly reads: Map<FormNode, boolean>;
}

export interface CompiledForm {
  readonly byId: ReadonlyMap<string, FormNode>;
  /** Of each finding that has a question for its own day, that question, by id. */
  readonly dayQuestions: ReadonlyMap<string, string>;
  readonly roots: readonly FormNode[];
  readonly steps: readonly Step[];
}

const ready = new WeakMap<FormDefinition, CompiledForm>();

/** A form made ready, once. @throws {EhchError} `bad-configuration` where two items have one id. */
export function compiledForm(form: FormDefinition): CompiledForm {
  const compiled = ready.get(form) ?? compile(form);
  ready.set(form, compiled);
  return compiled;
}

/**
 * Whether an item is asked is among what needs each other: of it, or of what it stands in. What is hidden is not sent, so that
 * such a form may show other items once it is read back, and come to other totals.
 */
export function isAskedInACircle(node: FormNode): boolean {
  return node.show.circular || (node.parent !== null && isAskedInACircle(node.parent));
}

/** Whether everything under it is asked once for each row: of a repeating group, or of several answers. */
export function hasRows(item: FormItem): boolean {
  if (item.type === 'group') return item.repeats === true;
  return isQuestion(item) && item.repeats === true && (item.items ?? []).length > 0;
}

function compile(form: FormDefinition): CompiledForm {
  const byId = new Map<string, FormNode>();
  const grow = (parent: FormNode | null) => (item: FormItem) => {
    if (byId.has(item.id))
      throw new EhchError('bad-configuration', 'Two items of the form have the same id.');
    const node = new FormNode(item, parent);
    byId.set(item.id, node);
    if ('items' in item) node.children.push(...(item.items ?? []).map(grow(node)));
    return node;
  };
  const roots = form.items.map(grow(null));
  const nodes = [...byId.values()];
  for (const { item, show, total } of nodes) {
    if (item.when?.match === 'expression') readAll(show, item.when.expression, byId);
    if (item.when !== undefined && item.when.match !== 'expression')
      for (const test of item.when.tests) readItem(show, test.item, false, byId);
    if (item.type === 'total' && total !== null) readAll(total, item.expression, byId);
  }
  const steps = stepsInOrder(nodes.flatMap(({ show, total }) => (total === null ? [show] : [show, total])));
  const dayQuestions = new Map(
    nodes.flatMap(({ item }) =>
      isQuestion(item) ? (item.dayOf ?? []).map((finding) => [finding, item.id] as const) : [],
    ),
  );
  return { byId, dayQuestions, roots, steps };
}

function readAll(step: Step, expression: Expression, byId: ReadonlyMap<string, FormNode>): void {
  if ('items' in expression) {
    const everywhere = expression.op === 'foreign' || expression.everywhere === true;
    // What may read anything is worked out again with every answer, but waits for no total: it would wait for itself.
    const ids = expression.items ?? [...byId.values()].flatMap((n) => (n.total === null ? [n.item.id] : []));
    for (const id of ids) readItem(step, id, everywhere, byId);
  }
  for (const part of partsOfExpression(expression)) readAll(step, part, byId);
}

function readItem(step: Step, id: string, everywhere: boolean, byId: ReadonlyMap<string, FormNode>): void {
  const source = byId.get(id);
  if (source === undefined) return;
  if (!source.readers.includes(step)) source.readers.push(step);
  step.reads.set(source, everywhere || step.reads.get(source) === true);
}
