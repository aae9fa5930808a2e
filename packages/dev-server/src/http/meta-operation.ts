import { Refusal } from '../refusal.ts';
import { isObject } from '../resource.ts';
import type { Answer, Call, Interaction, ServerContext } from './call.ts';
import { changeLabels } from './labels.ts';
import { livingOrRefuse } from './read.ts';
import { parseResource } from './versions.ts';

/**
 * `POST [base]/[type]/[id]/$meta-add` and `$meta-delete`: changes labels without a new version, as HAPI does. A client
 * that reads with If-None-Match goes on getting 304.
 */
export function metaOperation(verb: 'add' | 'delete'): Interaction {
  return (context: ServerContext, call: Call): Answer => {
    if (!context.traits.metaOperations) {
      throw new Refusal(404, 'not-supported', 'This server does not have the operation.');
    }
    const version = livingOrRefuse(context, call.type, call.id);
    const resource = changeLabels(parseResource(version), metaIn(call.body), verb);
    context.repository.amend(version, JSON.stringify(resource));
    const parameter = [{ name: 'return', valueMeta: resource.meta ?? {} }];
    return { status: 200, resource: { resourceType: 'Parameters', parameter } };
  };
}

function metaIn(body: unknown): Readonly<Record<string, unknown>> {
  const parameters =
    isObject(body) && Array.isArray(body['parameter']) ? (body['parameter'] as unknown[]) : [];
  for (const one of parameters) if (isObject(one) && isObject(one['valueMeta'])) return one['valueMeta'];
  throw new Refusal(400, 'structure', 'The body is not Parameters with a valueMeta.');
}
