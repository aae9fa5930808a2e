// `npm start`: the sample home on a FHIR server, and the demo hosts around it. Works without a network.
//   npm start -- --data PATH   serves somebody else's bundle, file or folder instead
//   npm start -- --port 8100   another port for the demo hosts (0: any free one)
import { parseArgs } from 'node:util';
import { startDemo } from './demo.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '8100' },
    'fhir-port': { type: 'string', default: '8103' },
    now: { type: 'string' },
  },
});

const demo = await startDemo({
  port: Number(values.port),
  fhirPort: Number(values['fhir-port']),
  ...(values.data === undefined ? {} : { data: values.data }),
  ...(values.now === undefined ? {} : { now: values.now }),
});

console.log(`
EHCH Kit demonstration. ${demo.words}

  Record system of a GP practice   ${demo.url}/gp-record/
  Diary of a care home             ${demo.url}/care-diary/
  Assessments, forms and scores    ${demo.url}/assessment/
  Every state of the summary       ${demo.url}/playground/
  FHIR R4 server                   ${demo.fhirBaseUrl}

Press Ctrl+C to stop.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void demo.close().then(() => process.exit(0)));
}
