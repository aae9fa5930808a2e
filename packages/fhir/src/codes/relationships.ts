/** HL7's table of roles of a contact (v2-0131), in each spelling of its address. */
const CONTACT_ROLES = /\/(?:v2-0131|v2\/0131)$/;

/** HL7's codes for relations and authorities (v3 RoleCode), in each spelling of their address. */
const ROLE_CODES = /\/(?:v3-RoleCode|v3\/RoleCode)$/;

/** R4's value set of a contact's relationship is this table. */
const CONTACTS: ReadonlyMap<string, string> = new Map([
  ['BP', 'billing contact'],
  ['C', 'emergency contact'],
  ['CP', 'contact person'],
  ['E', 'employer'],
  ['EP', 'emergency contact person'],
  ['F', 'federal agency'],
  ['I', 'insurance company'],
  ['N', 'next of kin'],
  ['O', 'other'],
  ['PR', 'person preparing referral'],
  ['S', 'state agency'],
]);

/** The codes of R4's value set for a related person that say who somebody is, or by what authority. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ['HPOWATT', 'healthcare power of attorney'],
  ['POWATT', 'power of attorney'],
  ['DPOWATT', 'durable power of attorney'],
  ['SPOWATT', 'special power of attorney'],
  ['RESPRSN', 'responsible party'],
  ['EXCEST', 'executor of estate'],
  ['GUARD', 'guardian'],
  ['GUADLTM', 'guardian ad litem'],
  ['FAMMEMB', 'family member'],
  ['EXT', 'extended family member'],
  ['CHILD', 'child'],
  ['NCHILD', 'natural child'],
  ['STPCHLD', 'step child'],
  ['CHLDADOPT', 'adopted child'],
  ['CHLDINLAW', 'child-in-law'],
  ['CHLDFOST', 'foster child'],
  ['DAU', 'daughter'],
  ['DAUC', 'daughter'],
  ['DAUADOPT', 'adopted daughter'],
  ['DAUFOST', 'foster daughter'],
  ['DAUINLAW', 'daughter-in-law'],
  ['STPDAU', 'stepdaughter'],
  ['SON', 'son'],
  ['SONC', 'son'],
  ['SONADOPT', 'adopted son'],
  ['SONFOST', 'foster son'],
  ['SONINLAW', 'son-in-law'],
  ['STPSON', 'stepson'],
  ['GRNDCHILD', 'grandchild'],
  ['GRNDDAU', 'granddaughter'],
  ['GRNDSON', 'grandson'],
  ['SPS', 'spouse'],
  ['HUSB', 'husband'],
  ['WIFE', 'wife'],
  ['FMRSPS', 'former spouse'],
  ['DOMPART', 'domestic partner'],
  ['SIGOTHR', 'significant other'],
  ['PRN', 'parent'],
  ['MTH', 'mother'],
  ['FTH', 'father'],
  ['SIB', 'sibling'],
  ['BRO', 'brother'],
  ['SIS', 'sister'],
  ['BROINLAW', 'brother-in-law'],
  ['SISINLAW', 'sister-in-law'],
  ['NIENEPH', 'niece or nephew'],
  ['NIECE', 'niece'],
  ['NEPHEW', 'nephew'],
  ['AUNT', 'aunt'],
  ['UNCLE', 'uncle'],
  ['COUSN', 'cousin'],
  ['FRND', 'unrelated friend'],
  ['NBOR', 'neighbour'],
  ['ROOM', 'roommate'],
]);

interface Coded {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
}

/** What HL7 calls a relationship whose code came without words. `null`: it is none of these. */
export function relationshipInWords({ system = '', code = '' }: Coded): string | null {
  if (CONTACT_ROLES.test(system)) return CONTACTS.get(code) ?? null;
  return ROLE_CODES.test(system) ? (ROLES.get(code) ?? null) : null;
}
