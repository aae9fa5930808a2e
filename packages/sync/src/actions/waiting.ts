import type { WaitingForPerson } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { isObject, listAt, RESOURCE_WORDS, textAt, type ResourceType } from '@ehch/fhir';
import type { Operation, OutboxEntry, Problem } from '@ehch/store';
import { changedFields, conflictFields, partInConflict } from '../conflicts/conflict-fields.ts';
import type { NameOf } from '../conflicts/value-words.ts';
import { FOR_A_PERSON } from './status.ts';

/**
 * What only a person can settle, in the order of the presses. A row that cannot be read is listed as well.
 *
 * @param nameOf names people and organisations whom a record only refers to
 */
export function waitingIn(
  entries: readonly OutboxEntry[],
  nameOf: NameOf = () => null,
): readonly WaitingForPerson[] {
  return entries
    .filter(({ state, operation }) => operation === null || FOR_A_PERSON.includes(state))
    .map(({ intent, operation, state, problem }) => ({
      intent,
      resident: operation?.resident ?? null,
      title: operation === null ? 'Something that cannot be read' : titleOf(operation),
      pressedAt: operation?.pressedAt ?? '',
      author: operation?.author.display ?? '',
      state: operation === null ? 'unreadable' : (state as 'conflict' | 'rejected' | 'held'),
      words: wordsOf(problem),
      ...(operation === null ? { fields: [] } : fieldsOf(operation, problem, nameOf)),
      ...changedBy(problem),
    }));
}

function titleOf({ about, parts }: Operation): string {
  const what = isObject(about) ? about['what'] : null;
  switch (textAt(what, 'kind')) {
    case 'finish-assessment':
      return 'Signed assessment';
    case 'withdraw-assessment':
      return 'Signature taken back';
    case 'enter-in-error':
      return 'Assessment marked as entered in error';
    case 'thread-entry':
      return threadWords(what);
    default:
      return partWords(parts[0]);
  }
}

/** What was pressed on a thread between a home and its practice. */
function threadWords(what: unknown): string {
  const matter = (textAt(what, 'matter') ?? 'matter').replaceAll('-', ' ');
  const [entry] = listAt(what, 'entry');
  const [act] = listAt(entry, 'act');
  return textAt(act, 'kind') === 'raise'
    ? `New ${matter}`
    : `Something pressed on ${/^[aeiou]/.test(matter) ? 'an' : 'a'} ${matter}`;
}

/** "Change of a care plan": the record itself may name the resident, so it is not quoted. */
function partWords(part: Operation['parts'][number] | undefined): string {
  const type = part?.type ?? '';
  const words = OTHER_WORDS[type] ?? (isAskedFor(type) ? RESOURCE_WORDS[type][0] : 'record');
  if (part?.op === 'create') return `New ${words}`;
  return `Change of ${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

function isAskedFor(type: string): type is ResourceType {
  return Object.hasOwn(RESOURCE_WORDS, type);
}

const OTHER_WORDS: { readonly [type: string]: string } = {
  Patient: 'resident’s own details',
  Communication: 'message',
};

/** The server's own words: the texts of its OperationOutcome, or its status where it sent none. */
function wordsOf(problem: Problem | null): readonly string[] {
  if (problem?.kind !== 'refused') return [];
  const said = issuesIn(problem.outcome);
  return said.length > 0 ? said : [`The server answered with status ${problem.status}.`];
}

function issuesIn(outcome: string): readonly string[] {
  try {
    return listAt(JSON.parse(outcome), 'issue').flatMap(
      (issue) =>
        textAt(isObject(issue) ? issue['details'] : null, 'text') ?? textAt(issue, 'diagnostics') ?? [],
    );
  } catch {
    // The server's words are no JSON, such as a proxy's page. Its status says what is known.
    return [];
  }
}

/** When the server's version was made. Who made it is not in the resource. */
function changedBy(problem: Problem | null): Pick<WaitingForPerson, 'changed'> {
  if (problem?.kind !== 'conflict' || problem.theirs === null) return {};
  return { changed: { by: null, at: textAt(metaOf(problem.theirs), 'lastUpdated') } };
}

function metaOf(text: string): unknown {
  try {
    const resource: unknown = JSON.parse(text);
    return isObject(resource) ? resource['meta'] : null;
  } catch {
    // What cannot be read says nothing about its time. Its fields are not shown either.
    return null;
  }
}

/** Of a conflict the part that met another change: the others go with it, and nobody has to choose there. */
function fieldsOf(
  { parts }: Operation,
  problem: Problem | null,
  nameOf: NameOf,
): Pick<WaitingForPerson, 'fields' | 'isDeleted'> {
  if (problem?.kind !== 'conflict')
    return { fields: parts.flatMap((part) => (part.op === 'update' ? changedFields(part, nameOf) : [])) };
  return { fields: shownFields(parts, problem, nameOf), ...(problem.theirs === null && { isDeleted: true }) };
}

/** A version that cannot be read leaves its own fields unshown, and no other entry. */
function shownFields(
  parts: Operation['parts'],
  problem: Extract<Problem, { kind: 'conflict' }>,
  nameOf: NameOf,
): WaitingForPerson['fields'] {
  try {
    const part = partInConflict(parts, problem);
    return part === null ? [] : conflictFields(part, problem, nameOf);
  } catch (error) {
    reportCaught(error, 'sync/waiting');
    return [];
  }
}
