import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { RESOURCES } from '../resources/index.ts';

const source = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const RESOURCE_FILES = readdirSync(new URL('../resources/', import.meta.url)).map((file) =>
  source(`../resources/${file}`),
);
const FILES = [...RESOURCE_FILES, ...['../datatypes.ts', 'harmless.ts', 'extensions.ts'].map(source)];

/** Where a list begins: of a resource, a data type, every element, or extensions. */
const LIST =
  /harmless: \[|withHarmless\(\s*z\.object\(\{[^{}]*\}\),\s*\[|HARMLESS\w*(?:: Harmless)? = (?:new Set\()?\[/g;

interface Entry {
  readonly name: string;
  readonly reason: string | undefined;
}

/** The entries of every list, each with the comment beside it or above it. */
function entriesIn(text: string, list = LIST): readonly Entry[] {
  return [...text.matchAll(list)].flatMap(({ 0: { length }, index }) => {
    const from = index + length;
    const rows = text.slice(from, text.indexOf(']', from)).split('\n');
    return rows.flatMap((row, place) => {
      const [, name, beside] = /^\s*'([^']+)',(?: \/\/ (.+))?$/.exec(row) ?? [];
      const above = /^\s*\/\/ (.+)$/.exec(rows[place - 1] ?? '')?.[1];
      return name === undefined ? [] : [{ name, reason: beside ?? above }];
    });
  });
}

test('every harmless element and extension has its reason, in one line', () => {
  const entries = FILES.flatMap((text) => entriesIn(text));
  for (const { name, reason } of entries) assert.match(reason ?? 'no reason', /^[A-Z].{10,110}[.\]]$/, name);
});

test('no type is harmless as a whole, because a single reason cannot cover elements that nobody looked at', () => {
  for (const [type, definition] of Object.entries(RESOURCES))
    assert.ok(!('harmless' in definition) || Array.isArray(definition.harmless), type);
  for (const text of RESOURCE_FILES) assert.doesNotMatch(text, /harmless: (?!\[)/);
});

test('no list of harmless elements escapes the test of their reasons', () => {
  const told = Object.values(RESOURCES).flatMap((definition) =>
    'harmless' in definition ? [...definition.harmless] : [],
  );
  const found = RESOURCE_FILES.flatMap((text) => entriesIn(text, /harmless: \[/g));
  assert.deepEqual(found.map(({ name }) => name).toSorted(), told.toSorted());
  const calls = FILES.flatMap((text) => text.match(/(?<!function )withHarmless\(/g) ?? []);
  assert.equal(
    FILES.flatMap((text) => text.match(LIST) ?? []).filter((each) => each.startsWith('with')).length,
    calls.length,
  );
});
