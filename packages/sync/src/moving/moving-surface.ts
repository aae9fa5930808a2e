import { EhchError } from '@ehch/clinical';
import type { MovedCounts } from '@ehch/store';
import type { RunningEngine } from '../device/start-engine.ts';
import type { EngineSurface } from '../protocol.ts';
import type { MovedFile } from './import-file.ts';
import { ComingFile, contentOf, LeavingFile } from './moving.ts';

/** The calls that move everything to another PC. Bytes cross the port in parts, as base64. */
export type MovingSurface = Pick<EngineSurface, 'exportHome' | 'exportedPart' | 'importPart' | 'importHome'>;

export interface MovingPorts {
  /** The engine of the present configuration. */
  readonly running: () => Promise<RunningEngine>;
  /** Takes a file in, and goes on with what lies here afterwards. */
  readonly takeIn: (moved: MovedFile) => Promise<MovedCounts>;
}

export function movingSurface({ running, takeIn }: MovingPorts): MovingSurface {
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
      const made = leaving.hold(await exportSealed(passphrase));
      // Guard: nobody takes everything along without a trace (SPEC U1).
      await device.audit('export', null, now, { reason: 'A sealed file for another PC' });
      return made;
    },
    exportedPart: async ({ at }) => ({ base64: leaving.part(at) }),
    async importPart({ at, base64 }) {
      coming.add(at, base64);
      return null;
    },
    importHome: async ({ bytes, passphrase, secret }) =>
      contentOf(await takeIn({ file: coming.take(bytes), passphrase, secret })),
  };
}
