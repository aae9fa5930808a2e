import type { Decision, WaitingForPerson } from '@ehch/clinical';
import { formatDate, formatTime } from '@ehch/clinical/display';

// Every word about what only a person can settle.

/** Why it waits, after its title. */
export function whyWords({ state, isDeleted }: WaitingForPerson): string {
  return isDeleted === true ? 'somebody else deleted it' : WHY[state];
}

const WHY: Readonly<Record<WaitingForPerson['state'], string>> = {
  conflict: 'somebody else changed the same',
  rejected: 'the server refused it',
  held: 'may not be sent any more',
  unreadable: 'this device cannot open it',
  'nobody-signed-in': 'nobody was signed in when it was written',
};

/** What it means, when it is opened. Nothing of it is chosen beforehand. */
export function meaning({ state, isDeleted, why }: WaitingForPerson): string {
  if (isDeleted === true) return DELETED_MEANS;
  // Why it is held is said beside it. It need not be the usual reason.
  return state === 'held' && why !== undefined ? STAYS : MEANING[state];
}

const STAYS = 'It stays here and is not sent by itself.';

const DELETED_MEANS = 'It was not sent. It stays here until somebody decides.';

const MEANING: Readonly<Record<WaitingForPerson['state'], string>> = {
  conflict: 'It was not sent, and nothing of either version is lost. Nothing is chosen for you.',
  rejected: 'It is not on the server. It stays here until somebody decides.',
  held: `Sharing was withdrawn, or a right ended. ${STAYS}`,
  unreadable: 'It was not sent, and this device cannot open it. Call support before you give it up.',
  'nobody-signed-in':
    'It was not sent. Read all of it. If you take it over, you answer for it, and the name on it stays.',
};

/** Where both versions cannot be told side by side, nobody can choose between them here. */
export const NO_FIELDS = 'What differs cannot be shown here. Look at the record before you decide.';

export type Side = 'before' | 'mine' | 'theirs';

export const SIDE: Readonly<Record<Side, string>> = {
  before: 'Before',
  mine: 'Written here',
  theirs: 'On the server now',
};

/** A value that is not there: it has a word on each side, as a blank could be anything. */
export const NOTHING: Readonly<Record<Side, string>> = {
  before: 'Nothing was there',
  mine: 'Taken out',
  theirs: 'Nothing is there',
};

/** The record is gone, so there is no other version to look at. */
export const DELETED =
  'The record was deleted on the server. What was written here cannot be sent to it. If it is still needed, copy it and write it anew.';

/** Two versions of one decision are no two decisions. */
export const TOGETHER = 'These belong together, so one version is taken whole.';

/** Nobody here changed it, and nobody can choose it away. */
export const THEIRS_ALONE = 'Changed on the server alone. It stays so, whatever you decide.';

/** It stands beside what the server has, and replaces nothing of it. */
export const MINE_ALONE = 'New. It is added if you take what was written here.';

export const AS_RECORDED = '(as recorded)';

export type WaitingField = WaitingForPerson['fields'][number];

/** The choices of a conflict, each once. */
export function choicesOf({ fields }: WaitingForPerson): readonly string[] {
  return [...new Set(fields.flatMap(({ choice }) => choice ?? []))];
}

/** Only a conflict has two versions. What a server refused is compared with nothing. */
export function sidesOf({ state, isDeleted }: WaitingForPerson, field: WaitingField): readonly Side[] {
  const written = field.before === null ? [] : (['before'] as const);
  // Nobody wrote it here, so "Taken out" would be wrong.
  if (field.isTheirsAlone === true) return [...written, 'theirs'];
  // The server has it nowhere yet, so "Nothing is there" would say that it has no decision at all.
  if (field.isMineAlone === true) return ['mine'];
  if (state === 'conflict' && isDeleted !== true) return ['before', 'mine', 'theirs'];
  return [...written, 'mine'];
}

/** A kept decision is not a sent one. */
const DECIDED = 'Decided. It counts as sent only when the server has answered.';

/** What came of a decision. What a person gave up is never called sent, and neither is what gave way. */
export function decidedWords({ kind }: Decision): string {
  switch (kind) {
    case 'discard':
      return 'Given up, NOT sent.';
    case 'theirs':
      return 'The server’s version stays. What was written here is NOT sent.';
    default:
      return DECIDED;
  }
}

export const NOT_KNOWN = { time: 'at a time not known', author: 'somebody not known here' };

/** What can be said of it and be copied: for a colleague, or for support. It names nobody but the author. */
export function asText(item: WaitingForPerson): string {
  const { pressedAt } = item;
  const at = pressedAt === '' ? NOT_KNOWN.time : `${formatDate(pressedAt)} ${formatTime(pressedAt)}`;
  return [
    `${item.title}: ${whyWords(item)}. NOT SENT.`,
    `Written ${at} by ${item.author || NOT_KNOWN.author}.`,
    ...item.words.map((words) => `The server said: ${words}`),
    ...(item.why ?? []),
    ...(item.isDeleted === true ? [DELETED] : []),
    ...item.fields.flatMap((field) => [
      field.asRecorded === true ? `${field.label} ${AS_RECORDED}` : field.label,
      ...(field.isTheirsAlone === true ? [`  ${THEIRS_ALONE}`] : []),
      ...(field.isMineAlone === true ? [`  ${MINE_ALONE}`] : []),
      ...sidesOf(item, field).map((side) => `  ${SIDE[side]}: ${field[side] ?? NOTHING[side]}`),
    ]),
    `Reference ${item.intent}`,
  ].join('\n');
}
