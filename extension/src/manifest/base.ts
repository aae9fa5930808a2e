import { extensionPages } from './csp.ts';

export const NAME = 'EHCH Kit';

/** Sizes of the icon, in pixels. */
export const ICON_SIZES = [16, 32, 48, 128] as const;

const icons = Object.fromEntries(ICON_SIZES.map((size) => [size, `icon-${size}.png`]));

/**
 * The part of the manifest that both browsers share.
 *
 * Least privilege: no required host, no `tabs`, no `webRequest`, no `cookies`. A permission added here later disables
 * the extension until each user agrees again.
 */
export const base = {
  manifest_version: 3,
  name: NAME,
  version: '0.1.0',
  description:
    'Care home context beside the patient whose record is open. Not an NHS product, not endorsed by NHS England.',
  icons,
  // `identity` opens the browser's window for a sign-in. `idle` says when nobody is here, and in Chrome that the computer
  // is locked. `alarms` looks after the lock each minute while somebody is signed in.
  permissions: ['activeTab', 'alarms', 'identity', 'idle', 'scripting', 'storage'],
  optional_host_permissions: ['https://*/*'],
  action: { default_title: NAME, default_icon: icons },
  incognito: 'not_allowed',
  content_security_policy: { extension_pages: extensionPages(['https:']) },
} as const;

/**
 * The one page of ours that somebody else's page may frame: the cover under which a page is taught. It shows nothing
 * and holds nothing.
 */
export const framed = { resources: ['pick.html'], matches: ['https://*/*'] } as const;
