import { plainText } from './plain-text.ts';

/** Many records have "Room 7" as the name of a room, and nobody says "room Room 7". */
const SAYS_SO = /^room\b\s*/i;

/** A room as it is said: `room 7`, or `Room 7` where its own name says so. */
export function roomWords(room: string): string {
  const name = plainText(room);
  return SAYS_SO.test(name) ? name : `room ${name}`;
}

/** A room after the label "Room": `7`. */
export function roomName(room: string): string {
  const name = plainText(room);
  return name.replace(SAYS_SO, '') || name;
}
