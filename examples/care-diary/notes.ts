/** A day's entries as carers write them: time, author, what happened. Every resident's page takes from this list in turn. */
const ENTRIES: readonly (readonly [time: string, by: string, text: string])[] = [
  ['07:40', 'NIGHTS', 'Slept well. Checked 2 hourly. Pad changed 05:30.'],
  ['08:15', 'AM', 'Washed and dressed with help of one. Porridge, half a beaker of tea.'],
  ['08:20', 'AM', 'Did not want to get up at first. Up by 09:00, settled in lounge.'],
  ['10:30', 'AM', 'Tea and a biscuit. Chatting with friends. Music in the lounge.'],
  ['11:00', 'AM', 'Bath today. Skin checked, nothing new seen. Nails done.'],
  ['12:45', 'AM', 'Ate all of lunch, and pudding. 200 ml squash.'],
  ['12:45', 'AM', 'Ate about half of lunch. Said not hungry. Offered again at 14:00.'],
  ['14:30', 'PM', 'Daughter visited. Walked to the garden with frame and one carer.'],
  ['15:10', 'PM', 'Quiet this afternoon. Drinks offered each hour.'],
  ['17:30', 'PM', 'Sandwiches for tea, two cups of tea. Watched the news.'],
  ['20:15', 'PM', 'To bed at own wish. Call bell in reach, sensor mat on.'],
];

/** Four entries for a page, in the order of the day. */
export function entriesFor(page: number): readonly (readonly [string, string, string])[] {
  return ENTRIES.filter((_, at) => (at + page) % 3 === 0);
}
