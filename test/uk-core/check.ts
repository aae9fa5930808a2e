import type { Definitions, ElementRule } from './definitions.ts';

type Json = Readonly<Record<string, unknown>>;

/** A value where it stands. A primitive's extensions stand beside it, under the name with an underscore. */
interface Place {
  readonly value: unknown;
  readonly beside: unknown;
  /** The type that the name of a choice states: `Quantity` of `valueQuantity`. */
  readonly type: string | null;
}

/**
 * What a resource breaks of a profile's own rules: presence, number, fixed values, types, slices, extensions
 * and bound codes. It names elements and rules, never their values. R4's own rules are checked elsewhere
 * (`emitted/r4-structure.ts`).
 */
export function profileFaults(resource: Json, address: string, definitions: Definitions): readonly string[] {
  const rules = definitions.rulesOf(address);
  if (rules === null) return [`${address} is not defined`];
  const type = String(resource['resourceType']);
  return [
    ...faultsUnder({ value: resource, beside: undefined, type: null }, type, rules, definitions),
    ...unknownCodes(resource, definitions),
  ];
}

function faultsUnder(
  place: Place,
  id: string,
  rules: readonly ElementRule[],
  definitions: Definitions,
): readonly string[] {
  const children = rules.filter((rule) => parentOf(rule.id) === id);
  return children.flatMap((rule) => {
    const name = rule.id.slice(id.length + 1);
    const [element = '', slice] = name.split(':');
    const there = placesAt(place, element);
    const found =
      slice === undefined ? there : there.filter((one) => isOfSlice(one, rule, rules, definitions));
    return [
      ...(rule.min !== null && found.length < rule.min ? [`${rule.id} is missing`] : []),
      ...(rule.max !== null && found.length > rule.max ? [`${rule.id} is there too often`] : []),
      ...found.flatMap((one) => faultsOf(one, rule, rules, definitions)),
    ];
  });
}

function faultsOf(
  place: Place,
  rule: ElementRule,
  rules: readonly ElementRule[],
  definitions: Definitions,
): readonly string[] {
  const { id, fixed, types, extension, binding } = rule;
  const { value, type } = place;
  return [
    ...(fixed !== null && String(value) !== fixed ? [`${id} is not as it is fixed`] : []),
    ...(type !== null && types.length > 0 && !types.some((one) => one.toLowerCase() === type.toLowerCase())
      ? [`${id} is of another type`]
      : []),
    ...(binding === null ? [] : bindingFaults(id, codingsIn(value), binding, definitions)),
    ...(extension === null ? [] : extensionFaults(value, extension, definitions)),
    ...faultsUnder(place, id, rules, definitions),
  ];
}

/** An extension of UK Core is checked by its own definition; one of another publisher is not defined here. */
function extensionFaults(value: unknown, address: string, definitions: Definitions): readonly string[] {
  const rules = definitions.rulesOf(address);
  return rules === null
    ? []
    : faultsUnder({ value, beside: undefined, type: null }, 'Extension', rules, definitions);
}

/**
 * Where a value is bound to a set, a code of one of its systems has to be in it, and one of none of them is
 * another system's.
 */
function bindingFaults(
  id: string,
  codings: readonly Json[],
  valueSet: string,
  definitions: Definitions,
): readonly string[] {
  const codes = definitions.codesIn(valueSet);
  const isOut = ({ system, code }: Json) => codes?.get(String(system))?.has(String(code)) === false;
  return codings.some(isOut) ? [`${id} has a code that is not in its value set`] : [];
}

/** Codes of UK Core's own systems that those systems do not have, anywhere in a resource. */
function unknownCodes(value: unknown, definitions: Definitions): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => unknownCodes(one, definitions));
  const { system, code } = value as Json;
  const codes = typeof system === 'string' ? definitions.codesOf(system) : null;
  return [
    ...(codes !== null && typeof code === 'string' && !codes.has(code)
      ? [`${String(system)} has no such code`]
      : []),
    ...Object.values(value).flatMap((one) => unknownCodes(one, definitions)),
  ];
}

function isOfSlice(
  place: Place,
  rule: ElementRule,
  rules: readonly ElementRule[],
  definitions: Definitions,
): boolean {
  const { value } = place;
  if (rule.extension !== null) return isObject(value) && value['url'] === rule.extension;
  const { by = [] } = rules.find(({ id }) => id === rule.id.split(':').slice(0, -1).join(':')) ?? {};
  const told = by.flatMap((path) => rules.find(({ id }) => id === `${rule.id}.${path}`) ?? []);
  if (told.length === 0) return false;
  return told.every(({ id, fixed, binding }) => {
    const at = id.slice(rule.id.length + 1).split('.');
    const [found] = at.reduce<readonly Place[]>(
      (places, name) => places.flatMap((one) => placesAt(one, name)),
      [place],
    );
    if (fixed !== null) return String(found?.value) === fixed;
    const codes = binding === null ? null : definitions.codesIn(binding);
    return [...(codes?.values() ?? [])].some((listed) => listed.has(String(found?.value)));
  });
}

/** Every value of an element, of whatever type where the name leaves that open. */
function placesAt({ value, beside }: Place, name: string): readonly Place[] {
  // What is under a primitive is under its name with an underscore.
  const holder = isObject(value) ? value : isObject(beside) ? beside : null;
  if (holder === null) return [];
  if (!name.endsWith('[x]')) return listed(holder, name, null);
  const stem = name.slice(0, -3);
  return Object.keys(holder)
    .filter((key) => key.startsWith(stem) && /^[A-Z]/.test(key.slice(stem.length)))
    .flatMap((key) => listed(holder, key, key.slice(stem.length)));
}

function listed(holder: Json, key: string, type: string | null): readonly Place[] {
  const [values, besides] = [holder[key], holder[`_${key}`]].map((one) =>
    one === undefined ? [] : Array.isArray(one) ? (one as readonly unknown[]) : [one],
  ) as [readonly unknown[], readonly unknown[]];
  return Array.from({ length: Math.max(values.length, besides.length) }, (_, at) => ({
    value: values[at] ?? null,
    beside: besides[at],
    type,
  }));
}

/** The codings of a concept, a coding, or a code with its system beside it. */
function codingsIn(value: unknown): readonly Json[] {
  if (!isObject(value)) return [];
  return Array.isArray(value['coding']) ? value['coding'].filter(isObject) : 'code' in value ? [value] : [];
}

/** `Patient.identifier:nhsNumber` of `Patient.identifier:nhsNumber.system`. */
function parentOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('.')));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
