import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';

export const root = new URL('../..', import.meta.url).pathname;

/** A parsed source file of the product, for the measures of the house. */
export interface SourceFile {
  /** Path from the root, such as `packages/clinical/src/errors.ts`. */
  readonly path: string;
  /** The folder of its package: `packages/clinical`, `extension`. */
  readonly package: string;
  readonly lines: readonly string[];
  readonly comments: readonly Span[];
  readonly functions: readonly FunctionSpan[];
  readonly templates: readonly Span[];
  /** Files that it imports at load, without type imports and dynamic imports. */
  readonly needs: readonly string[];
  /** Names that it declares and exports. */
  readonly declares: ReadonlySet<string>;
}

/** First and last line, from 1. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
export interface FunctionSpan extends Span {
  readonly name: string;
}

/** Every file that ships, without tests, fixtures and scripts. */
export function sourceFiles(): readonly SourceFile[] {
  return globSync(['packages/*/src/**/*.ts', 'extension/src/**/*.ts'], { cwd: root })
    .filter((path) => !/\.(test|fixtures|vectors|d|pages)\.ts$/.test(path))
    .toSorted()
    .map(readSource);
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const { program, module, comments } = parseSync(path, text);
  const lines = text.split('\n');
  const lineAt = lineFinder(text);
  const spanOf = ({ start, end }: Pick<Node, 'start' | 'end'>): Span => ({
    from: lineAt(start),
    to: lineAt(end),
  });
  const functions: FunctionSpan[] = [];
  const templates: Span[] = [];
  walk(program, null, (node, name) => {
    if (/^(Arrow)?Function(Declaration|Expression)/.test(node.type))
      functions.push({ ...spanOf(node), name });
    const tag = (node as { tag?: { name?: string } }).tag?.name ?? '';
    if (node.type === 'TaggedTemplateExpression' && /^(html|svg|css)$/.test(tag))
      templates.push(spanOf(node));
  });
  const fileOf = (specifier: string) =>
    specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : specifier;
  const exported = module.staticExports.flatMap(({ entries }) => entries);
  return {
    path,
    package: path.startsWith('packages/') ? path.split('/').slice(0, 2).join('/') : 'extension',
    lines,
    comments: comments.map(spanOf),
    functions,
    templates,
    needs: [
      ...module.staticImports
        .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
        .map(({ moduleRequest }) => moduleRequest.value),
      ...exported.flatMap(({ moduleRequest, isType }) =>
        moduleRequest === null || isType ? [] : moduleRequest.value,
      ),
    ]
      .filter((specifier) => specifier.startsWith('.'))
      .map(fileOf),
    declares: new Set(
      exported.flatMap(({ moduleRequest, exportName }) =>
        moduleRequest === null ? (exportName.name ?? []) : [],
      ),
    ),
  };
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

/** Visits every node of a tree, with the name that its parent gives it. */
function walk(value: unknown, name: string | null, visit: (node: Node, name: string) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, name, visit);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node & { id?: { name?: string }; key?: { name?: string } };
  if (typeof node.type !== 'string') return;
  const own = node.id?.name ?? node.key?.name ?? name;
  visit(node, own ?? 'a function without a name');
  for (const part of Object.values(node)) walk(part, own, visit);
}
