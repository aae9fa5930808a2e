import type * as z from 'zod/mini';
import { whyNot } from '../../hosts/why-not.ts';

/**
 * Says why a setting or an adapter is not used, in words that an administrator can act on. It repeats no value: an
 * adapter that somebody taught could carry one of a person.
 */
export function whyRefused(what: string, issues: readonly z.core.$ZodIssue[]): readonly string[] {
  // The rule about ports looks at the whole adapter, and fails with each address that fails by itself.
  const ofParts = issues.filter(({ code, path }) => code !== 'custom' || path.length > 0);
  return whyNot(ofParts.length > 0 ? ofParts : issues).map((words) => `${what}: ${words}`);
}
