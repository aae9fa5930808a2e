// `npm run bench -- <suite>`: runs timed comparisons, and gives ratios within one run. No test runs it.
import { benchContext } from './context/context.ts';
import { benchForms } from './forms/forms.ts';
import { benchSummary } from './summary/summary.ts';
import { benchSync } from './sync/sync.ts';

const SUITES: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  context: benchContext,
  forms: benchForms,
  summary: benchSummary,
  sync: benchSync,
};

const [suite = '', ...args] = process.argv.slice(2);
const chosen = SUITES[suite];
if (chosen === undefined) {
  console.error(`There is no suite "${suite}". There are: ${Object.keys(SUITES).join(', ')}`);
  process.exitCode = 1;
} else {
  process.exitCode = (await chosen(args)) ? 0 : 1;
}
