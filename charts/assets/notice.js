/* What the program says about a file: one sentence of weight, then lines of detail. The texts come from
   files that anybody may have made, so they never become markup. */

import { html, remember } from "./dom.js"

function draw(place, { kind, title, lines }) {
  const role = kind === "bad" ? "alert" : "status"
  const details = lines.map(line => html("li", {}, line))
  const list = details.length ? [html("ul", {}, ...details)] : []
  place.replaceChildren(html("div", { class: `box ${kind}`, role }, html("p", {}, title), ...list))
}

export default function notice({ data, parentElement }) {
  const place = parentElement.querySelector(".notice")
  remember(data.cookie)
  const identity = JSON.stringify(data)
  if (place.drawn === identity) return
  draw(place, data)
  place.drawn = identity
}
