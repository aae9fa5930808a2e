// `npm run adapter -- FOLDER`: says whether a template is sound, and what it reads on the pages beside it.
// `npm run adapter -- TEMPLATE.json PAGE.html …` does the same for pages that stand elsewhere.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import puppeteer from 'puppeteer-core';
import { serveFolder, tabReader, type TabReading } from './reader.ts';
import type { LayoutPage } from './src/hosts/layouts/layout-page.ts';
import { templateSchema } from './src/hosts/template.ts';
import { whyNot } from './src/hosts/why-not.ts';

function stop(words: string): never {
  console.error(words);
  process.exit(1);
}

interface Chosen {
  readonly template: string;
  readonly pages: readonly string[];
  /** What each page has to read as, by its name, where the folder says so. */
  readonly expected: ReadonlyMap<string, LayoutPage['reads']>;
}

function chosen([first, ...pages]: readonly string[]): Chosen {
  if (first === undefined || !existsSync(first))
    stop('Name a folder with a *.template.json and pages, or a template and its pages.');
  if (!statSync(first).isDirectory()) return { template: first, pages, expected: new Map() };
  const files = readdirSync(first).toSorted();
  const one = (end: string) => files.find((file) => file.endsWith(end));
  const template = one('.template.json');
  if (template === undefined) stop(`There is no *.template.json in ${first}.`);
  const list = one('.pages.json');
  const listed = list === undefined ? [] : (jsonIn(join(first, list)) as LayoutPage[]);
  // A page that is compared with nothing would pass for one that is right.
  const own = files.filter((file) => /(?<!\.frame)\.html?$/.test(file));
  const idle = listed.filter(({ file, reads }) => reads === undefined || !own.includes(file));
  if (idle.length > 0)
    stop(`${list} has no "reads", or the folder no page, for ${idle.map(({ file }) => file).join(', ')}.`);
  const unlisted = own.filter((file) => list !== undefined && !listed.some((page) => page.file === file));
  if (unlisted.length > 0) stop(`${list} does not say what ${unlisted.join(', ')} must read as.`);
  return {
    template: join(first, template),
    pages: own.map((file) => join(first, file)),
    expected: new Map(listed.map(({ file, reads }) => [file, reads])),
  };
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return stop(`${file} is no JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

function soundTemplate(file: string): unknown {
  const result = templateSchema.safeParse(jsonIn(file), { reportInput: true });
  if (result.success) return result.data;
  return stop(
    [`${file} is not sound:`, ...whyNot(result.error.issues).map((line) => `  ${line}`)].join('\n'),
  );
}

/** What was read, as the person who checks it has to compare it with the page. */
function wordsOf(reads: LayoutPage['reads']): string {
  if (reads === 'nobody') return 'nobody';
  if (reads === 'ambiguous') return 'more than one person, so nobody is shown';
  const { nhsNumber, born, family, given } = reads;
  const parts = { born, 'family name': family, 'given name': given };
  const read = Object.entries(parts).map(([part, value]) => `${part} ${value ?? 'not read'}`);
  return [`NHS number ${nhsNumber}`, ...read].join(', ');
}

function tell(page: string, { reads, fits }: TabReading, expected: LayoutPage['reads'] | undefined): boolean {
  const isRight = expected === undefined || isDeepStrictEqual(reads, expected);
  console.log(`\n${basename(page)}: ${wordsOf(reads)}`);
  if (!isRight) console.log(`  WRONG. It has to read as: ${wordsOf(expected)}`);
  if (fits.length === 0) console.log('  "frame" is "child", and this page has no frame.');
  for (const { frame, words, layouts } of fits) {
    if (fits.length > 1) console.log(`  frame ${basename(frame)}`);
    for (const line of words) console.log(`  ${line}`);
    for (const [at, layout] of layouts.entries())
      for (const line of [...layout.words, ...layout.fields.map((field) => field.words)])
        console.log(`  layout ${at + 1}: ${line}`);
  }
  return isRight;
}

const { template: file, pages, expected } = chosen(process.argv.slice(2));
const template = soundTemplate(file);
console.log(`${file} is sound.`);
const executablePath = process.env['CHROME_PATH'];
const browser = await puppeteer.launch({
  ...(executablePath ? { executablePath } : { channel: 'chrome' }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
let wrong = 0;
try {
  const read = await tabReader();
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1280, height: 800 });
  for (const page of pages) {
    const served = await serveFolder(dirname(page));
    await tab.goto(`${served.url}${encodeURIComponent(basename(page))}`, { waitUntil: 'load' });
    const [reading] = await read(tab, [template]);
    if (reading && !tell(page, reading, expected.get(basename(page)))) wrong += 1;
    served.close();
  }
} finally {
  await browser.close();
}
if (wrong > 0) stop(`\n${wrong} of ${pages.length} pages read as they must not.`);
