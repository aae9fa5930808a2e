/** Splits alternatives at commas that are not escaped: http://hl7.org/fhir/R4/search.html#escaping */
export function splitValues(value: string): string[] {
  return split(value, ',').filter((part) => part !== '');
}

/** Splits a token or quantity at its bars and removes the escapes. */
export function splitBars(value: string): string[] {
  return split(value, '|').map(unescape);
}

export function unescape(value: string): string {
  return value.replaceAll(/\\([\\,|$])/g, '$1');
}

function split(value: string, at: string): string[] {
  const parts = [''];
  for (let i = 0; i < value.length; i += 1) {
    if (value[i] === '\\' && i + 1 < value.length) {
      parts[parts.length - 1] += value.slice(i, i + 2);
      i += 1;
    } else if (value[i] === at) {
      parts.push('');
    } else {
      parts[parts.length - 1] += value[i] ?? '';
    }
  }
  return parts;
}
