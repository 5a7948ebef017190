(function () {
  "use strict"
  // Written for browsers of 2016 as well: no optional chaining, no modules.
  const data = JSON.parse(document.getElementById("data").textContent)
  const w = data.w, NS = "http://www.w3.org/2000/svg"
  const at = id => document.getElementById(id)
  const place = {}
  data.members.forEach((code, number) => { place[code] = number })
  const state = { indicator: data.ind[0], time: 0, province: "" }

  // Values come as whole numbers of their last decimal, sources as numbers of shared parts.
  data.ind.forEach(one => one.t.forEach(t => {
    const units = Math.pow(10, one.dec)
    t.v = t.v.map(value => value === null ? null : value / units)
    t.m = t.m === null ? null : t.m / units
    t.line = t.line.map(part => data.parts[part]).join(" · ")
    if (t.s.length === 1) t.s = t.s.repeat(data.members.length)
    if (!t.g.length) t.g = t.r
  }))

  function node(space, name, attributes, children) {
    const made = space ? document.createElementNS(NS, name) : document.createElement(name)
    Object.keys(attributes || {}).forEach(key => made.setAttribute(key, attributes[key]))
    ;[].concat(children === undefined ? [] : children).forEach(child => {
      made.appendChild(child instanceof Node ? child : document.createTextNode(String(child)))
    })
    return made
  }
  const html = (name, attributes, children) => node(false, name, attributes, children)
  const svg = (name, attributes, children) => node(true, name, attributes, children)
  function fill(parent, children) {
    while (parent.firstChild) parent.removeChild(parent.firstChild)
    children.forEach(child => parent.appendChild(child))
  }

  // Numbers come rounded half up; here they only get their marks.
  function number(value, decimals) {
    if (value === null) return "…"
    const parts = Math.abs(value).toFixed(decimals).split(".")
    const whole = parts[0].replace(/\B(?=(\d{3})+$)/g, data.marks[1])
    return (value < 0 ? "−" : "") + whole + (parts[1] ? data.marks[0] + parts[1] : "")
  }
  const of = (rank, n) => rank === null ? "–" : rank + "/" + n
  const period = () => state.indicator.t[state.time]
  const capital = words => words.charAt(0).toUpperCase() + words.slice(1)

  function classOf(indicator, value) {
    return value === null ? -1 : indicator.br.filter(edge => value >= edge).length
  }
  function colour(code) {
    if (!(code in place)) return "#f1f3f5"
    const found = classOf(state.indicator, period().v[place[code]])
    return found < 0 ? "url(#nodata)" : state.indicator.fill[found]
  }
  function sentence(code) {
    const now = period(), member = place[code]
    if (member === undefined) return data.names[code] + ": " + w.outside
    const value = now.v[member]
    if (value === null) return data.names[code] + ": " + w.missing
    const status = w.status[now.s[member]]
    return data.names[code] + ": " + number(value, state.indicator.dec) + " " + state.indicator.unit
      + (now.r[member] === null ? "" : "; " + w.in_country.replace("{n}", now.n) + ": " + of(now.r[member], now.n))
      + (status ? " (" + status + ")" : "")
  }

  function map() {
    const view = data.view, root = at("map"), unit = view.w / 560
    root.setAttribute("viewBox", "0 0 " + view.w + " " + view.h)
    const stripe = svg("path", { d: "M0 6L6 0M-1 1L1 -1M5 7L7 5", stroke: "#53606c", "stroke-width": 1.1 })
    const hatch = svg("pattern", { id: "nodata", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "scale(" + unit + ")" },
      [svg("rect", { width: 6, height: 6, fill: "#fff" }), stripe])
    const land = [], members = []
    Object.keys(view.p).sort().forEach(code => {
      const inside = code in place
      const path = svg("path", { d: view.p[code][0], fill: colour(code), stroke: inside ? "#fff" : "#c3cad1", "stroke-width": unit * (inside ? .9 : .7), "stroke-linejoin": "round" },
        svg("title", {}, sentence(code)))
      if (inside) {
        path.setAttribute("class", "member")
        path.setAttribute("tabindex", 0)
        path.setAttribute("role", "button")
        path.setAttribute("data-code", code)
        path.setAttribute("aria-label", sentence(code))
        path.setAttribute("aria-pressed", String(code === state.province))
        path.addEventListener("click", () => choose(code))
        path.addEventListener("keydown", event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(code, true) } })
      }
      (inside ? members : land).push(path)
    })
    const chosen = view.p[state.province]
    const ring = chosen ? [["#fff", 5], ["#15202b", 2.4]].map(pen =>
      svg("path", { d: chosen[0], fill: "none", stroke: pen[0], "stroke-width": pen[1] * unit, "pointer-events": "none" })) : []
    const boxes = []
    const extra = islands(view.islands, unit, 2.6, 11, boxes).concat(inset(view, unit, boxes))
    fill(root, [svg("defs", {}, hatch)].concat(land, members, ring, extra, labels(view, unit, boxes)))
  }

  function islands(groups, unit, radius, size, boxes) {
    const drawn = []
    groups.forEach(group => {
      const code = group[1], points = group[2], names = w.islands[group[0]]
      const filled = code in place && classOf(state.indicator, period().v[place[code]]) >= 0 ? colour(code) : "#fff"
      points.forEach(p => drawn.push(svg("circle", { cx: p[0], cy: p[1], r: radius * unit, fill: filled, stroke: "#15202b", "stroke-width": .9 * unit })))
      const xs = points.map(p => p[0]), x = (Math.min.apply(null, xs) + Math.max.apply(null, xs)) / 2
      const y = Math.max.apply(null, points.map(p => p[1])) + (size + 5) * unit
      names.slice(0, 2).forEach((words, line) => drawn.push(svg("text", { x: x, y: y + line * size * 1.2 * unit, "font-size": size * unit, "text-anchor": "middle" }, words)))
      const half = wide(names[0], size * unit) / 2
      boxes.push([x - half, y - size * unit, x + half, y + size * 1.5 * unit])
    })
    return drawn
  }

  // The country in small beside the northern map, with both archipelagos.
  function inset(view, unit, boxes) {
    const small = view.inset
    if (!small) return []
    const width = 118 * unit, scale = width / small.w, left = view.w - width, height = small.h * scale, f = small.frame
    boxes.push([left, 0, view.w, height])
    const parts = [svg("rect", { width: small.w, height: small.h, fill: "#fff", stroke: "#c3cad1", "stroke-width": .8 * unit / scale }),
      svg("path", { d: small.d, fill: "#53606c" }),
      svg("rect", { x: f[0], y: f[1], width: f[2] - f[0], height: f[3] - f[1], fill: "none", stroke: "#b3261e", "stroke-width": 1.2 * unit / scale })]
    small.islands.forEach(group => {
      group[2].forEach(p => parts.push(svg("circle", { cx: p[0], cy: p[1], r: .9 * unit / scale, fill: "#53606c" })))
      const y = Math.min.apply(null, group[2].map(p => p[1])) - 3 * unit / scale
      parts.push(svg("text", { x: small.w - 3 * unit / scale, y: y, "font-size": 7.5 * unit / scale, "text-anchor": "end" }, w.islands[group[0]][2]))
    })
    return [svg("g", { transform: "translate(" + left + " 0) scale(" + scale + ")" }, parts)]
  }

  const wide = (words, size) => words.length * size * .6
  // Names from the largest province down; one that would stand on another is left out.
  function labels(view, unit, boxes) {
    const many = data.members.length > 20, size = (many ? 9.5 : 11.5) * unit, drawn = []
    const room = code => { const b = view.p[code][2]; return (b[2] - b[0]) * (b[3] - b[1]) }
    data.members.filter(code => view.p[code]).sort((a, b) => (b === state.province) - (a === state.province) || room(b) - room(a)).forEach(code => {
      const p = view.p[code][1], name = data.names[code], half = wide(name, size) / 2
      const value = period().v[place[code]], both = [name, number(value, state.indicator.dec)]
      const boxOf = lines => [p[0] - half, p[1] - size * .6 * lines.length, p[0] + half, p[1] + size * .6 * lines.length]
      const fits = box => box[0] > 0 && box[2] < view.w && !boxes.some(b => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3])
      const wordings = many || value === null ? [[name]] : [both, [name]]
      const lines = wordings.filter(one => fits(boxOf(one)))[0] || (code === state.province ? [name] : undefined)
      if (!lines) return
      boxes.push(boxOf(lines))
      const found = classOf(state.indicator, value), ink = found < 0 || many ? "#15202b" : state.indicator.ink[found]
      const halo = found < 0 || many ? "#fff" : state.indicator.fill[found]
      lines.forEach((words, line) => drawn.push(svg("text", { class: "label", x: p[0], y: p[1] + (line - (lines.length - 1) / 2) * size * 1.2 + size * .36,
        "font-size": size, fill: ink, stroke: halo, "stroke-width": 3 * unit }, words)))
    })
    return drawn
  }

  function legend() {
    const entries = state.indicator.leg.map((words, number) => [state.indicator.fill[number], words])
    fill(at("legend"), entries.concat([["", w.missing]], data.country ? [] : [["#f1f3f5", w.outside]]).map(entry => {
      const box = html("i")
      if (entry[0]) box.style.background = entry[0]
      else box.style.background = "repeating-linear-gradient(135deg,#fff 0 3px,#53606c 3px 4px)"
      return html("li", {}, [box, entry[1]])
    }))
    at("licence").textContent = [w.licence, w.disclaimer].filter(Boolean).join(". ") + "."
  }

  function ranking() {
    const now = period(), dec = state.indicator.dec
    const values = now.v.filter(value => value !== null), most = Math.max.apply(null, values.map(Math.abs).concat(1e-9))
    const down = state.indicator.down
    const order = data.members.slice().sort((a, b) => {
      const x = now.v[place[a]], y = now.v[place[b]]
      if (x === null || y === null) return (x === null) - (y === null) || place[a] - place[b]
      return (now.r[place[a]] || 0) - (now.r[place[b]] || 0) || (down ? x - y : y - x) || place[a] - place[b]
    })
    const heads = [data.country ? w.in_country : w.in_group, w.province, w.value, ""]
    if (!data.country) heads.splice(0, 0, w.in_country)
    const rows = order.map(code => {
      const m = place[code], value = now.v[m], bar = html("span")
      bar.style.width = value === null ? "0" : Math.max(1, 100 * Math.abs(value) / most) + "%"
      bar.style.background = value === null ? "none" : state.indicator.fill[Math.max(classOf(state.indicator, value), 0)]
      const button = html("button", { type: "button" }, data.names[code])
      button.addEventListener("click", () => choose(code))
      const status = w.status[now.s[m]]
      const shown = value === null ? w.missing : number(value, dec)
      const cells = [html("td", { class: "number" }, of(now.r[m], now.n)), html("td", {}, button),
        html("td", { class: "number", title: status || "" }, shown + (status && value !== null ? " *" : "")), html("td", { class: "bar" }, bar)]
      if (!data.country) cells.splice(1, 0, html("td", { class: "number" }, of(now.g[m], now.gn)))
      return html("tr", { "data-code": code, class: code === state.province ? "chosen" : "" }, cells)
    })
    const marked = order.map(code => now.s[place[code]]).filter((s, i, all) => w.status[s] && s !== "M" && all.indexOf(s) === i)
    const notes = marked.length ? "* " + marked.map(s => w.status[s]).join("; ") : ""
    fill(at("ranking"), [html("caption", {}, notes), html("thead", {}, html("tr", {}, heads.map(words => html("th", { scope: "col" }, words.replace("{n}", words === w.in_country ? now.n : now.gn))))),
      html("tbody", {}, rows)])
  }

  // The step of an axis with three to seven lines: 1, 2 or 5 times a power of ten.
  function nice(low, high) {
    const rough = (high - low || Math.abs(high) || 1) / 4, power = Math.pow(10, Math.floor(Math.log10(rough)))
    return [1, 2, 5, 10].map(one => one * power).filter(one => one >= rough)[0]
  }

  // Lines of all members; the chosen one stands out. Where the method changed nothing is joined.
  function trend() {
    const W = Math.max(340, Math.min(900, at("trend").parentNode.clientWidth || 900)), H = W < 600 ? 260 : 300, left = 62, right = W < 600 ? 96 : 130, top = 14, bottom = 34, times = state.indicator.t
    const all = [].concat.apply([], times.map(t => t.v)).filter(value => value !== null)
    const root = at("trend")
    root.setAttribute("viewBox", "0 0 " + W + " " + H)
    if (!all.length) return fill(root, [])
    let low = Math.min.apply(null, all), high = Math.max.apply(null, all)
    const step = nice(low, high)
    low = Math.floor(low / step) * step
    high = Math.max(Math.ceil(high / step) * step, low + step)
    const x = i => left + (times.length < 2 ? .5 : i / (times.length - 1)) * (W - left - right)
    const y = v => top + (high - v) / (high - low) * (H - top - bottom)
    const drawn = []
    for (let v = low; v <= high + step / 2; v += step) {
      drawn.push(svg("line", { x1: left, x2: W - right, y1: y(v), y2: y(v), stroke: "#e3e7ea" }))
      drawn.push(svg("text", { x: left - 8, y: y(v) + 4, "font-size": 12, "text-anchor": "end", fill: "#53606c" }, number(v, Math.max(0, Math.min(state.indicator.dec, -Math.floor(Math.log10(step) + 1e-9))))))
    }
    times.forEach((t, i) => {
      drawn.push(svg("text", { x: x(i), y: H - 12, "font-size": 12, "text-anchor": "middle", fill: "#53606c", "font-weight": i === state.time ? 700 : 400 }, t.k))
      if (t.b) drawn.push(svg("line", { x1: (x(i) + x(i - 1)) / 2, x2: (x(i) + x(i - 1)) / 2, y1: top, y2: H - bottom, stroke: "#b3261e", "stroke-dasharray": "4 4" }))
    })
    function line(values, colour, width, dash) {
      let d = "", before = false
      values.forEach((v, i) => {
        if (times[i].b) before = false
        if (v === null) { before = false; return }
        d += (before ? "L" : "M") + x(i).toFixed(1) + " " + y(v).toFixed(1)
        before = true
        drawn.push(svg("circle", { cx: x(i), cy: y(v), r: width + .8, fill: colour }))
      })
      drawn.push(svg("path", { d: d, fill: "none", stroke: colour, "stroke-width": width, "stroke-dasharray": dash }))
    }
    const shown = code => times.map(t => t.v[place[code]])
    data.members.filter(code => code !== state.province).forEach(code => line(shown(code), "#c3cad1", 1.2, "none"))
    const middle = times.map(t => t.m)
    line(middle, "#53606c", 1.6, "5 4")
    const names = [[middle, w.median, "#53606c"]]
    if (state.province) {
      line(shown(state.province), "#226aa4", 2.6, "none")
      names.push([shown(state.province), data.names[state.province], "#226aa4"])
    }
    let former = null
    names.forEach(entry => {
      const last = entry[0].reduce((found, v, i) => v === null ? found : i, -1)
      if (last < 0) return
      let h = y(entry[0][last]) + 4
      if (former !== null && Math.abs(h - former) < 15) h = former + (h < former ? -15 : 15)
      former = h
      drawn.push(svg("text", { x: x(last) + 8, y: h, "font-size": 13, "font-weight": 600, fill: entry[2] }, entry[1]))
    })
    fill(root, drawn)
    at("breaks").textContent = times.filter(t => t.b).map(t => w.broken + " " + t.b + ".").join(" ")
  }

  function profile() {
    const code = state.province, m = place[code]
    at("profiles").className = code ? "" : "nobody"
    at("profile-title").textContent = code ? w.profile + ": " + data.names[code] : w.profile
    if (!code) {
      fill(at("said"), [html("li", {}, w.nobody)])
      return fill(at("profile"), [])
    }
    fill(at("said"), data.say[code].map(words => html("li", {}, words)))
    const heads = [w.indicator, w.period, w.value, w.in_country.replace(/\s*\(.*\)|\s*\{n\}/, ""), w.in_group.replace(/\s*\(.*\)|\s*\{n\}/, ""), w.median]
    const rows = data.ind.map(one => {
      const known = one.t.filter(t => t.v[m] !== null), t = known[known.length - 1]
      if (!t) return html("tr", {}, [html("td", {}, one.name), html("td", {}, "–"), html("td", { class: "number" }, w.missing), html("td"), html("td"), html("td")])
      const status = w.status[t.s[m]]
      const cells = [of(t.r[m], t.n), of(t.g[m], t.gn), number(t.m, one.dec)]
      return html("tr", { "data-indicator": one.id }, [html("td", {}, one.name + " (" + one.unit + ")"), html("td", {}, t.k),
        html("td", { class: "number" }, number(t.v[m], one.dec) + (status ? " (" + status + ")" : ""))].concat(cells.map(words => html("td", { class: "number" }, words))))
    })
    fill(at("profile"), [html("thead", {}, html("tr", {}, heads.map((words, i) => html("th", { scope: "col", class: i > 1 ? "number" : "" }, words)))), html("tbody", {}, rows)])
  }

  function sources() {
    const lines = data.ind.map(one => one.name + ": " + one.t[one.t.length - 1].line)
    fill(at("sources"), lines.map(words => html("li", { class: "small" }, words)))
  }

  function draw() {
    const now = period()
    at("period").textContent = now.k
    at("year").setAttribute("aria-valuetext", now.p)
    at("shown").textContent = now.f
    at("what").textContent = capital(state.indicator.name + ", " + now.p)
    at("line").textContent = now.line
    at("watermark").textContent = now.x ? w.watermark : ""
    at("watermark").hidden = !now.x
    at("province").value = state.province
    document.documentElement.setAttribute("data-shown", [state.indicator.id, now.k, state.province].join(" "))
    map(); legend(); ranking(); trend(); profile()
  }
  function indicator(one) {
    state.indicator = one
    state.time = one.t.length - 1
    at("year").max = one.t.length - 1
    at("year").value = state.time
    at("year").disabled = one.t.length < 2
    draw()
  }
  function choose(code, keep) {
    state.province = code
    draw()
    if (keep) { const path = document.querySelector("path[data-code='" + code + "']"); if (path) path.focus() }
  }

  // On paper a long list has a page of its own.
  if (data.members.length > 20) document.body.className = "many"
  data.ind.forEach((one, number) => at("indicator").appendChild(html("option", { value: number }, one.name)))
  at("province").appendChild(html("option", { value: "" }, "–"))
  data.members.forEach(code =>
    at("province").appendChild(html("option", { value: code }, data.names[code])))
  at("indicator").addEventListener("change", event => indicator(data.ind[Number(event.target.value)]))
  at("year").addEventListener("input", event => { state.time = Number(event.target.value); draw() })
  at("province").addEventListener("change", event => choose(event.target.value))
  at("print").addEventListener("click", () => window.print())
  at("choices").addEventListener("submit", event => event.preventDefault())
  window.addEventListener("resize", trend)
  if (data.ind.length) { sources(); indicator(data.ind[0]) }
})()
