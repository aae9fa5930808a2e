/** What an origin may have beside `https://` and the name of a host. */
export interface Allowed {
  /** `http://name.localhost`, which always means this machine. */
  readonly localhost: boolean;
  /** A port, as in `https://gp.example.nhs.uk:8443`. */
  readonly port: boolean;
}

/**
 * Whether a text is one exact origin that an adapter may name, such as `https://gp.example.nhs.uk`. It refuses
 * wildcards, users, IP addresses and hosts of one word.
 *
 * It does not use `new URL`, which accepts `https://*.nhs.uk`: as a match pattern that means every NHS site. It uses
 * no regular expression, because adapters come from files and may be written to make one slow.
 */
export function isExactOrigin(text: string, { localhost, port }: Allowed): boolean {
  const isSecure = text.startsWith('https://');
  if (!isSecure && !(localhost && text.startsWith('http://'))) return false;
  const [host = '', number, ...more] = text.slice(isSecure ? 8 : 7).split(':');
  if (more.length > 0 || !isHostName(host)) return false;
  if (number !== undefined && !(port && isPort(number, isSecure ? 443 : 80))) return false;
  return isSecure || host.endsWith('.localhost');
}

/** The usual port is refused: the browser leaves it out of the origin, so no page would ever match. */
function isPort(text: string, usual: number): boolean {
  if (text.length < 1 || text.length > 5 || text.startsWith('0')) return false;
  for (let at = 0; at < text.length; at += 1) if (!isDigit(text.charCodeAt(at))) return false;
  return Number(text) <= 65_535 && Number(text) !== usual;
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
