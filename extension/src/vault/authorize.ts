import type { Runtime } from 'webextension-polyfill';
import { PAGE_MESSAGE_LIMIT, pageMessage, PING, type PageMessage } from '../messages/page.ts';
import { PORTS } from '../messages/ports.ts';
import { SIDE_MESSAGE_LIMIT, sideMessage, type SideMessage } from '../messages/side.ts';

/** What the sender of a port is, as the browser says it. Nothing that a message claims is used for this. */
type Role = 'page' | 'side';

export interface OwnAddresses {
  readonly id: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
}

/** A message that was admitted, with the role that it was admitted for. */
export type Admitted =
  | { readonly role: 'page'; readonly message: PageMessage | typeof PING }
  | { readonly role: 'side'; readonly message: SideMessage | typeof PING };

/**
 * The one function that decides whether a message is heard: by who sent it, over which port, and of what shape.
 * `null`: it is dropped without an answer, because an answer would tell a stranger something.
 */
export function authorize(
  port: Pick<Runtime.Port, 'name' | 'sender'>,
  message: unknown,
  own: OwnAddresses,
  isEnabled: (origin: string) => boolean,
): Admitted | null {
  const role = roleOf(port, own, isEnabled);
  if (role === null) return null;
  if (message === PING) return { role, message: PING };
  const text = sizeOf(message);
  if (role === 'page') {
    const parsed = text <= PAGE_MESSAGE_LIMIT ? pageMessage.safeParse(message) : null;
    return parsed?.success ? { role, message: parsed.data } : null;
  }
  const parsed = text <= SIDE_MESSAGE_LIMIT ? sideMessage.safeParse(message) : null;
  return parsed?.success ? { role, message: parsed.data } : null;
}

/** Who opened a port. `null` for everybody that is not expected: other extensions, other pages of ours, sandboxes. */
function roleOf(
  { name, sender }: Pick<Runtime.Port, 'name' | 'sender'>,
  own: OwnAddresses,
  isEnabled: (origin: string) => boolean,
): Role | null {
  if (!sender || sender.id !== own.id) return null;
  // Chrome gives `origin`; Firefox gives it too since 126. Where it is missing, the address says it.
  const url = parsed(sender.url);
  const origin = (sender as { origin?: string }).origin ?? originOf(url);
  if (url === null || origin === undefined) return null;
  if (origin === own.origin) return name === PORTS.side && url.pathname === '/side.html' ? 'side' : null;
  // A page that is being prerendered or lies in the back-forward cache is not what the person looks at.
  if (((sender as { documentLifecycle?: string }).documentLifecycle ?? 'active') !== 'active') return null;
  return name === PORTS.page && sender.tab?.id !== undefined && origin === originOf(url) && isEnabled(origin)
    ? 'page'
    : null;
}

function parsed(url: string | undefined): URL | null {
  return url === undefined ? null : URL.parse(url);
}

/** `URL.origin` is "null" for an extension's own scheme in some browsers. */
function originOf(url: URL | null): string | undefined {
  return url === null ? undefined : `${url.protocol}//${url.host}`;
}

function sizeOf(message: unknown): number {
  try {
    return JSON.stringify(message)?.length ?? Infinity;
  } catch {
    // What cannot be written as JSON is no message of ours, and too long for any.
    return Infinity;
  }
}
