import { resourcesIn, votesOf, winner } from './fhir-version.ts';
import type { FhirVersion } from './version-signs.ts';

export type { FhirVersion } from './version-signs.ts';

/** The format that a value is in, with the evidence. */
export interface Recognition {
  /** `unknown`: not FHIR, or no format that this package knows. */
  readonly version: FhirVersion | 'FHIR XML' | 'CDA' | 'HL7 v2' | 'unknown';
  /** The evidence, safe for a log or a report: names of types and fields, never content. */
  readonly evidence: readonly string[];
}

/** More pieces of evidence than this would only lengthen a report. */
const FEW = 5;

/** Recognises the format and version of a value: a resource, a Bundle, an array of resources, or text. */
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

function recogniseText(text: string): Recognition {
  // The first characters are enough to tell the formats apart. A whole export may be many megabytes.
  const start = text.trimStart().slice(0, 500);
  if (start.startsWith('MSH|')) return { version: 'HL7 v2', evidence: ['MSH segment'] };
  if (!start.startsWith('<')) return { version: 'unknown', evidence: ['text'] };
  if (/<ClinicalDocument[\s>]/.test(start)) return { version: 'CDA', evidence: ['ClinicalDocument'] };
  const fhir = text.slice(0, 2000).includes('http://hl7.org/fhir');
  return { version: fhir ? 'FHIR XML' : 'unknown', evidence: [fhir ? 'FHIR namespace' : 'XML'] };
}
