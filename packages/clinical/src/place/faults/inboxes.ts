import { refused, warned, type PlaceRule } from './fault.ts';

/** An inbox that nobody names is read by people to whom nothing comes. A home without one tells the sender too little. */
export const inboxesNamed: PlaceRule = ({ homes, practices = [], inboxes = [], contacts }) => {
  const named = new Set([...homes, ...practices].flatMap(({ inbox }) => inbox ?? []));
  const exists = (id: string) => inboxes.some((inbox) => inbox.id === id);
  const lists = { homes, practices };
  return [
    ...Object.entries(lists).flatMap(([list, entries]) =>
      entries.flatMap(({ inbox }, index) =>
        inbox === undefined || exists(inbox)
          ? []
          : [
              refused(
                [list, index, 'inbox'],
                `No inbox of this file has the id “${inbox}”. Correct it, or add the inbox.`,
              ),
            ],
      ),
    ),
    ...practices.flatMap(({ contact }, index) =>
      contact === undefined || contacts.some(({ id }) => id === contact)
        ? []
        : [
            refused(
              ['practices', index, 'contact'],
              `No contact of this file has the id “${contact}”. Correct it.`,
            ),
          ],
    ),
    ...inboxes.flatMap(({ id, title }, index) =>
      named.has(id)
        ? []
        : [
            warned(
              ['inboxes', index],
              `Nobody names the inbox “${title}”, so nothing is sent to it. Name it in a home or practice.`,
            ),
          ],
    ),
    ...homes.flatMap(({ inbox, name }, index) =>
      inbox !== undefined || inboxes.length === 0
        ? []
        : [
            warned(
              ['homes', index],
              `“${name}” names no inbox, so nobody is told when somebody looks. Add “inbox”.`,
            ),
          ],
    ),
  ];
};
