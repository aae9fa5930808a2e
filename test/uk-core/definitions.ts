import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { all, one, readXml, valueOf, type Xml } from './xml.ts';

/** What a profile says of one element, by its id: `Patient.identifier:nhsNumber.system`. */
export interface ElementRule {
  readonly id: string;
  readonly min: number | null;
  readonly max: number | null;
  /** The element's value, and nothing else. A concept is fixed by its parts, which have rules of their own. */
  readonly fixed: string | null;
  /** Names of types, and for an extension the address of its definition. */
  readonly types: readonly string[];
  readonly extension: string | null;
  /** Codings of these systems have to be of the set. `null`: nothing is bound, or only suggested. */
  readonly binding: string | null;
  /** How slices are told apart: paths whose values differ. */
  readonly by: readonly string[];
}

export interface Definitions {
  /**
   * The rules of a profile or extension with those of every profile that it builds on. `null`: it is not defined
   * here.
   */
  rulesOf(address: string): readonly ElementRule[] | null;
  /** Codes by system in a value set. `null`: what is in it is not listed here. */
  codesIn(valueSet: string): ReadonlyMap<string, ReadonlySet<string>> | null;
  /** The codes of a code system that is defined here. */
  codesOf(system: string): ReadonlySet<string> | null;
}

/** Reads the definitions of UK Core in a folder of XML files. */
export function readDefinitions(folder: string): Definitions {
  const byAddress = (kind: string) =>
    new Map(
      globSync('*.xml', { cwd: join(folder, kind) }).map((file) => {
        const xml = readXml(readFileSync(join(folder, kind, file), 'utf8').replace(/^\uFEFF/, ''));
        return [valueOf(xml, 'url') ?? file, xml] as const;
      }),
    );
  const [structures, sets, systems] = ['structuredefinitions', 'valuesets', 'codesystems'].map(byAddress);
  const codesOf = (system: string) => {
    const xml = systems?.get(system);
    return xml === undefined || valueOf(xml, 'content') !== 'complete' ? null : new Set(conceptsIn(xml));
  };
  const rulesOf = (address: string): readonly ElementRule[] | null => {
    const xml = structures?.get(address);
    if (xml === undefined) return null;
    const base = rulesOf(valueOf(xml, 'baseDefinition') ?? '') ?? [];
    const own = all(one(xml, 'differential'), 'element').map(ruleOf);
    const merged = new Map(base.map((rule) => [rule.id, rule]));
    for (const rule of own) merged.set(rule.id, onTop(merged.get(rule.id), rule));
    return [...merged.values()];
  };
  const codesIn = (valueSet: string) => {
    const compose = one(sets?.get(valueSet), 'compose');
    const codes = new Map<string, ReadonlySet<string>>();
    if (compose === undefined || all(compose, 'exclude').length > 0) return null;
    for (const include of all(compose, 'include')) {
      const system = valueOf(include, 'system');
      const listed = all(include, 'concept').flatMap((concept) => valueOf(concept, 'code') ?? []);
      const whole = system === null || all(include, 'filter').length > 0 ? null : codesOf(system);
      if (system === null || (listed.length === 0 && whole === null)) return null;
      codes.set(
        system,
        new Set([...(codes.get(system) ?? []), ...(listed.length > 0 ? listed : (whole ?? []))]),
      );
    }
    return codes;
  };
  return { rulesOf, codesIn, codesOf };
}

function conceptsIn(xml: Xml): readonly string[] {
  return all(xml, 'concept').flatMap((concept) => [valueOf(concept, 'code') ?? '', ...conceptsIn(concept)]);
}

function ruleOf(element: Xml): ElementRule {
  const max = valueOf(element, 'max');
  const min = valueOf(element, 'min');
  const fixed = element.children.find(({ name }) => /^(fixed|pattern)[A-Z]/.test(name));
  const types = all(element, 'type');
  const binding = one(element, 'binding');
  const isBound = ['required', 'extensible'].includes(valueOf(binding, 'strength') ?? '');
  return {
    id: element.attributes['id'] ?? '',
    min: min === null ? null : Number(min),
    max: max === null || max === '*' ? null : Number(max),
    fixed: fixed?.attributes['value'] ?? null,
    types: types.flatMap((type) => valueOf(type, 'code') ?? []),
    extension: valueOf(types[0], 'code') === 'Extension' ? valueOf(types[0], 'profile') : null,
    binding: isBound ? (valueOf(binding, 'valueSet')?.split('|')[0] ?? null) : null,
    by: all(one(element, 'slicing'), 'discriminator').flatMap((one) => valueOf(one, 'path') ?? []),
  };
}

/** A profile narrows what it builds on. */
function onTop(base: ElementRule | undefined, rule: ElementRule): ElementRule {
  if (base === undefined) return rule;
  return {
    id: rule.id,
    min: rule.min ?? base.min,
    max: rule.max ?? base.max,
    fixed: rule.fixed ?? base.fixed,
    types: rule.types.length > 0 ? rule.types : base.types,
    extension: rule.extension ?? base.extension,
    binding: rule.binding ?? base.binding,
    by: rule.by.length > 0 ? rule.by : base.by,
  };
}
