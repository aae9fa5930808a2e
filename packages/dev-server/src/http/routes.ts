import { Router } from '@medplum/fhir-router';
import { isResourceType } from '../definitions/patient-compartment.ts';
import { Refusal } from '../refusal.ts';
import type { Answer, Arrival, Interaction, ServerContext } from './call.ts';
import { conditionalDelete } from './conditional-delete.ts';
import { conditionalUpdate } from './conditional-update.ts';
import { create } from './create.ts';
import { remove } from './delete.ts';
import { everything } from './everything.ts';
import { history } from './history.ts';
import { metadata } from './metadata.ts';
import { metaOperation } from './meta-operation.ts';
import { laterPage } from './page.ts';
import { patch } from './patch.ts';
import { read } from './read.ts';
import { search } from './search.ts';
import { bundle } from './transaction.ts';
import { update } from './update.ts';
import { vread } from './vread.ts';

/**
 * The router of Medplum's FHIR server, with our own interactions. Medplum's lack conditional requests, history of
 * types, rollback and version headers, and our tests need these.
 */
const router = new Router<Interaction, undefined>();

/** The registry of interactions. `metadata` states which of them a client may rely on. */
router.add('GET', 'metadata', metadata);
router.add('POST', '', bundle);
router.add('GET', '', laterPage);
router.add('GET', '_history', history);
router.add('GET', ':type', search);
router.add('POST', ':type/_search', search);
router.add('POST', ':type', create);
router.add('GET', ':type/_history', history);
router.add('GET', ':type/:id', read);
router.add('GET', ':type/:id/_history', history);
router.add('GET', ':type/:id/_history/:vid', vread);
router.add('GET', 'Patient/:id/$everything', everything);
router.add('PUT', ':type/:id', update);
router.add('DELETE', ':type/:id', remove);
router.add('PATCH', ':type/:id', patch);
router.add('PUT', ':type', conditionalUpdate);
router.add('DELETE', ':type', conditionalDelete);
router.add('POST', ':type/:id/$meta-add', metaOperation('add'));
router.add('POST', ':type/:id/$meta-delete', metaOperation('delete'));

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof METHODS)[number];

/** Finds the interaction of a request and runs it. */
export function dispatch(context: ServerContext, arrival: Arrival): Answer {
  const [path = '', query = ''] = arrival.url.split(/\?(.*)/s);
  const route = find(arrival.method, path);
  const { type = '', id = '', vid = '' } = route.params;
  const named = path.startsWith('Patient/') ? 'Patient' : type;
  if (named !== '' && !isResourceType(named)) {
    throw new Refusal(404, 'not-supported', 'There is no such resource type in FHIR R4.');
  }
  const { headers, body } = arrival;
  return route.handler(context, { type: named, id, vid, query: new URLSearchParams(query), headers, body });
}

function find(method: string, path: string): { handler: Interaction; params: Record<string, string> } {
  const asked = METHODS.find((known) => known === (method === 'HEAD' ? 'GET' : method));
  const route = asked && router.find(asked, path);
  if (route) return route;
  const allowed = METHODS.filter((other: Method) => router.find(other, path));
  if (allowed.length === 0) throw new Refusal(404, 'not-found', 'There is nothing at this address.');
  throw new Refusal(405, 'not-supported', 'This server does not do that here.', {
    Allow: allowed.join(', '),
  });
}
