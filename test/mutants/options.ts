import { parseArgs } from 'node:util';

export interface Options {
  /** Paths from the root. An empty path means the whole source. */
  readonly areas: readonly string[];
  readonly count: number;
  readonly seed: number;
  readonly nearOnly: boolean;
  /** Keys of the mutants to judge again, instead of a sample. */
  readonly only: readonly string[];
}

/** @throws {TypeError} if an option is unknown; {Error} if a count or seed is no whole number */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '100' },
      area: { type: 'string', multiple: true, default: [''] },
      near: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  return {
    areas: values.area.map((area) => area.replace(/^\.\//, '')),
    count: whole(values.count, '--count'),
    seed: whole(values.seed, '--seed'),
    nearOnly: values.near,
    only: values.only,
  };
}

function whole(word: string, option: string): number {
  if (!/^\d+$/.test(word)) throw new Error(`${option} takes a whole number, such as ${option} 100.`);
  return Number(word);
}
