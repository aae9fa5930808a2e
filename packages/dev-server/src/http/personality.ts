import { Refusal } from '../refusal.ts';

/** Ways in which real servers differ from this one. Each switch makes this server as strict as some of them. */
export interface Personality {
  /** Characters of an address with its query, beyond which the server refuses it. Some servers accept 2,048. */
  readonly longestAddress?: number;
  /** Whether the server answers `POST [type]/_search`. Some gateways let only GET through. Defaults to yes. */
  readonly postSearch?: boolean;
}

/** Refuses what a strict server refuses. @throws {Refusal} 414 for a long address, 405 for a search by POST */
export function refuseByPersonality(
  { longestAddress = Infinity, postSearch = true }: Personality,
  method: string,
  address: string,
): void {
  if (address.length > longestAddress)
    throw new Refusal(414, 'too-costly', 'The address is longer than this server takes.');
  if (!postSearch && method === 'POST' && /\/_search(\?|$)/.test(address))
    throw new Refusal(405, 'not-supported', 'This server does not search by POST.', { Allow: 'GET' });
}
