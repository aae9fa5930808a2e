import type { Answer, Arrival, ServerContext } from '../http/call.ts';
import { dispatch } from '../http/routes.ts';
import { Refusal } from '../refusal.ts';
import { isObject } from '../resource.ts';
import { permits, type Permission } from './scopes.ts';

/**
 * Runs an interaction as far as the token's scopes go. Every entry of a Bundle comes through here on its own.
 *
 * @throws {Refusal} 403 with `insufficient_scope` (RFC 6750 3.1)
 */
export function dispatchWithin(
  context: ServerContext,
  scope: readonly string[] | null,
  arrival: Arrival,
): Answer {
  const { type, permissions } = neededFor(arrival);
  for (const permission of permissions)
    if (!permits(scope, type, permission)) throw refusal(type, permission);
  const answer = dispatch(context, arrival);
  if (scope !== null) refuseOtherTypes(scope, answer);
  return answer;
}

interface Needed {
  readonly type: string;
  readonly permissions: readonly Permission[];
}

/** What a request needs: http://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html, version 2.2 */
function neededFor({ method, url, headers }: Arrival): Needed {
  const [path = ''] = url.split('?');
  const [type = '', id, operation] = path.split('/');
  // The entries of a Bundle and the contents of a later page are asked about one by one.
  if (path === '' || path === 'metadata') return { type, permissions: [] };
  if (path === '_history') return { type: '*', permissions: ['s'] };
  // A condition tells whether something is there, which is what a search tells.
  const conditional: readonly Permission[] =
    id === undefined || headers['if-none-exist'] !== undefined ? ['s'] : [];
  switch (method) {
    case 'PUT':
    case 'PATCH':
      return { type, permissions: ['u', ...conditional] };
    case 'DELETE':
      return { type, permissions: ['d', ...conditional] };
    case 'POST':
      if (id === '_search') return { type, permissions: ['s'] };
      if (operation !== undefined) return { type, permissions: ['u'] };
      return { type, permissions: headers['if-none-exist'] === undefined ? ['c'] : ['c', 's'] };
    default:
      return { type, permissions: [id === undefined || id === '_history' ? 's' : 'r'] };
  }
}

/** Included resources, and those of `$everything`, may be of types that the token does not cover. */
function refuseOtherTypes(scope: readonly string[], { resource }: Answer): void {
  if (resource?.resourceType !== 'Bundle' || !/^(searchset|history)$/.test(String(resource['type']))) return;
  for (const entry of Array.isArray(resource['entry']) ? (resource['entry'] as unknown[]) : []) {
    const held = isObject(entry) && isObject(entry['resource']) ? entry['resource'] : {};
    const type = held['resourceType'];
    if (typeof type !== 'string' || type === 'OperationOutcome') continue;
    if (!permits(scope, type, 'r') && !permits(scope, type, 's')) throw refusal(type, 'r');
  }
}

function refusal(type: string, permission: Permission): Refusal {
  const scope = `user/${type}.${permission}`;
  return new Refusal(403, 'forbidden', `The token does not cover this. It needs the scope ${scope}.`, {
    'WWW-Authenticate': `Bearer realm="fhir", error="insufficient_scope", scope="${scope}"`,
  });
}
