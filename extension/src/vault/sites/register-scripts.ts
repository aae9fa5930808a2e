import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Scripting } from 'webextension-polyfill';
import { browser } from '../../browser.ts';
import type { Adapter } from '../../hosts/binding.ts';
import { isOfFrame } from '../../hosts/matches.ts';
import { sitePattern } from '../../messages/site-pattern.ts';

/** `matchOriginAsFallback` reaches the frames that a page writes by itself. The polyfill's types do not know it. */
type Script = Scripting.RegisteredContentScript & { readonly matchOriginAsFallback?: boolean };

/**
 * Registers the content script for the sites that the adapters name, and for no other. It changes only what differs:
 * a page that loads meanwhile finds the script of every site that stays.
 *
 * @returns the match patterns of the sites that came or went
 */
export async function registerScripts(adapters: readonly Adapter[]): Promise<readonly string[]> {
  const wanted = scriptsOf(adapters);
  const registered = (await browser.scripting.getRegisteredContentScripts()) as readonly Script[];
  const gone = registered.filter((each) => !wanted.some((script) => isSame(script, each)));
  const added = wanted.filter((script) => !registered.some((each) => isSame(script, each)));
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone.map(({ id }) => id) });
  if (added.length > 0) await register(added);
  return [...gone, ...added].flatMap(({ matches = [] }) => matches);
}

function scriptsOf(adapters: readonly Adapter[]): readonly Script[] {
  const withFrames = new Map<string, boolean>();
  for (const { template, match } of adapters)
    for (const { origin } of match) {
      const pattern = sitePattern(origin);
      withFrames.set(pattern, withFrames.get(pattern) === true || isOfFrame(template, false));
    }
  return [...withFrames].map(([pattern, allFrames]) => ({
    id: `site ${pattern}`,
    matches: [pattern],
    js: ['content.js'],
    allFrames,
    matchOriginAsFallback: true,
    runAt: 'document_idle',
    persistAcrossSessions: true,
  }));
}

/** The browser adds properties of its own, so only ours are compared. */
function isSame(script: Script, registered: Script): boolean {
  return script.id === registered.id && script.allFrames === registered.allFrames;
}

async function register(scripts: readonly Script[]): Promise<void> {
  try {
    await browser.scripting.registerContentScripts([...scripts]);
  } catch (error) {
    reportCaught(error, 'extension/register');
    // A browser that does not know the property refuses the whole call. It then reads no frame without an address.
    await browser.scripting.registerContentScripts(scripts.map(withoutFallback));
  }
}

function withoutFallback({ id, matches = [], js = [], allFrames, runAt, persistAcrossSessions }: Script) {
  return { id, matches, js, allFrames, runAt, persistAcrossSessions } as Script;
}
