import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, type SourceFile, type Span } from './source.ts';
import { namesExported } from './types-met.ts';

/** Lines of code. A longer function does not fit on a screen. */
const LONG_FUNCTION = 60;
const LONG_FILE = 300;
const LONG_TEMPLATE_LINE = 120;

/** Lines with a comment, in per cent of the lines that are not blank. */
export function commentShare(files: readonly SourceFile[]): number {
  let [commented, all] = [0, 0];
  for (const { lines, comments } of files) {
    const numbers = linesIn(comments);
    commented += [...numbers].filter((number) => (lines[number - 1] ?? '').trim() !== '').length;
    all += lines.filter((line) => line.trim() !== '').length;
  }
  return (100 * commented) / all;
}

/** Functions with more than `least` lines of code, without blank lines and comments, the longest first. */
export function longFunctions(files: readonly SourceFile[], least = LONG_FUNCTION) {
  return files
    .flatMap((file) =>
      file.functions.map(({ name, ...span }) => ({ name, path: file.path, lines: codeLines(file, span) })),
    )
    .filter(({ lines }) => lines > least)
    .toSorted((a, b) => b.lines - a.lines);
}

export function countFunctions(files: readonly SourceFile[]): number {
  return files.reduce((sum, { functions }) => sum + functions.length, 0);
}

/** Groups of files that import each other at load. Type imports and dynamic imports do not count. */
export function circles(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const needs = new Map(files.map((file) => [file.path, file.needs]));
  const reached = new Map(files.map(({ path }) => [path, reachedFrom(path, needs)]));
  const groups = new Map<string, readonly string[]>();
  for (const [path, from] of reached) {
    if (!from.has(path)) continue;
    const group = [...from].filter((other) => reached.get(other)?.has(path)).toSorted();
    groups.set(group.join(), group);
  }
  return [...groups.values()];
}

function reachedFrom(path: string, needs: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...(needs.get(path) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(needs.get(next) ?? []));
  }
  return reached;
}

/** How many names each entry of each package exports, values and types. */
export function exportedNames(
  files: readonly SourceFile[],
): readonly { readonly entry: string; readonly names: number }[] {
  const packages = [...new Set(files.map((file) => file.package))].filter((name) => name !== 'extension');
  return packages.flatMap((folder) => {
    const { name, exports } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
      name: string;
      exports?: Record<string, string | Record<string, string>>;
    };
    return Object.entries(exports ?? {}).flatMap(([entry, conditions]) => {
      const source = typeof conditions === 'string' ? undefined : conditions['@ehch/source'];
      if (source === undefined || source.includes('*')) return [];
      return [{ entry: `${name}${entry.slice(1)}`, names: namesExported(join(folder, source)).size }];
    });
  });
}

/** Files of one kind. Each has one export with the name of the kind. */
const KINDS = [/\.styles\.ts$/, /\.total\.ts$/, /\/print-caught(\.development)?\.ts$/];

/** Names that two files of one package declare and export, without files of one kind. */
export function exportedTwice(files: readonly SourceFile[]) {
  const places = new Map<string, string[]>();
  for (const file of files) {
    for (const name of file.declares) {
      const key = `${file.package} ${name}`;
      places.set(key, [...(places.get(key) ?? []), file.path]);
    }
  }
  return [...places]
    .filter(([, paths]) => paths.length > 1 && !KINDS.some((kind) => paths.every((path) => kind.test(path))))
    .map(([key, paths]) => ({ name: key.split(' ')[1] ?? '', paths }));
}

export function longTemplateLines(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, lines, templates }) =>
    [...linesIn(templates)]
      .filter((number) => (lines[number - 1] ?? '').length > LONG_TEMPLATE_LINE)
      .map((number) => `${path}:${number}`),
  );
}

/** Lines of code of each file, without blank lines and comments. */
export function fileLengths(files: readonly SourceFile[]): {
  readonly median: number;
  readonly long: readonly string[];
} {
  const lengths = files.map((file) => codeLines(file, { from: 1, to: file.lines.length }));
  return {
    median: lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0,
    long: files.filter((_, index) => (lengths[index] ?? 0) > LONG_FILE).map(({ path }) => path),
  };
}

function codeLines({ lines, comments }: SourceFile, { from, to }: Span): number {
  const commented = linesIn(comments);
  let count = 0;
  for (let number = from; number <= to; number += 1) {
    const line = (lines[number - 1] ?? '').trim();
    // A line with code and a comment behind it counts as code.
    if (line !== '' && !(commented.has(number) && /^(\/\/|\/\*|\*)/.test(line))) count += 1;
  }
  return count;
}

function linesIn(spans: readonly Span[]): ReadonlySet<number> {
  return new Set(
    spans.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
  );
}
