/* A figure that the server drew (SVG text, every text in it escaped there) put into the page as it is.

   The default export is called again at every rerun with the same parent element. */

// Colours are variables: they must be there on a page that has no map, too.
const theme = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "./theme.css" });
document.head.append(theme);

export default function figure({ data, parentElement }) {
  const place = parentElement.querySelector(".figure");
  if (place.drawn === data.svg) return;
  place.innerHTML = data.svg;
  place.drawn = data.svg;
}
