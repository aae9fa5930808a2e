import * as z from 'zod/mini';
import { browser } from '../../browser.ts';
import type { Adapter } from '../../hosts/binding.ts';
import type { Template } from '../../hosts/template.ts';
import { adapterOfFile, type Checked } from './adapter-of-file.ts';

/** What this user enabled or taught in this browser. */
export interface Own {
  readonly bound: readonly Adapter[];
  readonly taught: readonly Taught[];
  readonly refused: readonly string[];
}

/**
 * An adapter that a user taught by pointing at a page. A draft was not yet seen to change with a second person, so
 * nothing that it reads counts.
 */
interface Taught {
  readonly state: 'draft' | 'confirmed';
  readonly adapter: Adapter;
}

/** The keys in `storage.local`. Neither holds a word about a person. */
export const OWN_KEYS = { bound: 'boundSites', taught: 'taughtAdapters' } as const;

/** A site that this user enabled, and the template by which it is read. */
const boundSite = z.strictObject({
  origin: z.string().check(z.maxLength(300)),
  template: z.string().check(z.maxLength(60)),
});
const boundSites = z.array(boundSite).check(z.maxLength(100));
const taughtAdapters = z
  .array(z.strictObject({ state: z.enum(['draft', 'confirmed']), adapter: z.looseObject({}) }))
  .check(z.maxLength(100));

export type BoundSite = z.infer<typeof boundSite>;
export type TaughtSite = z.infer<typeof taughtAdapters>[number];

export async function readOwn(templates: readonly Template[]): Promise<Own> {
  const stored = await browser.storage.local.get(Object.values(OWN_KEYS));
  const bound = boundSitesOf(stored).map((site) => bind(site, templates));
  const read = taughtAdapters.safeParse(stored[OWN_KEYS.taught] ?? []);
  const taught = (read.success ? read.data : []).map(({ state, adapter }) => ({
    state,
    checked: adapterOfFile('A taught adapter is not used', adapter, 'taught', templates),
  }));
  return {
    bound: bound.flatMap(({ adapter }) => adapter ?? []),
    taught: taught.flatMap(({ state, checked: { adapter } }) => (adapter ? [{ state, adapter }] : [])),
    refused: [
      ...bound.flatMap(({ refused = [] }) => refused),
      ...taught.flatMap(({ checked: { refused = [] } }) => refused),
      ...(read.success ? [] : ['The taught adapters are not used: what is stored has another form.']),
    ],
  };
}

/** What is stored, as far as it has the form in which we store it. */
export function boundSitesOf(stored: Readonly<Record<string, unknown>>): readonly BoundSite[] {
  const read = boundSites.safeParse(stored[OWN_KEYS.bound] ?? []);
  return read.success ? read.data : [];
}

export function taughtSitesOf(stored: Readonly<Record<string, unknown>>): readonly TaughtSite[] {
  const read = taughtAdapters.safeParse(stored[OWN_KEYS.taught] ?? []);
  return read.success ? read.data : [];
}

/** A template bound to the whole of one site. */
function bind({ origin, template }: BoundSite, templates: readonly Template[]): Checked {
  const file = { id: template, template, match: [{ origin, pathPrefix: '/' }] };
  return adapterOfFile(`The site ${origin} is not read`, file, 'bound', templates);
}
