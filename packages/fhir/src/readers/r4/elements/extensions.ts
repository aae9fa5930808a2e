import { EXTENSION } from '../../../codes/systems.ts';
import { textAt, type JsonObject } from '../../../entry.ts';
import type { Harmless } from './harmless.ts';

const READ: ReadonlySet<string> = new Set(Object.values(EXTENSION));

/** Extensions that cannot change what stands beside them, by their address. */
const HARMLESS: Harmless = {
  'http://hl7.org/fhir/StructureDefinition/rendering-style': 'Says how a text is set.',
  'http://hl7.org/fhir/StructureDefinition/rendering-xhtml': 'The same text with mark-up.',
  'http://hl7.org/fhir/StructureDefinition/narrativeLink': 'Points into the narrative.',
  'http://hl7.org/fhir/StructureDefinition/originalText': 'Points into the narrative.',
  'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier': 'Says what kind of name part it is.',
  'http://hl7.org/fhir/StructureDefinition/geolocation': 'Says where an address is on a map.',
  'http://hl7.org/fhir/StructureDefinition/humanname-own-name': 'Repeats a part of the family name.',
  'http://hl7.org/fhir/us/core/StructureDefinition/us-core-race': 'No section speaks of it.',
  'http://hl7.org/fhir/us/core/StructureDefinition/us-core-ethnicity': 'No section speaks of it.',
  'http://hl7.org/fhir/us/core/StructureDefinition/us-core-tribal-affiliation': 'No section speaks of it.',
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory': 'No section speaks of it.',
  'http://hl7.org.au/fhir/StructureDefinition/indigenous-status': 'No section speaks of it.',
  'http://hl7.org/fhir/StructureDefinition/patient-birthPlace': 'Identity goes by birth date, not place.',
  'http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName': 'It is another person’s name.',
  'http://synthetichealth.github.io/synthea/disability-adjusted-life-years':
    'It is a figure of a simulation.',
  'http://synthetichealth.github.io/synthea/quality-adjusted-life-years': 'It is a figure of a simulation.',
};

export function isReadExtension(extension: JsonObject): boolean {
  return READ.has(textAt(extension, 'url') ?? '');
}

export function isHarmlessExtension(extension: JsonObject): boolean {
  return Object.hasOwn(HARMLESS, textAt(extension, 'url') ?? '');
}
