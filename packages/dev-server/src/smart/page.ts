import { createHash } from 'node:crypto';
import type { StaffMember } from '../auth/tokens.ts';
import type { WireAnswer } from '../server/wire.ts';

/** What the sign-in page shows. */
export interface SignInView {
  readonly clientName: string;
  readonly redirectUri: string;
  /** What the client asks for, in words. */
  readonly asks: readonly string[];
  readonly staff: readonly (StaffMember & { readonly hasEnded: boolean })[];
  /** The name under which the server keeps the request. */
  readonly handle: string;
  /** What is to be mended before the person can go on. */
  readonly problem: string | null;
}

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 40rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
fieldset { margin: 0 0 1rem; padding: 0.5rem 1rem; border: 1px solid GrayText; }
legend { padding: 0 0.25rem; font-weight: 600; }
label { display: flex; gap: 0.75rem; align-items: start; padding: 0.5rem 0; }
input { flex: none; inline-size: 1.5rem; block-size: 1.5rem; margin: 0; }
button { font: inherit; min-block-size: 2.75rem; padding: 0.25rem 1.5rem; margin: 0 0.5rem 0.5rem 0; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
.problem { border-inline-start: 0.5rem solid; padding-inline-start: 1rem; font-weight: 600; }
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** The page on which a person of the sample staff signs in, or does not. It works without a script. */
export function signInPage(view: SignInView): WireAnswer {
  const { clientName, redirectUri, asks, staff, handle, problem } = view;
  const organisations = [...Map.groupBy(staff, ({ organisation }) => organisation)];
  const body = `
<h1>Who is signing in?</h1>
${problem === null ? '' : `<p class="problem" role="alert">${escaped(problem)}</p>`}
<p>This is a development server. Everybody here is invented, and nobody has a password.</p>
<p>${escaped(clientName)} asks to:</p>
<ul>${asks.map((words) => `<li>${escaped(words)}</li>`).join('')}</ul>
<form method="post" action="/authorize">
<input type="hidden" name="handle" value="${escaped(handle)}">
${organisations.map(([name, members]) => `<fieldset><legend>${escaped(name)}</legend>${members.map(choice).join('')}</fieldset>`).join('\n')}
<button name="decision" value="sign-in">Sign in</button>
<button name="decision" value="not-now" formnovalidate>Not now</button>
</form>`;
  const title = problem === null ? 'Sign in' : 'Error: sign in';
  return html(200, title, body, `'self' ${new URL(redirectUri).origin}`);
}

function choice({ key, name, role, hasEnded }: SignInView['staff'][number]): string {
  const words = `<span>${escaped(name)}<br>${escaped(role)}${hasEnded ? '. The pass has ended.' : ''}</span>`;
  return `<label><input type="radio" name="staff" value="${escaped(key)}" required${hasEnded ? ' disabled' : ''}>${words}</label>`;
}

/** The page for a request that cannot be answered anywhere else. It leads nowhere. */
export function refusalPage(problem: string): WireAnswer {
  const body = `<h1>This sign-in cannot go on</h1><p>${escaped(problem)}</p><p>Close this window and start again.</p>`;
  return html(400, 'Sign-in refused', body, "'none'");
}

function html(status: number, title: string, body: string, formTargets: string): WireAnswer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      // Chromium also holds the address that a form is redirected to against `form-action`.
      'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action ${formTargets}; frame-ancestors 'none'; base-uri 'none'`,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      // The form's own post keeps its origin. Another site is told nothing.
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    },
    text: `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)} – EHCH Kit development server</title>
<style>${STYLE}</style>
</head>
<body><main>${body}</main></body>
</html>
`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
