import { readFileSync } from 'node:fs';
import type { Outcome } from './judge.ts';
import { plant } from './mutations.ts';
import type { Mutant } from './sample.ts';

export interface Judged {
  readonly mutant: Mutant;
  readonly outcome: Outcome;
}

/** The part of the source that a file belongs to: a package's folder, such as `clinical/form`. */
export function areaOf(file: string): string {
  const [, name = '', folder] = /^(?:packages\/)?([^/]+)\/src\/(?:([^/]+)\/)?/.exec(file) ?? [];
  return folder === undefined ? name : `${name}/${folder}`;
}

/** How many of the judged mutants were killed, by area, by kind, and in all. */
export function scores(judged: readonly Judged[]): readonly string[] {
  const table = (title: string, nameOf: (mutant: Mutant) => string) => [
    '',
    `${title.padEnd(30)} killed    of`,
    ...[...Map.groupBy(judged, ({ mutant }) => nameOf(mutant))]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, those]) => line(name, those)),
  ];
  return [
    ...table('area', ({ file }) => areaOf(file)),
    ...table('kind', ({ kind }) => kind),
    '',
    line('all', judged),
  ];
}

function line(name: string, judged: readonly Judged[]): string {
  const decided = judged.filter(({ outcome }) => outcome.state !== 'undecided');
  const killed = decided.filter(({ outcome }) => outcome.state === 'killed').length;
  const share = decided.length === 0 ? '–' : `${Math.floor((100 * killed) / decided.length)} %`;
  return `${name.padEnd(30)} ${String(killed).padStart(6)} ${String(decided.length).padStart(5)}  ${share}`;
}

/** A survivor: its place, and its line before and after. */
export function change(root: string, mutant: Mutant): string {
  const text = readFileSync(`${root}/${mutant.file}`, 'utf8');
  const planted = plant(text, mutant);
  const from = text.lastIndexOf('\n', mutant.start - 1) + 1;
  const lineNumber = text.slice(0, from).split('\n').length;
  const lines = (whole: string, end: number, sign: string) => {
    const to = whole.indexOf('\n', end);
    return whole
      .slice(from, to === -1 ? undefined : to)
      .split('\n')
      .map((each) => `    ${sign} ${each}`);
  };
  return [
    `${mutant.file}:${lineNumber}  ${mutant.kind}  [${mutant.key}]`,
    ...lines(text, mutant.end, '-'),
    ...lines(planted, mutant.start + mutant.replacement.length, '+'),
  ].join('\n');
}
