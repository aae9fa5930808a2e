import { presses } from '../src/device-status/device-press.ts';
import type { DeviceState } from '../src/device-status/device-status.fixtures.ts';

export type Pressed = NonNullable<DeviceState['press']>[number];

/** The first control of the device status that does this; `null`: there is none. */
export function findPress(root: ParentNode, action: Pressed): HTMLElement | null {
  const all = [...root.querySelectorAll<HTMLElement>(`[data-press=${action.kind}]`)];
  return (
    all.find((one) => {
      const does: Readonly<Record<string, unknown>> = { ...presses.actionAt(one) };
      return Object.entries(action).every(([name, value]) => does[name] === value);
    }) ?? null
  );
}
