// Elements without markup: texts never become HTML, and no style attribute is ever parsed (CSP).

const SVG = "http://www.w3.org/2000/svg"

export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children)
}

export function html(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children)
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(name, value)
  node.append(...children)
  return node
}

/* A script on the server cannot set a cookie; a choice that outlives the session is kept here. */
export function remember(cookie) {
  if (!cookie) return
  document.cookie = `${cookie.name}=${encodeURIComponent(cookie.value)};path=/;max-age=31536000;samesite=lax`
}
