/**
 * A text's characters beyond ASCII, each run with the characters beside it, runs apart by spaces: what most detectors
 * look at first. In clean copy it is a small part of the text, and nothing in it is out of place.
 */
export function gatherBeyond(text: string): string {
  let found = '';
  // Where the stretch that is to be taken begins and ends.
  let start = 0;
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue;
    if (i - 1 > end) {
      if (end > 0) found += `${text.slice(start, end)} `;
      start = i - 1;
    }
    end = i + 2;
  }
  return end > 0 ? found + text.slice(start, end) : '';
}
