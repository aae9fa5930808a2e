import type { DeviceRecords, DeviceStatus } from '@ehch/clinical';
import { deviceOf, WELL } from '../src/device-status/device-status.fixtures.ts';

/** A device whose status a test tells. What it says late is said as well: whoever listened has to notice it. */
export function deviceToTell() {
  const heard: { onStatus: (status: DeviceStatus) => void; signal: { readonly aborted: boolean } }[] = [];
  const device: DeviceRecords = {
    ...deviceOf({}),
    watchStatus: (onStatus, signal) => void heard.push({ onStatus, signal }),
  };
  return {
    device,
    heard,
    say: (server: DeviceStatus['server']) => heard.at(-1)?.onStatus({ ...WELL, server }),
  };
}
