// The specification's own test file, where it is at hand:
//   FHIRPATH_TESTS=…/tests-fhir-r4.xml npm run test:one -- packages/fhir/src/fhirpath/specification-file.test.ts
// It is `r4/fhirpath/tests-fhir-r4.xml` of github.com/FHIR/fhir-test-cases (Apache-2.0), and not part of this repository.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openForm, startDraft, type Total } from '@ehch/clinical/form';
import { readQuestionnaire } from '../questionnaire/read-questionnaire.ts';
import { EXT } from '../questionnaire/urls.ts';

const FILE = process.env['FHIRPATH_TESTS'] ?? '';
const here = existsSync(FILE);

interface Case {
  readonly name: string;
  readonly expression: string;
  /** The type of item that would hold the value. */
  readonly type: string;
  /** The printed values. `null`: it is an error. */
  readonly right: readonly string[] | null;
}

function casesIn(xml: string): readonly Case[] {
  const tests = xml.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<test ([^>]*)>([\s\S]*?)<\/test>/g);
  return [...tests].flatMap(([, attributes = '', body = '']): readonly Case[] => {
    const [, about = '', text] = /<expression([^>]*)>([\s\S]*?)<\/expression>/.exec(body) ?? [];
    if (text === undefined) return [];
    const [, kind = ''] = /<output type="([^"]*)"/.exec(body) ?? [];
    const values = [...body.matchAll(/<output[^>]*>([\s\S]*?)<\/output>/g)].map(([, value = '']) =>
      plain(value),
    );
    const name = /name="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const type = kind === 'boolean' || kind === 'string' ? kind : 'decimal';
    return [{ name, type, expression: plain(text), right: about.includes('invalid=') ? null : values }];
  });
}

function plain(xml: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return xml.trim().replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

function totalOf(expression: string, type: string): Total | undefined {
  const valueExpression = { language: 'text/fhirpath', expression };
  const item = { linkId: 't', type, extension: [{ url: EXT.calculated, valueExpression }] };
  const { form } = readQuestionnaire({ resourceType: 'Questionnaire', item: [item] });
  assert.ok(form);
  return openForm(form, startDraft({ id: 'd', resident: 'r', form, at: '2026-11-21T14:20:00Z' })).totals.get(
    't',
  );
}

/** A total that cannot be scored is never wrong. */
function isRight(total: Total | undefined, right: Case['right']): boolean {
  if (total?.state === 'cannot-score') return true;
  if (total?.state === 'nothing') return right?.length === 0;
  if (total === undefined || !('value' in total) || right?.length !== 1) return false;
  const [said = ''] = right;
  return typeof total.value === 'number' ? Number(said) === total.value : said === String(total.value);
}

test(
  'every expression of the specification’s tests that is evaluated here comes to what they say',
  { skip: here ? false : 'the specification’s test file is not given (FHIRPATH_TESTS)' },
  (context) => {
    const cases = casesIn(readFileSync(FILE, 'utf8'));
    const totals = cases.map((each) => ({ ...each, total: totalOf(each.expression, each.type) }));
    const evaluated = totals.filter(
      ({ total }) => total?.state !== 'cannot-score' || total.why !== 'unsupported',
    );
    context.diagnostic(`${evaluated.length} of ${cases.length} are evaluated here`);
    assert.ok(evaluated.length > 200, String(evaluated.length));
    const wrong = totals.filter(({ total, right }) => !isRight(total, right));
    assert.deepEqual(
      wrong.map(({ name, expression }) => `${name}: ${expression}`),
      [],
    );
  },
);
