import { EhchError } from '@ehch/clinical';

const MIN_CHARACTERS = 14;
const MIN_WORDS = 4;

/**
 * A passphrase is the only thing between a thief of the disk and the records, and can be tried offline. So it is long: at
 * least 14 characters or four different words. There are no rules about kinds of characters.
 *
 * @throws {EhchError} `bad-argument`
 */
export function checkPassphrase(passphrase: string): void {
  const words = new Set(passphrase.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu));
  const characters = new Set(passphrase.toLowerCase());
  // "aaaaaaaaaaaaaa" is long, and no secret.
  const isVaried = characters.size >= 6;
  if (isVaried && (passphrase.length >= MIN_CHARACTERS || words.size >= MIN_WORDS)) return;
  throw new EhchError('bad-argument', 'Choose a passphrase of at least 14 characters, or of four words.');
}
