import type { WaitingForPerson } from '@ehch/clinical';
import { isObject, textAt, type JsonObject } from '@ehch/fhir';
import { formTitleIn, saidIn } from '@ehch/fhir/writers';
import type { FieldEdit, Operation, OutboxEntry, Problem } from '@ehch/store';
import { changesOfPeople } from '../conflicts/merge.ts';
import { pathWords } from '../conflicts/path-words.ts';
import { jsonOf } from '../push/answer.ts';
import { valueAt } from '../raw-json/value-at.ts';
import { standingOf } from './status.ts';

/**
 * What only a person can settle, in the order of the presses. A row that cannot be read is listed as well, and so is what
 * nobody was signed in for.
 */
export function waitingIn(entries: readonly OutboxEntry[]): readonly WaitingForPerson[] {
  return entries.flatMap((entry) => {
    const { intent, operation, problem } = entry;
    const state = standingOf(entry);
    if (state === 'goes-on') return [];
    return [
      {
        intent,
        resident: operation?.resident ?? null,
        title: operation === null ? 'Something that cannot be read' : titleOf(operation),
        pressedAt: operation?.pressedAt ?? '',
        author: operation?.author.display ?? '',
        state,
        words: wordsOf(problem),
        fields: operation === null ? [] : fieldsOf(operation, problem),
        ...changedBy(problem),
      },
    ];
  });
}

function titleOf({ about, parts }: Operation): string {
  const what = isObject(about) ? about['what'] : null;
  switch (textAt(what, 'kind')) {
    case 'finish-assessment':
      return ['Signed assessment', formOf(parts)].filter((part) => part !== null).join(': ');
    case 'withdraw-assessment':
      return 'Signature taken back';
    case 'enter-in-error':
      return 'Assessment marked as entered in error';
    default:
      return parts[0]?.type ?? 'Change';
  }
}

function formOf(parts: Operation['parts']): string | null {
  const titles = parts.flatMap((part) =>
    part.op === 'create' ? (formTitleIn(writtenIn(part.body)) ?? []) : [],
  );
  return titles[0] ?? null;
}

/** A body that the kit wrote. */
function writtenIn(body: string): JsonObject {
  const json = jsonOf(body);
  return isObject(json) ? json : {};
}

/** Why it was refused, in the words that the push kept of the server's answer; its status where it sent none. */
function wordsOf(problem: Problem | null): readonly string[] {
  if (problem?.kind !== 'refused') return [];
  const said = problem.outcome.split('\n').filter((line) => line.trim() !== '');
  return said.length > 0 ? said : [`The server answered with status ${problem.status}.`];
}

/** When the server's version was made. Who made it is not in the resource. */
function changedBy(problem: Problem | null): Pick<WaitingForPerson, 'changed'> {
  if (problem?.kind !== 'conflict' || problem.theirs === null) return {};
  const at = valueAt(problem.theirs, ['meta', 'lastUpdated']);
  return { changed: { by: null, at: at.is === 'value' ? said(at) : null } };
}

/** What was changed, and what was written anew: nobody can decide about what they cannot read. */
function fieldsOf({ parts }: Operation, problem: Problem | null): WaitingForPerson['fields'] {
  const theirs = problem?.kind === 'conflict' ? problem.theirs : null;
  const written = parts.flatMap((part) =>
    part.op === 'update'
      ? part.edits.map((edit) => ({
          label: labelOf(edit),
          before: said(edit.from),
          mine: said(edit.to),
          theirs: theirs === null || !isAbout(part, problem) ? null : said(valueAt(theirs, edit.path)),
        }))
      : saidIn(writtenIn(part.body)).map(({ label, said: mine }) => ({
          label,
          before: null,
          mine,
          theirs: null,
        })),
  );
  return [...written, ...changedElsewhere(parts, problem)];
}

/** Fields that tell whose record it is and whether it still counts, where nobody knows any more what it was before. */
const ALWAYS_TOLD = ['status', 'verificationStatus', 'subject', 'patient', 'for', 'beneficiary'];

/** What the other side alone has changed: it is why a person is asked, and it stays whatever they decide. */
function changedElsewhere(parts: Operation['parts'], problem: Problem | null): WaitingForPerson['fields'] {
  if (problem?.kind !== 'conflict' || problem.theirs === null) return [];
  const { base, theirs } = problem;
  const own = parts.flatMap((part) =>
    part.op === 'update' && isAbout(part, problem) ? part.edits.map(({ path }) => pathWords(path)) : [],
  );
  const changed: readonly FieldEdit[] =
    base === null
      ? ALWAYS_TOLD.map((name) => ({ path: [name], from: { is: 'absent' }, to: valueAt(theirs, [name]) }))
      : changesOfPeople(base, theirs);
  return changed
    .filter(({ path, to }) => !own.includes(pathWords(path)) && (base !== null || to.is === 'value'))
    .map((edit) => ({
      label: labelOf(edit),
      before: said(edit.from),
      mine: null,
      theirs: said(edit.to),
      isTheirsAlone: true,
    }));
}

function isAbout({ type, id }: Operation['parts'][number], problem: Problem | null): boolean {
  return problem?.kind === 'conflict' && problem.key === `${type}/${id}`;
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
