import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

/** What the parts of an adapter have to look like, for the person who wrote it. */
const OUGHT: readonly (readonly [part: RegExp, words: string])[] = [
  [
    /origin$/,
    'write the whole address of one site, such as https://gp.example.nhs.uk, without a path. No http, no wildcard, no user name and no IP address',
  ],
  [/pathPrefix$/, 'begin it with “/”, and leave out “//”, “..”, “*” and “?”'],
  [/match$/, 'give one to ten sites, each with “origin” and “pathPrefix”'],
  [/^id$|\.id$/, 'use up to 60 letters, digits and “- _ . :”, with no three digits in a row'],
  [/dob/, 'a date of birth is required: a number alone identifies nobody'],
  [/^template$/, 'give a template, or the id of one that this extension knows'],
];

/**
 * Says why a text or an adapter is not used, in words that an administrator can act on. It repeats no value: an
 * adapter that somebody taught could carry one of a person.
 */
export function whyRefused(what: string, issues: readonly Issue[]): readonly string[] {
  // The rule about ports looks at the whole adapter, and fails with each address that fails by itself.
  const ofParts = issues.filter(({ code, path }) => code !== 'custom' || path.length > 0);
  const told = ofParts.length > 0 ? ofParts.map(wordsOf) : [PORT];
  return told.map((words) => `${what}: ${words}.`);
}

const PORT = 'a site of it has a port. Only an adapter that an administrator gives may have one';

function wordsOf(issue: Issue): string {
  const where = issue.path.map((part) => (typeof part === 'number' ? part + 1 : String(part)));
  const path = issue.path.map(String).join('.');
  const at = where.length > 0 ? `“${where.join(' ')}”` : 'the whole';
  if (issue.code === 'unrecognized_keys')
    return `${at} has ${issue.keys.map((key) => `“${key}”`).join(', ')}, which nothing here reads. Take it out`;
  const ought = OUGHT.find(([part]) => part.test(path))?.[1];
  return `${at} is missing or has another form${ought === undefined ? '' : `: ${ought}`}`;
}
