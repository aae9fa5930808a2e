import type { Practitioner, PractitionerRole, Reference, Resource } from '@medplum/fhirtypes';
import type { Instant } from '@ehch/clinical/time';
import type { StaffMember as SignsIn } from '../auth/tokens.ts';
import { UK_CORE } from './codes.ts';
import { daysUntil, DEMO_NOW } from './days.ts';
import { opaqueId } from './identifiers.ts';
import { jobConcept } from './job-roles.ts';
import { organizationReference } from './places.ts';
import { STAFF, type AnyStaff } from './staff-list.ts';

export function staffReference(seed: number, name: AnyStaff): Reference<Practitioner> {
  return { reference: `Practitioner/${opaqueId(seed, 'staff', name)}`, display: nameOf(name) };
}

/** The staff as people who may sign in. A seed gives the same subjects at every start. */
export function sampleStaff({ now = DEMO_NOW, seed = 1 }: { now?: Instant; seed?: number } = {}): SignsIn[] {
  const { end } = shiftAround(now);
  return (Object.keys(STAFF) as AnyStaff[]).map((key) => {
    const { role, works, pass } = STAFF[key];
    const id = opaqueId(seed, 'staff', key);
    const resident = pass?.resident ?? null;
    return {
      key,
      sub: id,
      fhirUser: `Practitioner/${id}`,
      name: nameOf(key),
      role,
      organisation: organizationReference(seed, works).display ?? '',
      ...(pass === undefined ? {} : { until: end }),
      ...(resident === null ? {} : { patient: opaqueId(seed, resident, 'patient') }),
    };
  });
}

export function staffResources(seed: number, now: Instant): Resource[] {
  const shift = shiftAround(now);
  return (Object.keys(STAFF) as AnyStaff[]).flatMap((name) => {
    const { title, given, family, role, job, works, pass } = STAFF[name];
    const practitioner: Practitioner = {
      resourceType: 'Practitioner',
      id: opaqueId(seed, 'staff', name),
      meta: { profile: [`${UK_CORE}UKCore-Practitioner`] },
      active: true,
      name: [{ use: 'official', family, given: [given], prefix: [title] }],
    };
    const practitionerRole: PractitionerRole = {
      resourceType: 'PractitionerRole',
      id: opaqueId(seed, 'role', name),
      meta: { profile: [`${UK_CORE}UKCore-PractitionerRole`] },
      active: true,
      ...(pass === undefined ? {} : { period: shift }),
      practitioner: staffReference(seed, name),
      organization: { reference: `Organization/${opaqueId(seed, 'organization', works)}` },
      code: [jobConcept(job, role)],
    };
    return [practitioner, practitionerRole];
  });
}

function nameOf(key: AnyStaff): string {
  const { title, given, family } = STAFF[key];
  return `${title} ${given} ${family}`;
}

/** Milliseconds. An agency's shift is never longer, although a night in autumn is. */
const LONGEST_SHIFT = 12 * 3_600_000;

/** The day or night shift that a moment lies in: from 8 o'clock in London, for 12 hours. */
function shiftAround(now: Instant): { readonly start: Instant; readonly end: Instant } {
  const { at } = daysUntil(now);
  const starts = [at(1, '20:00'), at(0, '08:00'), at(0, '20:00')];
  const start = starts.findLast((one) => Date.parse(one) <= Date.parse(now)) ?? now;
  return { start, end: new Date(Date.parse(start) + LONGEST_SHIFT).toISOString() };
}
