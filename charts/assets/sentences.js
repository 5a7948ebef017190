/* Sentences with a button that copies them, and the reader's home province kept in a cookie.

   navigator.clipboard exists on loopback and TLS only; an office's plain-http server gets the older way. */

import { remember } from "./dom.js"

async function copy(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("copy refused");
}

function draw(place, data) {
  const list = document.createElement("ul");
  for (const sentence of data.sentences) {
    const item = document.createElement("li");
    item.textContent = sentence;
    list.append(item);
  }
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = data.copy;
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  button.addEventListener("click", () => copy(data.text).then(
    () => { said.textContent = data.copied; },
    () => { said.textContent = data.failed; },
  ));
  const source = document.createElement("p");
  source.textContent = data.source;
  place.replaceChildren(list, source, button, said);
}

export default function sentences({ data, parentElement }) {
  const place = parentElement.querySelector(".sentences");
  remember(data.cookie);
  if (place.drawn === data.text) return;
  draw(place, data);
  place.drawn = data.text;
}
