/**
 * Puts a citation mark at the end of a block's last words, before the tags that close them, so that it stands in the line. Both
 * are our own markup: the block was sanitised when it was stored, the mark is made of a number.
 */
export function cite(html: string, number: number): string {
  const mark = `<sup class="cite"><a href="#why-${number}" aria-label="Why is this here? ${number}">${number}</a></sup>`;
  const end = /(?:<\/(?:p|li|ul|ol|footer|blockquote)>\s*)+$/.exec(html);
  if (!end) return `${html}${mark}`;
  return `${html.slice(0, end.index)}${mark}${end[0]}`;
}
