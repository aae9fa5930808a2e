import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

/** Says where a template is not sound and what may stand there, line by line. It repeats no value of it. */
export function whyNot(issues: readonly Issue[]): readonly string[] {
  return nearest(issues).map(({ path, words }) => `${pathOf(path)}: ${words}`);
}

interface Told {
  readonly path: readonly PropertyKey[];
  readonly words: string;
}

/** Where one of several forms may stand, the form that comes nearest is the one that was meant. */
function nearest(issues: readonly Issue[]): readonly Told[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [{ path: issue.path, words: wordsOf(issue) }];
    const forms = issue.errors.map(nearest).toSorted((one, other) => misfit(one) - misfit(other));
    return (forms[0] ?? []).map(({ path, words }) => ({ path: [...issue.path, ...path], words }));
  });
}

/** How far a form is from what stands there. A mistake deep inside means that all around it fits. */
function misfit(told: readonly Told[]): number {
  return told.reduce((sum, { path }) => sum + 1 / (1 + path.length), 0);
}

function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `nothing reads ${issue.keys.map((key) => `"${key}"`).join(', ')}. Take it out.`;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')} has to stand here.`;
    case 'invalid_type':
      return issue.input === undefined
        ? `${issue.expected} is missing.`
        : `${issue.expected} has to stand here.`;
    case 'too_small':
      return `at least ${amount(issue.minimum, issue.origin)} has to stand here.`;
    case 'too_big':
      return `at most ${amount(issue.maximum, issue.origin)} may stand here.`;
    default:
      return `${issue.message}.`;
  }
}

const COUNTED: Readonly<Record<string, readonly [one: string, more: string]>> = {
  array: ['entry', 'entries'],
  string: ['sign', 'signs'],
};

/** `100`, `1 entry`, `40 signs` */
function amount(limit: number | bigint, origin: string): string {
  const [one, more] = COUNTED[origin] ?? [];
  return [String(limit), Number(limit) === 1 ? one : more].filter(Boolean).join(' ');
}

/** `layouts, number 1, subject, dob, parser` as a person counts. */
function pathOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === 'number' ? `number ${part + 1}` : String(part)));
  return parts.length === 0 ? 'the whole' : parts.join(', ');
}
