/** What a page meets. */
export type Explained = 'here';
// What a page meets, in a comment that no editor shows.
export type NotByComment = 'here';
/** What stands before another statement. */
const between = 'here';
export type NotByNeighbour = typeof between;
