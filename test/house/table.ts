// `npm run house`: prints the measures of the house for the present tree, as a table.
import {
  circles,
  commentShare,
  countFunctions,
  exportedNames,
  exportedTwice,
  fileLengths,
  longFunctions,
  longTemplateLines,
} from './measures.ts';
import { sourceFiles } from './source.ts';

const files = sourceFiles();
const long = longFunctions(files);
const { median, long: longFiles } = fileLengths(files);

const rows: readonly (readonly [measure: string, now: string, aim: string])[] = [
  ['files, and their median of lines of code', `${files.length}, ${median}`, 'most fit on a screen'],
  ['files over 300 lines', list(longFiles), '0'],
  ['comment lines', `${commentShare(files).toFixed(1)} %`, '14 to 20 %, all of them why'],
  [
    'functions over 60 lines',
    `${long.length} of ${countFunctions(files)}: ${long.map(({ name, lines }) => `${name} ${lines}`).join(', ')}`,
    '0 over 80',
  ],
  ['circles of imports', list(circles(files).map((circle) => circle.map(short).join(' ↔ '))), '0'],
  ['template lines over 120', list(longTemplateLines(files).map(short), 6), '0'],
  ['names exported by two files of a package', list(exportedTwice(files).map(({ name }) => name)), '0'],
  [
    'exported names by entry',
    exportedNames(files)
      .map(({ entry, names }) => `${entry} ${names}`)
      .join(', '),
    'subpaths, each with one subject',
  ],
];

console.log('| measure | now | aim |\n|---|---|---|');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);

function list(items: readonly string[], most = 20): string {
  if (items.length === 0) return '0';
  const more = items.length > most ? `, and ${items.length - most} more` : '';
  return `${items.length}: ${items.slice(0, most).join(', ')}${more}`;
}

function short(path: string): string {
  return path.replace(/^packages\/|(?<=\/)src\//g, '');
}
