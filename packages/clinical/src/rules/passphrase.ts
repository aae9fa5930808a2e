const MIN_CHARACTERS = 14;
const MIN_WORDS = 4;

/**
 * Whether a passphrase may seal records. It is the only thing between a thief of the disk and the records, and can be tried
 * offline. So it is long: at least 14 characters or four different words. There are no rules about kinds of characters.
 */
export function isStrongPassphrase(passphrase: string): boolean {
  const words = new Set(passphrase.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu));
  const characters = new Set(passphrase.toLowerCase());
  // "aaaaaaaaaaaaaa" is long, and no secret.
  const isVaried = characters.size >= 6;
  return isVaried && (passphrase.length >= MIN_CHARACTERS || words.size >= MIN_WORDS);
}
