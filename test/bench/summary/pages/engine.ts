import '../../../../packages/elements/src/provider/index.ts';
import '../../../../packages/elements/src/resident-summary/index.ts';
import { createEhch } from '../../../../packages/sdk/src/create-ehch.ts';
import '../contract.ts';
import { textOf } from './text.ts';

// The product's own way. The engine in its worker holds the record as the server's text, and reads and computes it when a
// person opens the resident. The window renders.
interface Resource {
  readonly resourceType: string;
  readonly id: string;
}

const BASE = new URL('/no-server/', location.href).href;
const root = document.querySelector('#root');
const provider = document.createElement('ehch-provider');
const summary = document.createElement('ehch-resident-summary');
root?.append(provider);

let resources: readonly Resource[] = [];

/** A server that answers at once, from memory. */
async function answer(request: RequestInfo | URL): Promise<Response> {
  const url = new URL(request instanceof Request ? request.url : request, BASE);
  const [type = '', id = ''] = url.pathname.split('/no-server/')[1]?.split('/') ?? [];
  const ofType = resources.filter(({ resourceType }) => resourceType === type);
  const isSearch = id === '' || id === '_search';
  const found = isSearch ? searchset(ofType) : ofType.find((one) => one.id === id);
  return Response.json(found ?? null, { headers: { 'content-type': 'application/fhir+json' } });
}

function searchset(found: readonly Resource[]) {
  const entry = found.map((resource) => ({ resource, search: { mode: 'match' } }));
  return { resourceType: 'Bundle', type: 'searchset', total: found.length, entry };
}

const { source } = createEhch({
  fhirBaseUrl: BASE,
  fetch: answer,
  worker: () =>
    new Worker(new URL('../../../../packages/sdk/src/engine.worker.ts', import.meta.url), { type: 'module' }),
});

window.summaryPage = {
  /** Loads the record, as the round of a home does before anybody opens a resident. */
  async prepare(bundle) {
    resources = (bundle as { readonly entry: readonly { readonly resource: Resource }[] }).entry.map(
      ({ resource }) => resource,
    );
    await source.refresh('res-1');
  },
  mount() {
    provider.source = source;
    summary.resident = 'res-1';
    provider.append(summary);
  },
  unmount() {
    summary.remove();
    summary.resident = null;
    provider.source = null;
  },
  text: () => textOf(summary),
};
