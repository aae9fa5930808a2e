import type { Observation } from '@medplum/fhirtypes';
import { hl7, loinc, snomed, UCUM } from '../codes.ts';
import { organizationReference } from '../places.ts';
import { madeBy, type Resident } from '../resident.ts';
import type { ResultStory } from '../story.ts';

interface Test {
  readonly code: Observation['code'];
  readonly unit: { readonly unit: string; readonly system: string; readonly code: string };
  /** The lower end of the laboratory's own range. [P] */
  readonly low: Readonly<Record<Resident['story']['gender'], number>>;
}

/** Codes with the words of NHS reports, beside the LOINC codes of the public examples that we could read. */
const TESTS: Readonly<Record<ResultStory['test'], Test>> = {
  egfr: {
    code: {
      coding: [
        snomed('1011481000000105'),
        loinc('33914-3', 'Glomerular filtration rate/1.73 sq M.predicted'),
      ],
      text: 'eGFR using creatinine (CKD-EPI) per 1.73 square metres',
    },
    unit: { unit: 'mL/min/1.73 m²', system: UCUM, code: 'mL/min/{1.73_m2}' },
    low: { female: 60, male: 60 },
  },
  haemoglobin: {
    code: {
      coding: [
        snomed('1022431000000105', 'Haemoglobin estimation'),
        loinc('718-7', 'Hemoglobin [Mass/volume] in Blood'),
      ],
      text: 'Haemoglobin estimation',
    },
    unit: { unit: 'g/L', system: UCUM, code: 'g/L' },
    low: { female: 115, male: 130 },
  },
};

/** Writes laboratory results as the practice holds them. */
export function results({ story, days, id, seed, patient }: Resident): Observation[] {
  return (story.results ?? []).map(({ test, value, on, note }, n) => {
    const { code, unit, low: lows } = TESTS[test];
    const low = lows[story.gender];
    return {
      resourceType: 'Observation',
      id: id('result', n),
      // UK Core's laboratory profile puts each code on one of two lists, and refuses a code that is on both.
      meta: madeBy('UKCore-Observation', 'practice'),
      status: 'final',
      category: [hl7('observation-category', 'laboratory')],
      code,
      subject: patient,
      effectiveDateTime: days.at(on, '09:10'),
      issued: days.at(on - 1, '16:40'),
      performer: [organizationReference(seed, 'hospital')],
      valueQuantity: { value, ...unit },
      ...(value < low ? { interpretation: [hl7('v3-ObservationInterpretation', 'L')] } : {}),
      referenceRange: [{ low: { value: low, ...unit } }],
      ...(note === undefined ? {} : { note: [{ text: note }] }),
    };
  });
}
