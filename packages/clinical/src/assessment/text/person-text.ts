import { plainText } from '../../display/plain-text.ts';
import type { Author } from '../../recorded.ts';

/** Name and role, or that nobody is named. */
export function personText(by: Author | null): string {
  const parts = [by?.name, by?.role].map((part) => plainText(part ?? '')).filter((part) => part !== '');
  return parts.length === 0 ? 'a person not named' : parts.join(', ');
}
