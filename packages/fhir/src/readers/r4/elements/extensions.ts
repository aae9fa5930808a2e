import type { MoreInRecord } from '@ehch/clinical';
import { isObject, listAt, textAt, type JsonObject } from '../../../entry.ts';
import { addressOfExtension } from '../../../extensions.ts';
import { elementName } from './words.ts';

/**
 * The extensions that a map reads, by the path where it reads them and by their address. A map reads the
 * `first` of them, `each` of them, or only the named parts of each. No map reads an extension in another
 * place, nor a second one where the map takes the first.
 */
export type ReadExtensions = Readonly<
  Record<string, Readonly<Record<string, 'first' | 'each' | readonly string[]>>>
>;

/**
 * Addresses of extensions that cannot change the meaning of the element around them, each with its reason.
 */
const HARMLESS = new Set([
  // Says how a text is set.
  'http://hl7.org/fhir/StructureDefinition/rendering-style',
  // The same text with mark-up.
  'http://hl7.org/fhir/StructureDefinition/rendering-xhtml',
  // Points into the narrative.
  'http://hl7.org/fhir/StructureDefinition/narrativeLink',
  // Points into the narrative.
  'http://hl7.org/fhir/StructureDefinition/originalText',
  // Says what kind of name part it is.
  'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier',
  // Says where an address is on a map.
  'http://hl7.org/fhir/StructureDefinition/geolocation',
  // Numbers the term; its words are shown.
  'http://hl7.org/fhir/StructureDefinition/coding-sctdescid',
  // Numbers the term; its words are shown.
  'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-coding-sctdescid',
  // Numbers the term; its words are shown.
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-CodingSCTDescId',
  // A synonym of the same code, whose words are shown.
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-CodingSCTDescDisplay',
  // Points to the record that a problem was made from; its words are shown.
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ActualProblem',
  // Points to the record that a problem was made from; its words are shown.
  'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-ActualProblem-1',
  // Groups it with another problem, which stands on the list itself.
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-RelatedProblemHeader',
  // Groups it with another problem, which stands on the list itself.
  'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-RelatedProblemHeader-1',
  // Points to records about it, which stand in their own sections.
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-RelatedClinicalContent',
  // Points to records about it, which stand in their own sections.
  'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-RelatedClinicalContent-1',
  // Points to a goal, which stands in the plan.
  'http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal',
  // Names the visit on which it was written; it has its own date.
  'http://hl7.org/fhir/StructureDefinition/encounter-associatedEncounter',
  // Names the visit on which it was written; it has its own date.
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AssociatedEncounter',
  // Says who was in the room; it changes nothing of what was given.
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ParentPresent',
  // Says in what kind of place a list was kept.
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ClinicalSetting',
  // Says in what kind of place a list was kept.
  'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-ClinicalSetting-1',
  // Repeats a part of the family name.
  'http://hl7.org/fhir/StructureDefinition/humanname-own-name',
  // Says on which kind of form it was prescribed.
  'https://fhir.nhs.uk/StructureDefinition/Extension-DM-PrescriptionType',
  // Numbers the prescription form.
  'https://fhir.nhs.uk/StructureDefinition/Extension-DM-PrescriptionId',
  // Says what kind of pharmacy supplies it.
  'https://fhir.nhs.uk/StructureDefinition/Extension-DM-PerformerSiteType',
  // Says how the pharmacy is paid.
  'https://fhir.nhs.uk/StructureDefinition/Extension-DM-PrescriptionEndorsement',
  // Names the budget; the requester is shown.
  'https://fhir.nhs.uk/StructureDefinition/Extension-DM-ResponsiblePractitioner',
  // No section shows it.
  'http://hl7.org/fhir/us/core/StructureDefinition/us-core-race',
  // No section shows it.
  'http://hl7.org/fhir/us/core/StructureDefinition/us-core-ethnicity',
  // No section shows it.
  'http://hl7.org/fhir/us/core/StructureDefinition/us-core-tribal-affiliation',
  // No section shows it.
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory',
  // No section shows it.
  'http://hl7.org.au/fhir/StructureDefinition/indigenous-status',
  // Identity goes by birth date, not place.
  'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
  // It is another person’s name.
  'http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName',
  // Numbers the row; its answers are shown.
  'https://ehch-kit.example/StructureDefinition/form-row',
  // Names the press that made this version, so that no retry doubles it.
  'https://ehch-kit.example/StructureDefinition/sync-intent',
  // A figure from a simulation.
  'http://synthetichealth.github.io/synthea/disability-adjusted-life-years',
  // A figure from a simulation.
  'http://synthetichealth.github.io/synthea/quality-adjusted-life-years',
]);

/** Extensions that are harmless only if the record that they point to is present. */
const POINTER =
  /(?:-(?:ActualProblem|RelatedProblemHeader|RelatedClinicalContent)(?:-1)?|\/resource-pertainsToGoal)$/;

/** Targets of such extensions that did not arrive. */
export function absentTargets(
  raw: JsonObject,
  isHere: (reference: string) => boolean,
): readonly MoreInRecord[] {
  return listAt(raw, 'extension').flatMap((extension) => {
    const url = textAt(extension, 'url') ?? '';
    if (!POINTER.test(url)) return [];
    const target = [extension, ...listAt(extension, 'extension')]
      .map((part) => (isObject(part) ? part['valueReference'] : undefined))
      .find((reference) => reference !== undefined);
    const address = textAt(target, 'reference');
    const name = elementName('extension', { url: url.replace(/-1$/, '') });
    return address !== null && isHere(address) ? [] : [{ name, text: textAt(target, 'display') }];
  });
}

/**
 * The parts of an extension that its map leaves unread. `null`: no map reads the extension in this place.
 * @param before the extensions before it at the same element
 */
export function readExtension(
  read: ReadExtensions,
  path: string,
  extension: JsonObject,
  before: readonly unknown[],
): { readonly left: readonly unknown[] } | null {
  const reading = read[path.replace(NESTED, '')]?.[addressOfExtension(extension) ?? ''];
  if (reading === undefined || (reading === 'first' && isRepeated(extension, before))) return null;
  if (reading === 'first' || reading === 'each') return { left: [] };
  const inner = listAt(extension, 'extension');
  // The map reads named parts only, so a value of the extension itself stays unread.
  if (inner.length === 0) return null;
  return {
    left: inner.filter(
      (each, place) =>
        !reading.includes(textAt(each, 'url') ?? '') || isRepeated(each, inner.slice(0, place)),
    ),
  };
}

/** Items of a form are nested to any depth and are read alike, so the path leaves the nesting out. */
const NESTED = /^(?:item\.(?:answer\.)?)+(?=item\.(?:answer\.)?extension$)/;

function isRepeated(extension: unknown, before: readonly unknown[]): boolean {
  return before.some((other) => addressOfExtension(other) === addressOfExtension(extension));
}

/** Whether an extension cannot change the meaning of the element around it. */
export function isHarmlessExtension(extension: JsonObject): boolean {
  return HARMLESS.has(textAt(extension, 'url') ?? '');
}
