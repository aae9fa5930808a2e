/** What a FHIR reference string points to. */
export type Target =
  | { readonly kind: 'contained'; readonly id: string }
  | { readonly kind: 'urn'; readonly url: string }
  /** `base` is `null` for a relative reference. */
  | { readonly kind: 'literal'; readonly base: string | null; readonly type: string; readonly id: string }
  /** `Patient?identifier=system|value`, as R4 transactions write it. */
  | {
      readonly kind: 'conditional';
      readonly type: string;
      readonly system: string | null;
      readonly value: string;
    };

/**
 * Reads a reference. A version after it (`/_history/3`) does not change whom it names. `null`: not a
 * reference.
 */
export function readTarget(reference: string | null | undefined): Target | null {
  const text = reference?.trim() ?? '';
  if (text.startsWith('#') && text.length > 1) return { kind: 'contained', id: text.slice(1) };
  if (/^urn:(uuid|oid):/i.test(text)) return { kind: 'urn', url: text.toLowerCase() };
  // A SMART Health Card uses short addresses within its Bundle, such as `resource:0`.
  if (/^resource:\d+$/.test(text)) return { kind: 'urn', url: text };
  const conditional = /^([A-Za-z]+)\?identifier=(?:([^|&]*)\|)?([^|&]+)$/.exec(text);
  if (conditional !== null) {
    const [, type = '', system, value = ''] = conditional;
    return { kind: 'conditional', type, system: system || null, value: decoded(value) };
  }
  const literal =
    /^(?:(https?:\/\/[^?#]*?)\/)?([A-Z][A-Za-z]+)\/([A-Za-z0-9\-._]+)(?:\/_history\/[^/]+)?\/?$/.exec(text);
  if (literal === null) return null;
  const [, base, type = '', id = ''] = literal;
  return { kind: 'literal', base: base ?? null, type, id };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // A lone percent sign is not an escape. The value stays as it was written.
    return value;
  }
}

/**
 * One spelling for each address, so that addresses can be compared: no version, no trailing slash. `null`: no
 * full address.
 */
export function addressOf(url: string | null): string | null {
  const target = readTarget(url);
  if (target?.kind === 'urn') return target.url;
  return target?.kind === 'literal' && target.base !== null
    ? `${target.base}/${target.type}/${target.id}`
    : null;
}

/** The server part of an address: `https://fhir.example.org/r4`. */
export function baseOf(url: string | null): string | null {
  const target = readTarget(url);
  return target?.kind === 'literal' ? target.base : null;
}
