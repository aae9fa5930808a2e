import { EhchError } from '@ehch/clinical';
import type { EngineSurface } from '../protocol.ts';
import type { RunningEngine } from './start-engine.ts';

/** The calls about who opens the records of this device, and with what. `open` rejects while it is locked. */
export function keysSurface(
  now: () => Promise<RunningEngine>,
  open: () => Promise<RunningEngine>,
): Pick<EngineSurface, 'addPerson' | 'passkey' | 'keepPasskey'> {
  return {
    addPerson: async (argument) => addPerson((await open()).device.opened, argument),
    // The records need not be open: this is how they are opened.
    passkey: async () => passkeysOf(await now()).facts(),
    async keepPasskey({ credential }) {
      await passkeysOf(await now()).keep(credential);
      return null;
    },
  };
}

function passkeysOf({ device }: RunningEngine): NonNullable<RunningEngine['device']['opened']['passkeys']> {
  const { passkeys } = device.opened;
  if (passkeys !== null) return passkeys;
  throw new EhchError(
    'unsupported',
    'This browser keeps nothing on the disk, so a passkey has nothing to open.',
  );
}

async function addPerson(
  { addPerson: add }: RunningEngine['device']['opened'],
  { sub, secret }: Parameters<EngineSurface['addPerson']>[0],
): Promise<null> {
  if (add === null)
    throw new EhchError(
      'unsupported',
      'The records of this device end with the session, so nobody is added.',
    );
  await add(sub, secret);
  return null;
}
