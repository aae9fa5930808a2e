/** The name under which bytes stand in JSON, with their kind. No column of a row has it. */
const TAG = '\u0000bytes';
type Tagged = { readonly [TAG]: 'view' | 'buffer'; readonly base64: string };

/** JSON with the bytes of rows in base64. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (each instanceof ArrayBuffer) return { [TAG]: 'buffer', base64: base64(new Uint8Array(each)) };
    if (each instanceof Uint8Array) return { [TAG]: 'view', base64: base64(each) };
    return each;
  });
}

/** @throws {SyntaxError} if it is no JSON */
export function fromJson(text: string): unknown {
  return JSON.parse(text, (_, each: unknown) => {
    if (typeof each !== 'object' || each === null || !(TAG in each)) return each;
    const { [TAG]: kind, base64: written } = each as Tagged;
    const bytes = Uint8Array.from(atob(written), (letter) => letter.charCodeAt(0));
    return kind === 'view' ? bytes : bytes.buffer;
  }) as unknown;
}

/** In parts, because a call takes no more than some ten thousand arguments. */
function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return btoa(parts.join(''));
}
