import { is, numberOf, when } from '../arithmetic.ts';
import { FASTEST, gaitSpeed } from './gait-speed.ts';

const speed = is(numberOf(gaitSpeed, 'metres'), '/', numberOf(gaitSpeed, 'seconds'));

export const total = when(is(speed, '<=', FASTEST), speed);
