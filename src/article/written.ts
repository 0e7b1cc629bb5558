/** Prose as markup holds it: what would begin a tag or a reference is a reference. */
export function writeMarkup(prose: string): string {
  return prose.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Prose inside a string of JSON, without its quotes. */
export function writeJson(prose: string): string {
  return JSON.stringify(prose).slice(1, -1);
}

/** Prose inside `<![CDATA[…]]>`, where nothing can be escaped. */
export function writeCdata(prose: string): string | undefined {
  return /[<>&]/.test(prose) ? undefined : prose;
}
