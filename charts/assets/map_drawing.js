// The map itself: provinces, archipelagos or inset, labels, all in one SVG that is kept.

import { svg } from "./dom.js"
import { LEADING, place, widthOf } from "./labels.js"

const ROOMY = 560, TALLEST = 680
const INSET = 118, INSET_SHARE = .205 // of the width: the free corner in the north-east
let patterns = 0

export class Drawing {
  constructor() {
    this.hatch = `dti-nodata-${++patterns}`
    this.land = svg("g")
    this.rim = svg("g")
    this.shapes = svg("g")
    this.outline = svg("path", { class: "dti-map-chosen" })
    this.halo = svg("path", { class: "dti-map-halo" })
    this.pointed = svg("path", { class: "dti-map-pointed" })
    this.scaled = svg("g", {}, this.land, this.rim, this.shapes, this.halo, this.outline, this.pointed)
    this.extra = svg("g", { class: "dti-map-extra" })
    this.labels = svg("g", { class: "dti-map-labels" })
    this.mark = svg("text", { class: "dti-map-watermark" })
    this.node = svg("svg", { class: "dti-map-svg", role: "group" },
      svg("defs", {}, this.pattern()), this.scaled, this.extra, this.labels, this.mark)
    this.paths = new Map()
  }

  pattern() {
    return svg("pattern", { id: this.hatch, width: 6, height: 6, patternUnits: "userSpaceOnUse", class: "dti-map-hatch" },
      svg("rect", { width: 6, height: 6 }), svg("path", { d: "M0 6L6 0M-1 1L1 -1M5 7L7 5" }))
  }

  // Another list or view: other shapes. Paths of the same view are kept and only painted.
  shape(base, viewId) {
    if (this.base === base && this.viewId === viewId) return
    Object.assign(this, { base, viewId, view: base.views[viewId] })
    this.paths.clear()
    for (const [code, { d }] of Object.entries(this.view.provinces)) {
      this.paths.set(code, svg("path", { d, "data-code": code, class: "dti-map-province" }))
    }
  }

  size(width) {
    const { width: w, height: h } = this.view
    this.width = width
    this.scale = Math.min(width / w, TALLEST / h)
    this.left = (width - w * this.scale) / 2
    this.mapHeight = h * this.scale
    this.family = getComputedStyle(this.node).fontFamily
    const small = this.view.inset
    this.insetWidth = Math.min(INSET, INSET_SHARE * width)
    this.insetHeight = small ? this.insetWidth * small.height / small.width : 0
    this.node.setAttribute("viewBox", `0 0 ${width} ${this.mapHeight}`)
    this.node.style.height = `${this.mapHeight}px`
    this.scaled.setAttribute("transform", `translate(${this.left} 0) scale(${this.scale})`)
    this.hatchScale()
  }

  // the pattern lies in the scaled group: make its stripes as wide as on the legend
  hatchScale() {
    this.node.querySelector("pattern").setAttribute("patternTransform", `scale(${1 / this.scale})`)
  }

  at([x, y]) { return [this.left + x * this.scale, y * this.scale] }

  middle(code) { return this.at(this.view.provinces[code].at) }

  paint(figures, chosen) {
    const members = [], others = []
    for (const [code, path] of this.paths) {
      const inside = figures.isMember(code)
      path.classList.toggle("dti-map-outside", !inside)
      path.style.fill = inside ? this.fillOf(figures, code) : ""
      path.setAttribute("aria-label", figures.sentence(code))
      ;(inside ? members : others).push(path)
    }
    keep(this.land, others)
    keep(this.shapes, members)
    this.rim.replaceChildren(...(figures.members ? members.map(path => svg("path", { d: path.getAttribute("d") })) : []))
    const d = this.view.provinces[chosen]?.d ?? ""
    this.outline.setAttribute("d", d)
    this.halo.setAttribute("d", d)
    const taken = this.view.archipelagos ? this.paintIslands(figures) : this.paintInset(figures)
    this.paintLabels(figures, chosen, taken)
    this.paintWatermark(figures)
    this.node.setAttribute("aria-label", figures.label())
  }

  fillOf(figures, code) {
    const found = figures.classOf(code)
    return found === undefined ? `url(#${this.hatch})` : `var(--dti-${figures.indicator.ramp}-${found})`
  }

  paintIslands(figures) {
    this.extra.replaceChildren()
    return this.view.archipelagos.map(group => {
      const code = group.code[this.base.boundary]
      const points = group.points.map(point => this.at(point))
      for (const [cx, cy] of points) {
        const dot = svg("circle", { cx, cy, r: 2.6, class: "dti-map-island" })
        const known = figures.isMember(code) && figures.classOf(code) !== undefined
        dot.style.fill = known ? this.fillOf(figures, code) : "var(--dti-background)"
        this.extra.append(dot)
      }
      const { name, province } = figures.words.islands[group.id]
      const x = middleOf(points.map(([px]) => px)), y = Math.max(...points.map(([, py]) => py)) + 16
      const caption = text([name, province], x, y, 12.6)
      caption.setAttribute("font-size", 10.5)
      this.extra.append(caption)
      const half = Math.max(widthOf(name, 10.5, this.family), widthOf(province, 10.5, this.family)) / 2
      return [x - half, y - 11, x + half, y + 16]
    })
  }

