import { EhchError, type HeldHere } from '@ehch/clinical';
import type { MovedCounts } from '@ehch/store';
import type { RunningEngine } from '../device/start-engine.ts';
import { isLocal } from '../local/local-base.ts';
import type { EngineSurface } from '../protocol.ts';
import type { MovedFile } from './import-file.ts';
import { ComingFile, contentOf, LeavingFile } from './moving.ts';

/** The calls that move everything to another PC. Bytes cross the port in parts, as base64. */
export type MovingSurface = Pick<
  EngineSurface,
  'exportHome' | 'exportedPart' | 'importPart' | 'importHome' | 'heldHere' | 'wipe'
>;

export interface MovingPorts {
  /** The engine of the present configuration. */
  readonly running: () => Promise<RunningEngine>;
  /** Takes a file in, and goes on with what lies here afterwards. */
  readonly takeIn: (moved: MovedFile) => Promise<MovedCounts>;
  /** Erases everything, and goes on with an empty device. */
  readonly erase: () => Promise<void>;
}

async function heldIn(running: RunningEngine): Promise<HeldHere> {
  const { opened } = running.device;
  if (opened.isLocked())
    throw new EhchError('locked', 'The records on this device are locked. Unlock them, then ask again.');
  return { isOnlyCopy: isLocal(running.configuration), ...(await opened.held()) };
}

/** Guard: what was written after a person had read how much there is, nobody has agreed to lose. */
function isMore(now: HeldHere, shown: HeldHere): boolean {
  const kinds = ['residents', 'work', 'drafts', 'unsent'] as const;
  // What an acceptance moved from the outbox to the work is the same piece.
  const total = ({ work, unsent }: HeldHere) => work + unsent;
  return kinds.some((kind) => kind !== 'work' && now[kind] > shown[kind]) || total(now) > total(shown);
}

export function movingSurface({ running, takeIn, erase }: MovingPorts): MovingSurface {
  const leaving = new LeavingFile();
  const coming = new ComingFile();
  return {
    async exportHome({ passphrase, now }) {
      const { device } = await running();
      const { exportSealed, isLocked } = device.opened;
      if (isLocked())
        throw new EhchError('locked', 'The records on this device are locked. Unlock them, then export.');
      if (exportSealed === null)
        throw new EhchError(
          'unsupported',
          'Nothing is kept on the disk here, so there is nothing to export.',
        );
      const sealed = await exportSealed(passphrase);
      // Guard: nobody takes everything along without a trace, so there is no file before that is kept (SPEC U1).
      await device.audit('export', null, now, { reason: 'A sealed file for another PC' });
      return leaving.hold(sealed);
    },
    exportedPart: async ({ at }) => ({ base64: leaving.part(at) }),
    async importPart({ at, base64 }) {
      coming.add(at, base64);
      return null;
    },
    importHome: async ({ bytes, passphrase, secret }) =>
      contentOf(await takeIn({ file: coming.take(bytes), passphrase, secret })),
    heldHere: async () => heldIn(await running()),
    async wipe({ shown }) {
      if (isMore(await heldIn(await running()), shown))
        throw new EhchError(
          'busy',
          'More was written here meanwhile. Look again at how much would be erased.',
        );
      await erase();
      return null;
    },
  };
}
