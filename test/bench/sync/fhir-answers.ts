// What a FHIR server answers to the engine's own questions, from records in memory.
import type { BenchResource } from './data.ts';

/** The records of a server, and the pages that it has cut from them. A page is made once and kept as text. */
export class FhirAnswers {
  readonly #base: string;
  readonly #byType: ReadonlyMap<string, readonly BenchResource[]>;
  readonly #pages = new Map<string, readonly string[]>();

  /** @param records in the order of their writing */
  constructor(base: string, records: readonly BenchResource[]) {
    this.#base = base;
    this.#byType = Map.groupBy(records, ({ type }) => type);
  }

  /** A search by parameters as the engine sends them. `page`: which page of it. */
  search(type: string, parameters: URLSearchParams): string {
    const question = new URLSearchParams(parameters);
    const page = Number(question.get('page') ?? 0);
    question.delete('page');
    const name = `${type}?${question}`;
    const pages = this.#pages.get(name) ?? this.#cut(type, question);
    this.#pages.set(name, pages);
    return pages[page] ?? pages.at(-1) ?? '';
  }

  read(type: string, id: string): string | null {
    return this.#byType.get(type)?.find((each) => each.id === id)?.text ?? null;
  }

  /** Who lives in the home. */
  group(id: string): string {
    const member = (this.#byType.get('Patient') ?? []).map((each) => ({
      entity: { reference: `Patient/${each.id}` },
    }));
    return JSON.stringify({ resourceType: 'Group', id, type: 'person', actual: true, member });
  }

  /** Records of several types on one page, in the order in which they are given. */
  page(records: readonly BenchResource[]): string {
    return this.#bundle(records, records.length, null);
  }

  #cut(type: string, question: URLSearchParams): readonly string[] {
    const found = (this.#byType.get(type) ?? []).filter(matching(type, question));
    const rows = question.get('_sort')?.startsWith('-') ? found.toReversed() : found;
    const count = Number(question.get('_count') ?? 200);
    const pages = Math.max(1, Math.ceil(rows.length / count));
    return Array.from({ length: pages }, (_, at) => {
      const next = at + 1 < pages ? `${this.#base}/${type}?${question}&page=${at + 1}` : null;
      return this.#bundle(rows.slice(at * count, (at + 1) * count), rows.length, next);
    });
  }

  #bundle(rows: readonly BenchResource[], total: number, next: string | null): string {
    const entries = rows.map(
      ({ type, id, text }) =>
        `{"fullUrl":"${this.#base}/${type}/${id}","resource":${text},"search":{"mode":"match"}}`,
    );
    const link = next === null ? '[]' : JSON.stringify([{ relation: 'next', url: next }]);
    return `{"resourceType":"Bundle","type":"searchset","total":${total},"link":${link},"entry":[${entries.join(',')}]}`;
  }
}

function matching(type: string, question: URLSearchParams): (each: BenchResource) => boolean {
  const listed = (name: string) => question.get(name)?.split(',') ?? null;
  const ids = listed('_id');
  const patients = listed('patient');
  const asked = new Set(ids ?? patients ?? []);
  const bounds = question.getAll('_lastUpdated');
  const from = bounds.find((each) => each.startsWith('ge'))?.slice(2) ?? '';
  const to = bounds.find((each) => each.startsWith('le'))?.slice(2) ?? '~';
  const inWords = question.has('category');
  return ({ id, resident, updated, category }) =>
    asked.has(ids === null ? resident : id) &&
    Date.parse(updated) >= (from === '' ? -Infinity : Date.parse(from)) &&
    (to === '~' || Date.parse(updated) <= Date.parse(to)) &&
    (type !== 'Observation' || ids !== null || (category !== null) === inWords);
}

/** The answer to a transaction of creates: each resource at its first version. */
export function transactionAnswer(body: string): string {
  const { entry } = JSON.parse(body) as {
    readonly entry: readonly { readonly resource: Json; readonly request: { readonly url: string } }[];
  };
  const lastUpdated = new Date().toISOString();
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'transaction-response',
    entry: entry.map(({ resource, request }) => ({
      resource: { ...resource, meta: { ...resource['meta'], versionId: '1', lastUpdated } },
      response: {
        status: '201 Created',
        location: `${request.url}/_history/1`,
        etag: 'W/"1"',
        lastModified: lastUpdated,
      },
    })),
  });
}

type Json = Readonly<Record<string, unknown>> & { readonly meta?: object };
