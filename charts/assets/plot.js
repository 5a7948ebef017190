/* What Plotly does not know of this page: the paper, and the letters of its picture. Loaded with the
   tables, which stand on every page that has a plot. */

const FONTS = { 400: "./be-vietnam-pro-400.woff2", 700: "./be-vietnam-pro-700.woff2" };
let faces = "";

/* It draws for the width of the screen: with a viewBox the drawing shrinks to the page. */
window.addEventListener("beforeprint", () => {
  for (const drawing of document.querySelectorAll(".js-plotly-plot .main-svg:not([viewBox])")) {
    drawing.dataset.fitted = "";
    drawing.setAttribute("viewBox", `0 0 ${drawing.getAttribute("width")} ${drawing.getAttribute("height")}`);
  }
});

window.addEventListener("afterprint", () => {
  for (const drawing of document.querySelectorAll("[data-fitted]")) {
    drawing.removeAttribute("viewBox");
    delete drawing.dataset.fitted;
  }
});

async function face([weight, address]) {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const text = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
  return `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};src:url(data:font/woff2;base64,${text})}`;
}

/* The toolbar's picture is an SVG without a page around it: it has the letters that it carries itself.
   Plotly writes it with a serializer; this one puts them in, into its drawings and nothing else. */
function carryFonts() {
  const write = XMLSerializer.prototype.serializeToString;
  XMLSerializer.prototype.serializeToString = function (node) {
    const text = write.call(this, node);
    return node.classList?.contains("main-svg") ? text.replace(">", `><style>${faces}</style>`) : text;
  };
}

async function prepare() {
  faces = (await Promise.all(Object.entries(FONTS).map(face))).join("");
  carryFonts();
}

/* Long before a finger reaches the button; the page itself has loaded the fonts already. */
function onPlot(event) {
  if (!event.target.closest?.(".js-plotly-plot")) return;
  for (const name of ["pointerover", "focusin"]) document.removeEventListener(name, onPlot, true);
  prepare().catch(() => {});  // then the picture has the machine's own letters
}

for (const name of ["pointerover", "focusin"]) document.addEventListener(name, onPlot, true);
