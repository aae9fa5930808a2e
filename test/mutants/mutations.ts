import { parseSync } from 'vite';
import { changesOf, type Change, type MutationKind, type Node } from './operators.ts';

/** One small fault, planted at one place of a source file. */
export interface Mutation {
  readonly kind: MutationKind;
  /** Place of the replaced text: offsets in the file, in characters. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The statement, entry or member around it, by which a reviewer judges a survivor. */
  readonly around: string;
}

/** Nodes to skip: types do nothing at run time, and nobody drops an import by mistake. */
const WITHOUT_EFFECT = /^(TS(?!AsExpression|NonNull|Satisfies|Enum)|Import|ExportAll)/;
const JUDGED_WHOLE = /(Statement|Declaration|Definition|Declarator)$/;

/** Every mutation of a source file, in the order of their places. */
export function mutationsOf(file: string, text: string): readonly Mutation[] {
  const found: Mutation[] = [];
  const { program } = parseSync(file, text, { lang: 'ts' });
  // Only the kind, the place and the parts of each node are read, whatever its own type.
  visit(program as unknown as Node, [], (node, parents) => {
    for (const change of changesOf(node, parents, text)) found.push(whole(change, node, parents, text));
  });
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** The file with the fault in it. */
export function plant(text: string, { start, end, replacement }: Mutation): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

function visit(node: Node, parents: readonly Node[], at: (node: Node, parents: readonly Node[]) => void) {
  if (WITHOUT_EFFECT.test(node.type)) return;
  at(node, parents);
  const inside = [node, ...parents];
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, inside, at);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';
}

function whole(change: Change, node: Node, parents: readonly Node[], text: string): Mutation {
  // A whole function is too much to judge. A reviewer needs the smallest statement around the place.
  const around = [node, ...parents].find(({ type }) => JUDGED_WHOLE.test(type)) ?? node;
  return { ...change, around: text.slice(around.start, around.end) };
}
