import type { Location, Organization, Reference } from '@medplum/fhirtypes';
import { hl7, text, UK_CORE } from './codes.ts';
import { opaqueId } from './identifiers.ts';

const ORGANIZATIONS = {
  home: { name: 'Rowan Court', kind: 'Care home with nursing', phone: '01632 960100' },
  practice: { name: 'Ridgeway Surgery', kind: 'General practice', phone: '01632 960200' },
  otherPractice: { name: 'Millbrook Medical Centre', kind: 'General practice', phone: '01632 960300' },
  hospital: { name: 'Holmdale General Hospital', kind: 'Hospital', phone: '01632 960400' },
  community: { name: 'Holmdale Community Health', kind: 'Community health service', phone: '01632 960500' },
  pharmacy: { name: 'Bridge Street Pharmacy', kind: 'Community pharmacy', phone: '01632 960600' },
  council: { name: 'Holmdale Council', kind: 'Adult social care', phone: '01632 960700' },
  charity: { name: 'Holmdale Neighbours', kind: 'Voluntary organisation', phone: '01632 960800' },
} as const;

export type OrganizationName = keyof typeof ORGANIZATIONS;

export function organizationReference(seed: number, name: OrganizationName): Reference<Organization> {
  return {
    reference: `Organization/${opaqueId(seed, 'organization', name)}`,
    display: ORGANIZATIONS[name].name,
  };
}

/** The home, the practices and the hospital as Organizations. */
export function organizations(seed: number): Organization[] {
  return (Object.keys(ORGANIZATIONS) as OrganizationName[]).map((name) => ({
    resourceType: 'Organization',
    id: opaqueId(seed, 'organization', name),
    meta: { profile: [`${UK_CORE}UKCore-Organization`] },
    active: true,
    name: ORGANIZATIONS[name].name,
    type: [text(ORGANIZATIONS[name].kind)],
    telecom: [{ system: 'phone', use: 'work', value: ORGANIZATIONS[name].phone }],
  }));
}

export function homeLocation(seed: number): Reference<Location> {
  return { reference: `Location/${opaqueId(seed, 'location', 'home')}`, display: 'Rowan Court' };
}

export function roomLocation(seed: number, room: string): Reference<Location> {
  return { reference: `Location/${opaqueId(seed, 'location', 'room', room)}`, display: `Room ${room}` };
}

export function hospitalLocation(seed: number): Reference<Location> {
  return {
    reference: `Location/${opaqueId(seed, 'location', 'ward')}`,
    display: 'Holmdale General Hospital, Ward 12',
  };
}

/** The home, its rooms as parts of it, and the hospital ward that residents are admitted to. */
export function locations(seed: number, rooms: readonly string[]): Location[] {
  const home: Location = {
    resourceType: 'Location',
    id: opaqueId(seed, 'location', 'home'),
    meta: { profile: [`${UK_CORE}UKCore-Location`] },
    status: 'active',
    name: 'Rowan Court',
    mode: 'instance',
    physicalType: hl7('location-physical-type', 'bu'),
    managingOrganization: organizationReference(seed, 'home'),
  };
  const ward: Location = {
    resourceType: 'Location',
    id: opaqueId(seed, 'location', 'ward'),
    meta: { profile: [`${UK_CORE}UKCore-Location`] },
    status: 'active',
    name: 'Holmdale General Hospital, Ward 12',
    mode: 'instance',
    physicalType: hl7('location-physical-type', 'wa'),
    managingOrganization: organizationReference(seed, 'hospital'),
  };
  return [
    home,
    ward,
    ...rooms.map((room): Location => ({
      resourceType: 'Location',
      id: opaqueId(seed, 'location', 'room', room),
      meta: { profile: [`${UK_CORE}UKCore-Location`] },
      status: 'active',
      name: `Room ${room}`,
      mode: 'instance',
      physicalType: hl7('location-physical-type', 'ro'),
      partOf: homeLocation(seed),
    })),
  ];
}
