import { isOtherVersion, type ServerProfile } from './server-profile.ts';

const LEVEL: { readonly [level in ServerProfile['level']]: string } = {
  A: 'Each change arrives with a marker of its own, all or nothing. After a lost answer the marker says what happened.',
  'A-': 'Each change is a request of its own under an id of ours. After a lost answer the record itself says what happened.',
  B: 'The server gives every id. After a lost answer a create waits 130 seconds before it is repeated, and duplicates are looked for.',
  'read-only':
    'Nothing is written to this server: it offers no way to repeat a lost request without the risk of doubling it.',
};

/** What a profile means, in sentences for an administrator. Nothing of a resident is in them. */
export function profileWords(profile: ServerProfile): readonly string[] {
  const { level, create, hasHistory, ignoresIfMatch, ignoresIfNoneMatch, transactions, findings } = profile;
  const writes = level !== 'read-only';
  return [
    ...(findings.software === null ? [] : [`The server calls itself ${findings.software}.`]),
    ...(isOtherVersion(findings.fhirVersion)
      ? [
          `The server states FHIR ${findings.fhirVersion}. This program reads and writes FHIR R4 (4.0), so nothing is written there.`,
        ]
      : []),
    `Level ${level}. ${LEVEL[level]}`,
    ...(writes && ignoresIfMatch
      ? ['Existing records are not changed: the server overwrites newer versions (it ignores If-Match).']
      : []),
    ...(writes && ignoresIfNoneMatch && create === 'put'
      ? [
          'The server ignores If-None-Match. A create that a proxy delays and repeats could overwrite a later change of the same record.',
        ]
      : []),
    ...(writes && ignoresIfNoneMatch && create === 'post'
      ? [
          'The server ignores If-None-Match, so records are created by a condition on their press, under ids of the server.',
        ]
      : []),
    ...(writes && !transactions
      ? ['Several records of one press do not arrive together. Each is checked after a lost answer.']
      : []),
    ...(writes && level !== 'A' && !hasHistory
      ? [
          'The server shows no history. After a lost answer, a record that somebody has changed since is put before a person.',
        ]
      : []),
    ...(level === 'B'
      ? ['An escalation may be seen twice for up to five minutes, until its duplicate is retired.']
      : []),
  ];
}
