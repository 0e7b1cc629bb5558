/** Whether a UTF-16 code unit is a letter or a digit of ASCII. */
export const isAlphanumeric = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/** Whether it is what `\w` matches: such a letter or digit, or the low line. */
export const isAsciiWord = (code: number): boolean => isAlphanumeric(code) || code === 95;
