// The map of provinces as a Streamlit component: one SVG, kept over all reruns.
// data = {release, boundary, view, indicator, year, group, province, lang, base: address, figures: address}

import { html } from "./dom.js"
import { legend, Slider, smallPrint, table, Tooltip } from "./map_around.js"
import { Drawing } from "./map_drawing.js"
import { fetchOnce, Figures } from "./map_figures.js"

export default function (component) {
  const place = component.parentElement.querySelector?.(".map") ?? component.parentElement
  place.dtiMap ??= new ProvinceMap(place)
  place.dtiMap.update(component)
  return () => place.dtiMap?.end()
}

class ProvinceMap {
  constructor(place) {
    this.drawing = new Drawing()
    this.frame = html("div", { class: "dti-map-frame" })
    this.tip = new Tooltip(this.frame)
    this.slider = new Slider(year => this.show(year), year => this.tell("year", year))
    this.legend = html("div", { class: "dti-map-legend" })
    this.small = html("div", { class: "dti-map-small" })
    this.hint = html("p", { class: "dti-map-heard", id: `dti-map-hint-${Math.random().toString(36).slice(2)}` })
    this.table = html("table")
    this.frame.append(this.drawing.node, this.tip.node)
    this.root = html("div", { class: "dti-map" }, this.slider.node, this.hint, this.frame, this.legend, this.small,
      html("div", { class: "dti-map-heard" }, this.table))
    this.drawing.node.setAttribute("aria-describedby", this.hint.id)
    place.append(this.root)
    this.listen()
  }

  // The newest component: the closures of the first call are stale after a rerun.
  async update(component) {
    this.component = component
    const { data } = component
    // a choice made here stays until Python says something new
    if (data.year !== this.said?.year) this.year = data.year
    if (data.province !== this.said?.province) this.province = data.province
    this.said = data
    try {
      const [base, file] = await Promise.all([fetchOnce(data.base), fetchOnce(data.figures)])
      if (this.said === data) this.draw(base, file)
    } catch (error) {
      this.fail(error)
    }
  }

  draw(base, file) {
    Object.assign(this, { base, file })
    this.root.classList.remove("dti-map-failed")
    this.drawing.shape(base, base.views[this.said.view] ? this.said.view : "national")
    this.resize()
    document.fonts?.ready.then(() => this.file === file && this.repaint())
  }

  resize() {
    const width = Math.round(this.frame.clientWidth)
    if (!this.file || !width) return
    this.drawing.size(width)
    this.repaint()
  }

  repaint() {
    const { indicator, group } = this.said
    const figures = new Figures(this.file, { indicator, group, year: this.year })
    if (!figures.indicator) return this.fail(new Error(indicator))
    this.figures = figures
    this.drawing.paint(figures, this.province)
    this.slider.update(figures)
    legend(this.legend, figures, !figures.members)
    smallPrint(this.small, figures)
    table(this.table, figures)
    this.hint.textContent = figures.words.hint
    this.rove(this.stop)
    // what is seen now: for tests, and for styles that a page may want
    Object.assign(this.root.dataset, { boundary: this.base.boundary, indicator, group, year: figures.year, province: this.province ?? "" })
    if (this.pointedAt) this.point(this.pointedAt)
  }

  fail(error) {
    console.error("map", error)
    this.root.classList.add("dti-map-failed")
    this.small.textContent = this.file?.words.failed ?? this.said.failed ?? ""
  }

  // the year in the browser, with no message: only `change` tells the server
  show(year) {
    this.year = year
    this.repaint()
  }

  tell(name, value) {
    this[name] = value
    this.component.setStateValue(name, value)
  }

  choose(code) {
    this.tell("province", code)
    this.repaint()
  }

  listen() {
    const { node } = this.drawing
    const codeOf = event => event.target.dataset?.code
    node.addEventListener("pointermove", event => codeOf(event) ? this.point(codeOf(event), event) : this.leave())
    node.addEventListener("pointerleave", () => this.leave())
    node.addEventListener("click", event => codeOf(event) && this.choose(codeOf(event)))
    node.addEventListener("focusin", event => { if (codeOf(event)) { this.rove(codeOf(event)); this.point(codeOf(event)) } })
    node.addEventListener("focusout", () => this.leave())
    node.addEventListener("keydown", event => this.key(event, codeOf(event)))
    this.watcher = new ResizeObserver(() => {
      if (this.file && Math.round(this.frame.clientWidth) !== this.drawing.width) this.resize()
    })
    this.watcher.observe(this.frame)
  }

  point(code, event) {
    this.pointedAt = code
    this.drawing.point(code)
    const corner = this.frame.getBoundingClientRect()
    const [x, y] = event ? [event.clientX - corner.left, event.clientY - corner.top] : this.drawing.middle(code)
    this.tip.show(this.figures, code, x, y)
  }

  leave() {
    this.pointedAt = undefined
    this.drawing.point(undefined)
    this.tip.hide()
  }

  key(event, code) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
    if (!code) return
    if (event.key === "Escape") this.leave()
    else if (event.key === "Enter" || event.key === " ") this.choose(code)
    else if (step) this.drawing.paths.get(this.next(code, step))?.focus({ preventScroll: true })
    else return
    event.preventDefault()
  }

  // the nearest province in the direction of the arrow, sideways steps counting double
  next(code, [right, down]) {
    const [x, y] = this.drawing.middle(code)
    let best, least = Infinity
    for (const other of this.stops()) {
      const [ox, oy] = this.drawing.middle(other)
      const along = (ox - x) * right + (oy - y) * down
      const across = Math.abs((ox - x) * down) + Math.abs((oy - y) * right)
      if (along > 1 && along + 2 * across < least) [best, least] = [other, along + 2 * across]
    }
    return best
  }

  stops() { return [...this.drawing.paths.keys()].filter(code => this.figures.isMember(code)) }

  // one province is in the order of Tab; arrow keys go on from there
  rove(code) {
    const stops = this.stops()
    this.stop = [code, this.province, stops[0]].find(one => stops.includes(one))
    for (const [other, path] of this.drawing.paths) {
      const inside = this.figures.isMember(other)
      path.setAttribute("tabindex", other === this.stop ? 0 : -1)
      path.setAttribute("role", inside ? "button" : "img")
      if (inside) path.setAttribute("aria-pressed", other === this.province)
      else path.removeAttribute("aria-pressed")
    }
  }

  end() { this.watcher.disconnect() }
}
