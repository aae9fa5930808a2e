import { EhchError, type HomeMoving } from '@ehch/clinical';
import type { Clock } from '@ehch/clinical/time';
import type { EngineLink } from './engine-link.ts';

/** Characters of base64 in one call: a multiple of four, so that each part is whole bytes. The engine's parts fit as well. */
const PART = 256 * 1024;

type Engine = Awaited<ReturnType<EngineLink['engine']>>;
type Moves = 'exportHome' | 'exportedPart' | 'importPart' | 'importHome' | 'heldHere' | 'wipe';

/** A connection to an engine that moves a home. */
export interface MovingLink {
  engine(): Promise<Pick<Engine, Moves>>;
}

/** Moves everything to another PC, through an engine. Bytes cross the port in parts. */
export function engineMoving(link: MovingLink, clock: Clock): HomeMoving {
  return {
    async exportHome(passphrase) {
      const engine = await link.engine();
      const { bytes, content } = await engine.exportHome({ passphrase, now: clock() });
      const parts: string[] = [];
      for (let at = 0; at <= bytes;) {
        const { base64 } = await engine.exportedPart({ at });
        if (base64 === '') break;
        parts.push(base64);
        at += bytesIn(base64);
      }
      return { base64: parts.join(''), content };
    },
    async importHome({ base64, passphrase, secret }) {
      if (base64.length % 4 !== 0)
        throw new EhchError('malformed', 'The file is not whole. Choose it again.');
      const engine = await link.engine();
      let bytes = 0;
      for (let at = 0; at < base64.length; at += PART) {
        const part = base64.slice(at, at + PART);
        await engine.importPart({ at: bytes, base64: part });
        bytes += bytesIn(part);
      }
      return engine.importHome({ bytes, passphrase, secret });
    },
    heldHere: async () => (await link.engine()).heldHere(null),
    async wipe(shown) {
      await (await link.engine()).wipe({ shown });
    },
  };
}

/** How many bytes a base64 text stands for. */
function bytesIn(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : Number(base64.endsWith('='));
  return (base64.length / 4) * 3 - padding;
}
