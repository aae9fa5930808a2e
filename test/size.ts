// `npm run size`: gzipped bytes of what a page loads, against the budgets. Fails when one is passed.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../packages/${path}`, import.meta.url));

interface Budget {
  readonly what: string;
  readonly entry: string;
  readonly budget: number;
}

/** Budgets in thousands of bytes, gzip -9, with Lit and everything else that the entry brings. */
const BUDGETS: readonly Budget[] = [
  { what: 'resident summary', entry: at('elements/src/resident-summary/index.ts'), budget: 25 },
  { what: 'frailty scorer', entry: at('elements/src/frailty-scorer/index.ts'), budget: 45 },
  { what: 'all components', entry: at('elements/src/index.ts'), budget: 70 },
  { what: 'engine worker', entry: at('sdk/src/engine.worker.ts'), budget: 40 },
];

let passed = true;
for (const { what, entry, budget } of BUDGETS) {
  const size = await bundled(entry);
  const fits = size <= budget * 1000;
  passed &&= fits;
  console.log(
    `${fits ? 'ok  ' : 'OVER'} ${what.padEnd(18)} ${(size / 1000).toFixed(1).padStart(6)} of ${budget} KB gz`,
  );
}
process.exitCode = passed ? 0 : 1;

async function bundled(entry: string): Promise<number> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@ehch/source', 'module', 'browser', 'production'] },
    build: {
      target: 'es2022',
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const bytes = outputs.map(
    (each) => gzipSync(each.type === 'chunk' ? each.code : each.source, { level: 9 }).length,
  );
  if (bytes.length === 0) throw new Error(`Nothing was built from ${entry}`);
  return bytes.reduce((sum, each) => sum + each, 0);
}
