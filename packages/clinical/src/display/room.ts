/** The room without the word before it. Some records name a room "Room 28", and "Room Room 28" is not said. */
export function bareRoom(room: string): string {
  return room.replace(/^room (?=.)/i, '');
}
