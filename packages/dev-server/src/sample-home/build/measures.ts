import type { Observation } from '@medplum/fhirtypes';
import { wasAway } from '../away.ts';
import { CFS_LEVELS, hl7, loinc, snomed, UCUM, UNITS, VITALS } from '../codes.ts';
import { madeBy, type Resident } from '../resident.ts';

/** Writes a weight for each month, height, frailty, function and the help that the resident needs. */
export function measures(resident: Resident): Observation[] {
  return [...weights(resident), ...frailty(resident), ...needs(resident)];
}

const MONTHS = [90, 60, 30, 2] as const;

function weights(resident: Resident): Observation[] {
  const { story, id, days } = resident;
  if (!story.weight) return [];
  const { now, before, height, note, declined, slip } = story.weight;
  const taken = MONTHS.filter(
    (ago) => ago <= story.stay.since && ago > (story.died ?? 0) && !wasAway(story, ago),
  );
  const profile = 'UKCore-Observation-VitalSigns-BodyWeight';
  return [
    ...taken.map((ago, n): Observation => ({
      ...shared(resident, days.date(ago), 'vital-signs', profile, 'home'),
      id: id('weight', n),
      ...(note !== undefined && n === taken.length - 1 ? { note: [{ text: note }] } : {}),
      code: { coding: [...VITALS.weight] },
      valueQuantity: { value: Math.round((now + ((before - now) * ago) / 90) * 10) / 10, ...UNITS.kilogram },
    })),
    ...(slip
      ? [
          {
            ...shared(resident, days.date(slip.on), 'vital-signs', profile, 'home'),
            id: id('weight', 'slip'),
            code: { coding: [...VITALS.weight] },
            valueQuantity: { value: slip.kg, ...UNITS.kilogram },
          },
        ]
      : []),
    // UK Core's body weight profile covers only weights that were taken, so a refused weighing does not claim it.
    ...(declined
      ? [
          {
            ...shared(resident, days.date(declined.on), 'vital-signs', 'UKCore-Observation', 'home'),
            id: id('weight', 'declined'),
            code: { coding: [...VITALS.weight] },
            dataAbsentReason: hl7('data-absent-reason', 'asked-declined'),
            note: [{ text: declined.words }],
          },
        ]
      : []),
    {
      ...shared(
        resident,
        days.date(story.stay.since),
        'vital-signs',
        'UKCore-Observation-VitalSigns-BodyHeight',
        'home',
      ),
      id: id('height'),
      code: { coding: [...VITALS.height] },
      valueQuantity: { value: height, ...UNITS.centimetre },
    },
  ];
}

/** The CFS level that a person judged, with its version, and the eFI as the practice's system counts it. */
function frailty(resident: Resident): Observation[] {
  const { story, id, days, staff } = resident;
  if (!story.frailty) return [];
  const { cfs, on, efiDeficits } = story.frailty;
  const level = cfs === undefined ? undefined : CFS_LEVELS[cfs - 1];
  const found: Observation[] = [];
  if (cfs !== undefined && level !== undefined) {
    found.push({
      ...shared(resident, days.date(on), 'survey', 'UKCore-Observation', 'practice'),
      id: id('cfs'),
      performer: [staff('gp')],
      code: { coding: [snomed(level)], text: 'Clinical Frailty Scale' },
      method: { text: 'Clinical Frailty Scale, version 2.0' },
      valueInteger: cfs,
    });
  }
  if (efiDeficits !== undefined) {
    found.push({
      ...shared(resident, days.date(on), 'survey', 'UKCore-Observation', 'practice'),
      id: id('efi'),
      code: { coding: [snomed('713636003')], text: 'Electronic Frailty Index (eFI)' },
      valueQuantity: { value: Math.round((efiDeficits / 36) * 100) / 100, system: UCUM, code: '1' },
      note: [{ text: `${efiDeficits} of 36 deficits` }],
    });
  }
  return found;
}

function needs(resident: Resident): Observation[] {
  const { story, id, days } = resident;
  const { barthel = [], moving, continence } = story.needs ?? {};
  const statement = (key: string, title: string, words: string): Observation => ({
    ...shared(resident, days.date(Math.min(35, story.stay.since)), 'survey', 'UKCore-Observation', 'home'),
    id: id(key),
    code: { text: title },
    valueString: words,
  });
  return [
    ...barthel.map(({ total, on, version = '0-20' }, n): Observation => ({
      ...shared(resident, days.date(on), 'survey', 'UKCore-Observation', 'home'),
      id: id('barthel', n),
      code: {
        coding: [loinc('96761-2')],
        text: version === null ? 'Barthel index' : 'Barthel index, 0 to 20',
      },
      ...(version === null ? {} : { method: { text: 'Barthel index 0-20 (Collin 1988)' } }),
      valueQuantity: { value: total, system: UCUM, code: '{score}' },
    })),
    ...(moving === undefined ? [] : [statement('moving', 'Help to move', moving)]),
    ...(continence === undefined ? [] : [statement('continence', 'Continence', continence)]),
  ];
}

function shared(
  { patient, staff }: Resident,
  when: string,
  category: string,
  profile: string,
  source: 'home' | 'practice',
): Observation {
  return {
    resourceType: 'Observation',
    meta: madeBy(profile, source),
    status: 'final',
    category: [hl7('observation-category', category)],
    code: {},
    subject: patient,
    effectiveDateTime: when,
    performer: [staff(source === 'home' ? 'nurse' : 'gp')],
  };
}
