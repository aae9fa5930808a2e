/**
 * Runs the tests against HAPI FHIR: starts it, loads UK Core and the sample home, and runs the files of this folder.
 *
 *   npm run test:hapi [-- --whole] [--base URL] [FILE...]
 *
 *   --whole: validates all of the sample home, not a sample of it
 *   --base: takes a server that runs already, as `npm run hapi` starts it, and leaves it as it is
 *
 * Where Java, Maven or Maven Central is missing, it prints "HAPI skipped: reason" and passes.
 */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sampleHome } from '../../packages/dev-server/src/index.ts';
import { loadUkCore } from './load-uk-core.ts';
import { startHapi, whyNoHapi, type Hapi } from './start-hapi.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { whole: { type: 'boolean', default: false }, base: { type: 'string' } },
});
const files = positionals.length > 0 ? positionals : globSync('test/hapi/*.test.ts');

const reason = values.base === undefined ? await whyNoHapi() : null;
if (reason !== null) console.log(`HAPI skipped: ${reason}`);
else process.exitCode = await tested();

async function tested(): Promise<number> {
  const began = performance.now();
  const hapi = values.base === undefined ? await startHapi() : runningAlready(values.base);
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} s`;
  try {
    console.log(`HAPI ready after ${seconds()}`);
    const definitions = await loadUkCore(hapi.base);
    console.log(
      definitions === null
        ? 'UK Core skipped: its definitions are not on this machine. Base R4 is checked.'
        : `${definitions.loaded} definitions of UK Core loaded, ${definitions.refused.length} refused, after ${seconds()}`,
    );
    await loadHome(hapi.base);
    console.log(`sample home loaded after ${seconds()}`);
    return await runTests(hapi.base, definitions !== null);
  } finally {
    await hapi.stop();
  }
}

function runningAlready(base: string): Hapi {
  return { base, stop: async () => {} };
}

async function loadHome(base: string): Promise<void> {
  const response = await fetch(base, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json', prefer: 'return=minimal' },
    body: JSON.stringify({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: sampleHome().resources.map((resource) => ({
        resource,
        request: { method: 'PUT', url: `${resource.resourceType}/${resource.id}` },
      })),
    }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`HAPI refused the sample home: ${response.status} ${text.slice(0, 500)}`);
}

function runTests(base: string, hasUkCore: boolean): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--conditions=@ehch/source',
      '--test',
      '--test-reporter=./.ci/node-reporter.ts',
      '--test-timeout=600000',
      // One at a time: the server shares two cores with the tests.
      '--test-concurrency=1',
      ...files,
    ],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        EHCH_HAPI: base,
        EHCH_HAPI_UK_CORE: hasUkCore ? 'yes' : 'no',
        EHCH_HAPI_WHOLE: values.whole ? 'yes' : 'no',
      },
    },
  );
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
