import { define } from '../internal/define.ts';
import { DeviceStatusElement } from './device-status.ts';

export { EhchShowResidentEvent } from '../internal/events.ts';
export * from './device-status.ts';

define('ehch-device-status', DeviceStatusElement);
