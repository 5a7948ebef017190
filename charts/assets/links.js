/* Links to other views of the page: real addresses, so that they open in a new tab and can be copied.
   A plain click goes to the server instead, which is quicker than loading the page anew. */

import { html } from "./dom.js"

function link(item, place) {
  if (item.is_current) return html("strong", { "aria-current": "page" }, item.text)
  const node = html("a", { href: item.href, target: "_self" }, item.text)
  node.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    place.trigger("opened", item.view)
  })
  return node
}

function draw(place, rows) {
  place.replaceChildren(...rows.map(row => {
    const list = html("ul", { "aria-label": row.label }, ...row.items.map(item => html("li", {}, link(item, place))))
    return html("div", {}, html("span", {}, `${row.label}:`), list)
  }))
}

export default function links({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".links")
  place.trigger = setTriggerValue
  const identity = JSON.stringify(data)
  if (place.drawn === identity) return
  draw(place, data.rows)
  place.drawn = identity
}
