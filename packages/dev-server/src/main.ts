import { EhchError } from '@ehch/clinical';
import type { Resource } from '@medplum/fhirtypes';
import { readCommandLine, type CommandLine } from './command-line.ts';
import { describeReport } from './load/describe-report.ts';
import { loadData } from './load/load-data.ts';
import type { FhirResource } from './resource.ts';
import { sampleHome } from './sample-home/sample-home.ts';
import { sampleStaff } from './sample-home/staff.ts';
import { startDevServer } from './serve.ts';

try {
  const options = readCommandLine(process.argv.slice(2));
  const { resources, title } = content(options);
  const server = await startDevServer({
    resources,
    port: options.port,
    origins: options.origins,
    allowFaults: options.faults,
    personality: options.personality,
    ...(options.auth ? { staff: sampleStaff(options.now === null ? {} : { now: options.now }) } : {}),
    ...(options.database === null ? {} : { database: options.database }),
    ...(options.quiet ? {} : { log: say }),
  });
  say(`${title} is served as FHIR R4 at ${server.url} (this machine only; stop with Ctrl-C).`);
  // Scripts wait for this line.
  say(`ready ${server.url}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void server.close());
  }
} catch (error) {
  if (!(error instanceof EhchError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function content({ data, now }: CommandLine): {
  resources: Iterable<FhirResource | Resource>;
  title: string;
} {
  if (data === null) {
    const home = sampleHome(now === null ? {} : { now });
    return { resources: home.resources, title: 'Rowan Court, an invented home' };
  }
  const { resources, report } = loadData(data);
  say(describeReport(report));
  return { resources, title: 'The data' };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
