import { oneLine } from '../content/one-line.ts';
import { parsers, type Parsed } from '../content/parsers.ts';
import type { Parser } from '../hosts/template.ts';
import { splitLabel } from './label-words.ts';
import type { Wanted } from '../messages/teaching.ts';
import type { Understood } from './pointed.ts';

/** Characters. A name that somebody points at is no sentence. */
const LONGEST_NAME = 80;

/** The ways in which a text can be what is wanted, the likeliest first. None: it is something else. */
export function understand(wanted: Wanted, text: string): readonly Understood[] {
  switch (wanted) {
    case 'nhsNumber':
      return one(['nhsNumber'], text);
    case 'dob':
      // A system may write the date in its other way on another page. Neither way ever reads what the other does.
      return one(['ukDate', 'isoDate'], text);
    case 'family':
    case 'given':
      return names(wanted, text);
  }
}

/** A text that begins with a label, and what stands after it. */
export function understandLabelled(
  wanted: Wanted,
  text: string,
): { readonly label: string; readonly readings: readonly Understood[] } | null {
  const split = splitLabel(text);
  const readings = split === null ? [] : understand(wanted, split.rest);
  return split !== null && readings.length > 0 ? { label: split.label, readings } : null;
}

function one(parser: readonly Parser[], text: string): readonly Understood[] {
  const parsed = parser.map((each) => parsers[each](text)).find((each) => each !== null);
  return parsed ? [{ parser, parsed }] : [];
}

/** Only capitals and a comma tell the parts of a name apart. Without them a person says which part is which. */
function names(wanted: 'family' | 'given', text: string): readonly Understood[] {
  const line = oneLine(text, LONGEST_NAME) ?? '';
  if (line === '' || /\d/.test(line)) return [];
  const [first = '', ...more] = line.split(' ');
  const isCapitals = first.length > 1 && first === first.toUpperCase() && first !== first.toLowerCase();
  const whole: readonly Parser[] = isCapitals
    ? ['nameFamilyGiven', 'nameGivenFamily']
    : ['nameGivenFamily', 'nameFamilyGiven'];
  const order: readonly Parser[] = line.includes(',')
    ? ['nameFamilyCommaGiven']
    : more.length === 0
      ? ['namePart']
      : [...whole, 'namePart'];
  const found = order.flatMap((parser): readonly Understood[] => {
    const parsed = parsers[parser](line);
    if (parsed === null || !parsed[wanted]) return [];
    // A part that stands alone says nothing of the other part.
    const said: Parsed = parser === 'namePart' ? { [wanted]: parsed[wanted] } : parsed;
    return [{ parser: [parser], parsed: said }];
  });
  return [...new Map(found.map((each) => [JSON.stringify(each.parsed), each])).values()];
}
