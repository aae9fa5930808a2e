import type { Adapter } from './adapter.ts';
import careDiary from './care-diary/care-diary.adapter.json' with { type: 'json' };
import gpRecord from './gp-record/gp-record.adapter.json' with { type: 'json' };

/** Hosts of the demo on this machine. They speak http, and no release build contains them. */
const demo = [gpRecord, careDiary];

/** Hosts that a release knows. To add one, add a folder beside these and its name here. */
const released: readonly unknown[] = [];

/** Every host that this build of the extension knows. */
export const hosts = [...released, ...(__DEMO__ ? demo : [])] as readonly Adapter[];
