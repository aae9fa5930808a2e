// One server for all contestants, on the page's own origin: the scripts of the workers, and the same records in the form in
// which each contestant takes them. All answers are texts that are made before or kept after the first time.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { BuiltPage } from '../build.ts';
import { changedRecords, homeRecords, type BenchResource } from './data.ts';
import { FhirAnswers, transactionAnswer } from './fhir-answers.ts';

export const ROWS_A_PAGE = 500;

/** A handler for what this server leaves to another one, such as PouchDB's. */
export type Mounted = (request: IncomingMessage, response: ServerResponse) => void;

export interface BenchServer {
  readonly address: string;
  /** From here on the server has newer versions of some resources. */
  change(): void;
  /** The server is as before, and counts writes from nothing. */
  reset(): void;
  /** How many writes have arrived since. */
  written(): number;
  close(): void;
}

/**
 * @param pages the contestants' workers
 * @param couch answers below `/couch/`
 */
export async function startServer(
  pages: ReadonlyMap<string, BuiltPage>,
  couch: Mounted | null,
): Promise<BenchServer> {
  const before = homeRecords();
  const changed = changedRecords();
  const state = { isChanged: false, written: 0 };
  const rows = { before: rowPages(before), changed: rowPages(changed) };
  let changes: string | null = null;
  let fhir: { readonly before: FhirAnswers; readonly changed: FhirAnswers } | null = null;

  const answers: Answers = {
    files: (id, name) => {
      const page = pages.get(id);
      return page && [...page.scripts, ...page.others].find((one) => one.name === name)?.content;
    },
    rows(from) {
      const of = from < rows.before.length ? rows.before[from] : undefined;
      return of ?? (state.isChanged ? rows.changed[from - rows.before.length] : undefined) ?? '[]';
    },
    fhir: () => (state.isChanged ? fhir?.changed : fhir?.before) ?? null,
    changes: () => (changes ??= fhir?.changed.page(changed) ?? ''),
    wrote: (count) => (state.written += count),
    couch,
  };
  const server = createServer((request, response) => {
    answer(answers, request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const at = server.address();
  const address = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`;
  fhir = {
    before: new FhirAnswers(`${address}/fhir`, before),
    changed: new FhirAnswers(`${address}/fhir`, withChanges(before, changed)),
  };
  return {
    address,
    change: () => void (state.isChanged = true),
    reset: () => void Object.assign(state, { isChanged: false, written: 0 }),
    written: () => state.written,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Answers {
  readonly files: (id: string, name: string) => Buffer | undefined;
  readonly rows: (page: number) => string;
  readonly fhir: () => FhirAnswers | null;
  /** The changes as one FHIR page. */
  readonly changes: () => string;
  readonly wrote: (count: number) => void;
  readonly couch: Mounted | null;
}

const FHIR = 'application/fhir+json; charset=utf-8';

async function answer(answers: Answers, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, room = '', ...rest] = url.pathname.split('/');
  const send = (text: string | Buffer, type: string) => {
    response.setHeader('Content-Type', type);
    response.end(text);
  };
  if (room === '')
    return send('<!doctype html><title>Bench</title><link rel="icon" href="data:,">', 'text/html');
  if (room === 'couch' && answers.couch) return answers.couch(request, response);
  if (room === 'rows') return send(answers.rows(Number(rest[0])), 'application/json');
  if (room === 'put') {
    const rows = JSON.parse(await bodyOf(request)) as readonly unknown[];
    answers.wrote(rows.length);
    return send('[]', 'application/json');
  }
  if (room === 'changes') return send(answers.changes(), FHIR);
  if (room === 'fhir') return answerFhir(answers, request, url, rest, send, response);
  const file = answers.files(room, rest.join('/'));
  if (file) return send(file, 'text/javascript; charset=utf-8');
  response.statusCode = 404;
  response.end();
}

async function answerFhir(
  answers: Answers,
  request: IncomingMessage,
  url: URL,
  [type = '', id = '']: readonly string[],
  send: (text: string, type: string) => void,
  response: ServerResponse,
): Promise<void> {
  const fhir = answers.fhir();
  if (fhir === null) throw new Error('The server has no records yet.');
  if (type === '') {
    answers.wrote(1);
    return send(transactionAnswer(await bodyOf(request)), FHIR);
  }
  if (type === 'Group') return send(fhir.group(id), FHIR);
  if (id === '_search') return send(fhir.search(type, new URLSearchParams(await bodyOf(request))), FHIR);
  if (id === '') return send(fhir.search(type, url.searchParams), FHIR);
  const text = fhir.read(type, id);
  if (text !== null) return send(text, FHIR);
  response.statusCode = 404;
  send('{"resourceType":"OperationOutcome"}', FHIR);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}

/** Pages for contestants that are no FHIR clients: each row with its names, and the resource as it is. */
function rowPages(records: readonly BenchResource[]): readonly string[] {
  return Array.from({ length: Math.ceil(records.length / ROWS_A_PAGE) }, (_, page) => {
    const rows = records.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE);
    const texts = rows.map(
      ({ type, id, resident, updated, text }) =>
        `{"id":"${type}/${id}","resident":"${resident}","type":"${type}","updated":"${updated}","resource":${text}}`,
    );
    return `[${texts.join(',')}]`;
  });
}

function withChanges(before: readonly BenchResource[], changed: readonly BenchResource[]) {
  const gone = new Set(changed.map(({ type, id }) => `${type}/${id}`));
  return [...before.filter(({ type, id }) => !gone.has(`${type}/${id}`)), ...changed];
}
