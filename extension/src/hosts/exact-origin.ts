/**
 * Whether a text is one exact origin that an adapter may name, such as `https://gp.example.nhs.uk`. Demo builds also
 * allow `http://name.localhost`. It refuses wildcards, ports, users, IP addresses and hosts of one word.
 *
 * It does not use `new URL`, which accepts `https://*.nhs.uk`: as a match pattern that means every NHS site. It uses
 * no regular expression, because adapters come from files and may be written to make one slow.
 */
export function isExactOrigin(text: string, allowDemo: boolean): boolean {
  if (text.startsWith('https://')) return isHostName(text.slice(8));
  return allowDemo && text.startsWith('http://') && text.endsWith('.localhost') && isHostName(text.slice(7));
}

function isHostName(host: string): boolean {
  if (host.length > 253) return false;
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  // A last label that begins with a digit makes the host an IP address, also in the forms 0x7f000001 and 127.1.
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
