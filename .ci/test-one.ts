import { globSync, statSync } from 'node:fs';
import { basename, dirname, join, matchesGlob, relative, resolve } from 'node:path';
import { BROWSER_TESTS } from './test-files.mjs';
import { root } from './step.ts';

/** The tests of a path, by their runner, as paths from the root. */
export interface ChosenTests {
  readonly node: readonly string[];
  readonly browser: readonly string[];
}

/**
 * The tests of a path: the test file itself, every test below a folder, or the tests beside a source file.
 *
 * @throws {Error} if the path has no test; the message says where it looked
 */
export function testsOf(path: string): ChosenTests {
  const files = filesOf(resolve(path)).map((file) => relative(root, file).replaceAll('\\', '/'));
  if (files.length === 0)
    throw new Error(`No test in or beside ${path}. The nearest are in ${nearestFolder(resolve(path))}.`);
  const isBrowser = (file: string) => BROWSER_TESTS.some((pattern) => matchesGlob(file, pattern));
  return { node: files.filter((file) => !isBrowser(file)), browser: files.filter(isBrowser) };
}

/** The nearest folder around a path that has tests, from the root. `.`: the root itself. */
function nearestFolder(path: string): string {
  const folder = dirname(path);
  if (!folder.startsWith(root)) return '.';
  return filesOf(folder).length > 0 ? relative(root, folder).replaceAll('\\', '/') : nearestFolder(folder);
}

function filesOf(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory())
    return globSync('**/*.test.ts', { cwd: path })
      .map((file) => join(path, file))
      .toSorted();
  if (path.endsWith('.test.ts')) return found === undefined ? [] : [path];
  const [folder, name] = [dirname(path), basename(path).replace(/(\.fixtures|\.styles|\.vectors)?\.ts$/, '')];
  return globSync([`${name}.test.ts`, `${name}.*.test.ts`], { cwd: folder })
    .map((file) => join(folder, file))
    .toSorted();
}
