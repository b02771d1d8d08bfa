import type { Nodes, Parents, PhrasingContent } from "mdast";

/**
 * Returns the tree with only those links and images whose URL is in `allowed`; another link keeps its words, another
 * image goes. Raw HTML, footnotes and references go too: what they point at is not in the passage.
 */
export function keepLinks<T extends Nodes>(node: T, allowed: ReadonlySet<string>): T {
  if (!("children" in node)) return node;
  const children = (node as Parents).children.flatMap((child) => kept(child, allowed));
  return { ...node, children };
}

function kept(node: Nodes, allowed: ReadonlySet<string>): Nodes[] {
  if (node.type === "html" || node.type === "footnoteReference" || node.type === "imageReference") return [];
  if (node.type === "image") return isAllowed(node.url, allowed) ? [node] : [];
  if (node.type === "link" && !isAllowed(node.url, allowed)) return unwrapped(node.children, allowed);
  if (node.type === "linkReference") return unwrapped(node.children, allowed);
  return [keepLinks(node, allowed)];
}

function unwrapped(children: PhrasingContent[], allowed: ReadonlySet<string>): Nodes[] {
  return children.flatMap((child) => kept(child, allowed));
}

/** Only absolute addresses of the web and of mail: a relative one leads nowhere outside of its source. */
function isAllowed(url: string, allowed: ReadonlySet<string>): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(url) && allowed.has(url);
}
