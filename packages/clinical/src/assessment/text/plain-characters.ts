import { plainText } from '../../display/plain-text.ts';

/** Signs that records mangle, as they are typed on any keyboard. */
const TYPED: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '≥': '>=',
  '≤': '<=',
  '×': 'x',
  '÷': '/',
  µ: 'u',
  μ: 'u',
  '²': '2',
  '³': '3',
  '°': ' deg ',
  '·': '-',
  '•': '-',
  '½': '1/2',
  '¼': '1/4',
  '¾': '3/4',
};

/**
 * One line that a host record takes: no control or invisible characters, typed signs for printed ones, single spaces.
 * @param ascii Letters lose their accents, and what then is no ASCII becomes `?`. Without it, letters stay as written.
 */
export function plainLine(text: string, ascii: boolean): string {
  const typed = plainText(text).replace(/[^ -~]/gu, (sign) => TYPED[sign] ?? sign);
  const folded = ascii
    ? typed
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[^\x20-\x7E]/gu, '?')
    : typed.normalize('NFC');
  return folded.replace(/ {2,}/g, ' ').trim();
}
