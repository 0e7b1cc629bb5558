/**
 * Fills a message as Vale does: `%s` takes the next argument, `%[n]s` the n-th, `%%` is a per cent sign; arguments left
 * over are dropped, one missing is empty. Line breaks and runs of blanks become one blank.
 */
export function fillMessage(message: string, args: readonly string[]): string {
  let next = 0;
  return message
    .replace(/%(?:\[(\d+)\])?([sqvd%])/g, (_, index: string | undefined, verb: string) => {
      if (verb === '%') return '%';
      if (index !== undefined) next = Number(index) - 1;
      const text = args[next++] ?? '';
      return verb === 'q' ? JSON.stringify(text) : text;
    })
    .replace(/\n/g, ' ')
    .replace(/ +/g, ' ');
}

/** «'a'», «'a' or 'b'», «'a', 'b', or 'c'». */
export function listOptions(options: readonly string[]): string {
  const quoted = options.map((option) => `'${option}'`);
  if (quoted.length <= 2) return quoted.join(' or ');
  return `${quoted.slice(0, -1).join(', ')}, or ${quoted.at(-1)}`;
}

/** The options of a swap value: those between bars, where `\|` is a bar of the text. */
export function splitOptions(value: string): string[] {
  return value
    .split(/(?<!\\)\|/)
    .filter((option) => option !== '')
    .map((option) => option.replaceAll('\\|', '|'));
}
