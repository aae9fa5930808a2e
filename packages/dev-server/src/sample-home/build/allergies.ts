import type { AllergyIntolerance } from '@medplum/fhirtypes';
import { NONE_KNOWN, SUBSTANCES } from '../catalogue/allergies.ts';
import { hl7, text } from '../codes.ts';
import { madeBy, type Resident } from '../resident.ts';
import type { AllergyStory } from '../story.ts';

/** Writes the allergies. Without a story there is no resource, because "not recorded" is not "none known". */
export function allergies(resident: Resident): AllergyIntolerance[] {
  const { story, days, id } = resident;
  if (!story.allergies) return [];
  const base = shared(resident);
  if (!isList(story.allergies)) {
    const { noneKnown, on } = story.allergies;
    return [{ ...base, id: id('allergy', 'none'), code: NONE_KNOWN[noneKnown], recordedDate: days.date(on) }];
  }
  return story.allergies.map((allergy, n) => ({
    ...base,
    ...SUBSTANCES[allergy.substance],
    id: id('allergy', n),
    type: allergy.kind ?? 'allergy',
    ...(allergy.criticality === undefined ? {} : { criticality: allergy.criticality }),
    ...(allergy.note === undefined ? {} : { note: [{ text: allergy.note }] }),
    recordedDate: typeof allergy.recorded === 'number' ? days.date(allergy.recorded) : allergy.recorded,
    ...(allergy.reaction === undefined
      ? {}
      : {
          reaction: [
            {
              manifestation: [text(allergy.reaction)],
              ...(allergy.severity === undefined ? {} : { severity: allergy.severity }),
            },
          ],
        }),
  }));
}

function shared({ patient, staff }: Resident): AllergyIntolerance {
  return {
    resourceType: 'AllergyIntolerance',
    meta: madeBy('UKCore-AllergyIntolerance', 'practice'),
    clinicalStatus: hl7('allergyintolerance-clinical', 'active'),
    verificationStatus: hl7('allergyintolerance-verification', 'confirmed'),
    patient,
    recorder: staff('gp'),
  };
}

function isList(
  allergies: NonNullable<Resident['story']['allergies']>,
): allergies is readonly AllergyStory[] {
  return Array.isArray(allergies);
}
