type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Makes an element. Text is put in as text and never read as markup, so that a name from a pasted file cannot become more
 * than a name. Attributes that are false or undefined are left out.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  made.append(...children);
  return made;
}

let ids = 0;

/** An id that nothing else on the page has. */
export function freshId(name: string): string {
  ids += 1;
  return `${name}-${ids}`;
}
