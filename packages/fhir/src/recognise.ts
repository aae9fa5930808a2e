import { isObject, textAt, type JsonObject } from './entry.ts';
import { hasShape, OTHER_TYPES, SIGNS, type FhirVersion } from './version-signs.ts';

export type { FhirVersion } from './version-signs.ts';

export interface Recognition {
  /** `unknown`: not FHIR, or nothing that we know. */
  readonly version: FhirVersion | 'FHIR XML' | 'CDA' | 'HL7 v2' | 'unknown';
  /** What it was recognised by, for a log or a report: names of types and fields, never content. */
  readonly evidence: readonly string[];
}

interface Vote {
  readonly version: FhirVersion;
  readonly evidence: string;
}

const FEW = 5;

/**
 * Names the version and shape of a value: a resource, a Bundle, an array of resources, or text. Where nothing speaks for
 * a version, FHIR JSON counts as R4, because what R4 and its neighbours share reads the same in each.
 */
export function recognise(value: unknown): Recognition {
  if (typeof value === 'string') return recogniseText(value);
  const resources = resourcesIn(value);
  if (resources.length === 0) return { version: 'unknown', evidence: ['no resourceType'] };
  const votes = resources.flatMap(votesOf);
  const version = winner(votes);
  if (version === null) return { version: 'R4', evidence: ['nothing in it contradicts R4'] };
  const evidence = votes.filter((vote) => vote.version === version).map((vote) => vote.evidence);
  return { version, evidence: [...new Set(evidence)].slice(0, FEW) };
}

/** The version that one resource shows by itself; `null` when it could be any. */
export function versionShownBy(raw: JsonObject): FhirVersion | null {
  return winner(votesOf(raw));
}

function recogniseText(text: string): Recognition {
  const start = text.trimStart().slice(0, 500);
  if (start.startsWith('MSH|')) return { version: 'HL7 v2', evidence: ['MSH segment'] };
  if (!start.startsWith('<')) return { version: 'unknown', evidence: ['text'] };
  if (/<ClinicalDocument[\s>]/.test(start)) return { version: 'CDA', evidence: ['ClinicalDocument'] };
  const fhir = text.slice(0, 2000).includes('http://hl7.org/fhir');
  return { version: fhir ? 'FHIR XML' : 'unknown', evidence: [fhir ? 'FHIR namespace' : 'XML'] };
}

/** The resources that stand in a value, one level down, which is where the entries of a Bundle are. */
function resourcesIn(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(resourcesIn);
  if (!isObject(value)) return [];
  if (textAt(value, 'resourceType') === null)
    return 'resource' in value ? resourcesIn(value['resource']) : [];
  const entries = value['resourceType'] === 'Bundle' && Array.isArray(value['entry']) ? value['entry'] : [];
  const nested = entries.flatMap((entry: unknown) => (isObject(entry) ? resourcesIn(entry['resource']) : []));
  return [value, ...nested];
}

function votesOf(raw: JsonObject): readonly Vote[] {
  const type = textAt(raw, 'resourceType') ?? '';
  const stated = versionOfNumber(textAt(raw, 'fhirVersion'));
  const other = Object.hasOwn(OTHER_TYPES, type) ? OTHER_TYPES[type] : undefined;
  return [
    ...(stated === null ? [] : [{ version: stated, evidence: `${type}.fhirVersion` }]),
    ...(other === undefined ? [] : [{ version: other, evidence: `type ${type}` }]),
    ...profileVotes(raw),
    ...SIGNS.filter((sign) => sign.type === type && hasShape(raw, sign.field, sign.shape)).map(
      ({ version, field }) => ({ version, evidence: `${type}.${field}` }),
    ),
  ];
}

function profileVotes(raw: JsonObject): readonly Vote[] {
  const meta = raw['meta'];
  const profiles = isObject(meta) && Array.isArray(meta['profile']) ? meta['profile'] : [];
  return profiles.flatMap((profile: unknown): Vote[] => {
    if (typeof profile !== 'string') return [];
    if (/\/STU3\/|CareConnect-/.test(profile)) return [{ version: 'STU3', evidence: 'STU3 profile' }];
    if (/\/DSTU2\//.test(profile)) return [{ version: 'DSTU2', evidence: 'DSTU2 profile' }];
    return /\/UKCore-/.test(profile) ? [{ version: 'R4', evidence: 'UK Core profile' }] : [];
  });
}

function versionOfNumber(number: string | null): FhirVersion | null {
  if (number === null) return null;
  if (number.startsWith('1.0')) return 'DSTU2';
  if (number.startsWith('3.0')) return 'STU3';
  if (number.startsWith('4.3')) return 'R4B';
  if (number.startsWith('4.0')) return 'R4';
  return number.startsWith('5.0') ? 'R5' : null;
}

function winner(votes: readonly Vote[]): FhirVersion | null {
  const counts = new Map<FhirVersion, number>();
  for (const { version } of votes) counts.set(version, (counts.get(version) ?? 0) + 1);
  const most = [...counts].toSorted(([, a], [, b]) => b - a)[0];
  return most?.[0] ?? null;
}
