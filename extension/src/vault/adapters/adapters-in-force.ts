import type { Adapter } from '../../hosts/binding.ts';
import { isBelow, isOfFrame, isOrigin } from '../../hosts/matches.ts';
import type { Template } from '../../hosts/template.ts';
import type { Managed } from './read-managed.ts';
import type { Own } from './read-own.ts';

export interface Sources {
  readonly builtIn: { readonly adapters: readonly Adapter[]; readonly templates: readonly Template[] };
  readonly managed: Managed;
  readonly own: Own;
  /** Whether the user granted the browser's permission for a site. */
  readonly isGranted: (origin: string) => boolean;
  /** Origins that are never read: those of the record's own server. */
  readonly never: readonly string[];
}

export interface InForce {
  /** What counts now. The page is read by these, and the vault hears these: there is no other list. */
  readonly adapters: readonly Adapter[];
  /** Adapters that would count if the user granted the browser's permission for their sites. */
  readonly waiting: readonly Adapter[];
  /** The templates that a user may bind to a site. Empty where an administrator keeps that to themselves. */
  readonly templates: readonly Template[];
  /** What somebody taught and did not confirm yet. It reads nobody, and is listed so that it can be deleted. */
  readonly drafts: readonly Adapter[];
  /** Whether a page may be taught. */
  readonly allowsTeach: boolean;
  readonly never: readonly string[];
  /** What is not used and why, for an administrator. */
  readonly refused: readonly string[];
}

/**
 * Decides which adapters count. For one site only one source counts: what the organisation gave, else what the user
 * taught, else what the user bound, else what came with the extension.
 */
export function adaptersInForce({ builtIn, managed, own, isGranted, never }: Sources): InForce {
  const taught = managed.allowsTeach ? own.taught : [];
  const users = managed.allowsUserSites
    ? // Guard: a draft reads nobody until somebody saw it change with a second person.
      [...taught.flatMap(({ state, adapter }) => (state === 'confirmed' ? [adapter] : [])), ...own.bound]
    : [];
  const clashing = clashesIn(managed.adapters);
  const chosen: Adapter[] = [];
  const refused: string[] = [];
  for (const adapter of [...managed.adapters, ...users, ...builtIn.adapters]) {
    if (clashing.has(adapter)) refused.push(CLASH(adapter));
    else if (adapter.match.some(({ origin }) => never.some((each) => overlap(each, origin))))
      refused.push(OWN_SERVER(adapter));
    else chosen.push(...without(adapter, chosen));
  }
  const parts = chosen.flatMap((adapter) => split(adapter, isGranted));
  return {
    adapters: parts.flatMap(({ granted }) => granted ?? []),
    waiting: parts.flatMap(({ waiting }) => waiting ?? []),
    templates: managed.allowsUserSites ? builtIn.templates : [],
    drafts: taught.flatMap(({ state, adapter }) => (state === 'draft' ? [adapter] : [])),
    allowsTeach: managed.allowsTeach,
    never,
    refused: [...managed.refused, ...own.refused, ...refused],
  };
}

const CLASH = ({ id }: Adapter) =>
  `Managed adapter “${id}” is not used: another one has the same id, or claims the same pages. Give each page to one of them.`;
const OWN_SERVER = ({ id }: Adapter) =>
  `Adapter “${id}” is not used: it names the server of the record itself, which is never read as a page.`;

/** The sites of an adapter that no better source has taken. */
function without(adapter: Adapter, chosen: readonly Adapter[]): readonly Adapter[] {
  const better = chosen.filter(({ from }) => from !== adapter.from).flatMap(({ match }) => match);
  return narrowed(adapter, ({ origin }) => !better.some((each) => overlap(each.origin, origin)));
}

function split(adapter: Adapter, isGranted: (origin: string) => boolean) {
  const [granted] = narrowed(adapter, ({ origin }) => isGranted(origin));
  const [waiting] = narrowed(adapter, ({ origin }) => !isGranted(origin));
  return { granted, waiting };
}

/** The same adapter for some of its sites alone. Without a site there is none. */
function narrowed(adapter: Adapter, keeps: (site: Adapter['match'][number]) => boolean): readonly Adapter[] {
  const match = adapter.match.filter(keeps);
  return match.length === 0 ? [] : [{ ...adapter, match }];
}

/** Managed adapters of which two would read one page. Neither is used, because either could be the wrong one. */
function clashesIn(adapters: readonly Adapter[]): ReadonlySet<Adapter> {
  return new Set(
    adapters.filter((one) =>
      adapters.some(
        (other) =>
          other !== one &&
          (other.id === one.id ||
            ([true, false].some((isTop) =>
              [one, other].every(({ template }) => isOfFrame(template, isTop)),
            ) &&
              one.match.some((a) => other.match.some((b) => isSamePages(a, b))))),
      ),
    ),
  );
}

type Site = Adapter['match'][number];

function isSamePages(a: Site, b: Site): boolean {
  return (
    overlap(a.origin, b.origin) &&
    (isBelow(a.pathPrefix, b.pathPrefix) || isBelow(b.pathPrefix, a.pathPrefix))
  );
}

/** Whether two origins name one page. One of a demo without a port stands for each of its ports. */
function overlap(one: string, other: string): boolean {
  return isOrigin(one, new URL(other)) || isOrigin(other, new URL(one));
}
