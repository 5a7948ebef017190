/* The picture of the first page lies over the page until that is drawn; then it goes, and the page stays where one read. */

const picture = document.getElementById("first-view");
const root = document.getElementById("root");
const LONGEST = 20000;

const DRAWN = [
  "[data-testid=stApp][data-test-script-state=notRunning]",
  ".dti-map[data-year], .dti-map-failed",
  ".figure svg",
  ".table td",
];
// what the page has to say now stands under the picture
const OTHERWISE = "[data-testid=stAlert], [data-testid=stException], [data-testid=stConnectionStatus], [role=dialog]";

function end() {
  const page = root.querySelector("[data-testid=stMain]");
  if (page && picture.scrollTop) page.scrollTop = picture.scrollTop;
  picture.remove();
}

function look() {
  const isDrawn = DRAWN.every(part => root.querySelector(part));
  // where the page's code never came, figures to read are better than nothing
  const isLate = performance.now() > LONGEST && root.querySelector("[data-testid=stApp]");
  if (isDrawn || isLate || root.querySelector(OTHERWISE)) end();
  else requestAnimationFrame(look);
}

if (picture) requestAnimationFrame(look);
