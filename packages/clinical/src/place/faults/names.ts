import { refused, type PlaceFault, type PlaceRule } from './fault.ts';

/** Two entries with one id: the program would take the first, and nobody would see that there is a second. */
export const noIdTwice: PlaceRule = (place) => {
  const { homes, practices = [], contacts, inboxes = [], agenda = [], ladder } = place;
  const lists = { homes, practices, contacts, inboxes, agenda };
  return [
    ...Object.entries(lists).flatMap(([name, list]) => twice([name], list)),
    ...twice(['ladder', 'rungs'], ladder?.rungs ?? []),
  ];
};

function twice(path: readonly string[], list: readonly { readonly id: string }[]): readonly PlaceFault[] {
  return list.flatMap(({ id }, index) => {
    const first = list.findIndex((each) => each.id === id);
    return first === index
      ? []
      : [
          refused(
            [...path, index, 'id'],
            `The id “${id}” is given twice in “${path.at(-1)}”. Give each an id of its own.`,
          ),
        ];
  });
}
