import { is, numberOf, pointsOf, sumOf, when } from '../arithmetic.ts';
import { prisma7 } from './prisma-7.ts';

const age = numberOf(prisma7, 'age');
const asked = prisma7.items.filter((item) => 'options' in item);

export const total = sumOf(
  when(is(age, '>', 85), 1, when(is(age, '<=', 85), 0)),
  ...asked.map(({ id }) => pointsOf(id)),
);
