import type { PlacePath } from '@ehch/clinical/place';
import type { placeShape } from './place-shape.ts';

type Issue = NonNullable<ReturnType<typeof placeShape.safeParse>['error']>['issues'][number];

/** What does not fit the shape of a place's file, and what to do. */
export interface ShapeFault {
  readonly path: PlacePath;
  readonly words: string;
}

/** An issue of the schema in words, one for each field that it names. */
export function shapeFaults(issue: Issue, value: unknown): readonly ShapeFault[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      words: `“${key}” is no field here, and would be dropped silently. Correct its name, or take it out.`,
    }));
  if (issue.code === 'invalid_union' && issue.errors.length === 0 && issue.discriminator !== undefined)
    return [{ path, words: `“${issue.discriminator}” has a value that is not known here. ${SEE_DOCS}` }];
  const field = fieldWords(path);
  if (value === undefined) return [{ path, words: `${field} is missing. Add it. ${SEE_DOCS}` }];
  return [{ path, words: `${field} ${wrongWords(issue, path)}` }];
}

const SEE_DOCS = 'The page “place file” says what stands here.';

function fieldWords(path: PlacePath): string {
  const name = path.findLast((step) => typeof step === 'string');
  return name === undefined ? 'The file' : `“${name}”`;
}

function wrongWords(issue: Issue, path: PlacePath): string {
  switch (issue.code) {
    case 'invalid_type':
      return `takes ${TYPES[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `takes one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return issue.origin === 'string' ? 'is empty. Write it.' : `takes no less than ${issue.minimum}.`;
    case 'too_big':
      return issue.origin === 'string' ? 'is too long. Write less.' : `takes no more than ${issue.maximum}.`;
    case 'invalid_key':
    case 'unrecognized_keys':
      return `has a name that is not known here. ${SEE_DOCS}`;
    default:
      return formWords(path);
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text in double quotation marks',
  number: 'a number without quotation marks',
  int: 'a whole number without quotation marks',
  boolean: 'true or false, without quotation marks',
  array: 'a list in square brackets',
  object: 'fields in curly brackets',
  record: 'fields in curly brackets',
};

function formWords(path: PlacePath): string {
  const name = path.at(-1);
  if (name === 'from' || name === 'to' || name === 'time') return 'takes a time such as "08:00".';
  return 'takes a day that exists, such as "2026-11-21".';
}
