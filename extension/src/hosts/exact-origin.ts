/**
 * Whether a text is one exact origin that an adapter may name: `https://gp.example.nhs.uk`, and where the demo's hosts
 * are allowed `http://name.localhost`. No wildcard, port, user, address in figures or host of one word.
 *
 * Written out by hand, because `new URL` takes `https://*.nhs.uk`, which as a match pattern is every NHS site; and
 * without a regular expression, because adapters come from files.
 */
export function isExactOrigin(text: string, allowDemo: boolean): boolean {
  if (text.startsWith('https://')) return isHostName(text.slice(8));
  return allowDemo && text.startsWith('http://') && text.endsWith('.localhost') && isHostName(text.slice(7));
}

function isHostName(host: string): boolean {
  if (host.length > 253) return false;
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  // A last label that begins with a figure makes the whole an IP address, also in the forms 0x7f000001 and 127.1.
  return labels.length >= 2 && labels.every(isLabel) && !isDigit(last.charCodeAt(0));
}

function isLabel(label: string): boolean {
  if (label.length < 1 || label.length > 63 || label.startsWith('-') || label.endsWith('-')) return false;
  for (let at = 0; at < label.length; at += 1) {
    const code = label.charCodeAt(at);
    if (!isDigit(code) && !isLower(code) && code !== 0x2d) return false;
  }
  return true;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLower(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
