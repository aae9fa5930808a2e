/** Who works at the practice in this demonstration. A host gives its own signed-in user. */
export const DEMO_GP = { name: 'Dr Imogen Vale', role: 'GP' };
