// A citation that leads nowhere is a claim that nobody can check.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const PAGE = 'docs/clinical-rules.md';
const page = readFileSync(join(root, PAGE), 'utf8');
const rules = new Set([...page.matchAll(/^#{2,3} (\d+(?:\.\d+)?) /gm)].map(([, number]) => number ?? ''));
const guides = new Set([...page.matchAll(/^\| ([A-Z][A-Za-z+]+) +\|/gm)].map(([, prefix]) => prefix ?? ''));

const files = globSync(
  ['{packages,extension,docs,examples,test,.ci,.changeset}/**/*.{ts,mjs,md,css}', '*.md'],
  { cwd: root, exclude: (name) => /(^|\/)(node_modules|dist)$|test\/bench\/peers/.test(name) },
).filter((file) => file !== 'test/citations.test.ts');

/** The numbers of the rules that a text cites, also from "clinical rules 11.3, intake, and 3.1". */
function citedIn(text: string): readonly string[] {
  return [...text.matchAll(/\bclinical rules? ((?:(?:, | and )?\d+(?:\.\d+)?(?:, [a-z]+,)?)+)/gi)].flatMap(
    ([, numbers = '']) => numbers.match(/\d+(?:\.\d+)?/g) ?? [],
  );
}

/** The citations of a text that lead to no rule of the page, to no guide of the page, or out of the repository. */
function astray(text: string): readonly string[] {
  const cited = citedIn(text).filter((number) => !rules.has(number));
  const display = [...text.matchAll(/\b([A-Z][A-Za-z+]{1,4})-?\d{4}\b/g)].flatMap(([whole, prefix = '']) =>
    /^(PAB|MPB|NID|NUM|MEDi|D\+T[a-z]|TIM|ADR)$/.test(prefix) && !guides.has(prefix) ? [whole] : [],
  );
  // Forms that lead nowhere: "clinical 2.1", "domain.md 28", the number of a finding, a page outside the repository.
  const outside = text.match(
    /\b[Cc]linical \d+(?:\.\d+)?\b|\bdomain(?:\.md)? \d|\bDESIGN \d|\berrata\b|\bfindings?\/|\breference\/[a-z]|\bsdk-anchors\b|\([CHLU]\d{1,2}\)/g,
  );
  return [...cited, ...display, ...(outside ?? [])];
}

test('every citation of a clinical rule, or of a display rule, leads to the page of rules', () => {
  assert.ok(files.length > 500, `only ${files.length} files were looked at`);
  const found = files.flatMap((file) =>
    astray(readFileSync(join(root, file), 'utf8')).map((where) => `${file}: ${where}`),
  );
  assert.deepEqual(found, []);
});

test('a planted citation that leads nowhere is found, and one that leads somewhere is not', () => {
  for (const planted of [
    '(clinical 11.3)',
    '(clinical rule 99.1)',
    'Clinical rules 11.3, intake, and 77.1:',
    '[P] domain.md 28',
    'see reference/style.md',
    'DESIGN 8',
    'as said (C11)',
    'CUI ADR-0001',
  ])
    assert.notDeepEqual(astray(planted), [], planted);
  for (const good of [
    '(clinical rule 1.1)',
    'Clinical rules 11.3, intake, and 3.1: eating',
    'CUI PAB-0016',
    'D+Ta-0002..0010',
  ])
    assert.deepEqual(astray(good), [], good);
});

test('each rule of the page has its mark, and is cited by something', () => {
  const cited = new Set(
    files.filter((file) => file !== PAGE).flatMap((file) => citedIn(readFileSync(join(root, file), 'utf8'))),
  );
  for (const part of page.split(/^### /m).slice(1)) {
    const [number = ''] = part.split(' ');
    assert.match(part, /\*\*\[[VSP]\]\*\*/, number);
    assert.ok(cited.has(number), `${number} is cited nowhere`);
  }
});
