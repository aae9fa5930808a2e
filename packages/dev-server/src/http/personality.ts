import { Refusal } from '../refusal.ts';

/** Ways in which real servers differ from this one. Each switch makes this one as strict as some of them are. */
export interface Personality {
  /** Characters of an address, its query included, beyond which it is refused. Some servers take 2,048. */
  readonly longestAddress?: number;
  /** Whether `POST [type]/_search` is answered. Gateways that let only GET through do not. The default is yes. */
  readonly postSearch?: boolean;
}

/** @throws {Refusal} 414 for an address that is too long, 405 for a search by POST that is not taken. */
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
