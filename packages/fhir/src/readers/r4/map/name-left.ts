import { byCode } from '../../../by-code.ts';
import {
  cautionPeriods,
  currentName,
  hasEnded,
  spokenName,
  startsLater,
  type NameLike,
} from '../../../names.ts';
import { joined, words } from '../../../text.ts';
import type { Cautions } from '../cautions.ts';

/** R4 name-use, in words, of a name that is not the one in use. */
const KINDS = byCode<string>({
  old: 'no longer used',
  maiden: 'name before marriage',
  temp: 'temporary',
  anonymous: 'anonymous, not the real name',
});

/**
 * Leaves to "more in the record" what a name states beyond its parts: a different text, and the time for
 * which it applies.
 */
export function leaveOfName(name: NameLike, today: string, cautions: Cautions): void {
  const { text, family, given = [], prefix = [], period } = name;
  cautionPeriods([name], cautions);
  const parts = plain(joined([family, ...given, ...prefix]) ?? '');
  const more = plain(words(text) ?? '').filter((word) => !parts.includes(word));
  if (parts.length > 0 && more.length > 0) cautions.leave('name as one text', text);
  const kind = KINDS[name.use ?? ''];
  if (kind !== undefined) cautions.leave('kind of name', kind);
  if (hasEnded(name, today)) cautions.leave('name used until', period?.end);
  if (startsLater(name, today)) cautions.leave('name used from', period?.start);
}

/** Leaves all names but the one in use to "more in the record". */
export function leaveOfNames(
  names: readonly NameLike[] | undefined,
  today: string,
  cautions: Cautions,
): void {
  cautionPeriods(names, cautions);
  const spoken = currentName(names, today);
  for (const name of names ?? []) {
    if (name === spoken) leaveOfName(name, today, cautions);
    else cautions.leave('other name', spokenName([name]));
  }
}

function plain(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll(/[(),.]/g, '')
    .split(/\s+/)
    .filter(Boolean);
}
