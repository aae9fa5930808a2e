import type { Story } from '../story.ts';

/** Nothing has been recorded in any section. Nothing recorded is not "none". */
export const sheilaCrowther: Story = {
  key: 'sheila-crowther',
  family: 'Crowther',
  given: ['Sheila'],
  title: 'Mrs',
  born: '1944-10-10',
  gender: 'female',
  number: { nhs: 10 },
  stay: { room: '23', since: 2 },
};
