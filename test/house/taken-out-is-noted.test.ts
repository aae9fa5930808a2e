// Whatever leaves the program as text or on paper is noted first (sync SPEC U1). A new use of these has to say where.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const TAKES_OUT =
  /(?:copy-text|print-alone)\.ts'|^\s*(?:return )?(?:void )?(?:\w+\.)?print\(\);|clipboard\.write/m;
const NOTES = /\b(?:noted|printPage|noteBrowserPrint)\(|\.note(?:Copy|RecordCopy|IncidentCopy|Print)\?\./;

const elements = 'packages/elements/src';
/** Each file that takes something out, with the file that notes it before. */
const NOTED_IN: Readonly<Record<string, string>> = {
  // An adapter is where a page shows a number and a date, and holds no word of anybody's.
  'extension/src/shell/copy-adapter.ts': 'nothing about anybody leaves',
  [`${elements}/internal/copy-text.ts`]: 'its callers, each below',
  [`${elements}/internal/print-alone.ts`]: 'its callers, each below',
  [`${elements}/internal/noted.ts`]: `${elements}/internal/noted.ts`,
  [`${elements}/internal/kit-footer.ts`]: `${elements}/internal/kit-footer.ts`,
  [`${elements}/frailty-scorer/frailty-scorer.ts`]: `${elements}/frailty-scorer/frailty-scorer.ts`,
  [`${elements}/frailty-scorer/assessments/assessments.ts`]: `${elements}/frailty-scorer/frailty-scorer.ts`,
  [`${elements}/care-plan/copies/print-copy.ts`]: `${elements}/care-plan/plan-printing.ts`,
  [`${elements}/device-status/waiting-list.ts`]: `${elements}/device-status/waiting-list.ts`,
  [`${elements}/escalations/matter-copying.ts`]: `${elements}/escalations/matter-copying.ts`,
  [`${elements}/escalations/night/render-night.ts`]: `${elements}/escalations/matter-copying.ts`,
};

const code = (path: string): string =>
  readFileSync(join(root, path), 'utf8').replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');

test('whatever copies or prints is on the list of what is noted before', () => {
  const files = globSync(['packages/{elements,sdk}/src/**/*.ts', 'extension/src/**/*.ts'], { cwd: root });
  const takers = files.filter(
    (path) => !/\.(?:test|fixtures|d)\.ts$/.test(path) && TAKES_OUT.test(code(path)),
  );
  assert.deepEqual(takers.sort(), Object.keys(NOTED_IN).sort());
});

test('the file that is named notes it', () => {
  for (const [taker, noter] of Object.entries(NOTED_IN))
    if (noter.endsWith('.ts')) assert.match(code(noter), NOTES, `${taker} is noted in ${noter}`);
});
