// `npm run bench -- <suite>`: timed comparisons, as ratios within one run. Never part of the tests.
import { benchForms } from './forms/forms.ts';
import { benchSummary } from './summary/summary.ts';

const SUITES: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  forms: benchForms,
  summary: benchSummary,
};

const [suite = '', ...args] = process.argv.slice(2);
const chosen = SUITES[suite];
if (chosen === undefined) {
  console.error(`There is no suite "${suite}". There are: ${Object.keys(SUITES).join(', ')}`);
  process.exitCode = 1;
} else {
  process.exitCode = (await chosen(args)) ? 0 : 1;
}
