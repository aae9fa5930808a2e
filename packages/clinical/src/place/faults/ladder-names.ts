import { refused, warned, type PlaceRule } from './fault.ts';

/** Each rung names somebody to ring whom the file has. */
export const rungsNameContacts: PlaceRule = ({ ladder, contacts }) =>
  (ladder?.rungs ?? []).flatMap(({ id, ring }, index) => {
    const at = ['ladder', 'rungs', index, 'ring'] as const;
    if (ring.length === 0)
      return [refused(at, `The rung “${id}” names nobody to ring. Name a contact, or 999 or 111.`)];
    return ring.flatMap((target, number) =>
      target.kind !== 'contact' || contacts.some((contact) => contact.id === target.id)
        ? []
        : [
            refused(
              [...at, number, 'id'],
              `The rung “${id}” names “${target.id}”, and no contact has this id. Correct it.`,
            ),
          ],
    );
  });

/** Who signed, and on a day that has come. */
export const signedOnADay: PlaceRule = (place, { today }) => {
  const parts = [
    { path: [] as string[], signedOff: place.signedOff, what: 'this file' },
    { path: ['ladder'], signedOff: place.ladder?.signedOff, what: 'the ladder' },
  ];
  return parts.flatMap(({ path, signedOff, what }) => {
    const at = [...path, 'signedOff'];
    if (signedOff === undefined) return [];
    if (signedOff === null)
      return [warned(at, `Nobody has signed ${what} off. It says “not for live use” until somebody has.`)];
    return signedOff.on > today
      ? [refused([...at, 'on'], 'This day is still to come. Correct the date.')]
      : [];
  });
};
