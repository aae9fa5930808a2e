import type { HeldHere, MovedContent } from '@ehch/clinical';
import { count } from '../internal/text.ts';
import { troubleWords } from '../internal/trouble-words.ts';

/** What a file holds, so that both PCs can be compared. */
export function contentWords({ residents, work, drafts, waiting, rows }: MovedContent): string {
  const parts = [
    count(residents, 'resident'),
    count(work, 'piece of work', 'pieces of work'),
    count(drafts, 'unfinished draft'),
    count(waiting, 'entry', 'entries').concat(' of the audit or not sent'),
  ];
  return `${parts.join(', ')}; ${count(rows, 'sealed row')} in all.`;
}

const IMPORT_TROUBLE: Readonly<Record<string, string>> = {
  forbidden: 'This passphrase does not open the file. Nothing has changed. Try again.',
  malformed: 'The file is damaged or not whole. Nothing was taken in. Export it again on the other PC.',
  'bad-argument': 'This file is of another place or organisation. Nothing was taken in. Choose another one.',
  unsupported: 'This page cannot take the file in: this PC keeps no passphrase.',
  'newer-release':
    'A newer release wrote the file. Nothing was taken in. Reload the page to get that release.',
  busy: 'Somebody has worked on this PC already. Nothing was taken in, and nothing here has changed.',
  'not-kept': 'There is no room on this PC. Nothing was taken in. Make room, then try again.',
  timeout:
    'No answer in time. Whether the file was taken in is not known: look at the list before you try again.',
};

/** Why a file was not taken in, and what is true now (store SPEC M2, M3). */
export function importTrouble(error: unknown): string {
  return words(IMPORT_TROUBLE, error) ?? `Not taken in: ${troubleWords(error)}.`;
}

const EXPORT_TROUBLE: Readonly<Record<string, string>> = {
  locked: 'The records are locked. Unlock them, then make the file.',
  unsupported: 'Nothing is kept on this PC, so there is nothing to move.',
  'bad-argument': 'Choose a longer passphrase: at least 14 characters, or four words.',
};

export function exportTrouble(error: unknown): string {
  return words(EXPORT_TROUBLE, error) ?? `No file was made: ${troubleWords(error)}.`;
}

function words(known: Readonly<Record<string, string>>, error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return Object.hasOwn(known, code) ? (known[code] ?? null) : null;
}

/** What is wrong with a passphrase that was typed twice; `null`: nothing. */
export function twiceFault(one: string, again: string, isStrong: boolean): string | null {
  if (!isStrong) return 'Choose at least 14 characters, or four words.';
  return one === again ? null : 'The two are not the same. Type both again.';
}

/** The word that a person types, so that nobody erases a home by a press alone. */
export const ERASE_WORD = 'ERASE';

/** What an erasing takes away, and how much of it nobody else has. */
export function eraseWords({ isOnlyCopy, residents, work, drafts, unsent }: HeldHere): readonly string[] {
  const unfinished = count(drafts, 'unfinished draft');
  if (isOnlyCopy)
    return [
      `${count(residents, 'resident')}, ${count(work + unsent, 'piece of work', 'pieces of work')} and ${unfinished} lie on this PC, and nowhere else.`,
      'Once erased, nobody can bring them back. Make a file for another PC first, and take it in over there.',
    ];
  const onlyHere = [
    ...(unsent > 0 ? [`${count(unsent, 'piece of work', 'pieces of work')} NOT SENT`] : []),
    ...(drafts > 0 ? [unfinished] : []),
  ];
  return onlyHere.length === 0
    ? ['Everything that was signed here is on the server. The copies on this PC are erased.']
    : [
        `Nowhere else: ${onlyHere.join(' and ')}. Once erased, nobody can bring it back.`,
        'What was sent is on the server, and stays there.',
      ];
}

const ERASE_TROUBLE: Readonly<Record<string, string>> = {
  locked: 'The records are locked. Unlock them first.',
  busy: 'More was written here meanwhile, so nothing was erased. Look again.',
  timeout:
    'No answer in time. Whether it was erased is not known. It is finished at the next start if it was begun.',
};

export function eraseTrouble(error: unknown): string {
  return words(ERASE_TROUBLE, error) ?? `Not erased: ${troubleWords(error)}.`;
}
