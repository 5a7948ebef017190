/* A table with headings that sort it. Words and orders come from the server; text is never markup. */

import "./plot.js";

function element(name, text, attributes = {}) {
  const node = document.createElement(name);
  if (text) node.textContent = text;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

function compare(column, way) {
  return (a, b) => {
    const [x, y] = [a.cells[column].order, b.cells[column].order];
    if (x === null || y === null) return (x === null) - (y === null);
    return way * (x - y);
  };
}

/* An address is the only thing that becomes a link, and only by its own text. */
function content(node, text) {
  if (!/^https?:\/\/\S+$/.test(text)) { node.textContent = text; return; }
  node.append(element("a", text, { href: text, target: "_blank", rel: "noopener noreferrer" }));
}

function looks({ is_number, is_long, is_source }) {
  const names = [is_number && "number", is_long && "long", is_source && "source"].filter(Boolean);
  return names.length ? { class: names.join(" ") } : {};
}

function fill(body, lines, columns, isProse) {
  body.replaceChildren(...lines.map(line => {
    const row = element("tr", "", line.is_home ? { class: "home" } : {});
    line.cells.forEach((cell, number) => {
      const attributes = looks(columns[number]);
      if (cell.note) attributes.title = cell.note;
      if (number === 0) attributes.scope = "row";
      else if (isProse && columns.length > 2) attributes["data-label"] = columns[number].label;
      const node = element(number === 0 ? "th" : "td", "", attributes);
      content(node, cell.text);
      row.append(node);
    });
    return row;
  }));
}

function heading(column, number, sort) {
  const cell = element("th", "", { scope: "col", ...looks(column) });
  if (!column.sortable) {
    cell.textContent = column.label;
    return cell;
  }
  const button = element("button", column.label, { type: "button" });
  button.addEventListener("click", () => sort(number, cell));
  cell.append(button);
  return cell;
}

function draw(place, table) {
  const body = element("tbody");
  const sort = (number, cell) => {
    const way = cell.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    for (const other of cell.parentElement.children) other.removeAttribute("aria-sort");
    cell.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
    fill(body, [...table.lines].sort(compare(number, way)), table.columns, table.is_prose);
  };
  const row = element("tr");
  row.append(...table.columns.map((column, number) => heading(column, number, sort)));
  const head = element("thead");
  head.append(row);
  const whole = element("table");
  whole.append(element("caption", table.caption), head, body);
  fill(body, table.lines, table.columns, table.is_prose);
  const scroll = element("div", "", { class: table.is_prose ? "scroll prose" : "scroll", tabindex: "0", role: "region", "aria-label": table.caption });
  scroll.append(whole);
  place.replaceChildren(scroll, ...sources(place, scroll, table));
}

/* Where figures were read: columns that are there at one click, and stay while the page is read. */
function sources(place, scroll, table) {
  if (!table.columns.some(column => column.is_source)) return [];
  const button = element("button", "", { type: "button", class: "sources" });
  const show = isOpen => {
    place.isOpen = isOpen;
    scroll.classList.toggle("open", isOpen);
    button.textContent = isOpen ? table.sources.hide : table.sources.show;
    button.setAttribute("aria-expanded", String(isOpen));
  };
  button.addEventListener("click", () => {
    show(!place.isOpen);
    if (place.isOpen) scroll.scrollLeft = scroll.scrollWidth;
  });
  show(place.isOpen === true);
  return [button];
}

export default function table({ data, parentElement }) {
  const place = parentElement.querySelector(".table");
  const identity = JSON.stringify(data);
  if (place.drawn === identity) return;
  draw(place, data);
  place.drawn = identity;
}
