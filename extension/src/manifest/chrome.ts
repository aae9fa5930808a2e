import { base, framed } from './base.ts';
import { sandbox } from './csp.ts';

/** The public half of a key pair whose private half was deleted. It only keeps the extension's id the same. */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArdtVu/FpsKZ2MlqLy5YUp0+jhMCIiU/UQz63N0uEhkvtTnDBY1Md+7ZUPx96ye6E5m2LsdAoPTHxDF4eTyPECy8NzwfvqnzvLsqXDJhT8euRpKMxDsbkG4XvJ/d3SYECkVg90BgBxEvUCSODmaPIPE4bzH0xG6dDxyS21AQEtIn2K9t4ox5t72C2NjkWPnWm35bjcam8TLXwXVm+iwiAHwaoJpJRr+9KeX2Hwp9+oR8uatFuM4kTWiegx8EYAMYMeXKdC4wELEgBAzyNUQZ06u+T7cyxGVoShtUzqIcvN6sPFaAOR1G9kgtrKneNnD/B1cuHkMQ6NcVH7P4Ig6qSfwIDAQAB';

export const chrome = {
  ...base,
  minimum_chrome_version: '130',
  key: KEY,
  permissions: [...base.permissions, 'sidePanel'],
  background: { service_worker: 'vault.js', type: 'module' },
  side_panel: { default_path: 'side.html' },
  // Without this empty list, every other extension may send us messages.
  externally_connectable: { ids: [] },
  // Chromium leaves the extension APIs in a frame that has only the `sandbox` attribute.
  sandbox: { pages: ['render.html'] },
  // With an address that changes, no page can ask whether this extension is here.
  web_accessible_resources: [{ ...framed, use_dynamic_url: true }],
  storage: { managed_schema: 'managed_schema.json' },
  content_security_policy: { ...base.content_security_policy, sandbox },
} as const;
