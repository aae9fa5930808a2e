import { RESOURCE_TYPES } from '../definitions/patient-compartment.ts';
import { searchParametersOf } from '../definitions/search-parameters.ts';
import { securityStatement } from '../smart/discovery.ts';
import type { Answer, ServerContext } from './call.ts';

const INTERACTIONS = [
  'read',
  'vread',
  'update',
  'patch',
  'delete',
  'history-instance',
  'history-type',
  'create',
  'search-type',
] as const;

/** `GET [base]/metadata`. It is made from the server's own tables, so it cannot claim more than the server does. */
export function metadata(context: ServerContext): Answer {
  return {
    status: 200,
    resource: {
      resourceType: 'CapabilityStatement',
      status: 'active',
      date: '2026-11-21',
      kind: 'instance',
      software: { name: 'EHCH Kit dev server' },
      implementation: { description: 'For demonstrations and tests. Not for real data.', url: context.base },
      fhirVersion: '4.0.1',
      format: ['application/fhir+json', 'json'],
      rest: [
        {
          mode: 'server',
          security: context.signIn
            ? securityStatement(context.signIn)
            : { cors: true, description: 'None. It listens on this machine only.' },
          resource: RESOURCE_TYPES.map((type) => resourceStatement(context, type)),
          interaction: systemInteractions(context),
        },
      ],
    },
  };
}

function systemInteractions({ traits }: ServerContext): object[] {
  return [
    ...(traits.transactions ? [{ code: 'transaction' }] : []),
    { code: 'batch' },
    ...(traits.histories.includes('system') ? [{ code: 'history-system' }] : []),
  ];
}

function resourceStatement({ traits }: ServerContext, type: string): object {
  const missing = new Set([
    ...(traits.histories.includes('instance') ? [] : ['history-instance']),
    ...(traits.histories.includes('type') ? [] : ['history-type']),
  ]);
  const parameters = [...searchParametersOf(type).values()];
  const references = parameters.filter((rule) => rule.kind === 'reference');
  return {
    type,
    interaction: INTERACTIONS.filter((code) => !missing.has(code)).map((code) => ({ code })),
    versioning: 'versioned-update',
    readHistory: true,
    updateCreate: traits.clientIds !== 'none',
    conditionalCreate: true,
    conditionalRead: 'not-match',
    conditionalUpdate: true,
    conditionalDelete: 'single',
    referencePolicy: ['literal', 'logical'],
    searchInclude: references.map((rule) => `${type}:${rule.code}`),
    searchRevInclude: revIncludesOf(type),
    searchParam: parameters.map((rule) => ({
      name: rule.code,
      definition: rule.definition,
      type: rule.kind,
    })),
    ...(type === 'Patient' ? { operation: [EVERYTHING] } : {}),
  };
}

const EVERYTHING = {
  name: 'everything',
  definition: 'http://hl7.org/fhir/OperationDefinition/Patient-everything',
  documentation: 'One patient at a time, with _since, _type and _count. Not start and end.',
};

let revIncludes: Map<string, string[]> | undefined;

function revIncludesOf(type: string): readonly string[] {
  if (!revIncludes) {
    revIncludes = new Map();
    for (const from of RESOURCE_TYPES) {
      for (const rule of searchParametersOf(from).values()) {
        for (const target of rule.targets) {
          const list = revIncludes.get(target) ?? [];
          list.push(`${from}:${rule.code}`);
          revIncludes.set(target, list);
        }
      }
    }
  }
  return revIncludes.get(type) ?? [];
}
