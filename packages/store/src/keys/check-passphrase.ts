import { EhchError } from '@ehch/clinical';
import { isStrongPassphrase } from '@ehch/clinical/rules';

/** @throws {EhchError} `bad-argument` for a passphrase that may not seal records (SPEC K5) */
export function checkPassphrase(passphrase: string): void {
  if (!isStrongPassphrase(passphrase))
    throw new EhchError('bad-argument', 'Choose a passphrase of at least 14 characters, or of four words.');
}
