/** What the toolbar's button says about a tab. */
export type BadgeMark = 'none' | 'resident' | 'doubt';
