import type { WaitingForPerson } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import {
  isObject,
  listAt,
  planTitle,
  RESOURCE_WORDS,
  textAt,
  type JsonObject,
  type ResourceType,
} from '@ehch/fhir';
import { formTitleIn, saidIn } from '@ehch/fhir/writers';
import type { Operation, OperationPart, OutboxEntry, Problem } from '@ehch/store';
import { changedFields, conflictFields, partInConflict } from '../conflicts/conflict-fields.ts';
import { toldApart, type NameOf } from '../conflicts/value-words.ts';
import { jsonOf } from '../push/answer.ts';
import { standingOf } from './status.ts';

/**
 * What only a person can settle, in the order of the presses. A row that cannot be read is listed as well, and so is what
 * nobody was signed in for.
 *
 * @param names gives each matter its naming of people and organisations to whom a record only refers
 * @param whyNotBy why the person who is signed in may not send it; `null`: they may
 */
export function waitingIn(
  entries: readonly OutboxEntry[],
  names: () => NameOf = () => toldApart(() => null),
  whyNotBy: (operation: Operation) => string | null = () => null,
): readonly WaitingForPerson[] {
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
        ...wordsOf(problem, operation === null ? null : whyNotBy(operation)),
        ...(operation === null ? { fields: [] } : fieldsOf(operation, problem, names())),
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
    case 'add-resident':
      return 'Resident put on the list';
    case 'correct-resident':
      return 'Correction of a resident';
    case 'resident-left':
      return 'Resident taken off the list';
    case 'thread-entry':
      return threadWords(what);
    case 'plan-line':
      return planWords(what);
    case 'clinical-setting':
      return settingTitle(what);
    default:
      return partWords(parts[0]);
  }
}

function formOf(parts: Operation['parts']): string | null {
  const titles = parts.flatMap((part) =>
    part.op === 'create' ? (formTitleIn(writtenIn(part.body)) ?? []) : [],
  );
  return titles[0] ?? null;
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

/** Which setting it is. Its words may name the resident, so they are not quoted. */
function settingTitle(what: unknown): string {
  const [set] = listAt(what, 'set');
  const name = SETTINGS[textAt(set, 'kind') ?? ''];
  return `Setting of a clinician${name === undefined ? '' : `: ${name}`}`;
}

const SETTINGS: { readonly [kind: string]: string } = {
  'usual-news2': 'usual NEWS2',
  'spo2-target': 'oxygen saturation target',
  'last-days': 'last days of life',
  variation: 'what is different from the usual steps',
};

/** What was pressed on the care plan, with the kind of its line. */
function planWords(what: unknown): string {
  const act = PLAN_ACTS[textAt(what, 'act') ?? ''] ?? 'Change of the care plan';
  const title = planTitle(textAt(what, 'of') ?? '');
  return title === null ? act : `${act}: ${title}`;
}

const PLAN_ACTS: { readonly [act: string]: string } = {
  add: 'New in the care plan',
  change: 'Change of the care plan',
  end: 'Ended in the care plan',
  propose: 'Proposed for the care plan',
  replace: 'Decision replaced in the care plan',
};

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

/** A body that the kit wrote. */
function writtenIn(body: string): JsonObject {
  const json = jsonOf(body);
  return isObject(json) ? json : {};
}

/**
 * Why it waits: in the words that the push kept of the server's answer, its status where it sent none, or in our own words where no
 * server was asked.
 */
function wordsOf(problem: Problem | null, whyNotBy: string | null): Pick<WaitingForPerson, 'words' | 'why'> {
  const mayNot = whyNotBy === null ? [] : [whyNotBy];
  if (problem?.kind !== 'refused') return waits([], mayNot);
  const said = problem.outcome.split('\n').filter((line) => line.trim() !== '');
  // No server answers with this status: the words are our own.
  if (problem.status === 0) return waits([], [...said, ...mayNot]);
  return waits(said.length > 0 ? said : [`The server answered with status ${problem.status}.`], mayNot);
}

function waits(words: readonly string[], why: readonly string[]): Pick<WaitingForPerson, 'words' | 'why'> {
  return { words, ...(why.length > 0 && { why }) };
}

/** When the server's version was made. Who made it is not in the resource. */
function changedBy(problem: Problem | null): Pick<WaitingForPerson, 'changed'> {
  if (problem?.kind !== 'conflict' || problem.theirs === null) return {};
  return { changed: { by: null, at: textAt(writtenIn(problem.theirs)['meta'], 'lastUpdated') } };
}

/**
 * What was changed, and what was written anew: nobody can decide about what they cannot read. Of a conflict it is the part that
 * met another change. The others go with it, and there is nothing to choose. Of a decision that somebody has replaced meanwhile, it
 * is the new one as well: it would stand beside theirs.
 */
function fieldsOf(
  { parts }: Operation,
  problem: Problem | null,
  nameOf: NameOf,
): Pick<WaitingForPerson, 'fields' | 'isDeleted'> {
  if (problem?.kind === 'conflict')
    return {
      fields: shownFields(parts, problem, nameOf),
      ...(problem.theirs === null && { isDeleted: true }),
    };
  return {
    fields: parts.flatMap((part) =>
      part.op === 'update' ? changedFields(part, nameOf) : createdFields(part.body),
    ),
  };
}

function createdFields(body: string): WaitingForPerson['fields'] {
  const resource = writtenIn(body);
  const said = saidIn(resource).map(({ label, said: mine }) => ({ label, before: null, mine, theirs: null }));
  if (said.length > 0) return said;
  // No words of ours fit it. What it is about is told all the same: nobody can decide about what they cannot read.
  const mine = textAt(resource['code'], 'text');
  return mine === null ? [] : [{ label: 'About', before: null, mine, theirs: null, asRecorded: true }];
}

const isCreate = (part: OperationPart): part is Extract<OperationPart, { op: 'create' }> =>
  part.op === 'create';

/** A version that cannot be read leaves its own fields unshown, and no other entry. */
function shownFields(
  parts: Operation['parts'],
  problem: Extract<Problem, { kind: 'conflict' }>,
  nameOf: NameOf,
): WaitingForPerson['fields'] {
  try {
    const part = partInConflict(parts, problem);
    if (part === null) return [];
    const added = part.edits.some(({ isFirst }) => isFirst === true) ? parts.filter(isCreate) : [];
    const fields = added.flatMap(({ body }) => createdFields(body));
    return [
      ...fields.map((field) => ({ ...field, isMineAlone: true as const })),
      ...conflictFields(part, problem, nameOf),
    ];
  } catch (error) {
    reportCaught(error, 'sync/waiting');
    return [];
  }
}
