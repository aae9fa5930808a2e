import type { Call } from './call.ts';

/** A preference of the `Prefer` header, such as `handling` or `return`. */
export function preference(call: Call, name: string): string | null {
  const match = new RegExp(`(?:^|[,;\\s])${name}=([A-Za-z]+)`).exec(call.headers['prefer'] ?? '');
  return match?.[1] ?? null;
}
