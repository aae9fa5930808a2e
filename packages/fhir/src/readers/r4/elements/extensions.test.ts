import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RESOURCES } from '../resources/index.ts';
import { moreOf } from './more.ts';

/**
 * What somebody has reviewed, by the publisher's address: none of it changes what a fact means. Whatever is not
 * in this list is shown with the fact, and whatever is in it fills no screen.
 */
const REVIEWED: Readonly<Record<string, readonly string[]>> = {
  'http://hl7.org/fhir/StructureDefinition': [
    'rendering-style',
    'rendering-xhtml',
    'narrativeLink',
    'originalText',
    'iso21090-EN-qualifier',
    'geolocation',
    'coding-sctdescid',
    'resource-pertainsToGoal',
    'encounter-associatedEncounter',
    'humanname-own-name',
    'patient-birthPlace',
    'patient-mothersMaidenName',
  ],
  'https://fhir.nhs.uk/STU3/StructureDefinition': [
    'Extension-coding-sctdescid',
    'Extension-CareConnect-GPC-ClinicalSetting-1',
  ],
  'https://fhir.hl7.org.uk/StructureDefinition': [
    'Extension-UKCore-CodingSCTDescId',
    'Extension-UKCore-CodingSCTDescDisplay',
    'Extension-UKCore-ActualProblem',
    'Extension-UKCore-RelatedProblemHeader',
    'Extension-UKCore-RelatedClinicalContent',
    'Extension-UKCore-AssociatedEncounter',
    'Extension-UKCore-ParentPresent',
    'Extension-UKCore-ClinicalSetting',
    'Extension-UKCore-EthnicCategory',
  ],
  'https://fhir.hl7.org.uk/STU3/StructureDefinition': [
    'Extension-CareConnect-ActualProblem-1',
    'Extension-CareConnect-RelatedProblemHeader-1',
    'Extension-CareConnect-RelatedClinicalContent-1',
  ],
  'https://fhir.nhs.uk/StructureDefinition': [
    'Extension-DM-PrescriptionType',
    'Extension-DM-PrescriptionId',
    'Extension-DM-PerformerSiteType',
    'Extension-DM-PrescriptionEndorsement',
    'Extension-DM-ResponsiblePractitioner',
  ],
  'http://hl7.org/fhir/us/core/StructureDefinition': [
    'us-core-race',
    'us-core-ethnicity',
    'us-core-tribal-affiliation',
  ],
  'http://hl7.org.au/fhir/StructureDefinition': ['indigenous-status'],
  'https://ehch-kit.example/StructureDefinition': ['form-row', 'sync-intent'],
  'http://synthetichealth.github.io/synthea': [
    'disability-adjusted-life-years',
    'quality-adjusted-life-years',
  ],
};

const shown = (url: string) =>
  moreOf(RESOURCES.Condition, {
    resourceType: 'Condition',
    code: { text: 'Asthma', extension: [{ url, valueString: 'zz' }] },
  }).length > 0;

for (const [publisher, names] of Object.entries(REVIEWED))
  for (const name of names)
    test(`an extension that was reviewed fills no screen: ${name}`, () => {
      assert.equal(shown(`${publisher}/${name}`), false);
      assert.equal(shown(`${publisher}/${name}-another`), true);
      assert.equal(shown(`https://zz.example/${name}`), true);
    });
