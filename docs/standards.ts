/** A code system, standard or guide that the program uses, with the notice that its owner asks for and its address. */
export interface UsedStandard {
  readonly name: string;
  /** What of it is here. */
  readonly used: string;
  /** The owner's own words. */
  readonly notice: string;
  readonly address: string;
}

export const standards: readonly UsedStandard[] = [
  {
    name: 'SNOMED CT',
    used:
      'Some codes, to read and write records. No release of SNOMED CT is here. Whoever deploys EHCH Kit needs a licence ' +
      'of their own; in the UK it is accepted at NHS TRUD.',
    notice:
      'This material includes SNOMED Clinical Terms® (SNOMED CT®) which is used by permission of SNOMED International. ' +
      'All rights reserved. SNOMED CT® was originally created by The College of American Pathologists. SNOMED and SNOMED ' +
      'CT are registered trademarks of SNOMED International. Implementers of these artefacts must have the appropriate ' +
      'SNOMED CT Affiliate license.',
    address: 'https://isd.digital.nhs.uk/trud',
  },
  {
    name: 'LOINC',
    used: 'Some codes, to read and write records.',
    notice:
      'This material contains content from LOINC (http://loinc.org). LOINC is copyright © 1995-2020, Regenstrief ' +
      'Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no ' +
      'cost under the license at http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief ' +
      'Institute, Inc.',
    address: 'http://loinc.org/license',
  },
  {
    name: 'UCUM',
    used: 'Some codes of units. The specification is not here.',
    notice:
      'The Unified Code for Units of Measure (UCUM), also known as the “UCUM Specification,” is copyright ©1999-2024, ' +
      'Regenstrief Institute, Inc. All rights reserved. It is used under the UCUM Copyright Notice and License, which ' +
      'provides it on an “as is” basis, without warranties or conditions of any kind.',
    address: 'https://ucum.org/license',
  },
  {
    name: 'HL7 FHIR and HL7 Terminology',
    used: 'Resources and codes of R4.',
    notice:
      'HL7®, HEALTH LEVEL SEVEN® and FHIR® are trademarks owned by Health Level Seven International, registered with the ' +
      'United States Patent and Trademark Office. The FHIR specification is licensed under Creative Commons “No Rights ' +
      'Reserved” (CC0). This material derives from the HL7 Terminology THO. THO is copyright ©1989+ Health Level Seven ' +
      'International and is made available under the CC0 designation. Use of the trademark is no endorsement by HL7.',
    address: 'https://hl7.org/fhir/R4/license.html',
  },
  {
    name: 'UK Core',
    used: 'Profiles, extensions and value sets, by their addresses.',
    notice: 'Copyright © 2021+ HL7 UK. Licensed under the Apache License, Version 2.0.',
    address: 'https://simplifier.net/guide/hl7fhirukcoredesignanddevelopmentapproach',
  },
  {
    name: 'NHS dictionary of medicines and devices (dm+d)',
    used: 'Codes in records that are read, and the names of some medicines. No release of dm+d is here.',
    notice:
      'Contains public sector information licensed under the Open Government Licence v3.0: dm+d, NHS Business Services ' +
      'Authority and NHS England.',
    address: 'https://isd.digital.nhs.uk/trud/users/guest/filters/0/licence/9',
  },
  {
    name: 'NHS Common User Interface design guides, NHS digital service manual',
    used: 'Rules for how a name, a date, an NHS number and a medicine are written. No logo, no font and no identity of the NHS.',
    notice: 'Contains public sector information licensed under the Open Government Licence v3.0.',
    address: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  {
    name: 'PRSB, About Me',
    used:
      'The headings of About Me, in records that are read and in our own assessment. Its terms of use have not been ' +
      'confirmed.',
    notice: 'The standard is the Professional Record Standards Body’s.',
    address: 'https://theprsb.org',
  },
];
