import { createReadStream, existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlaceConfiguration } from '@ehch/clinical';
import {
  DEMO_NOW,
  describeReport,
  LOADED_ROSTER_ID,
  loadData,
  placeFileText,
  sampleHome,
  sampleStaff,
  startDevServer,
  type DevServer,
  type DevServerOptions,
} from '@ehch/dev-server';
import { build } from 'vite';
import { residentsOf, type Patient } from './care-diary/diary-resident.ts';
import { renderDiary, type Diary } from './care-diary/render.ts';
import { register } from './gp-record/register.ts';

export interface DemoOptions {
  readonly port: number;
  readonly fhirPort: number;
  readonly data?: string;
  readonly now?: string;
  /** Whether the FHIR server asks for a token. The demo's pages have none, so they then read nothing. */
  readonly auth?: boolean;
  /** Whether the extension is told where people sign in. The demo's pages still read without a token. */
  readonly accounts?: boolean;
  /** For tests: the requests to the FHIR server, and the faults that a test can plant in it. */
  readonly fhir?: Pick<DevServerOptions, 'log' | 'allowFaults' | 'signIn'>;
  /** For tests: one time for the server and for every page that is opened, in milliseconds since 1970. */
  readonly clock?: () => number;
}

export interface Demo {
  readonly url: string;
  readonly fhirBaseUrl: string;
  /** A description of the data served, for the person who started the demo. */
  readonly words: string;
  readonly setFaults: DevServer['setFaults'];
  close(): Promise<void>;
}

/** The test command builds the hosts once for all demos, and names their folder here. */
const BUILT = process.env['EHCH_DEMO_HOSTS'];
/** Else each running demo has its own folder, named by its FHIR server's port. So two demos never build into one folder. */
const folderOf = (port: number) => fileURLToPath(new URL(`dist/${port}`, import.meta.url));
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** Builds the demo hosts and serves them, with a FHIR server beside them, on this machine only. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { resources, place, now, words, isSample } = content(options);
  const patients = [...resources].filter(({ resourceType }) => resourceType === 'Patient');
  const diary: Diary = {
    home: place.homes[0]?.name ?? place.title,
    today: now.slice(0, 10).split('-').toReversed().join('/'),
    residents: residentsOf(patients as readonly Patient[], isSample),
  };
  // A host name of its own, as a record server has. The demo's hosts and the extension reach it from other origins.
  const started = Date.now();
  // One time for all. With the PC's own, a worry of the demo's day would be "sent" days later.
  // Whoever signs in checks the times of a token by the PC's own clock, so that this is then the one time.
  const clock =
    options.clock ??
    (options.auth || options.accounts ? Date.now : () => Date.parse(now) + Date.now() - started);
  const fhir = await startDevServer({
    ...options.fhir,
    ...signIn(options, isSample, now),
    clock,
    resources,
    port: options.fhirPort,
    publicHost: 'fhir.localhost',
  });
  const dist = BUILT ?? folderOf(fhir.port);
  const about = () => {
    const now = new Date(clock()).toISOString();
    return JSON.stringify({
      fhirBaseUrl: fhir.url,
      sourceLabel: place.title,
      place,
      now,
      ...((options.auth || options.accounts) && { accounts: accountsAt(fhir.url) }),
    });
  };
  const policy = contentSecurityPolicy(new URL(fhir.url).origin);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (path === '/') return void response.writeHead(302, { location: STARTS[host] ?? '/gp-record/' }).end();
    if (path === '/demo.json') return json(response, about());
    if (path === '/places/holmdale.json') return json(response, JSON.stringify(place, null, 2));
    if (path === '/places/fernleigh.json') return json(response, placeFileText('fernleigh'));
    if (path === '/gp-record/register.json') return json(response, JSON.stringify(isSample ? register : []));
    if (path.startsWith('/care-diary/')) return diaryPage(diary, path.slice('/care-diary/'.length), response);
    // The vendor of this system embedded nothing. It is the extension's host.
    const plain = path === '/gp-record/' && host === 'gp.localhost';
    file(dist, plain ? '/gp-record/plain.html' : path, response, policy);
  });
  try {
    // Before the slow build, so that a person learns at once that a port is taken.
    await listen(server, options.port);
    if (BUILT === undefined)
      await build({
        configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
        mode: 'demo',
        build: { outDir: dist },
      });
  } catch (error) {
    server.close();
    await fhir.close();
    throw error;
  }
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    fhirBaseUrl: fhir.url,
    words,
    setFaults: (faults) => fhir.setFaults(faults),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await fhir.close();
      if (BUILT === undefined) await rm(dist, { recursive: true, force: true });
    },
  };
}