  paintInset(figures) {
    const small = this.view.inset, scale = this.insetWidth / small.width, left = this.width - this.insetWidth - 1, top = 1
    const [west, north, east, south] = small.frame.map(value => value * scale)
    const islands = small.archipelagos.map(group => {
      const points = group.points.map(([x, y]) => [x * scale, y * scale])
      const y = Math.min(...points.map(([, py]) => py)) - 3
      const name = text([figures.words.islands[group.id].short], this.insetWidth - 3, y, 0)
      name.setAttribute("font-size", this.insetWidth < 90 ? 6.8 : 7.5)
      return svg("g", {}, ...points.map(([cx, cy]) => svg("circle", { cx, cy, r: .9, class: "dti-map-far" })), name)
    })
    this.extra.replaceChildren(svg("g", { transform: `translate(${left} ${top})`, class: "dti-map-inset" },
      svg("rect", { width: this.insetWidth, height: this.insetHeight, rx: 3, class: "dti-map-inset-ground" }),
      svg("path", { d: small.d, transform: `scale(${scale})`, class: "dti-map-far" }),
      svg("rect", { x: west, y: north, width: east - west, height: south - north, class: "dti-map-window" }), ...islands))
    return [[left, top, left + this.insetWidth, top + this.insetHeight]]
  }

  paintLabels(figures, chosen, taken) {
    const known = this.view.provinces, roomy = this.viewId === "north" && this.width >= ROOMY
    const room = code => { const [w, n, e, s] = known[code].box; return (e - w) * (s - n) }
    const codes = Object.keys(known).filter(code => figures.isMember(code) || code === chosen)
    codes.sort((a, b) => (b === chosen) - (a === chosen) || room(b) - room(a))
    const size = roomy ? 12 : 10
    const candidates = codes.map(code => {
      const [x, y] = this.middle(code), [w, n, e, s] = known[code].box
      return { code, x, y, box: [...this.at([w, n]), ...this.at([e, s])], must: code === chosen,
        wordings: wordings(figures, code, roomy) }
    })
    const frame = { width: this.width, height: this.mapHeight, size, family: this.family, taken }
    this.labels.replaceChildren(...place(candidates, frame).map(found => this.label(found, figures, size)))
  }

  label({ code, x, y, lines }, figures, size) {
    const node = text(lines, x, y - (lines.length - 1) * size * LEADING / 2 + size * .36, size * LEADING)
    node.setAttribute("font-size", size)
    const found = figures.isMember(code) ? figures.classOf(code) : undefined
    const on = found !== undefined && this.viewId === "north"
    node.style.fill = on ? `var(--dti-on-${figures.indicator.ramp}-${found})` : "var(--dti-ink)"
    node.style.stroke = on ? `var(--dti-${figures.indicator.ramp}-${found})` : "var(--dti-background)"
    return node
  }

  paintWatermark(figures) {
    this.mark.textContent = figures.period.x ? figures.words.watermark : ""
    const x = this.width / 2, y = this.mapHeight / 2
    const size = .92 * this.width / (widthOf(figures.words.watermark, 100, this.family) / 100)
    for (const [name, value] of Object.entries({ x, y, "font-size": size, transform: `rotate(-14 ${x} ${y})` })) {
      this.mark.setAttribute(name, value)
    }
  }

  point(code) { this.pointed.setAttribute("d", this.view.provinces[code]?.d ?? "") }
}

// Name with value, name alone, name with "(cũ)" on its own line.
function wordings(figures, code, roomy) {
  const name = figures.names[code], cut = name.indexOf(" (")
  const plain = cut < 0 ? [[name]] : [[name], [name.slice(0, cut), name.slice(cut + 1)]]
  return roomy && figures.period.v[code] !== undefined ? [[name, figures.valueWords(code)], ...plain] : plain
}

function text(lines, x, y, leading) {
  return svg("text", { "aria-hidden": "true" }, ...lines.map((line, number) => {
    const span = svg("tspan", { x, y: y + number * leading })
    span.textContent = line
    return span
  }))
}

function middleOf(values) { return (Math.min(...values) + Math.max(...values)) / 2 }

// Put the paths into a group, without touching those that are there: a moved path loses the focus.
function keep(group, paths) {
  const wanted = new Set(paths)
  for (const child of [...group.children]) if (!wanted.has(child)) child.remove()
  for (const path of paths) if (path.parentNode !== group) group.append(path)
}
