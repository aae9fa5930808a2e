import { isResourceType } from '../definitions/patient-compartment.ts';
import type { StaffMember } from '../auth/tokens.ts';

/** What a scope lets a client do: create, read, update, delete, search (SMART App Launch 2.2, scopes v2). */
export type Permission = 'c' | 'r' | 'u' | 'd' | 's';

/** Scopes that say nothing of records. */
const PLAIN = ['openid', 'fhirUser', 'online_access', 'offline_access'] as const;

/** The scopes that discovery names. Scopes of one type, such as `user/Task.c`, are granted too. */
export const SCOPES_SUPPORTED = [...PLAIN, 'launch/patient', 'user/*.cruds', 'user/*.rs'] as const;

const CLINICAL = /^user\/(\*|[A-Z][A-Za-z]+)\.(c?r?u?d?s?)$/;

interface ClinicalScope {
  readonly type: string;
  readonly permissions: string;
}

function readClinical(scope: string): ClinicalScope | null {
  const [, type = '', permissions = ''] = CLINICAL.exec(scope) ?? [];
  return permissions !== '' && (type === '*' || isResourceType(type)) ? { type, permissions } : null;
}

/**
 * The scopes that somebody is given of those that a client asks for. What this server cannot keep is left out, and the
 * answer of the token endpoint says so: `patient/` and `system/` scopes, scopes with a query, and scopes of version 1.
 */
export function grantedScopes(asked: string, member: StaffMember | null): readonly string[] {
  const each = [...new Set(asked.split(' ').filter((scope) => scope !== ''))];
  return each.filter((scope) => {
    if (scope === 'launch/patient') return member === null || member.patient !== undefined;
    return PLAIN.some((plain) => plain === scope) || readClinical(scope) !== null;
  });
}

/** Whether scopes permit one thing with a resource type, or with every type (`*`). `null` permits everything. */
export function permits(scope: readonly string[] | null, type: string, permission: Permission): boolean {
  if (scope === null) return true;
  return scope.some((one) => {
    const clinical = readClinical(one);
    return (
      clinical !== null &&
      (clinical.type === '*' || clinical.type === type) &&
      clinical.permissions.includes(permission)
    );
  });
}

const WORDS: Readonly<Record<string, string>> = {
  openid: 'know who you are',
  fhirUser: 'know who you are',
  'launch/patient': 'know whom you are here for',
  online_access: 'keep you signed in while you work',
  offline_access: 'keep you signed in after you close the browser',
};

const LIST = new Intl.ListFormat('en-GB');

/** What scopes mean, in words for the person who signs in. Each is said once. */
export function scopeWords(scope: readonly string[]): readonly string[] {
  const said = scope.map((one) => {
    const { type, permissions } = readClinical(one) ?? {};
    if (type === undefined || permissions === undefined) return WORDS[one] ?? one;
    const does = [
      ...(/[rs]/.test(permissions) ? ['read'] : []),
      ...(/[cu]/.test(permissions) ? ['write'] : []),
      ...(permissions.includes('d') ? ['delete'] : []),
    ];
    return `${LIST.format(does)} ${type === '*' ? 'all records that you may see' : `records of the kind ${type}`}`;
  });
  return [...new Set(said)];
}
