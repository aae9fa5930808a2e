/** The mark on the toolbar button for a tab: nothing, a resident, or an identity in doubt. */
export type BadgeMark = 'none' | 'resident' | 'doubt';
