import type { Issue } from './validate.ts';

/** Errors of HAPI 8.8 that are not ours. Each has the reason for which it is let pass. */
const FAULTS: readonly { readonly why: string; readonly diagnostics: RegExp }[] = [];

/** The reason why an error is not ours. `null`: it is. */
export function knownFault({ diagnostics = '' }: Issue): string | null {
  return FAULTS.find((fault) => fault.diagnostics.test(diagnostics))?.why ?? null;
}
