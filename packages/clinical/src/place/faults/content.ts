import { KINDS } from '../../thread/kinds/index.ts';
import { formatDate } from '../../display/date.ts';
import type { CivilDate } from '../../time/types.ts';
import { refused, warned, type PlaceFault, type PlaceRule } from './fault.ts';

/** A withdrawal names what the kit has. A misspelt one would withdraw nothing, and nobody would notice. */
export const withdrawsWhatThereIs: PlaceRule = (
  { withdrawn = [], ladder },
  { instruments, templates, today },
) =>
  withdrawn.flatMap(({ kind, id, version, on }, index) => {
    const at = ['withdrawn', index] as const;
    const known = kind === 'instrument' ? instruments : templates;
    const faults: PlaceFault[] = [];
    if (kind !== 'ladder' && id === undefined)
      faults.push(refused(at, `Say which ${kind} is withdrawn: add its “id”.`));
    else if (kind !== 'ladder' && !known.includes(id ?? ''))
      faults.push(
        refused(
          [...at, 'id'],
          `There is no ${kind} called “${id}”, so nothing would be withdrawn. Correct the id.`,
        ),
      );
    if (kind === 'ladder' && version !== undefined && ladder !== undefined && version !== ladder.version)
      faults.push(
        warned(
          [...at, 'version'],
          `The ladder here has the version “${ladder.version}”, so this withdraws nothing of it. Look whether that is meant.`,
        ),
      );
    if (on > today)
      faults.push(
        warned(
          [...at, 'on'],
          `This counts from now on, and not from ${formatDate(on)}. A withdrawal cannot be planned.`,
        ),
      );
    return faults;
  });

/** What the place names of the kit's own is there. */
export const namesWhatThereIs: PlaceRule = (place, { instruments, templates, today }) => [
  ...Object.keys(place.instruments ?? {}).flatMap((id) =>
    instruments.includes(id)
      ? []
      : [
          warned(
            ['instruments', id],
            `There is no instrument called “${id}”, so this counts for nothing. Correct the id.`,
          ),
        ],
  ),
  ...(place.templates ?? []).flatMap((id, index) =>
    templates.includes(id) || instruments.includes(id)
      ? []
      : [refused(['templates', index], `There is no assessment called “${id}”. Correct it.`)],
  ),
  ...Object.entries(place.outcomeWords ?? {}).flatMap(([kind, words]) =>
    Object.keys(words ?? {}).flatMap((outcome) =>
      KINDS[kind as keyof typeof KINDS].outcomes.some(({ id }) => id === outcome)
        ? []
        : [refused(['outcomeWords', kind, outcome], `“${kind}” has no outcome “${outcome}”. Correct it.`)],
    ),
  ),
  ...overdue('observers', 'may take no observations', place, today),
  ...overdue('deciders', 'decides nothing', place, today),
];

/** A line whose day has passed names nobody any more. */
function overdue(
  list: 'observers' | 'deciders',
  words: string,
  place: Parameters<PlaceRule>[0],
  today: CivilDate,
): readonly PlaceFault[] {
  return (place[list] ?? []).flatMap(({ who, until }, index) =>
    until === null || until >= today
      ? []
      : [
          warned(
            [list, index, 'until'],
            `“${who}” ${words} since ${formatDate(until)}. Extend it, or take the line out.`,
          ),
        ],
  );
}
