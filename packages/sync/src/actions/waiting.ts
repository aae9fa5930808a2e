import type { WaitingForPerson } from '@ehch/clinical';
import { isObject, listAt, textAt } from '@ehch/fhir';
import type { FieldEdit, Operation, OutboxEntry, Problem } from '@ehch/store';
import { valueAt } from '../raw-json/value-at.ts';
import { FOR_A_PERSON } from './status.ts';

/** What only a person can settle, in the order of the presses. A row that cannot be read is listed as well. */
export function waitingIn(entries: readonly OutboxEntry[]): readonly WaitingForPerson[] {
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
      fields: operation === null ? [] : fieldsOf(operation, problem),
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
    case 'add-resident':
      return 'Resident put on the list';
    case 'correct-resident':
      return 'Correction of a resident';
    case 'resident-left':
      return 'Resident taken off the list';
    default:
      return parts[0]?.type ?? 'Change';
  }
}

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
  const at = valueAt(problem.theirs, ['meta', 'lastUpdated']);
  return { changed: { by: null, at: at.is === 'value' ? said(at) : null } };
}

function fieldsOf({ parts }: Operation, problem: Problem | null): WaitingForPerson['fields'] {
  const theirs = problem?.kind === 'conflict' ? problem.theirs : null;
  return parts.flatMap((part) =>
    part.op === 'update'
      ? part.edits.map((edit) => ({
          label: labelOf(edit),
          before: said(edit.from),
          mine: said(edit.to),
          theirs: theirs === null ? null : said(valueAt(theirs, edit.path)),
        }))
      : [],
  );
}

/** The field in words: "Status", "Telecom". A list's own keys say nothing to a reader. */
function labelOf({ path }: FieldEdit): string {
  const names = path.filter((step) => typeof step === 'string');
  const words = names.map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()).join(', ');
  return words === '' ? 'Record' : words[0]?.toUpperCase() + words.slice(1);
}

/** A value in words where it has some; else as it is recorded, so that nothing is left out. */
function said(value: FieldEdit['from']): string | null {
  if (value.is === 'absent') return null;
  const { value: recorded } = value;
  if (typeof recorded === 'string') return recorded;
  return textAt(recorded, 'text') ?? textAt(recorded, 'display') ?? JSON.stringify(recorded);
}
