/**
 * The uniform number that stands for all smaller ones where the law reaches down without end: 2^-33.
 *
 * A raw uniform number is a multiple of 2^-32, and 0 stands for the interval from 0 to the next one: this is its middle.
 */
export const LEAST_UNIFORM = 1.1641532182693481e-10;
