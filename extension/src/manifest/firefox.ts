import { base, framed, NAME } from './base.ts';
import { extensionPages } from './csp.ts';

/** The vault starts the engine in a worker of its own, by the one policy that knows its script. */
export const SCRIPTS = ['ehch-engine'];

export const firefox = {
  ...base,
  background: { scripts: ['vault.js'], type: 'module' },
  content_security_policy: { extension_pages: extensionPages(['https:'], SCRIPTS) },
  // Firefox gives each installation an address of its own.
  web_accessible_resources: [framed],
  sidebar_action: {
    default_panel: 'side.html',
    default_title: NAME,
    default_icon: base.icons,
    open_at_install: false,
  },
  browser_specific_settings: {
    gecko: {
      id: 'ehch-kit@ehch-kit.example',
      strict_min_version: '140.0',
      // The vault compares an NHS number on a page with a server's records, so "none" would be untrue.
      data_collection_permissions: {
        required: ['healthInfo', 'personallyIdentifyingInfo', 'authenticationInfo'],
      },
    },
  },
} as const;
