import { isList, type ElementPath } from './definitions.ts';
import type { Json } from './plain-resources.ts';

/** One plain resource with a value at one element, and without. */
export interface Mutation {
  readonly with: Json;
  readonly without: Json;
}

/** A value of each primitive type, in words wherever the type allows words. */
export const VALUES: Readonly<Record<string, unknown>> = {
  boolean: true,
  integer: 7,
  positiveInt: 7,
  unsignedInt: 7,
  decimal: 7.5,
  date: '2026-03-04',
  dateTime: '2026-03-04T10:00:00Z',
  instant: '2026-03-04T10:00:00Z',
  time: '10:20:30',
  code: 'zz-code',
  uri: 'https://zz.example/uri',
  url: 'https://zz.example/url',
  canonical: 'https://zz.example/canonical',
  oid: 'urn:oid:1.2.3',
  uuid: 'urn:uuid:00000000-0000-4000-8000-000000000001',
  id: 'zz-id',
  base64Binary: 'enp6',
  xhtml: '<div xmlns="http://www.w3.org/1999/xhtml">Zz narrative</div>',
};

/** A code that says something, for elements that the definitions bind to a few codes. */
const BOUND: Readonly<Record<string, unknown>> = {
  'Quantity.comparator': '<',
  'Narrative.status': 'additional',
  'Timing.repeat.durationUnit': 'h',
  'Timing.repeat.periodUnit': 'd',
  'Timing.repeat.dayOfWeek': 'tue',
  'Timing.repeat.when': 'ACM',
  'ContactPoint.system': 'phone',
  'HumanName.use': 'nickname',
  'Patient.gender': 'female',
  'Observation.valueBoolean': false,
  'Task.priority': 'urgent',
  'Communication.priority': 'urgent',
  'Medication.status': 'inactive',
  'Location.status': 'suspended',
  'Location.mode': 'kind',
  'Device.status': 'inactive',
  'Reference.reference': 'Practitioner/zz',
};

/** The neighbours without which an element means nothing. */
const COMPANIONS: Readonly<Record<string, Json>> = {
  Coding: { system: 'https://zz.example/codes' },
  'Coding.display': { system: 'https://zz.example/codes', code: 'zz' },
  Quantity: { value: 5 },
  'Quantity.value': { unit: 'mg' },
  'Quantity.comparator': { value: 5, unit: 'mg' },
  Identifier: { value: 'ZZ123' },
  HumanName: { family: 'Zzfamily' },
  ContactPoint: { system: 'phone', value: '01632 960999' },
  'ContactPoint.value': { system: 'phone' },
  Annotation: { text: 'Zz note' },
  'Annotation.text': {},
  Attachment: { title: 'Zz attachment' },
  'Narrative.div': { status: 'additional' },
  'Timing.repeat': {},
  'AllergyIntolerance.reaction': { manifestation: [{ text: 'Rash' }] },
  'Observation.component': { code: { text: 'Zz part' }, valueString: 'Zz value' },
  'Patient.contact': { name: { text: 'Zz contact' } },
  'Patient.communication': { language: { text: 'Welsh' } },
  'Patient.link': { other: { reference: 'Patient/other' }, type: 'seealso' },
  'CareTeam.participant': { member: { display: 'Zz member' } },
  'CarePlan.activity.detail': { status: 'in-progress', description: 'Zz activity' },
  'Goal.target': { measure: { text: 'Zz measure' } },
  'Task.input': { type: { text: 'Zz input' } },
  'Task.output': { type: { text: 'Zz output' } },
};

/** Codes that remove a record from every list, or say the same as no code. */
const SAYS_NOTHING = new Set(['entered-in-error', 'unknown']);

export function mutationOf(type: string, plain: Json, { path, types, codes }: ElementPath): Mutation {
  const steps = path.split('.');
  const owner = `${types.at(-2) ?? type}.${steps.at(-1) ?? ''}`;
  const bound = codes.find((code) => code !== plain[path] && !SAYS_NOTHING.has(code));
  const value = BOUND[owner] ?? bound ?? VALUES[types.at(-1) ?? ''] ?? 'Zz words';
  return mutationWith(type, plain, { path, types }, value);
}

/** The same with a value of one's own. */
export function mutationWith(
  type: string,
  plain: Json,
  { path, types }: Pick<ElementPath, 'path' | 'types'>,
  value: unknown,
): Mutation {
  const steps = path.split('.');
  return {
    with: placed(type, plain, steps, types, value),
    without: placed(type, plain, steps, types, undefined),
  };
}

/** The resource without one element, wherever it stands. Everything else stays. */
export function withoutElement(resource: Json, path: string): Json {
  return without(resource, path.split('.')) as Json;
}

function without(value: unknown, [first = '', ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, [first, ...rest]));
  if (typeof value !== 'object' || value === null) return value;
  const { [first]: found, ...others } = value as Json;
  return rest.length === 0 || found === undefined ? others : { ...others, [first]: without(found, rest) };
}

/** Puts the value there. It replaces each datatype on the way, so that nothing else in it says the same. */
function placed(
  type: string,
  plain: Json,
  steps: readonly string[],
  types: readonly string[],
  value: unknown,
): Json {
  const build = (at: number): unknown => {
    const path = steps.slice(0, at + 1).join('.');
    if (at === steps.length - 1) return value === undefined ? undefined : listed(type, path, value);
    const inner = build(at + 1);
    const kind = types[at] ?? '';
    const next = steps[at + 1] ?? '';
    const companions = companionsOf(kind, next, at === 0 ? plain[path] : undefined);
    const made = { ...companions, ...(inner === undefined ? {} : { [next]: inner }) };
    if (inner === undefined && Object.hasOwn(companions, next))
      delete (made as Record<string, unknown>)[next];
    return Object.keys(made).length === 0 ? undefined : listed(type, path, made);
  };
  const [first = ''] = steps;
  const { [first]: _before, ...rest } = plain;
  const made = build(0);
  // Another form of the choice would say something else in its place.
  const stem = /^(value|effective|onset|abatement|deceased|occurrence|performed|medication)[A-Z]/.exec(
    first,
  )?.[1];
  const kept = Object.entries(rest).filter(
    ([key]) => stem === undefined || !new RegExp(`^${stem}[A-Z]`).test(key),
  );
  return { ...Object.fromEntries(kept), ...(made === undefined ? {} : { [first]: made }) };
}

/** A quantity keeps the other parts of the plain resource, because a weight in another unit would be no weight. */
function companionsOf(kind: string, next: string, before: unknown): Json {
  const own = kind === 'Quantity' && typeof before === 'object' && before !== null ? before : undefined;
  const { [next]: _left, ...beside } = (own ?? {}) as Json;
  return own === undefined ? (COMPANIONS[`${kind}.${next}`] ?? COMPANIONS[kind] ?? {}) : beside;
}

function listed(type: string, path: string, value: unknown): unknown {
  return isList(type, path) ? [value] : value;
}
