import type { Runtime } from 'webextension-polyfill';
import * as z from 'zod/mini';
import { PAGE_MESSAGE_LIMIT, pageMessage, PING, type PageMessage } from '../messages/page.ts';
import { ADAPTERS_PLEASE, PORTS } from '../messages/ports.ts';
import { TEACH_PORTS } from '../messages/teach-ports.ts';
import { SIDE_MESSAGE_LIMIT, sideMessage, type SideMessage } from '../messages/side.ts';
import { pickMessage, teachMessage, type PickMessage, type TeachMessage } from '../messages/teaching.ts';
import { addressOfSender, originOf } from './page-address.ts';

/** The sender of a port, as the browser identifies it. A message's own claims never decide the role. */
type Role = 'page' | 'side' | 'teach' | 'pick';

export interface OwnAddresses {
  readonly id: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
}

/** A message that the vault may act on, with the sender's role. */
export type Admitted =
  | { readonly role: 'page'; readonly message: PageMessage | typeof PING }
  | { readonly role: 'side'; readonly message: SideMessage | typeof PING }
  /** The script in the page that is taught now, and the cover of that page. */
  | { readonly role: 'teach'; readonly message: TeachMessage | typeof PING }
  | { readonly role: 'pick'; readonly message: PickMessage | typeof PING };

/** Whether the page of a tab is taught now. `null`: the cover asks, which has no origin of that page. */
export type IsTaught = (tab: number, origin: string | null) => boolean;

/**
 * Decides whether the vault acts on a message, by its sender, its port and its shape. No other function decides this.
 *
 * `null` means that the vault drops the message without an answer, because any answer would tell a stranger something.
 */
export function authorize(
  port: Pick<Runtime.Port, 'name' | 'sender'>,
  message: unknown,
  own: OwnAddresses,
  isEnabled: (origin: string) => boolean,
  isTaught: IsTaught = () => false,
): Admitted | null {
  const role = roleOf(port, own, isEnabled, isTaught);
  if (role === null) return null;
  if (message === PING) return { role, message: PING };
  // The size comes first, so that a huge message costs no parsing.
  const length = lengthOf(message);
  if (length > (role === 'page' || role === 'pick' ? PAGE_MESSAGE_LIMIT : SIDE_MESSAGE_LIMIT)) return null;
  const parsed = { page: pageMessage, side: sideMessage, teach: teachMessage, pick: pickMessage }[
    role
  ].safeParse(message);
  return parsed.success ? ({ role, message: parsed.data } as Admitted) : null;
}

const question = z.strictObject({ kind: z.literal(ADAPTERS_PLEASE.kind) });

/** Whether a message is the question for adapters. It is the one message that the vault answers. */
export function isQuestion(message: unknown): boolean {
  return question.safeParse(message).success;
}

/**
 * Whether a content script of ours in a tab may learn which adapters are for its page. Where it stands, the browser
 * says. A page that the browser loads ahead may ask too: it starts its script once, and is looked at later.
 */
export function mayAsk({ id, tab }: Runtime.MessageSender, own: OwnAddresses): boolean {
  return id === own.id && tab?.id !== undefined;
}

/** The role of a port's sender. `null` for every other sender: other extensions, our other pages, sandboxed frames. */
function roleOf(
  { name, sender }: Pick<Runtime.Port, 'name' | 'sender'>,
  own: OwnAddresses,
  isEnabled: (origin: string) => boolean,
  isTaught: IsTaught,
): Role | null {
  if (!sender || sender.id !== own.id) return null;
  const address = addressOfSender(sender);
  if (address === null) return null;
  const tab = sender.tab?.id;
  if (originOf(address) === own.origin) {
    if (name === PORTS.side && isSidePanel(address, sender)) return 'side';
    const isCover = name === TEACH_PORTS.pick && address.pathname === '/pick.html' && sender.frameId !== 0;
    return isCover && tab !== undefined && isTaught(tab, null) ? 'pick' : null;
  }
  // The user is not looking at a page that is prerendering or lies in the back-forward cache.
  if (((sender as { documentLifecycle?: string }).documentLifecycle ?? 'active') !== 'active') return null;
  if (tab === undefined) return null;
  // A page that is taught need not be enabled. Only the page itself is, and no frame of it.
  if (name === TEACH_PORTS.teach)
    return sender.frameId === 0 && isTaught(tab, originOf(address)) ? 'teach' : null;
  return name === PORTS.page && isEnabled(originOf(address)) ? 'page' : null;
}

/**
 * Whether this is the browser's side panel. The same page in a tab is none: any other extension can open it there. A
 * demo build allows it, because no test can reach the sidebar of Firefox.
 */
function isSidePanel({ pathname }: URL, { tab }: Runtime.MessageSender): boolean {
  return pathname === '/side.html' && (tab === undefined || __DEMO__);
}

/** Length of a message as JSON, in characters. */
function lengthOf(message: unknown): number {
  try {
    return JSON.stringify(message)?.length ?? Infinity;
  } catch {
    // We send JSON only, so anything else counts as too long.
    return Infinity;
  }
}
