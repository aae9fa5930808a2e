// Node loads this before the tests. It serves one module with the fault in it, and never changes the tree itself.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const url = process.env['EHCH_MUTANT_URL'];
const planted = process.env['EHCH_MUTANT_SOURCE'];

if (url !== undefined && planted !== undefined)
  registerHooks({
    load: (asked, context, next) =>
      asked === url
        ? { format: 'module-typescript', source: readFileSync(planted, 'utf8'), shortCircuit: true }
        : next(asked, context),
  });
