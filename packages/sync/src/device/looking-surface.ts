import type { ResidentView } from '@ehch/clinical';
import type { EngineSurface } from '../protocol.ts';
import type { RunningEngine } from './start-engine.ts';

type LookingSurface = Pick<
  EngineSurface,
  'listResidents' | 'listMatters' | 'openResident' | 'refreshResident' | 'lookedAt'
>;

/** The calls by which somebody looks at residents. Each brings the clinical clock. `open` refuses while locked. */
export function lookingSurface(open: () => Promise<RunningEngine>): LookingSurface {
  return {
    async listResidents(argument) {
      const { device, reading } = await open();
      device.clinicalNow = argument.now;
      return reading.listResidents(argument);
    },
    async listMatters(argument) {
      const { device, reading } = await open();
      device.clinicalNow = argument.now;
      const matters = await reading.listMatters(argument);
      device.stayClose();
      return matters;
    },
    async openResident(argument) {
      const { device, reading } = await open();
      device.clinicalNow = argument.now;
      const opened = await reading.openResident(argument);
      if (hasOpenThread(opened.view)) device.stayClose();
      return opened;
    },
    async lookedAt(argument) {
      const { reading } = await open();
      return reading.lookedAt(argument);
    },
    async refreshResident(argument) {
      const { device, reading } = await open();
      device.clinicalNow = argument.now;
      return reading.refreshResident(argument);
    },
  };
}

/** Whether somebody waits for the other side. */
function hasOpenThread({ sections: { open } }: ResidentView): boolean {
  if (open.state !== 'known' || open.content.kind !== 'recorded') return false;
  return open.content.value.some(({ thread }) => thread !== undefined);
}
