/* A search box (ARIA combobox with a listbox) that finds provinces and indicators without accents.

   The list is loaded when somebody first searches. What is typed is folded as language/folding.py
   folds; what was chosen goes to the server as a trigger. Words come with the data. */

import { html } from "./dom.js"
import { askAgain } from "./reconnect.js"

const MOST = 8
const MARKS = /[\u0300-\u036f]/g
const BETWEEN = /[^a-z0-9]+/

export function fold(text) {
  return text.normalize("NFD").replace(MARKS, "").toLowerCase().replaceAll("\u0111", "d")
}

const parts = text => fold(text).split(BETWEEN).filter(Boolean)

/* 0 the whole name, 1 its beginning, 2 every part begins a word of it, 3 not found */
function distance(key, asked) {
  const words = parts(key)
  if (words.join(" ") === asked.join(" ")) return 0
  if (words.join(" ").startsWith(asked.join(" "))) return 1
  return asked.every(part => words.some(word => word.startsWith(part))) ? 2 : 3
}

export function find(items, text) {
  const asked = parts(text)
  if (!asked.length) return []
  const near = items.map((item, order) => ({ item, order, far: Math.min(...item.keys.map(key => distance(key, asked))) }))
  return near
    .filter(one => one.far < 3)
    .sort((a, b) => a.far - b.far || a.order - b.order)
    .slice(0, MOST)
    .map(one => one.item)
}

async function load(place) {
  if (place.list?.address !== place.data.items) {
    const answer = await fetch(place.data.items)
    if (!answer.ok) throw new Error(`search list: ${answer.status}`)
    place.list = { address: place.data.items, items: await answer.json() }
  }
  return place.list.items
}

function draw(place) {
  const { data } = place
  const ids = { input: "dti-search", list: "dti-search-list", label: "dti-search-label" }
  const label = html("label", { id: ids.label, for: ids.input }, data.label)
  const input = html("input", {
    id: ids.input, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": ids.list, placeholder: data.hint,
  })
  const list = html("ul", { id: ids.list, role: "listbox", "aria-labelledby": ids.label, hidden: "" })
  const said = html("p", { role: "status" })
  place.replaceChildren(label, input, list, said)
  listen(place, { input, list, said })
}

function listen(place, { input, list, said }) {
  let found = []
  let active = -1

  const close = () => {
    found = []
    active = -1
    list.replaceChildren()
    list.hidden = true
    input.setAttribute("aria-expanded", "false")
    input.removeAttribute("aria-activedescendant")
  }
  const mark = position => {
    active = position
    for (const [number, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(number === active))
    if (active < 0) return input.removeAttribute("aria-activedescendant")
    input.setAttribute("aria-activedescendant", list.children[active].id)
    list.children[active].scrollIntoView({ block: "nearest" })
  }
  const pick = item => {
    input.value = ""
    said.textContent = ""
    close()
    uncover()
    place.trigger("picked", { kind: item.kind, id: item.id, lists: item.lists })
  }
  const show = items => {
    found = items
    list.replaceChildren(...items.map((item, number) => option(item, number, pick)))
    list.hidden = !items.length
    input.setAttribute("aria-expanded", String(items.length > 0))
    mark(items.length ? 0 : -1)
    said.textContent = items.length ? place.data.count.replace("#", items.length) : place.data.none
  }
  const search = () => {
    const asked = input.value
    if (!parts(asked).length) {
      said.textContent = ""
      return close()
    }
    load(place).then(
      items => { if (input.value === asked) show(find(items, asked)) },
      () => { said.textContent = place.data.failed },
    )
  }
  const keys = {
    ArrowDown: () => found.length ? mark((active + 1) % found.length) : search(),
    ArrowUp: () => found.length && mark((active - 1 + found.length) % found.length),
    Enter: () => found[active] && pick(found[active]),
    Escape: () => { if (list.hidden) input.value = ""; said.textContent = ""; close() },
  }
  input.addEventListener("focus", () => load(place).catch(() => {}))
  input.addEventListener("input", search)
  input.addEventListener("keydown", event => {
    event.stopPropagation()  // the page has shortcuts of its own
    if (event.isComposing || !keys[event.key]) return  // Vietnamese input methods compose
    if (event.key !== "Escape" || !list.hidden || input.value) event.preventDefault()
    keys[event.key]()
  })
  input.addEventListener("blur", close)
}

/* On a phone the sidebar lies over the page: Streamlit takes it away for its own links only. */
function uncover() {
  if (!window.matchMedia("(max-width: 768px)").matches) return
  document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click()
}

function option(item, number, pick) {
  const node = html(
    "li", { id: `dti-search-option-${number}`, role: "option", "aria-selected": "false" },
    html("span", { class: "name" }, item.label), html("span", { class: "note" }, item.note),
  )
  node.addEventListener("pointerdown", event => event.preventDefault())  // keep the focus in the box
  node.addEventListener("click", () => pick(item))
  return node
}

export default function search({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".search")
  place.trigger = setTriggerValue
  place.data = data
  askAgain(setTriggerValue)
  if (place.drawn === data.items) return
  draw(place)
  place.drawn = data.items
}
