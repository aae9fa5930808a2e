import type { NhsNumberRecord, PersonName } from '@ehch/clinical';
import { plainLines } from '@ehch/clinical/display';
import type { PartialDate } from '@ehch/clinical/time';
import { readDate } from './dates.ts';
import { unwrap } from './bundle.ts';
import { isObject, textAt } from './entry.ts';
import { plainEntry } from './json.ts';
import { currentName, toPersonName } from './names.ts';
import { cautionsFor } from './readers/r4/cautions.ts';
import { hold } from './readers/r4/hold.ts';
import { nhsNumberOf } from './readers/r4/map/nhs-number.ts';
import { chiNumberOf } from './readers/r4/map/other-numbers.ts';
import { keysOf, meet } from './readers/r4/same-record.ts';

/** One Patient, as a person choosing from a list needs it. */
export interface PatientFound {
  /** The logical id, else the full URL. `buildView` takes it as `patient`. */
  readonly id: string;
  readonly name: PersonName | null;
  readonly born: PartialDate | null;
  readonly nhsNumber: NhsNumberRecord;
  /** Ten digits of Scotland's Community Health Index, where the record has one. It is no NHS number. */
  readonly chiNumber?: string;
}

/**
 * The Patients among raw resources or Bundles, for a roster or a list to choose from. A person who occurs on
 * two pages is listed once.
 * Two people under one id are each named by their full address. Without an address, choosing either shows
 * nobody. `today` decides which names have ended.
 */
export function patientsIn(resources: readonly unknown[], today = ''): readonly PatientFound[] {
  const all = unwrap(resources).entries.filter(({ isDeleted }) => isDeleted !== true);
  const patients = all
    .filter(({ resource }) => plainLines(textAt(resource, 'resourceType') ?? '') === 'Patient')
    .map(plainEntry);
  const keys = keysOf(patients);
  const rows = patients.flatMap(({ fullUrl, resource }, at) =>
    isObject(resource) ? [{ fullUrl, raw: resource, key: keys[at] ?? '' }] : [],
  );
  // A record that was changed later than today is not the newest by that.
  const { aside } = meet(rows, today === '' ? null : `${today}T23:59:59Z`);
  const left = rows.filter((row) => !aside.has(row));
  const ids = left.map(({ raw }) => textAt(raw, 'id'));
  return left.flatMap(({ fullUrl, raw }, at) => {
    const held = hold('Patient', raw, '', fullUrl);
    const own = ids[at] ?? null;
    const isShared = own !== null && ids.filter((id) => id === own).length > 1;
    const id = (isShared ? fullUrl : own) ?? own ?? fullUrl;
    if ('why' in held || id === null) return [];
    const chiNumber = chiNumberOf(held, today);
    return [
      {
        id,
        name: toPersonName(currentName(held.value.name, today)),
        born: readDate(held.value.birthDate, new Set()),
        nhsNumber: nhsNumberOf(held, today, cautionsFor(held)),
        ...(chiNumber !== null && { chiNumber }),
      },
    ];
  });
}
