import { parseFhirPath } from '@medplum/core';
import type { Bundle, SearchParameter } from '@medplum/fhirtypes';
import { RESOURCE_TYPES } from './patient-compartment.ts';
import { readDefinition } from './read-definition.ts';

type FhirPath = ReturnType<typeof parseFhirPath>;

/** The kinds of search parameter that this server evaluates. It refuses the others instead of half doing them. */
type ParameterKind = 'token' | 'reference' | 'date' | 'string' | 'uri' | 'number' | 'quantity';

/** A search parameter of one resource type, from HL7's definitions. */
export interface SearchParameterRule {
  readonly code: string;
  readonly kind: ParameterKind;
  /** HL7's canonical of the parameter, for the CapabilityStatement. */
  readonly definition: string;
  /** The types that a reference of this parameter may point to. Empty for other kinds. */
  readonly targets: readonly string[];
  /** The part of HL7's expression that is about this resource type. */
  readonly expression: string;
}

const KINDS = new Set<string>(['token', 'reference', 'date', 'string', 'uri', 'number', 'quantity']);
const EVERY_TYPE = new Set(['Resource', 'DomainResource']);

let rules: Map<string, Map<string, SearchParameterRule>> | undefined;

/** The search parameters of a type, including those of every type. */
export function searchParametersOf(type: string): ReadonlyMap<string, SearchParameterRule> {
  rules ??= readRules();
  return rules.get(type) ?? new Map();
}

function readRules(): Map<string, Map<string, SearchParameterRule>> {
  const byType = new Map(RESOURCE_TYPES.map((type) => [type, new Map<string, SearchParameterRule>()]));
  const bundle = readDefinition('search-parameters.json') as Bundle<SearchParameter>;
  for (const { resource } of bundle.entry ?? []) {
    if (resource?.expression === undefined || !KINDS.has(resource.type ?? '')) continue;
    for (const base of resource.base ?? []) {
      for (const type of EVERY_TYPE.has(base) ? RESOURCE_TYPES : [base]) {
        const rule = ruleFor(resource, type, base);
        if (rule) byType.get(type)?.set(rule.code, rule);
      }
    }
  }
  return byType;
}

function ruleFor(parameter: SearchParameter, type: string, base: string): SearchParameterRule | undefined {
  // One expression covers several types, joined by ` | `. Only the parts about this type apply.
  const parts = (parameter.expression ?? '')
    .split(' | ')
    .filter((part) => new RegExp(`(^|[^A-Za-z])${base}\\.`).test(part));
  if (parts.length === 0 || parameter.code === undefined) return undefined;
  const expression = parts.join(' | ').replaceAll(`${base}.`, `${type}.`);
  // "where(resolve() is Patient)" narrows the target type. Reading it that way needs no resolving.
  const narrowed = /\.where\(resolve\(\) is ([A-Za-z]+)\)/.exec(expression)?.[1];
  return {
    code: parameter.code,
    kind: parameter.type as ParameterKind,
    definition: parameter.url ?? '',
    targets: parameter.type === 'reference' ? (narrowed ? [narrowed] : (parameter.target ?? [])) : [],
    expression: expression.replaceAll(/\.where\(resolve\(\) is [A-Za-z]+\)/g, ''),
  };
}

const parsed = new Map<string, FhirPath>();

/** The expression of a rule, parsed at its first use. */
export function fhirPathOf(rule: SearchParameterRule): FhirPath {
  let path = parsed.get(rule.expression);
  if (!path) {
    path = parseFhirPath(rule.expression);
    parsed.set(rule.expression, path);
  }
  return path;
}
