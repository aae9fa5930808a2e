import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { mutationsOf, type Mutation } from './mutations.ts';

/** A mutation in its file. */
export interface Mutant extends Mutation {
  /** From the root. */
  readonly file: string;
  /** A short key, the same as long as the statement around it stays. It names a reviewed mutant. */
  readonly key: string;
}

const SOURCES = ['packages/{clinical,fhir,store,sync,elements,sdk}/src/**/*.ts', 'extension/src/**/*.ts'];
const NO_SOURCE = '**/*.{test,fixtures,vectors,styles,pages,d}.ts';

/** The source files at or below a path, or all. */
export function sourcesAt(root: string, path = ''): readonly string[] {
  return globSync([...SOURCES], { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !matchesGlob(file, NO_SOURCE) && (file === path || file.startsWith(folder(path))))
    .toSorted();
}

/** All mutants of these files. */
export function mutantsOf(root: string, files: readonly string[]): readonly Mutant[] {
  return files.flatMap((file) => {
    const seen = new Map<string, number>();
    return mutationsOf(file, readFileSync(`${root}/${file}`, 'utf8')).map((mutation) => {
      const plain = [file, mutation.kind, mutation.around, mutation.replacement].join('\n');
      // The same change can be made twice within one statement.
      const nth = seen.get(plain) ?? 0;
      seen.set(plain, nth + 1);
      const key = createHash('sha256').update(`${plain}\n${nth}`).digest('hex').slice(0, 10);
      return { ...mutation, file, key };
    });
  });
}

/**
 * Takes `count` mutants by chance, each kind in turn. There are ten times as many conditions as spreads, so a weak kind
 * would otherwise hide behind a strong one. The same seed gives the same sample of the same source.
 */
export function sample(mutants: readonly Mutant[], count: number, seed: number): readonly Mutant[] {
  const random = randomFrom(seed);
  const shuffled = mutants
    .map((mutant) => ({ mutant, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ mutant }) => mutant);
  const byKind = [...Map.groupBy(shuffled, ({ kind }) => kind).entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ofKind]) => ofKind);
  const longest = Math.max(0, ...byKind.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, turn) => byKind.flatMap((ofKind) => ofKind[turn] ?? []));
  return inTurn.flat().slice(0, count);
}

/** Mulberry32: a small generator, good enough for a sample. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function folder(path: string): string {
  return path === '' || path.endsWith('/') ? path : `${path}/`;
}
