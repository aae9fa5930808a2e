import type { PasskeyEnd } from './passkey.ts';

/** The words for each end. A passphrase is offered where a passkey cannot be, and never taken in its place in silence. */
export const passkeyWords: Readonly<Record<PasskeyEnd['state'], string>> = {
  unlocked: 'Open.',
  none: 'You have no passkey for this device yet. Make one.',
  exists: 'You have a passkey for this device already. Open with it.',
  wrong: 'This passkey opens nothing here. Nothing was changed.',
  refused: 'Not opened: the passkey was not given. Nothing was changed. Try again.',
  'not-in-browser': 'This browser cannot open the device with a passkey. Use a passphrase instead.',
  'not-on-device':
    'This passkey cannot open the device: its keeper gives no key to this page. Use a passphrase instead.',
};
