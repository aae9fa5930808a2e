/**
 * Starts HAPI FHIR for a person: `npm run hapi [-- --port 8290]`. It has UK Core
 * where the definitions are on this machine. Ctrl+C ends it, and its data are gone.
 */
import { parseArgs } from 'node:util';
import { loadUkCore } from './load-uk-core.ts';
import { startHapi, whyNoHapi } from './start-hapi.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8290' } } });

const reason = await whyNoHapi();
if (reason === null) await serve();
else {
  console.error(`HAPI cannot run here: ${reason}.`);
  process.exitCode = 1;
}

async function serve(): Promise<void> {
  const hapi = await startHapi({ port: Number(values.port) });
  const definitions = await loadUkCore(hapi.base);
  console.log(`HAPI FHIR R4 at ${hapi.base}, ${definitions === null ? 'without' : 'with'} UK Core`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void hapi.stop());
}
