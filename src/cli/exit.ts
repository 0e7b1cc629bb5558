/** 0 clean, 1 findings, 2 something could not be done, 130 stopped by Ctrl+C. */
export type Exit = 0 | 1 | 2 | 130;
