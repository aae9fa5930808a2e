import { reportCaught } from '@ehch/clinical/diagnostics';
import * as z from 'zod/mini';
import { browser } from '../../browser.ts';
import type { Adapter } from '../../hosts/binding.ts';
import type { Template } from '../../hosts/template.ts';
import { adapterOfFile } from './adapter-of-file.ts';
import { whyRefused } from './why-refused.ts';

/** What an administrator set for this browser. */
export interface Managed {
  readonly adapters: readonly Adapter[];
  /** Whether a user may enable a site by themselves. */
  readonly allowsUserSites: boolean;
  /** Whether a user may teach a page, and what somebody taught counts. */
  readonly allowsTeach: boolean;
  /** Why something of it is not used, in words for the administrator. */
  readonly refused: readonly string[];
}

/**
 * The settings, as `managed_schema.json` has them. Each adapter is a JSON text, because a policy of Windows holds no
 * deeper values. A key that we do not know refuses all: a misspelt ban must not be a permission.
 */
const settings = z.strictObject({
  adapters: z.optional(z.array(z.string().check(z.maxLength(30_000))).check(z.maxLength(50))),
  allowUserSites: z.optional(z.boolean()),
  allowTeach: z.optional(z.boolean()),
  // Read by `lock/wipe-order.ts`. It says nothing about sites.
  wipeEpoch: z.optional(z.int()),
});

/** No settings: nobody manages this browser, or they have not arrived yet. Both give no adapter. */
const UNSET: Managed = { adapters: [], allowsUserSites: true, allowsTeach: true, refused: [] };

/** Reads the managed settings. What does not fit is refused, and then no user may enable a site either. */
export async function readManaged(templates: readonly Template[]): Promise<Managed> {
  const stored = await readStored();
  if (stored !== null && Object.keys(stored).length === 0) return UNSET;
  const read = settings.safeParse(stored, { reportInput: true });
  if (!read.success)
    return {
      adapters: [],
      allowsUserSites: false,
      allowsTeach: false,
      refused: whyRefused('The managed settings are not used', read.error.issues),
    };
  const { adapters = [], allowUserSites = true, allowTeach = true } = read.data;
  const checked = adapters.map((text, at) =>
    adapterOfFile(`Managed adapter ${at + 1} is not used`, parsed(text), 'managed', templates),
  );
  return {
    adapters: checked.flatMap(({ adapter }) => adapter ?? []),
    allowsUserSites: allowUserSites,
    allowsTeach: allowUserSites && allowTeach,
    refused: checked.flatMap(({ refused = [] }) => refused),
  };
}

/** `null`: the browser could not read them, so nobody knows what they forbid. */
async function readStored(): Promise<object | null> {
  try {
    return await browser.storage.managed.get(null);
  } catch (error) {
    // Firefox says in this way that nobody manages it.
    if (String(error).includes('Managed storage manifest not found')) return {};
    reportCaught(error, 'extension/managed');
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no adapter, and the check says so in words.
    return null;
  }
}