/**
 * The extension signs in here. The demo's pages do not, so a request without a token is answered too, unless the
 * demo is to refuse it. Records of somebody else have no sample staff.
 */
function signIn(
  { auth = false, fhir }: DemoOptions,
  isSample: boolean,
  now: string,
): Pick<DevServerOptions, 'staff' | 'signIn'> {
  if (!auth && !isSample) return {};
  return { staff: sampleStaff({ now }), signIn: { ...fhir?.signIn, need: auth ? 'always' : 'optional' } };
}

/** Where the extension signs in: the FHIR server is its own authorisation server. */
function accountsAt(fhirBaseUrl: string): object {
  return {
    authIssuer: fhirBaseUrl,
    tokenEndpointOrigin: new URL(fhirBaseUrl).origin,
    clientId: 'ehch-kit-extension',
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** What each of the demo's host names serves. */
const STARTS: Readonly<Record<string, string>> = { 'diary.localhost': '/care-diary/' };

function json(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(text);
}

function diaryPage(diary: Diary, path: string, response: ServerResponse): void {
  const html = renderDiary(diary, path);
  response
    .writeHead(html === null ? 404 : 200, {
      'content-type': html === null ? 'text/plain' : 'text/html; charset=windows-1252',
      'content-security-policy':
        "default-src 'none'; img-src data:; frame-src 'self'; frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .end(html ?? 'There is no such page.');
}

interface Content {
  readonly resources: NonNullable<DevServerOptions['resources']>;
  readonly place: PlaceConfiguration;
  /** Where the clinical clock starts. */
  readonly now: string;
  readonly words: string;
  /** True for the sample home, whose hosts also have people and spellings that only they know. */
  readonly isSample: boolean;
}

/** Rowan Court on its demo day. Or somebody else's records, today, with everybody in them on one roster. */
function content({ data, now }: DemoOptions): Content {
  if (data === undefined) {
    const start = now ?? DEMO_NOW;
    const { resources, placeConfiguration } = sampleHome({ now: start });
    return {
      resources,
      place: placeConfiguration,
      now: start,
      words: 'Rowan Court, a care home with 30 invented residents',
      isSample: true,
    };
  }
  const { resources, report } = loadData(data);
  return {
    resources,
    place: placeOf(LOADED_ROSTER_ID),
    now: now ?? new Date().toISOString(),
    words: `The records in ${data}\n${describeReport(report)}`,
    isSample: false,
  };
}

/** A place with a roster and nothing else: no contacts, no bank holidays, no sign-off. */
function placeOf(roster: string): PlaceConfiguration {
  return {
    id: 'loaded',
    title: 'Loaded records',
    version: '0',
    owner: 'nobody',
    dated: new Date().toISOString().slice(0, 10),
    signedOff: null,
    homes: [
      {
        id: 'loaded',
        name: 'Loaded records',
        kind: 'residential',
        roster: { kind: 'group', id: roster },
        practice: null,
      },
    ],
    bankHolidays: [],
    staleAfterMinutes: 24 * 60,
    contacts: [],
  };
}

/** The policy of a careful host: nothing inline, nothing evaluated, and no other origin than the record's. */
function contentSecurityPolicy(fhirOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${fhirOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html gp-record assessment local-home',
  ].join('; ');
}

function file(dist: string, path: string, response: ServerResponse, policy: string): void {
  const inside = normalize(join(dist, decodeURIComponent(path)));
  const found = [inside, join(inside, 'index.html')].find(
    (each) => each.startsWith(dist) && existsSync(each) && statSync(each).isFile(),
  );
  if (!found)
    return void response
      .writeHead(404, { 'content-type': 'text/plain' })
      .end('There is no such page. The demo starts at /gp-record/');
  response.writeHead(200, {
    'content-type': types[extname(found)] ?? 'application/octet-stream',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  createReadStream(found).pipe(response);
}
