import { chrome } from './chrome.ts';
import { extensionPages } from './csp.ts';
import { demo } from './demo.ts';
import { firefox, SCRIPTS } from './firefox.ts';

export type Browser = 'chrome' | 'firefox';

/** The manifest of one build. A release build has no host permission; a demo build has one, and the policy for it. */
export function manifestOf(browser: Browser, isDemo: boolean): Record<string, unknown> {
  const release = browser === 'chrome' ? chrome : firefox;
  if (!isDemo) return release;
  return {
    ...release,
    host_permissions: demo.host_permissions,
    web_accessible_resources: release.web_accessible_resources.map((each) => ({
      ...each,
      matches: [...each.matches, ...demo.host_permissions],
    })),
    content_security_policy: {
      ...release.content_security_policy,
      extension_pages: extensionPages(demo.reachable, browser === 'firefox' ? SCRIPTS : []),
    },
  };
}
