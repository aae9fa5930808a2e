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
  'https://fhir.nhs.uk/StructureDefinition/Extension-DM-PrescriptionType':
    'Says on which kind of form it was prescribed.',
  'https://fhir.nhs.uk/StructureDefinition/Extension-DM-PrescriptionId': 'Numbers the prescription form.',
  'https://fhir.nhs.uk/StructureDefinition/Extension-DM-PerformerSiteType':
    'Says what kind of pharmacy supplies it.',
  'https://fhir.nhs.uk/StructureDefinition/Extension-DM-PrescriptionEndorsement':
    'Says how the pharmacy is paid.',
  'https://fhir.nhs.uk/StructureDefinition/Extension-DM-ResponsiblePractitioner':
    'Says whose budget it is; the requester is named.',
};

export function isReadExtension(extension: JsonObject): boolean {
  return READ.has(textAt(extension, 'url') ?? '');
}

export function isHarmlessExtension(extension: JsonObject): boolean {
  return Object.hasOwn(HARMLESS, textAt(extension, 'url') ?? '');
}
