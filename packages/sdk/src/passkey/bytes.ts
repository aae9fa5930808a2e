/** Bytes as they cross the port, which carries JSON alone. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

export function asBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

export function asBase64Url(bytes: Uint8Array): string {
  return asBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
