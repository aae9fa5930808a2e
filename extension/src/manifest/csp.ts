/**
 * The policy for extension pages and the vault. Only the vault uses the network; every page narrows this policy itself.
 *
 * @param reachable sources that the vault may connect to, such as `https:`
 * @param scripts names of the policies by which the vault may start another script of ours
 */
export function extensionPages(reachable: readonly string[], scripts: readonly string[] = []): string {
  return policy({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...reachable],
    'frame-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'object-src': ["'none'"],
    // Only lit may turn text into HTML, so text from a record cannot become markup.
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['lit-html', ...scripts],
  });
}

/** The policy of the renderer, which draws record data: scripts of the package, and no network at all. */
export const sandbox = policy({
  sandbox: ['allow-scripts'],
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ['data:'],
  'font-src': ["'self'"],
  'connect-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['lit-html'],
});

function policy(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}
