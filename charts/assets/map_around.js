// What stands around the map in the browser: legend, slider of years, tooltip, table for ears, small print.

import { html } from "./dom.js"

export function legend(node, figures, everywhere) {
  const { ramp, ticks, classes, unit } = figures.indicator
  const boxes = classes.map((words, number) => {
    const box = html("span", { class: "dti-map-class", title: words })
    box.style.background = `var(--dti-${ramp}-${number})`
    return box
  })
  const marks = ticks.map((words, number) => {
    const mark = html("span", { class: "dti-map-tick" }, words)
    mark.style.left = `${(number + 1) * 20}%`
    return mark
  })
  const key = (name, words) => html("span", { class: "dti-map-key" }, html("i", { class: name }), words)
  node.replaceChildren(
    html("div", { class: "dti-map-unit" }, unit),
    html("div", { class: "dti-map-strip" }, ...boxes, ...marks),
    html("div", { class: "dti-map-keys" }, key("dti-map-nodata", figures.words.missing),
      ...(everywhere ? [] : [key("dti-map-land", figures.words.outside)])),
  )
}

// A table that is heard and not seen, in the order of places.
export function table(node, figures) {
  const { words } = figures
  const codes = Object.keys(figures.names).filter(code => figures.isMember(code))
  codes.sort((a, b) => (figures.period.r[a] ?? 999) - (figures.period.r[b] ?? 999))
  const rows = codes.map(code => html("tr", {},
    html("th", { scope: "row" }, figures.names[code]),
    html("td", {}, figures.measured(code)),
    html("td", {}, figures.rankWords(code) || words.noRank)))
  const heads = [words.province, words.value, words.place].map(word => html("th", { scope: "col" }, word))
  node.replaceChildren(
    html("caption", {}, figures.label()),
    html("thead", {}, html("tr", {}, ...heads)),
    html("tbody", {}, ...rows),
  )
}

export function smallPrint(node, figures) {
  const { words } = figures
  node.replaceChildren(
    html("div", { class: "dti-map-source" }, figures.period.line),
    html("div", {}, `${words.licence}. ${words.disclaimer}.`),
  )
}

export class Slider {
  constructor(onInput, onChange) {
    this.range = html("input", { type: "range", min: 0, step: 1 })
    this.shown = html("output", { class: "dti-map-year" })
    this.marks = html("div", { class: "dti-map-years", "aria-hidden": "true" })
    this.node = html("div", { class: "dti-map-slider" }, this.shown,
      html("span", { class: "dti-map-track" }, this.range, this.marks))
    this.range.addEventListener("input", () => onInput(this.years[this.range.value]))
    this.range.addEventListener("change", () => onChange(this.years[this.range.value]))
  }

  update(figures) {
    this.years = figures.years
    this.range.setAttribute("aria-label", figures.words.year)
    this.range.max = figures.years.length - 1
    this.range.value = figures.years.indexOf(figures.year)
    this.range.setAttribute("aria-valuetext", figures.yearWords[figures.year])
    this.shown.textContent = figures.yearWords[figures.year] ?? ""
    this.node.classList.toggle("dti-map-single", figures.years.length < 2)
    this.marks.replaceChildren(...figures.years.map(year => html("span", {}, /^\d{4}$/.test(year) ? year : figures.yearWords[year])))
  }
}

export class Tooltip {
  constructor(frame) {
    this.frame = frame
    this.node = html("div", { class: "dti-map-tip", "aria-hidden": "true", hidden: "" })
  }

  show(figures, code, x, y) {
    const line = [figures.rankWords(code), figures.groupRankWords(code)].filter(Boolean).join(" · ")
    this.node.replaceChildren(html("b", {}, figures.names[code]), html("span", {}, figures.measured(code)),
      ...(line ? [html("span", {}, line)] : []))
    this.node.hidden = false
    const { clientWidth, clientHeight } = this.frame
    const { offsetWidth, offsetHeight } = this.node
    const left = Math.min(Math.max(x - offsetWidth / 2, 2), clientWidth - offsetWidth - 2)
    const above = y - offsetHeight - 12
    this.node.style.left = `${left}px`
    this.node.style.top = `${above < 0 ? Math.min(y + 18, clientHeight) : above}px`
  }

  hide() { this.node.hidden = true }
}
