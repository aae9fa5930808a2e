// `npm start`: runs the sample home on a FHIR server, and the demo hosts around it. It works without a network.
//   npm start -- --data PATH   serves somebody else's bundle, file or folder instead
//   npm start -- --port 8200 --fhir-port 8203   other ports than 8100 and 8103 (0: any free one)
//   npm start -- --auth        the FHIR server refuses whoever has not signed in, as the demo's own pages have not
// If nobody chose a port and another demo already runs, this one takes free ports and says so.
import { parseArgs } from 'node:util';
import { startDemo, type Demo, type DemoOptions } from './demo.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string' },
    'fhir-port': { type: 'string' },
    now: { type: 'string' },
    auth: { type: 'boolean', default: false },
  },
});

const isChosen = values.port !== undefined || values['fhir-port'] !== undefined;
const demo = await start({
  port: Number(values.port ?? 8100),
  fhirPort: Number(values['fhir-port'] ?? 8103),
  auth: values.auth,
  ...(values.data === undefined ? {} : { data: values.data }),
  ...(values.now === undefined ? {} : { now: values.now }),
});

console.log(`
EHCH Kit demonstration. ${demo.words}

  Record system of a GP practice   ${demo.url}/gp-record/
  Diary of a care home             ${demo.url}/care-diary/
  Assessments, forms and scores    ${demo.url}/assessment/
  What a practice is asked         ${demo.url}/gp-record/escalations.html
  A home that asks its practice    ${demo.url}/local-home/worries.html
  A home without a server          ${demo.url}/local-home/
  A first shift, practised         ${demo.url}/first-shift/
  Every state of the summary       ${demo.url}/playground/
  FHIR R4 server                   ${demo.fhirBaseUrl}
  Sign-in of its staff (SMART)     ${demo.fhirBaseUrl}/.well-known/smart-configuration

Press Ctrl+C to stop.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void demo.close().then(() => process.exit(0)));
}

async function start(options: DemoOptions): Promise<Demo> {
  try {
    return await startDemo(options);
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    if (isChosen) {
      console.error(
        'A port is taken. Stop what uses it, or choose others: npm start -- --port 8200 --fhir-port 8203',
      );
      process.exit(1);
    }
    console.log(
      'Port 8100 or 8103 is taken, so this demo has ports of its own. The extension finds the other one.',
    );
    return startDemo({ ...options, port: 0, fhirPort: 0 });
  }
}

/** Node's error for a port that another program uses. The FHIR server gives it as the cause of its own error. */
function isPortTaken(error: unknown): boolean {
  const { code } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  return code === 'EADDRINUSE';
}
