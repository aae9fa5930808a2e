import type { NhsNumberRecord, PartialDate, PersonName } from '@ehch/clinical';
import { readDate } from './dates.ts';
import { entriesIn } from './bundle.ts';
import { isObject } from './entry.ts';
import { plainEntry } from './json.ts';
import { currentName, toPersonName } from './names.ts';
import { hold } from './readers/r4/hold.ts';
import { nhsNumberOf } from './readers/r4/map/nhs-number.ts';

export interface PatientFound {
  /** The logical id, else the full URL: what `buildView` takes as `patient`. */
  readonly id: string;
  readonly name: PersonName | null;
  readonly born: PartialDate | null;
  readonly nhsNumber: NhsNumberRecord;
}

/** The Patients among raw resources or Bundle entries, for a roster or a list to choose from. Ended names are told by `today`. */
export function patientsIn(resources: readonly unknown[], today = ''): readonly PatientFound[] {
  return resources
    .flatMap(entriesIn)
    .map(plainEntry)
    .flatMap(({ fullUrl, resource }) => {
      if (!isObject(resource) || resource['resourceType'] !== 'Patient') return [];
      const held = hold('Patient', resource, '', fullUrl);
      const id = typeof resource['id'] === 'string' ? resource['id'] : fullUrl;
      if ('why' in held || id === null) return [];
      return [
        {
          id,
          name: toPersonName(currentName(held.value.name, today)),
          born: readDate(held.value.birthDate, new Set()),
          nhsNumber: nhsNumberOf(held, today),
        },
      ];
    });
}
