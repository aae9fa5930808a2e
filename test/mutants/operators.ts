// The planted faults: mistakes that a tired person makes, and not every change that a parser allows.

/** A node of the parser's tree. Its other fields depend on its type. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

export type MutationKind =
  | 'comparison'
  | 'logic'
  | 'arithmetic'
  | 'condition'
  | 'negation'
  | 'fallback'
  | 'effect'
  | 'entry'
  | 'boolean'
  | 'number'
  | 'selection'
  | 'spread';

export interface Change {
  readonly kind: MutationKind;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

type Operator = (node: Node, parents: readonly Node[], text: string) => readonly Change[];

const COMPARISONS: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
};
const ARITHMETIC: Readonly<Record<string, string>> = { '+': '-', '-': '+', '*': '/', '/': '*' };

const binary: Operator = (node, _, text) => {
  const comparisons = COMPARISONS[String(node['operator'])];
  if (comparisons) return comparisons.map((to) => operatorTo(node, to, text, 'comparison'));
  const to = ARITHMETIC[String(node['operator'])];
  const isOfWords = [node['left'], node['right']].some((side) => isWords(side as Node));
  return to === undefined || isOfWords ? [] : [operatorTo(node, to, text, 'arithmetic')];
};

const logical: Operator = (node, _, text) => {
  if (node['operator'] === '??')
    return [{ kind: 'fallback', ...place(node), replacement: textOf(node['left'], text) }];
  return [operatorTo(node, node['operator'] === '&&' ? '||' : '&&', text, 'logic')];
};

const condition: Operator = (node) =>
  ['true', 'false'].map((replacement) => ({
    kind: 'condition',
    ...place(node['test'] as Node),
    replacement,
  }));

const unary: Operator = (node, _, text) =>
  node['operator'] === '!'
    ? [{ kind: 'negation', ...place(node), replacement: textOf(node['argument'], text) }]
    : [];

const statement: Operator = (node) => {
  const expression = unwrapped(node['expression'] as Node);
  const isEffect = /^(Call|Assignment|Update)Expression$/.test(expression.type);
  const isSuper = (expression['callee'] as Node | undefined)?.type === 'Super';
  return isEffect && !isSuper ? [{ kind: 'effect', ...place(node), replacement: ';' }] : [];
};

const literal: Operator = (node, parents) => {
  const value = node['value'];
  if (typeof value === 'boolean') return [{ kind: 'boolean', ...place(node), replacement: String(!value) }];
  // The name of a property may be a number too.
  const isName = parents[0]?.type === 'Property' && parents[0]['value'] !== node;
  if (typeof value !== 'number' || isName) return [];
  // Nobody could tell a limit of 30,000 ms from one of 30,001.
  return [{ kind: 'number', ...place(node), replacement: String(value >= 1000 ? value * 2 : value + 1) }];
};

/** Whether this is an entry of a table: a list of two or more at the top of a module, or properties all of one kind. */
const entries: Operator = (node, parents, text) => {
  if (!isTable(parents) || isPair(node, parents)) return [];
  const all = ((node['elements'] ?? node['properties']) as readonly (Node | null)[]).filter(
    (each) => each !== null,
  );
  if (all.length < 2) return [];
  const kinds = new Set(all.map((each) => unwrapped((each['value'] ?? each) as Node)?.type ?? each.type));
  if (node.type === 'ObjectExpression' && (kinds.size > 1 || all.length < 3)) return [];
  return all.map((each) => ({ kind: 'entry', ...withComma(each, text), replacement: '' }));
};

const SELECTING = new Set(['filter', 'toSorted', 'sort', 'slice', 'toReversed', 'trim', 'flat']);

const call: Operator = (node, _, text) => {
  const callee = node['callee'] as Node;
  const name = (callee['property'] as Node | undefined)?.['name'];
  if (callee.type !== 'MemberExpression' || !SELECTING.has(String(name))) return [];
  return [{ kind: 'selection', ...place(node), replacement: textOf(callee['object'], text) }];
};

const spread: Operator = (node, parents) => {
  if (parents[0]?.type === 'CallExpression') return [];
  const replacement = parents[0]?.type === 'ArrayExpression' ? '...[]' : '...{}';
  return [{ kind: 'spread', ...place(node), replacement }];
};

const OPERATORS: Readonly<Record<string, Operator>> = {
  BinaryExpression: binary,
  LogicalExpression: logical,
  ConditionalExpression: condition,
  IfStatement: condition,
  UnaryExpression: unary,
  ExpressionStatement: statement,
  Literal: literal,
  ArrayExpression: entries,
  ObjectExpression: entries,
  CallExpression: call,
  SpreadElement: spread,
};

/** The faults that the tool can plant at this node. */
export function changesOf(node: Node, parents: readonly Node[], text: string): readonly Change[] {
  return OPERATORS[node.type]?.(node, parents, text) ?? [];
}

function place({ start, end }: Node) {
  return { start, end };
}

function textOf(node: unknown, text: string): string {
  const { start, end } = node as Node;
  return text.slice(start, end);
}

function operatorTo(node: Node, replacement: string, text: string, kind: MutationKind): Change {
  const { end } = node['left'] as Node;
  // Comments and brackets may stand between the left side and its operator.
  const between = /^(?:[\s)]|\/\*[^]*?\*\/|\/\/.*)*/.exec(text.slice(end));
  const start = end + (between?.[0].length ?? 0);
  return { kind, start, end: start + String(node['operator']).length, replacement };
}

function isWords(node: Node): boolean {
  if (node.type === 'BinaryExpression')
    return [node['left'], node['right']].some((side) => isWords(side as Node));
  return /^(Tagged)?Template/.test(node.type) || typeof node['value'] === 'string';
}

function unwrapped(node: Node): Node {
  const inner = node['argument'] ?? node['expression'];
  return /^(Await|TSAs|TSSatisfies|TSNonNull|Chain)Expression$/.test(node.type)
    ? unwrapped(inner as Node)
    : node;
}

function isTable(parents: readonly Node[]): boolean {
  return !parents.some(({ type }) => /Function|^Class|^Template/.test(type));
}

/** Whether the list is a pair: a row of a table of pairs, or a range. The types would notice half a pair. */
function isPair(node: Node, parents: readonly Node[]): boolean {
  const all = (node['elements'] ?? []) as readonly (Node | null)[];
  const isRange = all.length === 2 && all.every((each) => typeof each?.['value'] === 'number');
  return node.type === 'ArrayExpression' && (parents[0]?.type === 'ArrayExpression' || isRange);
}

function withComma({ start, end }: Node, text: string) {
  const comma = /^\s*,/.exec(text.slice(end));
  return { start, end: end + (comma?.[0].length ?? 0) };
}
