import { parseArgs } from 'node:util';
import { EhchError } from '@ehch/clinical';
import { traitsOf } from './personality/registry.ts';
import type { Traits } from './personality/traits.ts';

/** The options of the command line, checked. */
export interface CommandLine {
  readonly port: number;
  readonly data: string | null;
  readonly now: string | null;
  readonly database: string | null;
  readonly origins: readonly string[];
  readonly faults: boolean;
  readonly auth: boolean;
  readonly personality: Traits;
  readonly quiet: boolean;
}

const USAGE = `Usage: main.ts [--port 8103] [--data PATH] [--now INSTANT] [--db FILE] [--origin URL] [--faults]
                [--personality NAMES] [--longest-address N] [--no-post-search] [--auth] [--quiet]
  --port    0 takes a free port
  --data    serve the FHIR R4 of this bundle, file or folder instead of the sample home
  --now     the day of the demo, such as 2026-11-21T09:30:00Z
  --db      keep everything in this SQLite file; without it, in memory
  --origin  let the pages of this origin read answers, besides those of this machine; may be repeated
  --faults  let requests ask for faults with the X-Fault header
  --personality      behave as these do: hapi, medplum, azure, healthlake, index-lag:60 … (README.md)
  --auth    ask for a bearer token: the sample staff sign in by SMART, or take one from POST /dev/token
  --longest-address  refuse an address of more characters, as some servers refuse 2048
  --no-post-search   refuse searches by POST
  --quiet   no line for each request`;

/** Reads the command line. @throws {EhchError} `bad-argument` with the mistake, or with the usage */
export function readCommandLine(args: readonly string[]): CommandLine {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8103' },
        data: { type: 'string' },
        now: { type: 'string' },
        db: { type: 'string' },
        origin: { type: 'string', multiple: true, default: [] },
        faults: { type: 'boolean', default: false },
        personality: { type: 'string', default: '' },
        auth: { type: 'boolean', default: false },
        'longest-address': { type: 'string' },
        'no-post-search': { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
      },
    }));
  } catch (cause) {
    throw new EhchError('bad-argument', USAGE, { cause });
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new EhchError('bad-argument', '--port takes a whole number from 0 to 65535.');
  }
  const longest = values['longest-address'];
  if (longest !== undefined && !/^[1-9]\d{0,6}$/.test(longest)) {
    throw new EhchError('bad-argument', '--longest-address takes a whole number from 1.');
  }
  return {
    port,
    data: values.data ?? null,
    now: values.now ?? null,
    database: values.db ?? null,
    origins: values.origin,
    faults: values.faults,
    auth: values.auth,
    personality: {
      ...traitsOf(values.personality),
      ...(values['no-post-search'] ? { postSearch: false } : {}),
      ...(longest === undefined ? {} : { longestAddress: Number(longest) }),
    },
    quiet: values.quiet,
  };
}
