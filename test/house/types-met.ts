import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';
import { root } from './source.ts';

/**
 * Names of the types that a caller of `entry` meets: in parameters, results, members, and in the types of those. A caller
 * meets no private member, and nothing inside a function.
 */
export function typesMet(entry: string): ReadonlySet<string> {
  const met = new Set<string>();
  const visited = new Set<string>();
  const waiting = exportsOf(entry);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const key = `${next.path} ${next.name}`;
    if (visited.has(key)) continue;
    visited.add(key);
    const declared = declarationOf(next);
    if (declared === null) continue;
    if (declared.isType) met.add(next.name);
    for (const name of typeNamesIn(declared.node)) waiting.push({ path: declared.path, name });
  }
  return met;
}

/** Names of the types that an entry exports. */
export function typesExported(entry: string): ReadonlySet<string> {
  const types = exportsOf(entry).filter((place) => declarationOf(place)?.isType);
  return new Set(types.map(({ name }) => name));
}

/** Names of the types that an entry exports without a docstring. */
export function typesUnexplained(entry: string): readonly string[] {
  return exportsOf(entry)
    .filter((place) => {
      const declared = declarationOf(place);
      return declared?.isType && !declared.isExplained;
    })
    .map(({ name }) => name);
}

/** Every name that an entry exports. */
export function namesExported(entry: string): ReadonlySet<string> {
  return new Set(exportsOf(entry).map(({ name }) => name));
}

interface Place {
  readonly path: string;
  readonly name: string;
}

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

interface Declared {
  readonly path: string;
  readonly node: Node;
  readonly isType: boolean;
  /** Whether a docstring stands right before it. */
  readonly isExplained: boolean;
}

const parsed = new Map<string, ReturnType<typeof parseSync>>();

function parse(path: string): ReturnType<typeof parseSync> {
  const known = parsed.get(path) ?? parseSync(path, textOf(path));
  parsed.set(path, known);
  return known;
}

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function endsInDocstring(before: string): boolean {
  const comment = before.slice(before.lastIndexOf('/*')).trim();
  return comment.startsWith('/**') && comment.indexOf('*/') === comment.length - 2;
}

/** The source behind a specifier, or `null` if it is none of our packages. */
function sourceOf(specifier: string, from: string): string | null {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier));
  const [, name, entry] = /^@ehch\/([^/]+)(\/.*)?$/.exec(specifier) ?? [];
  if (name === undefined) return null;
  const { exports } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as {
    exports: Record<string, Record<string, string>>;
  };
  const source = exports[`.${entry ?? ''}`]?.['@ehch/source'];
  return source === undefined ? null : join('packages', name, source);
}

function exportsOf(path: string): Place[] {
  return parse(path).module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, exportName }): Place[] => {
      if (exportName.name) return [{ path, name: exportName.name }];
      const source = moduleRequest === null ? null : sourceOf(moduleRequest.value, path);
      return source === null ? [] : exportsOf(source);
    }),
  );
}

/** The place where a name in a file is declared, through imports and re-exports. */
function declarationOf({ path, name }: Place): Declared | null {
  const { program, module } = parse(path);
  const isExplained = ({ start }: Node) => endsInDocstring(textOf(path).slice(0, Number(start)));
  // Only the kind, the name and the parts of each node are read, whatever its own type.
  for (const statement of program.body as unknown as readonly Node[]) {
    const node = (statement['declaration'] as Node | null | undefined) ?? statement;
    const id = (node['id'] as { name?: string } | null | undefined)?.name;
    if (id === name)
      return { path, node, isType: node.type.startsWith('TS'), isExplained: isExplained(statement) };
    const variables = node['declarations'] as readonly { id: { name?: string } }[] | undefined;
    if (variables?.some((variable) => variable.id.name === name))
      return { path, node, isType: false, isExplained: isExplained(statement) };
  }
  for (const { moduleRequest, entries } of module.staticImports) {
    const entry = entries.find(({ localName }) => localName.value === name);
    const source = entry && sourceOf(moduleRequest.value, path);
    if (source) return declarationOf({ path: source, name: entry.importName.name ?? name });
  }
  for (const { moduleRequest, importName, exportName } of module.staticExports.flatMap(
    ({ entries }) => entries,
  )) {
    const source = moduleRequest === null ? null : sourceOf(moduleRequest.value, path);
    if (source === null || (exportName.name ?? name) !== name) continue;
    const found = declarationOf({ path: source, name: importName.name ?? name });
    if (found !== null) return found;
  }
  return null;
}

/** The types in the public part of a declaration, without bodies, initial values and private members. */
function typeNamesIn(value: unknown, names = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const each of value) typeNamesIn(each, names);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return names;
  const node = value as Node;
  if (isHidden(node)) return names;
  const name = (node['typeName'] ?? node['expression'] ?? node['exprName']) as
    { name?: string } | null | undefined;
  if (/^TS(TypeReference|InterfaceHeritage|ClassImplements|TypeQuery)$/.test(node.type) && name?.name)
    names.add(name.name);
  for (const [part, inner] of Object.entries(node)) if (isOutside(node, part)) typeNamesIn(inner, names);
  return names;
}

function isOutside({ type }: Node, part: string): boolean {
  if (part === 'body') return !/Function/.test(type);
  if (part === 'value') return type !== 'PropertyDefinition' && type !== 'AccessorProperty';
  return part !== 'init' && part !== 'decorators';
}

function isHidden(node: Node): boolean {
  const key = node['key'] as { type?: string } | undefined;
  return node['accessibility'] === 'private' || key?.type === 'PrivateIdentifier';
}
